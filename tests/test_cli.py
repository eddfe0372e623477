"""The command `coursewright`: what it prints where, its exit codes, its help."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from coursewright.cli import main
from tests.conftest import Run
from tests.test_worlds import read_world

WORLDS = Path(__file__).parent / "worlds"


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """A small course without a mistake."""
    read_world((WORLDS / "a-small-whole-course.txt").read_text(encoding="utf-8")).write(tmp_path)
    return tmp_path


def plant(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_sound_course_is_said_to_be_one(run: Run, bread: Path) -> None:
    done = run("check", root=bread)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "No problems.\n", "")


def test_a_problem_is_shown_with_its_line_and_counted(run: Run, bread: Path) -> None:
    plant(bread, "docs/index.md", "\tÄ [it](gone.md)\n")
    done = run("check", root=bread)
    assert done.exit_code == 1
    assert done.stdout == (
        "docs/index.md:9:9: error: There is no page 'gone.md'. [link-known]\n"
        "     9 | \tÄ [it](gone.md)\n"
        "       | \t       ^^^^^^^ a path is relative to the file that it stands in\n"
        "1 error.\n"
    )


def test_advice_is_shown_on_request_and_fails_nothing(run: Run, bread: Path) -> None:
    plant(
        bread,
        "bib/references.bib",
        "@book{spare2000, author = {Spare, S.}, title = {Spare}, publisher = {Pan}, year = {2000}}\n",
    )
    silent, loud = run("check", root=bread), run("check", "--advice", root=bread)
    assert (silent.exit_code, loud.exit_code) == (0, 0)
    assert "spare2000" not in silent.stdout
    assert "1 piece of advice not shown" in silent.stdout
    assert "advice: Nothing cites 'spare2000'. [reference-used]" in loud.stdout


@pytest.mark.parametrize(
    ("paths", "shown", "code"),
    [
        ([], ["docs/cases/rye.md", "docs/index.md"], 1),
        (["docs/cases"], ["docs/cases/rye.md"], 1),
        (["docs/cases/"], ["docs/cases/rye.md"], 1),
        (["docs/index.md"], ["docs/index.md"], 1),
        (["docs/index.md", "docs/cases/rye.md"], ["docs/cases/rye.md", "docs/index.md"], 1),
        (["course"], [], 0),
        (["."], ["docs/cases/rye.md", "docs/index.md"], 1),
    ],
    ids=["all", "folder", "slash", "file", "files", "sound folder", "root"],
)
def test_paths_keep_to_their_files(run: Run, bread: Path, paths: list[str], shown: list[str], code: int) -> None:
    for path in ("docs/index.md", "docs/cases/rye.md"):
        plant(bread, path, "\n[it](gone.md)\n")
    done = run("check", *paths, "--format", "json", root=bread)
    assert [problem["path"] for problem in json.loads(done.stdout)] == shown
    assert done.exit_code == code


def test_a_path_that_is_not_there_is_no_clean_check(run: Run, bread: Path) -> None:
    done = run("check", "docs/indes.md", root=bread)
    assert done.exit_code == 2
    assert "docs/indes.md" in done.stderr


def test_json_alone_stands_on_standard_output(run: Run, bread: Path) -> None:
    assert json.loads(run("check", "--format", "json", root=bread).stdout) == []
    plant(bread, "docs/index.md", "[Ä](gone.md)\n")
    done = run("check", "--format", "json", root=bread)
    assert (done.exit_code, done.stderr) == (1, "")
    (problem,) = json.loads(done.stdout)
    assert problem == {
        "rule": "link-known",
        "severity": "error",
        "path": "docs/index.md",
        "line": 9,
        "column": 5,
        "message": "There is no page 'gone.md'.",
        "hint": problem["hint"],
    }


def test_other_formats(run: Run, bread: Path) -> None:
    plant(bread, "docs/index.md", "[Ä](gone.md)\n")
    github = run("check", "--format", "github", root=bread)
    assert github.exit_code == 1
    assert github.stdout.startswith("::error file=docs/index.md,line=9,col=5,title=link-known::")
    sarif = run("check", "--format", "sarif", root=bread)
    assert sarif.exit_code == 1
    assert [result["ruleId"] for result in json.loads(sarif.stdout)["runs"][0]["results"]] == ["link-known"]


KEYS = "id question row format lesson case objective process stance minutes text cites".split()


def test_questions_as_json_are_the_contract(run: Run, bread: Path) -> None:
    done = run("questions", "--format", "json", root=bread)
    assert (done.exit_code, done.stderr) == (0, "")
    records = json.loads(done.stdout)
    assert [list(record) for record in records] == [KEYS] * 5
    assert [record["id"] for record in records] == [
        "kneading-when/baker@pair",
        "kneading-when/rye@pair",
        "kneading-when/baker@journal",
        "kneading-when/rye@journal",
        "rye-why/plain@journal",
    ]
    assert records[1] == {
        "id": "kneading-when/rye@pair",
        "question": "kneading-when",
        "row": "rye",
        "format": "pair",
        "lesson": "kneading",
        "case": "rye",
        "objective": "kneading/stop",
        "process": "evaluate",
        "stance": "perspective",
        "minutes": [8, 12],
        "text": "How does Ruth know when to stop, where Calvel (1990) gives no minutes?",
        "cites": ["calvel1990"],
    }
    assert (records[0]["case"], records[4]["case"], records[4]["lesson"]) == (None, "rye", "kneading")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (
            ["--lesson", "kneading", "--discussion-format", "pair"],
            ["kneading-when/baker@pair", "kneading-when/rye@pair"],
        ),
        (["--process", "analyze"], ["rye-why/plain@journal"]),
        (["--case", "rye", "--discussion-format", "journal"], ["kneading-when/rye@journal", "rye-why/plain@journal"]),
        (["--objective", "kneading/stop", "--process", "analyze"], ["rye-why/plain@journal"]),
        (["--lesson", "kneading", "--process", "create"], []),
    ],
)
def test_questions_are_chosen(run: Run, bread: Path, options: list[str], ids: list[str]) -> None:
    done = run("questions", "--format", "json", *options, root=bread)
    assert done.exit_code == 0
    assert [record["id"] for record in json.loads(done.stdout)] == ids


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--lesson", "kneeding", "kneading"),
        ("--case", "ryee", "rye"),
        ("--objective", "kneading/stopp", "kneading/stop"),
        ("--process", "analyse", "analyze"),
        ("--discussion-format", "pairs", "pair"),
    ],
)
def test_a_choice_that_does_not_exist_is_an_error(run: Run, bread: Path, option: str, value: str, near: str) -> None:
    done = run("questions", option, value, root=bread)
    assert done.exit_code == 2
    assert value in done.stderr
    assert near in done.stderr.replace(value, "")


def test_questions_as_text(run: Run, bread: Path) -> None:
    done = run("questions", "--process", "analyze", root=bread)
    assert done.stdout == "rye-why/plain@journal\n    Why is rye different?\n1 variant of 1 question.\n"


def test_problems_of_the_course_are_mentioned_beside_the_questions(run: Run, bread: Path) -> None:
    plant(bread, "docs/index.md", "[it](gone.md)\n")
    done = run("questions", "--format", "json", root=bread)
    assert len(json.loads(done.stdout)) == 5
    assert "1 error" in done.stderr
    assert "coursewright check" in done.stderr


def test_another_root(run: Run, bread: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    plant(bread, "docs/index.md", "[it](gone.md)\n")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run("check", "--root", bread, "--format", "json", root=elsewhere)
    assert [problem["path"] for problem in json.loads(done.stdout)] == ["docs/index.md"]
    assert len(json.loads(run("questions", "--root", bread, "--format", "json", root=elsewhere).stdout)) == 5
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "There is no course in '.': it has no folder 'docs'. Name the course's folder with --root."),
        (["questions"], "There is no course in '.'"),
        (["check", "--root", "nowhere"], "nowhere"),
        (["check", "--format", "xml"], "xml"),
        (["chekc"], "chekc"),
        (["check", "--advise"], "--advise"),
    ],
)
def test_what_cannot_run_exits_with_2(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, root=tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in sorted(group.commands.items()):
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", [(), *commands(main)], ids=" ".join)
def test_every_command_has_help_with_an_example(path: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, [*path, "--help"], prog_name="coursewright")
    assert done.exit_code == 0
    assert f"Example: {' '.join(('coursewright', *path))}" in done.output


def test_locking_says_what_it_wrote(run: Run, bread: Path) -> None:
    done = run("cite", "lock", root=bread)
    assert done.exit_code == 0
    assert "bib/references.lock.json" in done.stdout
    assert "calvel1990" in (bread / "bib" / "references.lock.json").read_text(encoding="utf-8")

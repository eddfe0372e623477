"""`coursewright sets` and `coursewright print`."""

from pathlib import Path

import pytest

from coursewright.printing import MissingLettersError
from tests.conftest import Run

FILES = {
    "course/course.yml": "title: Bread\nlanguage: en\nlicence: CC BY 4.0\n",
    "course/formats.yml": "formats:\n  - {id: pair, title: In pairs, group: 2, minutes: [5, 15], instructions: Turn., "
    "stages: [{title: Talk, instruction: Together.}]}\n",
    "course/questions/kneading.yml": "lesson: kneading\nquestions:\n  - {id: when, objective: stop, process: apply, "
    "stance: opening, minutes: [8, 12], formats: [pair], stem: 'When would {who} stop?', "
    "variants: {tom: {who: Tom}, ruth: {who: Ruth}}}\n",
    "course/sets/loaf-10.yml": "id: loaf-10\ntitle: A loaf\ninstructions: Begin.\nscope: {lessons: [kneading]}\n"
    "minutes: 10\nforms: [A, B]\n",
    "docs/1-dough/kneading.md": "---\nid: kneading\ntitle: Kneading\nminutes: 10\n"
    "objectives: {stop: Stop in time}\n---\nStop.\n",
}


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    """A small course that offers one set."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_offered_sets_are_listed(run: Run) -> None:
    done = run("sets")
    assert done.exit_code == 0
    assert "supervision-30: Three questions for supervision, in thirty minutes" in done.stdout
    assert "    30 minutes · forms A, B, C · 3 questions · 3 of 3 objectives" in done.stdout
    assert done.stdout.endswith("13 sets. To print one: coursewright print SET\n")


def test_every_form_of_a_set_is_written(run: Run, tmp_path: Path) -> None:
    done = run("print", "supervision-30", "--facilitator", "-o", tmp_path)
    names = [f"supervision-30-{letter}{part}.pdf" for letter in "abc" for part in ("", "-facilitator")]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert done.exit_code == 0
    assert f"Form A, 30 minutes, 3 questions: {tmp_path / 'supervision-30-a.pdf'}" in done.stdout.splitlines()


def test_a_sheet_is_written_as_every_kind_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    options = ("--to", "docx", "--to", "html", "--to", "md", "--paper", "letter", "--large")
    assert run("print", "supervision-30", "--forms", "A", *options, "-o", tmp_path).exit_code == 0
    large = {f"supervision-30-a-letter-large.{kind}" for kind in ("docx", "html")}
    assert {path.name for path in tmp_path.iterdir()} == {*large, "supervision-30-a.md"}


def test_letters_without_a_font_are_told(run: Run, bread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_font(*_: object) -> bytes:
        raise MissingLettersError(["🥖"])

    monkeypatch.setattr("coursewright.commands.print.write_sheet", no_font)
    done = run("print", "loaf-10", "-o", bread / "none", root=bread)
    assert done.exit_code == 1
    assert "No font here has '🥖', so that there can be no PDF." in done.stderr


def test_a_sheet_is_printed_again_from_its_code(run: Run, bread: Path) -> None:
    first, second = bread / "one", bread / "two"
    run("print", "--lesson", "kneading", "--minutes", "9-12", "--forms", "B", "--to", "md", "-o", first, root=bread)
    sheet = (first / "questions-b.md").read_text(encoding="utf-8")
    code = sheet.rpartition("Code ")[2].strip()
    assert run("print", "--fingerprint", code.lower(), "--to", "md", "-o", second, root=bread).exit_code == 0
    assert (second / "questions-b.md").read_text(encoding="utf-8") == sheet


def test_a_set_that_cannot_be_is_explained(run: Run, tmp_path: Path) -> None:
    done = run("print", "--lesson", "ethos", "--minutes", "40", "--process", "remember=1", "-o", tmp_path / "none")
    assert done.exit_code == 1
    assert (
        "There is no such set.\nNo such set has 1 of 'remember'. Remedy: ask for none of 'remember'.\n" in done.stderr
    )
    assert not (tmp_path / "none").exists()


USAGE = {
    "nothing": ([], "Name a SET, or describe one (--minutes 30 --lesson ethos), or give a --fingerprint or a --link."),
    "both": (["loaf-10", "--minutes", "30"], "Name a SET, or describe one"),
    "no such set": (["loaf-1"], "There is no set 'loaf-1'; did you mean 'loaf-10'?"),
    "no such lesson": (
        ["--lesson", "kneding", "--minutes", "9"],
        "There is no lesson 'kneding'; did you mean 'kneading'?",
    ),
    "no such format": (["--format-id", "pairs", "--minutes", "9"], "There is no format 'pairs'; did you mean 'pair'?"),
    "no minutes": (["--lesson", "kneading"], "Say how long it may take: --minutes 30, or --minutes 25-30."),
    "odd minutes": (["--minutes", "30-25"], "--minutes takes a number or a range such as 25-30, not '30-25'."),
    "odd forms": (["loaf-10", "--forms", "A,1"], "--forms takes letters from A to Z with commas between them"),
    "no count": (["--minutes", "30", "--process", "apply"], "Say how many: --process apply=2, or --process apply=1-3."),
    "mistyped code": (["--fingerprint", "01JWE-JP8T5-C38E"], "The fingerprint was mistyped"),
    "code and forms": (["--fingerprint", "0", "--forms", "A"], "A fingerprint stands for one form: leave out --forms."),
}


@pytest.mark.parametrize(("arguments", "message"), USAGE.values(), ids=USAGE)
def test_slips_on_the_command_line_are_told(run: Run, bread: Path, arguments: list[str], message: str) -> None:
    done = run("print", *arguments, root=bread)
    assert done.exit_code == 2
    assert message in done.stderr

"""An author's mistakes, planted in a copy of this course: check and build fail, at the right place, with a hint."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run, mkdocs_build

Told = tuple[str, str]
"""The headline's beginning, as far as the sentence, and its rule; and how the hint begins."""
BANK = "course/questions/ethos.yml"


def place(path: Path, root: Path, token: str | bytes) -> str:
    """`path:line:column: ` of the last time that a file holds a token."""
    data = path.read_bytes()
    before = data[: data.rindex(token.encode() if isinstance(token, str) else token)]
    line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode()) + 1
    return f"{path.relative_to(root).as_posix()}:{line}:{column}: "


def append(root: Path, name: str, text: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def objective_of(root: Path) -> str:
    """A learning objective that the bank has."""
    objectives: list[str] = re.findall(r"^ +objective: (.+)$", (root / BANK).read_text(encoding="utf-8"), re.M)
    return objectives[0]


def question(id_: str, stem: str, objective: str) -> str:
    """A question in the manner of the bank."""
    return (
        f"\n  - id: {id_}\n    objective: {objective}\n    process: apply\n    stance: opening\n"
        f"    minutes: [8, 12]\n    formats: [pair]\n    stem: {stem}\n"
    )


def misspelt_key(root: Path) -> Told:
    key = re.findall(r"^@book\{([^,]+),", (root / "bib/references.bib").read_text(encoding="utf-8"), re.M)[0]
    path = append(root, "docs/index.md", f"\n\n„Ä“, as [see @{key}x, p. 3] says.\n")
    said = f"error: No reference has the key '{key}x'. [citation-known]"
    return place(path, root, f"@{key}x") + said, f"did you mean '{key}'"


def unknown_block(root: Path) -> Told:
    path = append(root, "docs/glossary.md", "\n\n/// keypoint\n- One\n///\n")
    said = "error: There is no block 'keypoint'. [block-known]"
    return place(path, root, "keypoint\n") + said, "did you mean 'keypoints'?"


def cyclic_block(root: Path) -> Told:
    head = "---\nid: planted-{}\ntitle: Planted\n---\n/// block | planted-{}\n///\n"
    append(root, "course/blocks/planted-one.md", head.format("one", "two"))
    path = append(root, "course/blocks/planted-two.md", head.format("two", "one"))
    circle = "planted-one → planted-two → planted-one"
    said = f"error: The block 'planted-one' contains itself: {circle}. [block-acyclic]"
    return place(path, root, "planted-one") + said, "remove one of these uses"


def question_id_twice(root: Path) -> Told:
    first = re.findall(r"- id: (.+)", (root / BANK).read_text(encoding="utf-8"))[0]
    path = append(root, BANK, question(first, "What is planted here?", objective_of(root)))
    said = f"error: The id '{first}' names a question already. [id-unique]"
    return place(path, root, first) + said, f"the first is at {BANK}:"


def slot_without_a_value(root: Path) -> Told:
    rows = "    variants:\n      planted-row: {who: the client}\n"
    path = append(root, BANK, question("planted-slot", "What would {who} tell {whom}?", objective_of(root)) + rows)
    said = "error: The row 'planted-row' gives no value to the slot '{whom}' of 'planted-slot'. [variant-filled]"
    return place(path, root, "planted-row") + said, "add 'whom: …' to the row"


def objective_that_is_not_there(root: Path) -> Told:
    known = objective_of(root)
    path = append(root, BANK, question("planted-objective", "What is planted?", f"{known}x"))
    said = f"error: The lesson 'ethos' has no learning objective '{known}x'. [objective-known]"
    return place(path, root, f"{known}x") + said, f"did you mean '{known}'?"


def tab_in_yaml(root: Path) -> Told:
    path = append(root, "course/questions/planted.yml", "lesson: ethos\nquestions:\n\t- id: planted-tab\n")
    said = "error: A tab stands where YAML wants spaces. [yaml-valid]"
    return place(path, root, "\t") + said, "indent with spaces"


def unclosed_brace(root: Path) -> Told:
    path = append(root, "bib/references.bib", "\n@book{planted2020,\n  title = {Never closed,\n  year = {2020}\n}\n")
    said = "error: The brace that opens this value is not closed. [bibtex-valid]"
    return place(path, root, "{Never") + said, "put '},' at the end of the value"


def byte_that_is_not_utf8(root: Path) -> Told:
    path = append(root, "docs/cases/index.md", b"\n\n\xc3\x84 caf\xe9\n")
    said = "error: This byte is not UTF-8 (0xe9). [source-utf8]"
    return place(path, root, b"\xe9") + said, "in Windows-1252 it would be 'é'; save the file as UTF-8"


MISTAKES: list[Callable[[Path], Told]] = [
    misspelt_key,
    unknown_block,
    cyclic_block,
    question_id_twice,
    slot_without_a_value,
    objective_that_is_not_there,
    tab_in_yaml,
    unclosed_brace,
    byte_that_is_not_utf8,
]


def headlines(stdout: str) -> list[tuple[str, str]]:
    """Each problem of `check --format json` as a headline and its hint."""
    return [
        ("{path}:{line}:{column}: {severity}: {message} [{rule}]".format(**problem), problem["hint"])
        for problem in json.loads(stdout)
    ]


def missing(told: list[Told], printed: list[Told]) -> list[Told]:
    """What was planted and is not told."""
    return [
        (head, hint)
        for head, hint in told
        if not any(line.startswith(head) and fix.startswith(hint) for line, fix in printed)
    ]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.__name__)
def test_check_tells_each_mistake(run: Run, course_copy: Path, mistake: Callable[[Path], Told]) -> None:
    planted = mistake(course_copy)
    done = run("check", "--format", "json", root=course_copy)
    assert done.exit_code == 1
    assert missing([planted], headlines(done.stdout)) == []


def test_all_mistakes_are_told_at_once_by_check_and_by_build(run: Run, course_copy: Path, tmp_path: Path) -> None:
    planted = [mistake(course_copy) for mistake in MISTAKES]
    done = run("check", "--format", "json", root=course_copy)
    assert done.exit_code == 1
    assert missing(planted, headlines(done.stdout)) == []
    build = mkdocs_build(course_copy, tmp_path / "site")
    assert build.returncode == 1
    assert [head for head, _ in planted if head not in build.stdout] == []
    assert [hint for _, hint in planted if hint not in build.stdout] == []
    assert "Traceback" not in build.stdout
    text = run("check", root=course_copy)
    assert [head for head, _ in planted if head not in text.stdout] == []
    assert [hint for _, hint in planted if hint not in text.stdout] == []

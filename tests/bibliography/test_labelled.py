"""The labelled sets that ship with the project: seeded faults are found in their lines, clean files are silent."""

import csv
import sys
from datetime import date

import pytest

from coursewright.bibliography import read_bibliography
from coursewright.bibliography.checks import check_bibliography
from coursewright.diagnostics import Diagnostic
from coursewright.source import decode
from tests.conftest import PROJECT

LABELLED = PROJECT / "tests" / "labelled"


def problems(path: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    source = decode(path, (PROJECT / path).read_bytes(), found.append)
    bibliography = read_bibliography([source], found.append)
    return [*found, *check_bibliography(bibliography, date(2026, 5, 4))]


@pytest.mark.parametrize("name", sorted(path.stem for path in LABELLED.glob("seeded*.bib")))
def test_seeded_faults_are_found_in_their_lines_and_nothing_else(name: str) -> None:
    rows = csv.reader((LABELLED / f"{name}.tsv").read_text("utf-8").splitlines(), delimiter="\t")
    seeded = {(int(line), rule) for line, rule, _ in (row for row in rows if not row[0].startswith("#"))}
    found = {(item.place.line, item.rule.label) for item in problems(f"tests/labelled/{name}.bib")}
    assert len(seeded) == 29
    assert found == seeded


@pytest.mark.parametrize("name", sorted(path.name for path in LABELLED.glob("clean*.bib")))
def test_a_clean_bibliography_is_silent(name: str) -> None:
    assert problems(f"tests/labelled/{name}") == []


def test_the_bibliography_of_the_course_is_clean() -> None:
    assert problems("bib/references.bib") == []


def test_titles_are_told_apart() -> None:
    sys.path.insert(0, str(PROJECT / "tests" / "bench"))
    try:
        from labelled import SETS, read_examples, score  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    result = score(list(read_examples("titles")), SETS["titles"])
    assert result.precision >= 0.95
    assert result.recall >= 0.95

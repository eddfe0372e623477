"""Retracted works, from a file in the form of the Retraction Watch database."""

from datetime import date
from pathlib import Path

import pytest

from coursewright.bibliography import read_bibliography
from coursewright.bibliography.checks import check_retractions, read_retractions
from coursewright.diagnostics import Place
from coursewright.source import Source
from tests.conftest import PROJECT, Run

COLUMNS = (
    "Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature"
)
CSV = f"""Record ID,{COLUMNS}
1,"A title, with a comma",3/7/2019 0:00,10.1/r1,0,10.1037/RET1,0,Retraction
2,B,4/1/2020 0:00,10.1/r2,0,10.1037/doubt1,0,Expression of concern
3,C,1/1/2021 0:00,10.1/r3,0,10.1037/corr1,0,Correction
4,D,13/13/2021,,0,Unavailable,123456,Retraction
5,E,1/1/2018 0:00,10.1/r5,0,10.1037/back1,0,Retraction
6,E,1/1/2019 0:00,10.1/r6,0,10.1037/back1,0,Reinstatement
7,F,1/1/2020 0:00,10.1/r7,0,10.1037/both1,0,Retraction
8,F,1/1/2020 0:00,10.1/r8,0,10.1037/both1,0,Expression of concern
"""


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    file = tmp_path / "retractions.csv"
    file.write_text(CSV, "utf-8")
    return file


def told(notices: Path, fields: str, *suffixes: str) -> list[str]:
    """What is told of a work with these fields, cited once with each of these words behind its key."""
    bibliography = read_bibliography([Source("a.bib", f"@article{{a, {fields}}}")], print)
    cited = [("a", Place("p.md", line, 1), words) for line, words in enumerate(suffixes, 1)]
    found = check_retractions(bibliography, cited, read_retractions(notices))
    return [f"{d.place.path}:{d.place.line} {d.level} {d.message}" for d in found]


CASES = {
    "DOI, whatever its capitals and form": (
        "doi = {https://doi.org/10.1037/ret1}", [""],
        ["p.md:1 error The work 'a' was retracted on 2019-03-07 (https://doi.org/10.1/r1)."],
    ),
    "nothing cites it": (
        "doi = {10.1037/ret1}", [],
        ["a.bib:1 error The work 'a' was retracted on 2019-03-07 (https://doi.org/10.1/r1)."],
    ),
    "the text says so": ("doi = {10.1037/ret1}", [", retracted", "; since retracted, 2019"], []),
    "one of two citations says so": (
        "doi = {10.1037/ret1}", [", retracted", ""],
        ["p.md:2 error The work 'a' was retracted on 2019-03-07 (https://doi.org/10.1/r1)."],
    ),
    "expression of concern": (
        "doi = {10.1037/doubt1}", [""],
        ["p.md:1 warning The work 'a' has an expression of concern of 2020-04-01 (https://doi.org/10.1/r2)."],
    ),
    "correction": ("doi = {10.1037/corr1}", [""], []),
    "PubMed number": ("pmid = {123456}", [""], ["p.md:1 error The work 'a' was retracted."]),
    "reinstated": ("doi = {10.1037/back1}", [""], []),
    "the gravest counts": (
        "doi = {10.1037/both1}", [""],
        ["p.md:1 error The work 'a' was retracted on 2020-01-01 (https://doi.org/10.1/r7)."],
    ),
    "another DOI with the same beginning": ("doi = {10.1037/ret11}", [""], []),
    "no DOI": ("title = {A}", [""], []),
    "a DOI called 'unavailable'": ("doi = {Unavailable}", [""], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_notices(name: str, notices: Path) -> None:
    fields, suffixes, expected = CASES[name]
    assert told(notices, fields, *suffixes) == expected


def test_how_old_the_file_is(notices: Path) -> None:
    found = read_retractions(notices)
    assert (found.rows, found.newest) == (8, date(2021, 1, 1))


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\x00\xff\xfe"])
def test_a_file_of_another_kind_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(data)
    with pytest.raises(ValueError, match="missing"):
        read_retractions(tmp_path / "x.csv")


def test_the_command(run: Run, notices: Path, tmp_path: Path) -> None:
    root = tmp_path / "course"
    (root / "docs").mkdir(parents=True)
    (root / "bib").mkdir()
    (root / "bib" / "apa.csl").symlink_to(PROJECT / "bib" / "apa.csl")
    (root / "docs" / "index.md").write_text("---\ntitle: T\n---\nSo [@a1] and [@a1, retracted].\n", "utf-8")
    (root / "bib" / "a.bib").write_text(
        "@article{a1, author={Lee, K.}, title={T}, journal={J}, volume=1, year=2001, doi={10.1037/ret1}}", "utf-8"
    )
    result = run("check", "--retractions", notices, root=root)
    assert "docs/index.md:4:5: error: The work 'a1' was retracted on 2019-03-07" in result.stdout
    assert result.stdout.count("[work-stands]") == 1
    assert result.stderr == "Retractions: 8 notices in retractions.csv, the newest of 2021-01-01.\n"
    assert "work-stands" not in run("check", root=root).stdout

"""Entries into CSL-JSON: each line of a table is one decision."""

from typing import Any

import pytest

from coursewright.bibliography import csl_json, read_bibliography
from coursewright.source import Source


def item(bibtex: str) -> dict[str, Any]:
    """The CSL-JSON of the first entry, without its id."""
    bibliography = read_bibliography([Source("a.bib", bibtex)], lambda _: None)
    return {name: value for name, value in csl_json(bibliography.entries[0], bibliography).items() if name != "id"}


FIELDS: dict[str, tuple[str, dict[str, Any]]] = {
    "doi without its resolver": ("@book{a, doi={https://doi.org/10.1037/h0085885.}}", {"DOI": "10.1037/h0085885"}),
    "doi instead of url": ("@book{a, doi={10.1037/x}, url={https://a.org}}", {"DOI": "10.1037/x"}),
    "unconfirmed doi is left out": ("@book{a, unverifieddoi={10.1037/x}}", {}),
    "url as typed": (r"@book{a, url={https://a.org/~b--c?d\_e=1&f}}", {"URL": "https://a.org/~b--c?d_e=1&f"}),
    "unsafe url is left out": ("@book{a, url={javascript:alert(1)}}", {}),
    "pages": ("@incollection{a, pages={25--39}}", {"page": "25–39"}),
    "edition, ordinal": ("@book{a, edition={3rd}}", {"edition": "3"}),
    "edition, word": ("@book{a, edition={Second}}", {"edition": "2"}),
    "edition, more": ("@book{a, edition={7th (50th anniversary)}}", {"edition": "7th, 50th anniversary ed."}),
    "edition, named": ("@book{a, edition={Revised edition}}", {"edition": "Revised ed."}),
    "date and month": ("@book{a, year={1993}, month=sep}", {"issued": {"date-parts": [[1993, 9]]}}),
    "date with day": ("@book{a, date={1993-05-03}}", {"issued": {"date-parts": [[1993, 5, 3]]}}),
    "no date": ("@book{a, year={n.d.}}", {}),
    "in press": ("@book{a, year={in press}}", {"status": "in press"}),
    "first publication": ("@book{a, origdate={1923}}", {"original-date": {"date-parts": [[1923]]}}),
    "volume in a title": (
        "@book{a, title={B: {Volume} 2. {C}}}",
        {"title": 'B: Vol. 2. <span class="nocase">C</span>'},
    ),
    "title and subtitle": ("@book{a, title={A}, subtitle={B}}", {"title": "A: B"}),
    "note and address are not printed": ("@book{a, note={n}, address={London}}", {}),
    "publisher that is the author": (
        "@book{a, author={{American Counseling Association}}, publisher={American Counseling Association}}",
        {"author": [{"literal": "American Counseling Association"}]},
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_fields(name: str) -> None:
    bibtex, expected = FIELDS[name]
    found = item(bibtex)
    assert found.pop("type") in ("book", "chapter")
    assert found == expected


KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "article": (
        "@article{a, journal={J}, volume={1}, number={2}, pages={3--4}}",
        {"type": "article-journal", "container-title": "J", "volume": "1", "issue": "2", "page": "3–4"},
    ),
    "article number": (
        "@article{a, volume={85}, pages={102002}}",
        {"type": "article-journal", "volume": "85", "number": "102002"},
    ),
    "article number without an issue": (
        "@article{a, volume={7}, pages={862}}",
        {"type": "article-journal", "volume": "7", "number": "862"},
    ),
    "one page": ("@article{a, number={7}, pages={862}}", {"type": "article-journal", "issue": "7", "page": "862"}),
    "thesis": (
        "@phdthesis{a, school={MIT}}",
        {"type": "thesis", "publisher": "MIT", "genre": "Doctoral dissertation"},
    ),
    "thesis of another kind": ("@phdthesis{a, type={Habilitation}}", {"type": "thesis", "genre": "Habilitation"}),
    "group author of a report": (
        "@techreport{a, institution={World Health Organization}}",
        {"type": "report", "author": [{"literal": "World Health Organization"}]},
    ),
    "report": (
        "@techreport{a, editor={E, F}, type={Report}, institution={BPS}}",
        {"type": "report", "editor": [{"family": "E", "given": "F"}], "publisher": "BPS"},
    ),
    "numbered report": (
        "@techreport{a, type={Research Monograph}, number={6}}",
        {"type": "report", "genre": "Research Monograph", "number": "6"},
    ),
    "numbered report of a series": (
        "@techreport{a, type={HHS Publication No. (SMA)}, number={14-4884}}",
        {"type": "report", "genre": "HHS Publication", "number": "No. (SMA) 14-4884"},
    ),
    "volume of collected works": (
        "@book{a, title={Practice}, series={Works}, volume={16}}",
        {"type": "book", "title": "Works", "volume": "16", "volume-title": "Practice"},
    ),
    "speech": (
        "@misc{a, howpublished={Keynote address, Congress of CBT, London}}",
        {"type": "speech", "genre": "Keynote address", "event-title": "Congress of CBT, London"},
    ),
    "code by its own publisher": (
        "@misc{a, author={{British Association for Counselling}}, howpublished={Lutterworth: BAC}}",
        {"type": "document", "author": [{"literal": "British Association for Counselling"}]},
    ),
    "case of a court that its reporter names": (
        "@misc{a, author={{Supreme Court of California}}, title={{T v. R}}, howpublished={17 Cal. 3d 425, 5 P. 3}}",
        {"type": "legal_case", "title": "T v. R", "volume": "17", "container-title": "Cal. 3d 425, 5 P.", "page": "3"},
    ),
    "case of another court": (
        "@misc{a, title={D v. M}, howpublished={951 F.2d 1128 (9th Cir.)}}",
        {
            "type": "legal_case", "title": "D v. M", "volume": "951", "container-title": "F.2d", "page": "1128",
            "authority": "9th Cir.",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_kinds(name: str) -> None:
    bibtex, expected = KINDS[name]
    assert item(bibtex) == expected


def test_a_chapter_inherits_from_its_book() -> None:
    found = item(
        "@incollection{a, title={C}, crossref={b}}\n@book{b, title={B}, publisher={P}, year={1992}, doi={10.1/x}}"
    )
    issued = {"date-parts": [[1992]]}
    assert found == {"type": "chapter", "title": "C", "container-title": "B", "publisher": "P", "issued": issued}

"""Entries beside records: what counts as the same, what as a difference."""

from dataclasses import replace
from typing import Any

import pytest

from coursewright.bibliography import CslItem, csl_json, read_bibliography
from coursewright.source import Source
from coursewright.verify.compare import differences, is_same_work
from coursewright.verify.crossref import read_work
from coursewright.verify.open_library import read_book, read_document
from coursewright.verify.record import Record

ENTRY = """
  author = {Bordin, Edward S.},
  title = {The generalizability of the psychoanalytic concept of the {Working} alliance},
  journal = {Psychotherapy: Theory, Research \\& Practice},
  year = {1979}, volume = {16}, number = {3}, pages = {252--260}, doi = {10.1037/h0085885}
"""
RECORD = Record(
    "Crossref",
    "article",
    "The generalizability of the psychoanalytic concept of the working alliance.",
    authors=({"family": "Bordin", "given": "Edward S."},),
    years=(1979,),
    containers=("Psychotherapy: Theory, Research & Practice", "Psychother. Theor. Res. Pract."),
    volume="16",
    issue="3",
    pages="252-260",
)


def entry(fields: str) -> CslItem:
    """An article of these fields."""
    bibliography = read_bibliography([Source("b.bib", f"@article{{k, {fields}}}")], lambda _: None)
    return csl_json(bibliography.entries[0], bibliography)


@pytest.mark.parametrize(
    "same",
    [
        {},
        {"title": "THE GENERALIZABILITY OF THE PSYCHOANALYTIC CONCEPT OF THE WORKING ALLIANCE"},
        {"title": ""},
        {"authors": ({"family": "BORDIN", "given": "E."},)},
        {"authors": ({"family": "Bordin"},)},
        {"authors": ()},
        {"years": (1980, 1979)},
        {"years": ()},
        {"containers": ("Psychotherapy: theory, research and practice",)},
        {"containers": ("The Journal", "Psychotherapy: Theory, Research & Practice")},
        {"containers": ()},
        {"pages": "252–60"},
        {"pages": "252"},
        {"pages": "", "article": ""},
        {"volume": "", "issue": ""},
        {"publisher": "Another"},
    ],
    ids=str,
)
def test_what_is_the_same_or_is_said_by_one_alone_is_no_difference(same: dict[str, Any]) -> None:
    assert differences(entry(ENTRY), replace(RECORD, **same)) == ()


@pytest.mark.parametrize(
    ("other", "field", "here", "there"),
    [
        ({"title": "The generality of the concept"}, "title", None, "The generality of the concept"),
        (
            {"authors": ({"family": "Borden", "given": "Edward S."},)},
            "authors",
            "Bordin, Edward S.",
            "Borden, Edward S.",
        ),
        ({"authors": ({"family": "Bordin", "given": "Martha"},)}, "authors", None, "Bordin, Martha"),
        ({"authors": (*RECORD.authors, {"literal": "A group"})}, "authors", None, "Bordin, Edward S.; A group"),
        ({"years": (1980, 1981)}, "year", "1979", "1980 or 1981"),
        ({"containers": ("Psychotherapy Research",)}, "journal", None, "Psychotherapy Research"),
        ({"volume": "17"}, "volume", "16", "17"),
        ({"issue": "4"}, "issue", "3", "4"),
        ({"pages": "252-261"}, "pages", "252–260", "252-261"),
        ({"pages": "253"}, "pages", "252–260", "253"),
        ({"pages": "", "article": "e12"}, "pages", "252–260", "e12"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_difference_names_the_field_and_both_sides(
    other: dict[str, Any], field: str, here: str | None, there: str
) -> None:
    (found,) = differences(entry(ENTRY), replace(RECORD, **other))
    assert (found.field, found.there) == (field, there)
    assert here in (None, found.here)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Del Re, A. C.", {"family": "Re", "given": "A. C. Del"}),
        ("van der Kolk, Bessel A.", {"family": "van der Kolk", "given": "Bessel"}),
        ("van der Kolk, Bessel A.", {"family": "Kolk", "given": "Bessel A. van der"}),
        ("Kivlighan, Jr., Dennis M.", {"family": "Kivlighan Jr.", "given": "Dennis M."}),
        ("Flückiger, Christoph", {"family": "Fluckiger", "given": "C."}),
        ("{American Psychological Association}", {"literal": "American psychological association"}),
    ],
)
def test_names_that_catalogues_write_otherwise(ours: str, theirs: dict[str, str]) -> None:
    assert not differences(entry(f"author = {{{ours}}}"), Record("Crossref", "article", "", authors=(theirs,)))


@pytest.mark.parametrize(
    ("title", "record", "same"),
    [
        ("Persuasion and healing: {A} study", Record("", "book", "Persuasion and healing", "A study"), True),
        ("Persuasion and healing: {A} study", Record("", "book", "Persuasion and healing"), True),
        ("Persuasion and healing: {A} study", Record("", "book", "Persuasion and healing", "Another"), False),
        ("Persuasion and healing", Record("", "book", "Persuasion and healing: A study"), False),
        ("On becoming a person", Record("", "book", "On becoming"), False),
    ],
)
def test_a_subtitle_may_be_left_out_by_the_catalogue(title: str, record: Record, same: bool) -> None:
    assert is_same_work(entry(f"title = {{{title}}}"), record) is same


def test_a_search_result_by_somebody_else_is_another_work() -> None:
    ours = entry("author = {Frank, J.}, title = {Healing}")
    assert is_same_work(ours, Record("", "book", "Healing", authors=({"family": "Frank", "given": "Jerome"},)))
    assert not is_same_work(ours, Record("", "book", "Healing", authors=({"family": "Franks", "given": "Jo"},)))


def test_records_of_another_shape_are_read_as_far_as_they_go() -> None:
    odd = {
        "title": [None, "T"],
        "author": ["x", {}, {"family": "A"}, {"given": "Plato"}],
        "issued": {"date-parts": [[None]]},
        "published": [],
        "page": 7,
        "container-title": "J",
        "editor": None,
    }
    record = read_work(odd)
    assert (record.title, record.authors, record.years) == ("T", ({"family": "A"}, {"literal": "Plato"}), ())
    assert (record.kind, record.pages, record.containers) == ("misc", "", ("J",))
    assert read_work({}).title == read_book({"authors": "x", "publish_date": None}, "1").title == ""
    assert read_document({"author_name": [1, ""], "publish_year": "x"}).years == ()

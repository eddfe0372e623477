"""Reading BibTeX: what is kept, what is told, and where."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.diagnostics import Diagnostic
from coursewright.source import Source


def read(*texts: str) -> tuple[Bibliography, list[str]]:
    """Files a.bib, b.bib … as a bibliography, and what was told as 'path:line:column message'."""
    told: list[Diagnostic] = []
    names = ("a.bib", "b.bib", "c.bib")
    bibliography = read_bibliography([Source(*pair) for pair in zip(names, texts, strict=False)], told.append)
    return bibliography, [f"{d.place.path}:{d.place.line}:{d.place.column} {d.message}" for d in told]


def fields(bibliography: Bibliography) -> dict[str, dict[str, str]]:
    return {entry.key: {field.name: field.value for field in entry.fields} for entry in bibliography.entries}


GOOD = {
    "braces and bare numbers": (
        "@book{white2007,\n  author = {White, Michael},\n  year = 2007\n}",
        {"white2007": {"author": "White, Michael", "year": "2007"}},
    ),
    "quotation marks with braces inside": (
        '@misc(a, title = "The {"}quoted{"} word", note = {x)y})',
        {"a": {"title": 'The {"}quoted{"} word', "note": "x)y"}},
    ),
    "white space folds": ("@book{a,\n title = {On\n    becoming},\n}", {"a": {"title": "On becoming"}}),
    "names of fields in capitals": ("@BOOK{a, TITLE = {X}}", {"a": {"title": "X"}}),
    "strings, months and #": (
        '@string{apa = "American " # {Psychologist}}\n@article{a, journal = apa # { 2}, month = sep}',
        {"a": {"journal": "American Psychologist 2", "month": "September"}},
    ),
    "key with slash, dot and é": ("@book{é/a.b:c+1, title={X}}", {"é/a.b:c+1": {"title": "X"}}),
    "no fields": ("@book{a}", {"a": {}}),
    "text, addresses and handles between entries": (
        "Mail me@x.org, or @me on Mastodon.\n@book{a, title={X}}\nmore me@x.org {text} = {b}",
        {"a": {"title": "X"}},
    ),
    "comments": (
        '% @book{no, title={X}}\n@comment{@book{no2, title={X}}}\n@preamble{"x"}\n@book{a,\n% title={Y},\n title={X}}',
        {"a": {"title": "X"}},
    ),
    "an entry inside a value is none": (
        "@misc{a, abstract = {see\n@book{b, title={Y}}\nthere}, year = {1990}}",
        {"a": {"abstract": "see @book{b, title={Y}} there", "year": "1990"}},
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_good_bibtex_is_read_without_a_word(name: str) -> None:
    text, expected = GOOD[name]
    bibliography, told = read(text)
    assert (fields(bibliography), told) == (expected, [])


NEXT = "\n\n@book{next,\n  title = {Y}\n}\n"
FAULTS = {
    "brace of a value not closed, fields after it": (
        "@book{a,\n  title = {Foo,\n  year = {1990},\n}",
        ["a.bib:2:11 The brace that opens this value is not closed."],
        {"title": "Foo", "year": "1990"},
    ),
    "brace of the last value not closed": (
        "@book{a,\n  year = {1990},\n  title = {Foo\n}",
        ["a.bib:3:11 The brace that opens this value is not closed."],
        {"year": "1990", "title": "Foo"},
    ),
    "entry not closed": (
        "@book{a,\n  title = {Foo},",
        ["a.bib:1:6 The entry 'a' is not closed."],
        {"title": "Foo"},
    ),
    "quotation mark not closed": (
        '@book{a,\n  author = "White,\n  title = "Maps"\n}',
        ["a.bib:2:12 The quotation mark that opens this value is not closed."],
        {"author": "White", "title": "Maps"},
    ),
    "comma missing between fields": (
        "@book{a,\n  author = {White}\n  title = {Maps},\n  year = 2007\n}",
        ["a.bib:2:18 A comma is missing after the field 'author'."],
        {"author": "White", "title": "Maps", "year": "2007"},
    ),
    "comma missing after the key": (
        "@book{a\n  title = {Maps}\n}",
        ["a.bib:1:7 A comma is missing after the key 'a'."],
        {"title": "Maps"},
    ),
    "brace closed too early": (
        "@book{a,\n  author = {White}},\n  title = {Maps}\n}",
        ["a.bib:2:19 The entry 'a' is closed here, but the field 'title' follows."],
        {"author": "White", "title": "Maps"},
    ),
    "brace closed too early in the last field": (
        "@book{a,\n  author = {White}},\n}",
        ["a.bib:2:19 The entry 'a' is closed here, but another brace follows."],
        {"author": "White"},
    ),
    "field given twice": (
        "@book{a,\n  title = {Foo},\n  year = 1990,\n  Title = {Bar}\n}",
        ["a.bib:4:3 The field 'title' is given twice; the first is in line 2."],
        {"title": "Foo", "year": "1990"},
    ),
    "undefined string": (
        "@book{a, title = {Foo}, month = spt}",
        ["a.bib:1:33 No @string is called 'spt'."],
        {"title": "Foo", "month": "spt"},
    ),
    "equals sign missing": (
        "@book{a, title {Foo}, year = 1990}",
        ["a.bib:1:10 '=' is missing after 'title'."],
        {"title": "Foo", "year": "1990"},
    ),
    "value missing": (
        "@book{a, title = , year = 1990}",
        ["a.bib:1:18 A value is missing here."],
        {"title": "", "year": "1990"},
    ),
    "words between fields": (
        "@book{a, title = {Foo} bar, year = 1990}",
        ["a.bib:1:24 'bar' can't be read here."],
        {"title": "Foo", "year": "1990"},
    ),
    "crossref to nothing": (
        "@book{a, title = {Foo}, crossref = {nxt}}",
        ["a.bib:1:36 No reference has the key 'nxt' that 'crossref' names."],
        {"title": "Foo", "crossref": "nxt"},
    ),
    "no key": ("@book{title = {Foo}}", ["a.bib:1:6 The entry has no key."], None),
    "no brace": ("@book a,\n title = {Foo}", ["a.bib:1:1 The entry '@book' has no brace."], None),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_where_it_is_and_hides_nothing(name: str) -> None:
    text, expected, kept = FAULTS[name]
    bibliography, told = read(text + NEXT)
    assert told == expected
    assert fields(bibliography) == ({"a": kept} if kept is not None else {}) | {"next": {"title": "Y"}}


KEYS = {
    "in one file": (["@book{a,}\n@misc{a,}"], ["a.bib:2:7 The key 'a' is also the key 'a' of the work at a.bib:1:7."]),
    "in two files": (
        ["@book{a,}", "@misc{a,}"],
        ["b.bib:1:7 The key 'a' is also the key 'a' of the work at a.bib:1:7."],
    ),
    "but for capitals": (
        ["@book{a1,}", "@misc{A1,}"],
        ["b.bib:1:7 The key 'A1' differs in capitals alone from the key 'a1' of the work at a.bib:1:7."],
    ),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_names_one_work(name: str) -> None:
    texts, expected = KEYS[name]
    assert read(*texts)[1] == expected


def test_of_entries_with_one_key_the_first_counts() -> None:
    bibliography, _ = read("@book{a, title={First}}\n@book{a, title={Second}}")
    assert fields(bibliography) == {"a": {"title": "First"}}


def test_places_of_key_field_and_value() -> None:
    entry = read("\n@book{white2007,\n  title = {Maps}\n}")[0].entries[0]
    field = entry.fields[0]
    places = [(place.line, place.column, place.length) for place in (entry.place, field.place, field.value_place)]
    assert places == [(2, 7, 9), (3, 3, 5), (3, 11, 1)]


def test_verification_is_kept() -> None:
    assert read("@book{a, verification = {none}}")[0].entries[0].verification == "none"


PIECES = st.lists(
    st.sampled_from(
        [
            "@book{a,",
            "@",
            "{",
            "}",
            '"',
            ",",
            "\n",
            " = ",
            "title",
            "year = {1990}",
            "\n  x = {",
            "#",
            "%",
            "(",
            ")",
            "é",
            "\\",
        ]
    ),
    max_size=60,
).map("".join)


@given(st.text() | PIECES)
def test_reading_never_raises(text: str) -> None:
    bibliography, _ = read(text)
    for entry in bibliography.entries:
        assert entry.place.line <= text.count("\n") + 1


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece",
    [
        "@a{b,",
        "@a{b,\n x={",
        '@a{b,\n x="',
        "{",
        "}",
        '@a{b, x="{',
        "@a{b}, c = {",
        "\n x = {",
        "@a{b, x = {y} ",
        " ",
        "@",
    ],
)
def test_reading_takes_linear_time(piece: str) -> None:
    started = time.perf_counter()
    read(piece * 20_000)
    assert time.perf_counter() - started < 3

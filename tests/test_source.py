"""Text with places: any bytes become text, and every offset has the line and column that an editor shows."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.source import Source, decode, read_source, suggest


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"one\ntwo", "one\ntwo"),
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo", "one\ntwo"),
        (b"\xef\xbb\xbfone", "one"),
        ("Żółć 😀".encode(), "Żółć 😀"),
        (b"one\ftwo", "one\ftwo"),
    ],
    ids=["empty", "lf", "crlf", "cr", "byte-order mark", "utf-8", "form feed"],
)
def test_sound_bytes_are_read_in_silence(data: bytes, text: str) -> None:
    told: list[Diagnostic] = []
    assert decode("f", data, told.append).text == text
    assert told == []


@pytest.mark.parametrize(
    ("data", "place", "message", "hint"),
    [
        (b"caf\xe9", Place("f", 1, 4), "This byte is not UTF-8 (0xe9).", "'é'"),
        ("é\n„".encode() + b"a\x93b\x94", Place("f", 2, 3), "This byte is not UTF-8 (0x93).", "'“'"),
        (b"\xe4\xf6ab", Place("f", 1, 1, 2), "These 2 bytes are not UTF-8 (0xe4f6).", "'äö'"),
        (b"\x80" * 999, Place("f", 1, 1, 999), f"These 999 bytes are not UTF-8 (0x{'80' * 8}…).", f"'{'€' * 8}…'"),
        (b"\r\n\r\nx\x80", Place("f", 3, 2), "This byte is not UTF-8 (0x80).", "'€'"),
    ],
    ids=["latin-1", "after non-ASCII", "two", "many", "after crlf"],
)
def test_bytes_that_are_not_utf8_are_told_where_they_stand(data: bytes, place: Place, message: str, hint: str) -> None:
    told: list[Diagnostic] = []
    source = decode("f", data, told.append)
    first = told[0]
    assert (first.rule, first.place, first.message) == (Rule.SOURCE_UTF8, place, message)
    assert first.hint == f"in Windows-1252 it would be {hint}; save the file as UTF-8"
    assert source.text[source.offset(place.line, place.column)] == "\ufffd"


@pytest.mark.parametrize("kind", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_once_and_read(kind: str) -> None:
    told: list[Diagnostic] = []
    assert decode("f", "ä: b\r\n„c“".encode(kind), told.append).text == "ä: b\n„c“"
    assert [(d.place, d.message, d.hint) for d in told] == [
        (Place("f", 1, 1), "This file is UTF-16.", "save it as UTF-8")
    ]


@pytest.mark.parametrize("data", [b"a\x00b", b"\x00", b"a\x07b", b"a\x7f"])
def test_a_control_character_is_told_where_it_stands(data: bytes) -> None:
    told: list[Diagnostic] = []
    source = decode("f", b"\n" + data, told.append)
    assert "can't be seen" in told[0].message
    assert source.text[source.offset(told[0].place.line, told[0].place.column)] == "\ufffd"


def test_a_file_that_cannot_be_read_is_told_and_not_raised(tmp_path: Path) -> None:
    told: list[Diagnostic] = []
    assert read_source(tmp_path, "no.md", told.append) is None
    assert read_source(tmp_path, ".", told.append) is None
    assert [(d.rule, d.place) for d in told] == [
        (Rule.SOURCE_FOUND, Place("no.md", 1, 1)),
        (Rule.SOURCE_FOUND, Place(".", 1, 1)),
    ]


TEXT = "one\n\ndrei äöü\n"


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 3, Place("f", 1, 1, 3)),
        (1, None, Place("f", 1, 2)),
        (4, 5, Place("f", 2, 1)),
        (10, 13, Place("f", 3, 6, 3)),
        (5, 14, Place("f", 3, 1, 8)),
        (0, 99, Place("f", 1, 1, 3)),
        (14, None, Place("f", 4, 1)),
    ],
    ids=["word", "one character", "empty line", "non-ASCII", "cut at the line's end", "beyond the text", "at the end"],
)
def test_places(start: int, end: int | None, place: Place) -> None:
    assert Source("f", TEXT).place(start, end) == place


@pytest.mark.parametrize(
    ("number", "line"), [(0, ""), (1, "one"), (2, ""), (3, "drei äöü"), (4, ""), (5, ""), (-1, "")]
)
def test_lines(number: int, line: str) -> None:
    assert Source("f", TEXT).line(number) == line


@given(st.binary(max_size=200))
def test_any_bytes_have_a_text_and_every_bad_byte_is_told(data: bytes) -> None:
    told: list[Diagnostic] = []
    text = decode("f", data, told.append).text
    assert "\r" not in text
    text.encode()  # no half characters are left, which would raise here
    try:
        is_text = not re.search("[\0-\x08\x0e-\x1f\x7f]", data.decode())
    except UnicodeDecodeError:
        is_text = False
    assert bool(told) is not is_text


@given(st.text("aä😀\n\t ", max_size=60), st.data())
def test_an_offset_and_its_place_are_one_to_one(text: str, data: st.DataObject) -> None:
    source = Source("f", text)
    at = data.draw(st.integers(0, len(text)))
    place = source.place(at)
    assert source.offset(place.line, place.column) == at
    assert source.line(place.line)[: place.column - 1] == text[text.rfind("\n", 0, at) + 1 : at]


@given(st.text("ab\n", max_size=30), st.integers(-3, 40), st.integers(-3, 40))
def test_offsets_stay_inside_the_text(text: str, line: int, column: int) -> None:
    assert 0 <= Source("f", text).offset(line, column) <= len(text)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("minute", "did you mean 'minutes'?"), ("Minutes", "did you mean 'minutes'?"), ("xyz", ""), ("", "")],
)
def test_suggestions(word: str, hint: str) -> None:
    assert suggest(word, ["title", "minutes"]) == hint

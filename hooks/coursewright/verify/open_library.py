"""Open Library's records: a book of `/api/books?jscmd=data`, and the documents of `/search.json`."""

import re
from collections.abc import Mapping
from typing import Any

from coursewright.bibliography.names import CslName
from coursewright.verify.record import Record, printable

_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def read_book(data: Mapping[str, Any], isbn: str) -> Record:
    """One edition, asked for by its ISBN."""
    return Record(
        source="Open Library",
        kind="book",
        title=_text(data.get("title")),
        subtitle=_text(data.get("subtitle")),
        authors=tuple(_name(name) for name in _named(data.get("authors"))),
        years=tuple(int(year) for year in _YEAR.findall(_text(data.get("publish_date")))),
        publisher=next(iter(_named(data.get("publishers"))), ""),
        isbn=isbn,
    )


def read_document(data: Mapping[str, Any]) -> Record:
    """One work of a search, whose years are those of all its editions."""
    years = [data.get("first_publish_year"), *_listed(data.get("publish_year"))]
    return Record(
        source="Open Library",
        kind="book",
        title=_text(data.get("title")),
        subtitle=_text(data.get("subtitle")),
        authors=tuple(_name(name) for name in _listed(data.get("author_name")) if isinstance(name, str) and name),
        years=tuple(dict.fromkeys(year for year in years if isinstance(year, int))),
    )


def _name(name: str) -> CslName:
    """'Harlene Anderson'; the last word is taken for the family name, as far as that goes."""
    given, _, family = printable(name).rpartition(" ")
    return {"family": family, "given": given} if given else {"literal": family}


def _named(value: Any) -> list[str]:
    """The names of '[{"name": "Norton"}]'."""
    items = (item.get("name") for item in _listed(value) if isinstance(item, Mapping))
    return [name for name in items if isinstance(name, str) and name]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return printable(value) if isinstance(value, str) else ""

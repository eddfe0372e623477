"""Crossref's records: the message of `/works/{doi}` and the items of `/works?query…` (REST API, version 1.0.0)."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from coursewright.bibliography.names import CslName
from coursewright.verify.record import Record, printable

KINDS = {
    "journal-article": "article", "book": "book", "monograph": "book", "edited-book": "book", "reference-book": "book",
    "book-chapter": "incollection", "book-section": "incollection", "book-part": "incollection",
    "reference-entry": "incollection", "proceedings-article": "inproceedings", "dissertation": "phdthesis",
    "report": "techreport", "posted-content": "online",
}  # fmt: skip
_DATES = ("published-print", "issued", "published", "published-online")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")


def read_work(message: Mapping[str, Any]) -> Record:
    """One work as Crossref describes it; a field of another shape than Crossref documents counts as missing."""
    return Record(
        source="Crossref",
        kind=KINDS.get(_text(message.get("type")), "misc"),
        title=_text(message.get("title")),
        subtitle=_text(message.get("subtitle")),
        authors=_names(message.get("author")),
        editors=_names(message.get("editor")),
        years=tuple(dict.fromkeys(year for name in _DATES if (year := _year(message.get(name))))),
        containers=tuple(
            dict.fromkeys(_texts(message.get("container-title")) + _texts(message.get("short-container-title")))
        ),
        volume=_text(message.get("volume")),
        issue=_text(message.get("issue")),
        pages=_text(message.get("page")),
        article=_text(message.get("article-number")),
        publisher=_text(message.get("publisher")),
        edition=_text(message.get("edition-number")),
        doi=_text(message.get("DOI")),
        isbn=_text(message.get("ISBN")),
    )


def _texts(value: Any) -> list[str]:
    """A text or a list of texts, without markup; titles come with both HTML and MathML tags."""
    values = value if isinstance(value, list) else [value]
    texts = (printable(unescape(_TAG.sub("", item))) for item in values if isinstance(item, str))
    return [text for text in texts if text]


def _text(value: Any) -> str:
    return next(iter(_texts(value)), "")


def _names(value: Any) -> tuple[CslName, ...]:
    people = value if isinstance(value, list) else []
    return tuple(name for person in people if isinstance(person, Mapping) and (name := _name(person)))


def _name(person: Mapping[str, Any]) -> CslName:
    if not person.get("family"):
        group = _text(person.get("name")) or _text(person.get("given"))
        return {"literal": group} if group else {}
    return {part: text for part in ("family", "given", "suffix") if (text := _text(person.get(part)))}


def _year(date: Any) -> int:
    """The year of a date '{"date-parts": [[1979, 9]]}'; 0 where there is none, which Crossref writes '[[null]]'."""
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    year = next(iter(first), None) if isinstance(first, Iterable) else None
    return year if isinstance(year, int) else 0

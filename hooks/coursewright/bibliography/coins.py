"""A work as an OpenURL context object, which reference managers read from a span of class Z3988 (COinS).

Method: ANSI/NISO Z39.88-2004, key/encoded-value formats 'journal', 'book', 'dissertation' and 'dc'. The formats have no
key for editors: where a work has no author its editors stand for them, as they do in the list (APA 7 §9.10).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import quote

from coursewright.bibliography.csl_json import CslItem, csl_json
from coursewright.bibliography.model import Bibliography
from coursewright.bibliography.names import CslName, surname

_TAG = re.compile(r"</?(?:i|b|sup|sub|span)\b[^>]*>")
_FORMAT = "info:ofi/fmt:kev:mtx:"
_BOOKS = {"book": "book", "report": "report", "chapter": "bookitem", "entry-encyclopedia": "bookitem"} | {
    "paper-conference": "proceeding", "document": "document",
}  # fmt: skip
_DC_TYPES = {"webpage": "webpage", "speech": "presentation", "legal_case": "case", "motion_picture": "film"} | {
    "manuscript": "manuscript", "dataset": "dataset", "software": "computerProgram",
}  # fmt: skip
Pair = tuple[str, str]


def coins(item: CslItem) -> str:
    """The context object of a work, as the `title` of its span holds it before HTML escapes it."""
    pairs = [("ctx_ver", "Z39.88-2004"), *_described(item), *_people(item), *_dated(item)]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def coins_of(bibliography: Bibliography) -> Callable[[str], str]:
    """Citation key → context object, each made when it is first asked for; nothing for a key that is not known."""

    @cache
    def find(key: str) -> str:
        entry = bibliography.get(key)
        return coins(csl_json(entry, bibliography)) if entry else ""

    return find


def without_markup(text: str) -> str:
    """CSL's rich text without its tags."""
    return _TAG.sub("", text)


def _described(item: CslItem) -> Iterator[Pair]:
    """Format and genre, then what the work is called, where it is found and who published it."""
    kind = item["type"]
    yield ("rft_id", f"info:doi/{item['DOI']}" if "DOI" in item else item.get("URL", ""))
    if kind.startswith("article-"):
        yield from _article(item)
    elif kind == "thesis":
        yield from _thesis(item)
    elif kind in _BOOKS:
        yield from _book(item, _BOOKS[kind])
    else:
        yield from _other(item)


def _article(item: CslItem) -> Iterator[Pair]:
    yield from (("rft_val_fmt", f"{_FORMAT}journal"), ("rft.genre", "article"))
    yield ("rft.atitle", _text(item, "title"))
    yield ("rft.jtitle", _text(item, "container-title"))
    yield from ((f"rft.{key}", _text(item, key)) for key in ("volume", "issue"))
    yield ("rft.artnum", _text(item, "number"))
    yield from _pages(item)


def _book(item: CslItem, genre: str) -> Iterator[Pair]:
    yield from (("rft_val_fmt", f"{_FORMAT}book"), ("rft.genre", genre))
    inside = genre in ("bookitem", "proceeding")
    yield ("rft.atitle", _text(item, "title") if inside else "")
    yield ("rft.btitle", _text(item, "container-title" if inside else "title"))
    yield ("rft.title", _text(item, "title") if genre == "document" else "")  # what readers of documents look for
    yield ("rft.series", _text(item, "collection-title"))
    yield ("rft.edition", _text(item, "edition"))
    yield ("rft.pub", _text(item, "publisher"))
    yield ("rft.isbn", _text(item, "ISBN").partition(" ")[0])
    yield from _pages(item)


def _thesis(item: CslItem) -> Iterator[Pair]:
    yield ("rft_val_fmt", f"{_FORMAT}dissertation")
    yield ("rft.title", _text(item, "title"))
    yield ("rft.inst", _text(item, "publisher"))
    yield ("rft.degree", _text(item, "genre"))


def _other(item: CslItem) -> Iterator[Pair]:
    """Dublin Core, for kinds of work that have no format of their own."""
    yield ("rft_val_fmt", f"{_FORMAT}dc")
    yield ("rft.type", _DC_TYPES.get(item["type"], "document"))
    yield ("rft.title", _text(item, "title"))
    yield ("rft.source", _text(item, "container-title") or _text(item, "event-title"))
    yield ("rft.publisher", _text(item, "publisher"))


def _pages(item: CslItem) -> Iterator[Pair]:
    pages = _text(item, "page").replace("–", "-")
    first, _, last = pages.partition("-")
    yield from (("rft.spage", first), ("rft.epage", last), ("rft.pages", pages))


def _people(item: CslItem) -> Iterator[Pair]:
    """The first author in parts, then every author; groups have a key of their own, but not in Dublin Core."""
    names: list[CslName] = item.get("author") or item.get("editor") or []
    dublin = item["type"] not in _BOOKS and item["type"] != "thesis" and not item["type"].startswith("article-")
    if names and "family" in names[0] and not dublin:
        yield ("rft.aulast", surname(names[0]))
        yield ("rft.aufirst", names[0].get("given", ""))
        yield ("rft.ausuffix", names[0].get("suffix", ""))
    for name in names:
        if "literal" in name:
            yield ("rft.creator" if dublin else "rft.aucorp", name["literal"])
        else:
            whole = ", ".join(part for part in (surname(name), name.get("given"), name.get("suffix")) if part)
            yield ("rft.creator" if dublin else "rft.au", whole)


def _dated(item: CslItem) -> Iterator[Pair]:
    """The year, with month and day where they are known; a date in words has no form here."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if parts and parts[0] > 0:
        yield ("rft.date", "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]))


def _text(item: CslItem, name: str) -> str:
    return without_markup(str(item.get(name, "")))

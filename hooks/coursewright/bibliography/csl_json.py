"""A BibTeX entry into CSL-JSON: what kind of work it is, who made it, when, where it is found (APA 7 chapters 9–11).

Titles keep the capitals they were typed with. `note`, `address` and an unconfirmed DOI are left out: APA prints none of
them. Fields that CSL has no name for are passed over.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coursewright.bibliography.csl_dates import csl_date, csl_status
from coursewright.bibliography.csl_kinds import THESES, kind_of, refine
from coursewright.bibliography.csl_people import csl_people
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Bibliography, Entry

CslItem = dict[str, Any]
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "container-title": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "volume": ("volume",),
    "collection-title": ("series",),
    "number": ("eid",),
    "genre": ("type",),
    "medium": ("titleaddon",),
    "version": ("version",),
    "title-short": ("shorttitle",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "references": ("addendum",),
    "ISBN": ("isbn",),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]+\d+|\d{5,}")
_DOI = re.compile(r"10\.\d{4,9}/\S+|10/\w+|(?<=doi\.org/)\w+$")  # the last two are short ones (APA 7 §9.36)
_VOLUME = re.compile(r"\{?\bVolume\}?(?= (?:\d+|[IVXLC]+)[.:])")
_PERIODICAL = ("article-journal", "article-magazine", "article-newspaper")


def csl_json(entry: Entry, bibliography: Bibliography) -> CslItem:
    """The CSL-JSON item of an entry, with what it inherits by `crossref`; its id is the entry's key. Made once."""
    made, item = bibliography.csl_items.get(entry.key, (None, {}))
    if made is not entry:
        item = _item(entry, bibliography)
        bibliography.csl_items[entry.key] = entry, item
    return item


def _item(entry: Entry, bibliography: Bibliography) -> CslItem:
    whole = inherit(entry, bibliography)
    item: CslItem = {"id": entry.key, "type": kind_of(whole)} | csl_people(whole)
    item |= {name: text for name, fields in _TEXTS.items() if (text := to_text(whole.value(*fields)))}
    item |= _titles(whole, item) | _dates(whole) | _numbers(whole, item["type"]) | _addresses(whole)
    if item["type"] == "thesis":
        item |= _thesis(whole)
    return refine(item, to_text(whole.value("howpublished")))


def inherit(entry: Entry, bibliography: Bibliography) -> Entry:
    """The entry with the fields of the work it names in `crossref`, whose title becomes the book's title."""
    parent = bibliography.get(entry.value("crossref"))
    if parent is None or parent.key == entry.key:
        return entry
    own = {field.name for field in entry.fields}
    renamed = (replace(field, name="booktitle") if field.name == "title" else field for field in parent.fields)
    left_out = own | {"crossref", "verification", "keywords", "doi", "url"}
    return replace(entry, fields=entry.fields + tuple(field for field in renamed if field.name not in left_out))


def _titles(entry: Entry, item: CslItem) -> CslItem:
    """Title and subtitle as typed, with the words that braces protect marked to keep their capitals.

    The title of a volume follows that of the whole work, `maintitle` (APA 7 §9.20, examples 30 and 45).
    """
    title, subtitle, whole = (
        to_text(_VOLUME.sub("Vol.", entry.value(name)), protect=True) for name in ("title", "subtitle", "maintitle")
    )
    title = f"{title}: {subtitle}" if subtitle else title
    if whole and "container-title" in item:
        return {"title": title, "container-title": whole, "volume-title": item["container-title"]}
    if whole:
        return {"title": whole, "volume-title": title}
    return {"title": title} if title else {}


def _thesis(entry: Entry) -> CslItem:
    """Its kind, the university, and the database or archive that publishes it (APA 7 §10.6)."""
    school = to_text(entry.value("school", "institution"))
    thesis = {"genre": to_text(entry.value("type")) or THESES.get(entry.kind, "")}
    if school:
        thesis |= {"publisher": school, "archive": to_text(entry.value("publisher"))}
    return {name: text for name, text in thesis.items() if text}


def _dates(entry: Entry) -> CslItem:
    status = csl_status(entry.value("pubstate")) or csl_status(entry.value("year", "date"), "in press")
    issued = {} if status == "in press" else csl_date(entry.value("date", "year"), entry.value("month"))
    first = csl_date(entry.value("origdate", "origyear"), "")
    seen = csl_date(entry.value("urldate"), "")
    dates = {"issued": issued, "original-date": first, "accessed": seen, "status": status}
    return {name: date for name, date in dates.items() if date}


def _numbers(entry: Entry, kind: str) -> CslItem:
    """Pages, or the number of an article that has no pages; edition; and what `number` means for this kind of work."""
    item: CslItem = {}
    pages, number = to_text(entry.value("pages")), to_text(entry.value("number", "issue"))
    if kind == "article-journal" and (_ARTICLE_NUMBER.fullmatch(pages) or (pages.isdigit() and not number)):
        item["number"] = pages
    elif pages:
        item["page"] = re.sub(r"\s*(?:-+|–|—)\s*", "–", pages)
    if number:
        series = "collection-number" if entry.value("series") else "number"
        item["issue" if kind in _PERIODICAL else series] = number
    if edition := to_text(entry.value("edition")):
        item["edition"] = _edition(edition)
    return item


def _edition(text: str) -> str:
    """'3rd', 'Third', '3' become 3, which the style words; other editions are worded here (APA 7 §9.52)."""
    plain = re.sub(r"\s*\b(?:ed\.?|edn\.?|edition)$", "", text, flags=re.I).strip()
    if plain.lower() in _ORDINALS:
        return str(_ORDINALS.index(plain.lower()) + 1)
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", plain):
        return match[1]
    return re.sub(r"^(\d+\w*) \((.+)\)$", r"\1, \2", plain) + " ed."


def _addresses(entry: Entry) -> CslItem:
    """DOI without its resolver, or else the web address if it is one that a browser may follow."""
    doi = _DOI.search(entry.value("doi").replace("\\", ""))
    if doi:
        return {"DOI": doi[0].rstrip(".")}
    url = re.sub(r"\\url\b|\\(?=[^A-Za-z])|[{}]", "", entry.value("url"))
    return {"URL": url} if re.fullmatch(r"https?://[^\s<>\"]+", url) else {}

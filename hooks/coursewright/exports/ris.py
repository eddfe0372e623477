"""Works as RIS: what older reference managers and databases read.

Method: the RIS format as Research Information Systems published it (2001), with the tags of its 2011 revision where
Zotero and EndNote agree on them. Lines end with carriage return and line feed; a record begins with TY, ends with ER.
"""

from collections.abc import Iterable, Iterator

from coursewright.bibliography import CslItem
from coursewright.bibliography.coins import without_markup
from coursewright.bibliography.names import surname

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "entry-encyclopedia": "ENCYC", "paper-conference": "CPAPER", "thesis": "THES", "report": "RPRT",
    "manuscript": "UNPB", "webpage": "ELEC", "speech": "CPAPER", "legal_case": "CASE", "motion_picture": "VIDEO",
    "dataset": "DATA", "software": "COMP",
}  # fmt: skip
_PEOPLE = {"author": "AU", "editor": "ED", "translator": "A4"}
_TEXTS = {
    "title": "TI", "container-title": "T2", "event-title": "T2", "collection-title": "T3", "volume": "VL",
    "issue": "IS", "edition": "ET", "publisher": "PB", "authority": "PB", "genre": "M3", "ISBN": "SN", "DOI": "DO",
    "URL": "UR",
}  # fmt: skip


def ris(items: Iterable[CslItem]) -> str:
    """A RIS file of these works in their order."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in (*_record(item), ("ER", "")))


def _record(item: CslItem) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(item["type"], "GEN")
    yield "ID", item["id"]
    for role, tag in _PEOPLE.items():
        for name in item.get(role, ()):
            yield tag, _name(name)
    yield from _date(item)
    for name, tag in _TEXTS.items():
        if text := " ".join(without_markup(str(item.get(name, ""))).split()):
            yield tag, text
    if number := item.get("number"):
        yield ("SN" if item["type"] == "report" else "C7"), str(number)  # C7: the number of an article without pages
    yield from _pages(str(item.get("page", "")))


def _name(name: dict[str, str]) -> str:
    """'Family, Given, Suffix'; a group's name as it is: without a comma it is one name."""
    if "literal" in name:
        return name["literal"]
    return ", ".join(part for part in (surname(name), name.get("given"), name.get("suffix")) if part)


def _date(item: CslItem) -> Iterator[tuple[str, str]]:
    """The year, and the whole date as 'year/month/day/' where more of it is known."""
    issued = item.get("issued", {})
    parts = issued.get("date-parts", [[]])[0]
    if parts:
        yield "PY", str(parts[0])
    if len(parts) > 1:
        yield "DA", "/".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:]), *[""] * (4 - len(parts))])
    if original := item.get("original-date", {}).get("date-parts"):
        yield "OP", str(original[0][0])


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, _, last = pages.partition("–")
    if first:
        yield "SP", first
    if last:
        yield "EP", last

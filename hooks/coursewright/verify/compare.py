"""An entry beside a catalogue's record: what both say and say differently; what only one says is passed over."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coursewright.bibliography import CslItem
from coursewright.bibliography.coins import without_markup
from coursewright.bibliography.collation import sort_key
from coursewright.bibliography.forms import pages_form
from coursewright.bibliography.names import CslName, surname
from coursewright.verify.record import Record

_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_DASH = re.compile(r"\s*[-–—]+\s*")


@dataclass(frozen=True)
class Difference:
    """One field on which entry and record disagree, in words: what is here, what is there."""

    field: str
    here: str
    there: str


def differences(item: CslItem, record: Record) -> tuple[Difference, ...]:
    """Every difference that matters, in the order of a reference."""
    return tuple(_differences(item, record))


def is_same_work(item: CslItem, record: Record) -> bool:
    """Whether a search has found this work: title and first author agree."""
    ours, theirs = _people(item), (*record.authors, *record.editors)
    agree = not ours or not theirs or any(_same_name(ours[0], name) for name in theirs)
    return agree and same_title(str(item.get("title", "")), record)


def same_title(title: str, record: Record) -> bool:
    """Capitals, accents and marks aside; a catalogue may leave the subtitle out."""
    ours = without_markup(title)
    keys = {_key(record.title), _key(record.whole_title)}
    main = re.split(r"[:?!]\s|\s[–—]\s", ours)[0]
    return _key(ours) in keys or (not record.subtitle and _key(main) in keys)


def _differences(item: CslItem, record: Record) -> Iterator[Difference]:
    title, year = without_markup(str(item.get("title", ""))), _year(item)
    if title and record.title and not same_title(title, record):
        yield Difference("title", title, record.whole_title)
    yield from _names(item, record)
    if year and record.years and year not in record.years:
        yield Difference("year", str(year), " or ".join(map(str, record.years)))
    journal = str(item.get("container-title", ""))
    if journal and record.containers and _key(journal) not in {_key(name) for name in record.containers}:
        yield Difference("journal" if item["type"].startswith("article") else "book", journal, record.containers[0])
    for field, ours, theirs in (("volume", "volume", record.volume), ("issue", "issue", record.issue)):
        if (here := str(item.get(ours, ""))) and theirs and sort_key(here) != sort_key(theirs):
            yield Difference(field, here, theirs)
    yield from _pages(item, record)


def _names(item: CslItem, record: Record) -> Iterator[Difference]:
    """Authors, or editors where there are no authors: as many, in the same order, family names and first initials."""
    ours = _people(item)
    theirs = record.authors if "author" in item or not record.editors else record.editors
    if not ours or not theirs:
        return
    if len(ours) != len(theirs) or not all(_same_name(*pair) for pair in zip(ours, theirs, strict=True)):
        yield Difference("authors" if "author" in item else "editors", _listed(ours), _listed(theirs))


def _people(item: CslItem) -> list[CslName]:
    names: list[CslName] = item.get("author") or item.get("editor") or []
    return names


def _same_name(ours: CslName, theirs: CslName) -> bool:
    """The last words of the family names agree (catalogues part particles anyhow), and so do the first initials."""
    if "literal" in ours or "literal" in theirs:
        return sort_key(_whole(ours)) == sort_key(_whole(theirs))
    first, second = (sort_key(name.get("given", ""))[:1] for name in (ours, theirs))
    return _last_word(ours) == _last_word(theirs) and (not first or not second or first == second or _moved(theirs))


def _moved(name: CslName) -> bool:
    """Whether a particle stands among the given names or the family name, so that the first letter says nothing."""
    return any(word.islower() for word in name.get("given", "").split())


def _last_word(name: CslName) -> str:
    words = [sort_key(word) for word in re.split(r"[\s,-]+", surname(name))]
    kept = [word for word in words if word and word not in _SUFFIXES]
    return kept[-1] if kept else ""


def _whole(name: CslName) -> str:
    return name.get("literal") or f"{name.get('given', '')} {surname(name)}"


def _listed(names: Iterable[CslName]) -> str:
    """'Flückiger, C.; Del Re, A. C.'; a long list is cut."""
    words = [f"{surname(name)}, {name['given']}" if "given" in name else surname(name) for name in names]
    return "; ".join(words[:6]) + (f"; … ({len(words)} names)" if len(words) > 6 else "")


def _year(item: CslItem) -> int:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return int(parts[0]) if parts else 0


def _pages(item: CslItem, record: Record) -> Iterator[Difference]:
    """First and last page; where the catalogue has the first alone, that; or the number of an article without pages."""
    here = str(item.get("page") or (item.get("number", "") if item["type"].startswith("article") else ""))
    theirs = [text for text in (record.pages, record.article) if text]
    if here and theirs and not any(_same_pages(here, there) for there in theirs):
        yield Difference("pages", here, theirs[0])


def _same_pages(here: str, there: str) -> bool:
    ours, theirs = (_DASH.sub("-", pages_form(text.strip().lower())) for text in (here, there))
    return ours == theirs or ("-" not in theirs and ours.partition("-")[0] == theirs)


def _key(title: str) -> str:
    """A title's or journal's key: 'The Journal & Review' is 'journalandreview'."""
    return sort_key(re.sub(r"^the\s+", "", title.replace("&", " and ").strip(), flags=re.I))

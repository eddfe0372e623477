"""The same work under two keys, in one file or several: by DOI, by ISBN, else by title, first author and year.

Another edition, volume, translator, journal or span of pages is another work; so are a preprint and its article, and
the chapters of one book, which may share its DOI and ISBN.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coursewright.bibliography.checks.identifiers import numbers
from coursewright.bibliography.checks.near_titles import near_titles
from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.forms import doi_form, doi_in_address
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Bibliography, Entry
from coursewright.bibliography.names import csl_names, surname
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_PARTS = ("inbook", "incollection", "inproceedings", "conference", "inreference", "suppbook", "suppcollection")
_TELLING = ("edition", "volume", "number", "translator", "pages", "journal", "journaltitle", "eid", "eprint", "doi")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = ("of", "the", "and", "in", "for", "on", "a", "an", "to", "usa", "us")
_ROMAN = str.maketrans({"–": "-", "—": "-"})


def check_twins(bibliography: Bibliography) -> Iterator[Diagnostic]:
    """A diagnostic at the later entry of each pair; the first that tells explains the pair."""
    told: set[str] = set()
    for find, tell in ((_doi, _tell_doi), (_isbn, _tell_isbn), (_work, _tell_work), (_spot, _tell_spot)):
        first: dict[str, Entry] = {}
        for entry in bibliography.entries:
            name = find(entry)
            other = first.setdefault(name, entry) if name else entry
            if other is not entry and entry.key not in told and (diagnostic := tell(entry, other)):
                told.add(entry.key)
                yield diagnostic
    for entry, other in near_titles(entry for entry in bibliography.entries if entry.key not in told):
        if diagnostic := _tell_work(entry, other):
            yield replace(diagnostic, message=diagnostic.message.replace("the same title", "nearly the same title"))


def _doi(entry: Entry) -> str:
    """The DOI in small letters, from its own field or from an address at doi.org."""
    return (doi_form(entry.value("doi")) or doi_in_address(entry.value("url"))).replace("\\", "").casefold()


def _isbn(entry: Entry) -> str:
    """The ISBN of a whole book as 13 digits; empty for chapters."""
    found = [] if entry.kind in _PARTS else numbers(entry.value("isbn"), (10, 13))
    digits = found[0] if found else ""
    return digits[3:-1] if len(digits) == 13 else digits[:-1]


def _work(entry: Entry) -> str:
    """Title, first author and year in one; empty where one of them is missing."""
    names = csl_names(entry.value("author", "editor"))
    title = title_key(to_text(entry.value("title")))
    year = entry.value("year", "date")[:4]
    return f"{title} {sort_key(surname(names[0]))} {year}" if title and names and year else ""


def _spot(entry: Entry) -> str:
    """Where in which journal an article by whom begins; empty where something of it is missing."""
    parts = [entry.value("journal", "journaltitle"), entry.value("volume"), entry.value("pages")]
    names = csl_names(entry.value("author"))
    keys = [sort_key(to_text(part).translate(_ROMAN)) for part in parts]
    return " ".join([*keys, sort_key(surname(names[0]))]) if names and all(keys) and len(keys[2]) > 1 else ""


def _tell_spot(entry: Entry, other: Entry) -> Diagnostic | None:
    if _differ(entry, other, ("doi", "number")):
        return None
    message = f"'{entry.key}' and '{other.key}' ({_at(other)}) stand on the same pages of the same journal."
    hint = f"if they are one work, keep one, and cite '{other.key}'"
    return Diagnostic(Rule.WORK_ONCE, entry.place, message, hint, Severity.WARNING)


def _tell_doi(entry: Entry, other: Entry) -> Diagnostic | None:
    if _same_title(entry, other):
        message = f"'{entry.key}' and '{other.key}' ({_at(other)}) have the same DOI: they are one work."
        return Diagnostic(Rule.WORK_ONCE, entry.place, message, f"keep one, and cite '{other.key}'")
    if entry.kind in _PARTS or other.kind in _PARTS:
        return None
    message = f"'{entry.key}' has the DOI of another work, '{other.key}' ({_at(other)})."
    field = entry.field("doi") or entry.field("url")
    place = field.phrase.place(0, len(field.value)) if field else entry.place
    return Diagnostic(Rule.WORK_ONCE, place, message, "look up which of the two it belongs to")


def _tell_isbn(entry: Entry, other: Entry) -> Diagnostic | None:
    if _differ(entry, other, ("volume", "edition", "translator")):
        return None
    if not _same_title(entry, other):
        message = f"'{entry.key}' has the ISBN of another work, '{other.key}' ({_at(other)})."
        field = entry.field("isbn")
        place = field.phrase.place(0, len(field.value)) if field else entry.place
        return Diagnostic(Rule.WORK_ONCE, place, message, "look up which of the two it belongs to", Severity.WARNING)
    message = f"'{entry.key}' and '{other.key}' ({_at(other)}) have the same ISBN: they are one work."
    return Diagnostic(Rule.WORK_ONCE, entry.place, message, f"keep one, and cite '{other.key}'")


def _tell_work(entry: Entry, other: Entry) -> Diagnostic | None:
    if _differ(entry, other, _TELLING) or _is_preprint(entry) != _is_preprint(other):
        return None
    if (entry.kind in _PARTS) != (other.kind in _PARTS):
        return None
    message = f"'{entry.key}' and '{other.key}' ({_at(other)}) have the same title, first author and year."
    hint = f"if they are one work, keep one, and cite '{other.key}'"
    return Diagnostic(Rule.WORK_ONCE, entry.place, message, hint, Severity.WARNING)


def _same_title(entry: Entry, other: Entry) -> bool:
    """Whether one title is the other's beginning: subtitles are often left out."""
    one, two = (title_key(to_text(work.value("title"))) for work in (entry, other))
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def _differ(entry: Entry, other: Entry, names: Iterable[str]) -> bool:
    """Whether both entries have one of these fields, and not alike."""
    pairs = [(name, _plain(entry, name), _plain(other, name)) for name in names]
    unlike = [name for name, one, two in pairs if one and two and one != two]
    return any(not name.startswith("journal") or _initials(entry, name) != _initials(other, name) for name in unlike)


def _initials(entry: Entry, name: str) -> str:
    """The letters by which a journal is called: 'pnas' for its full name, its abbreviation and 'PNAS'."""
    words = [word for word in _WORD.findall(to_text(entry.value(name))) if word.lower() not in _SMALL]
    return words[0].lower() if len(words) == 1 and words[0].isupper() else "".join(word[0] for word in words).lower()


def _plain(entry: Entry, name: str) -> str:
    return _doi(entry) if name == "doi" else sort_key(to_text(entry.value(name)).translate(_ROMAN))


def _is_preprint(entry: Entry) -> bool:
    spots = " ".join(entry.value(name) for name in ("eprint", "archiveprefix", "journal", "publisher", "howpublished"))
    return "arxiv" in spots.casefold() or "rxiv" in spots.casefold() or bool(entry.value("eprint"))


def _at(entry: Entry) -> str:
    place: Place = entry.place
    return f"{place.path}:{place.line}"

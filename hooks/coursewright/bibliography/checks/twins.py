"""The same work under two keys, in one file or several: by DOI, by ISBN, else by title, first author and year.

Another edition, volume, translator, journal or span of pages is another work; so are a preprint and its article, and
the chapters of one book, which may share its DOI and ISBN.
"""

from collections.abc import Iterable, Iterator

from coursewright.bibliography.checks.identifiers import numbers
from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.forms import doi_form, doi_in_address
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Bibliography, Entry
from coursewright.bibliography.names import csl_names, surname
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_PARTS = ("inbook", "incollection", "inproceedings", "conference", "inreference", "suppbook", "suppcollection")
_TELLING = ("edition", "volume", "number", "translator", "pages", "journal", "journaltitle", "eid", "eprint", "doi")
_ROMAN = str.maketrans({"–": "-", "—": "-"})


def check_twins(bibliography: Bibliography) -> Iterator[Diagnostic]:
    """A diagnostic at the later entry of each pair; the first that tells explains the pair."""
    told: set[str] = set()
    for find, tell in ((_doi, _tell_doi), (_isbn, _tell_isbn), (_work, _tell_work)):
        first: dict[str, Entry] = {}
        for entry in bibliography.entries:
            name = find(entry)
            other = first.setdefault(name, entry) if name else entry
            if other is not entry and entry.key not in told and (diagnostic := tell(entry, other)):
                told.add(entry.key)
                yield diagnostic


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
    if not _same_title(entry, other) or _differ(entry, other, ("volume", "edition", "translator")):
        return None
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
    one, two = (sort_key(to_text(work.value("title"))) for work in (entry, other))
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def _differ(entry: Entry, other: Entry, names: Iterable[str]) -> bool:
    """Whether both entries have one of these fields, and not alike."""
    pairs = [(_plain(entry, name), _plain(other, name)) for name in names]
    return any(one and two and one != two for one, two in pairs)


def _plain(entry: Entry, name: str) -> str:
    return _doi(entry) if name == "doi" else sort_key(to_text(entry.value(name)).translate(_ROMAN))


def _is_preprint(entry: Entry) -> bool:
    spots = " ".join(entry.value(name) for name in ("eprint", "archiveprefix", "journal", "publisher", "howpublished"))
    return "arxiv" in spots.casefold() or "rxiv" in spots.casefold() or bool(entry.value("eprint"))


def _at(entry: Entry) -> str:
    place: Place = entry.place
    return f"{place.path}:{place.line}"

"""What each kind of work needs to be found again: fields by APA type (APA 7 §9.4 and chapter 10).

A work without a date is legal for what changes or has none (web pages, software, manuscripts); an editor, a body or a
translator stands for an author; a DOI or an address stands for pages and publisher.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from coursewright.bibliography.checks.fields import misspelt
from coursewright.bibliography.csl_json import inherit
from coursewright.bibliography.csl_kinds import KINDS
from coursewright.bibliography.model import Bibliography, Entry
from coursewright.diagnostics import Diagnostic, Rule, Severity
from coursewright.source import suggest

_OTHER_KINDS = frozenset(
    "misc artwork audio bibnote bookinbook commentary control customa customb customc customd custome customf data"
    " dictionary game ieeetranbstctl image interview legislation legaladmin letter map music mvproceedings mvreference"
    " newspaper magazine patent performance personal podcast preamble presentation press review set standard talk test"
    " xdata webpage website web blog film tvshow acronym abbreviation symbol entry glossary term".split()
)
_PEOPLE = ("author", "editor", "translator", "bookauthor", "organization", "institution", "authors", "director")
_DATE = ("year", "date", "pubstate", "origdate", "origyear", "eventdate")
_ONLINE = ("doi", "url", "eprint", "howpublished", "ee")
_WHERE = ("volume", "number", "issue", "pages", "eid", "articleno", "article-number", "month", "pubstate", *_ONLINE)
_HOUSE = ("publisher", "institution", "school", "organization")

_Wanted = tuple[tuple[str, tuple[str, ...], str], ...]
"""What is missing where all of these fields are: its name, the fields, why APA asks for it."""
_AUTHOR = (("an author", _PEOPLE, "'author' or 'editor'; {…} around the name of a body"),)
_YEAR = (("a year", _DATE, "'year', or 'n.d.' where the work has none"),)
_TITLE = (("a title", ("title", "maintitle", "booktitle", "journaltitle", "series"), "'title'"),)
_CHAPTER_AUTHOR = (
    "the author of the chapter",
    ("author", "authors", "organization", "institution", "translator"),
    "'author': the editor made the book",
)
_OWN_TITLE = (("a title", ("title", "maintitle", "eventtitle"), "'title': the book or journal has its own"),)
_NEEDS: dict[str, _Wanted] = {
    "article": (
        *_AUTHOR,
        *_YEAR,
        ("a journal", ("journal", "journaltitle", "eprint", "archiveprefix"), "'journal'"),
        ("a volume, pages or a DOI", _WHERE, "'volume', 'pages' or 'doi'"),
    ),
    "book": (*_AUTHOR, *_YEAR, ("a publisher", (*_HOUSE, *_ONLINE), "'publisher'")),
    "inbook": (
        *_AUTHOR,
        *_YEAR,
        ("a publisher", (*_HOUSE, *_ONLINE), "'publisher'"),
        ("pages or a chapter", ("pages", "chapter", "eid", *_ONLINE), "'pages' or 'chapter'"),
    ),
    "incollection": (
        _CHAPTER_AUTHOR,
        *_YEAR,
        ("the title of its book", ("booktitle", "maintitle", "series", "journal"), "'booktitle'"),
        ("the editor of its book", ("editor", "bookauthor"), "'editor'"),
        ("a publisher", (*_HOUSE, *_ONLINE), "'publisher'"),
        ("pages", ("pages", "chapter", "eid", "articleno", *_ONLINE), "'pages'"),
    ),
    "inproceedings": (
        *_AUTHOR,
        *_YEAR,
        (
            "the title of its proceedings",
            ("booktitle", "eventtitle", "maintitle", "series", "journal", "journaltitle", "organization", *_ONLINE),
            "'booktitle'",
        ),
    ),
    "thesis": (*_AUTHOR, *_YEAR, ("a university", _HOUSE, "'school'")),
    "report": (*_AUTHOR, *_YEAR, ("an institution", (*_HOUSE, *_ONLINE), "'institution'")),
    "online": (("an address", _ONLINE, "'url'"),),
    "unpublished": _AUTHOR,
}
_SAME = {
    "conference": "inproceedings", "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report",
    "collection": "book", "electronic": "online", "www": "online",
}  # fmt: skip
_HOUSE_STYLE = ("its type", "the editor of its book", "pages", "pages or a chapter", "a volume, pages or a DOI")
"""What APA asks for and other styles do without."""
_MEANT = {
    "journal": "article", "journalarticle": "article", "jurnal": "article", "paper": "article",
    "chapter": "incollection", "bookchapter": "incollection", "booksection": "incollection",
    "conferencepaper": "inproceedings", "dissertation": "phdthesis", "phd": "phdthesis", "doctoralthesis": "phdthesis",
}  # fmt: skip
"""Kinds by the names that people and programs give them; BibTeX knows none of these."""
_UNTITLED = ("jurisdiction", "legal", "legislation", "letter", "software", "dataset", "periodical", "suppperiodical")
_PREPRINT = re.compile(r"[a-z]rxiv|preprint|\bosf\b|ssrn|zenodo|10\.(?:48550|31234|31219|1101|2139)/", re.I)
_SACRED = re.compile(r"\b(?:Bible|Qur.?an|Koran|Torah|Talmud|Gita|Upani|Veda|Sutra|dictionary|encyclop)", re.I)
_OLD = 1900  # books before that often name no publisher


def check_kind(entry: Entry, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """The kind of an entry, and what the work lacks for its kind; fields that `crossref` lends count."""
    if entry.kind not in KINDS:
        yield from _check_known(entry)
        return
    whole = inherit(entry, bibliography)
    if whole.value("xdata", "xref", "entryset", "crossref") and whole is entry:
        return  # it takes fields from elsewhere
    needs = _NEEDS.get(_SAME.get(entry.kind, entry.kind), ())
    if entry.kind not in _UNTITLED:
        needs = (*(_OWN_TITLE if entry.kind in ("incollection", "inproceedings", "article") else _TITLE), *needs)
    present = {field.name for field in whole.fields if field.value} | misspelt(whole).keys()
    for what, fields, hint in needs:
        if present.isdisjoint(fields) and not _is_excused(whole, what):
            yield _missing(entry, what, fields, hint)
    if entry.kind == "thesis" and "type" not in present:
        yield _missing(entry, "its type", ("type",), "'type': 'Doctoral dissertation' or 'Master's thesis'")
    yield from _check_chapter(whole)


def _check_chapter(entry: Entry) -> Iterator[Diagnostic]:
    """A chapter that is entered as a book, or whose book is not named: its book would not be printed."""
    book = entry.field("booktitle")
    if entry.kind == "book" and book and _bare(book.value) not in ("", _bare(entry.value("title"))):
        message = f"The work '{entry.key}' (@book) has a 'booktitle', which is not printed."
        place = book.phrase.place(0, len(book.value))
        yield Diagnostic(Rule.WORK_COMPLETE, place, message, "make it '@incollection' if it is a chapter")
    named = entry.value("booktitle", "maintitle", "chapter")
    if entry.kind == "inbook" and entry.value("author") and entry.value("editor") and not named:
        yield _missing(entry, "the title of its book", ("booktitle",), "'booktitle': 'title' is the chapter's")


def _bare(title: str) -> str:
    """A title's letters alone: programs write one twice, with other braces and capitals."""
    return re.sub(r"[\W_]", "", title).casefold()


def _is_excused(entry: Entry, what: str) -> bool:
    """Whether APA does without it.

    A body is its own publisher (§9.29), and old books name none; a page that changes has no year (§9.16); sacred texts
    and newspapers have no author (§10.1, §10.2); preprints and works in press have no volume.
    """
    if what in ("a publisher", "an institution"):
        year = entry.value("year", "date", "origdate")[:4]
        return entry.value("author").startswith("{") or (year.isdecimal() and int(year) < _OLD)
    if what == "a year":
        return bool(entry.value("urldate"))
    if what == "an author":
        return _SACRED.search(entry.value("title")) is not None or bool(entry.value("entrysubtype"))
    if what == "a volume, pages or a DOI" and not any(char.isdecimal() for char in entry.value("year", "date")):
        return True  # it is in press, or has no date at all
    fields = ("journal", "journaltitle", "publisher", "institution", "howpublished", "note", "doi", "url")
    spots = " ".join(entry.value(name) for name in fields)
    return what in ("a journal", "a volume, pages or a DOI") and _PREPRINT.search(spots) is not None


def _missing(entry: Entry, what: str, fields: Iterable[str], hint: str) -> Diagnostic:
    """The diagnostic, at the misspelt field if there is one that is nearly the missing one, else at the key."""
    wanted = list(fields)
    for field in entry.fields:
        if (
            field.name not in _KNOWN
            and not field.name.startswith("opt")
            and (near := get_close_matches(field.name, wanted, n=1, cutoff=0.75))
        ):
            message = f"The work '{entry.key}' has no field '{near[0]}', but one '{field.name}'."
            return Diagnostic(Rule.WORK_COMPLETE, field.place, message, f"did you mean '{near[0]}'?")
    message = f"The work '{entry.key}' (@{entry.kind}) has not {what}."
    message = message.replace("has not a ", "has no ").replace("has not an ", "has no ").replace("has not ", "lacks ")
    severity = Severity.ERROR if what == "a title" else None
    house = what in _HOUSE_STYLE or None
    return Diagnostic(Rule.WORK_COMPLETE, entry.place, message, f"add {hint}", severity, house)


def _check_known(entry: Entry) -> Iterator[Diagnostic]:
    """Tell a kind that is nearly a known one; others may be somebody's own, and are printed as documents."""
    meant = _MEANT.get(entry.kind.replace("-", "").replace("_", ""))
    hint = f"did you mean '{meant}'?" if meant else suggest(entry.kind, {*KINDS, *_OTHER_KINDS})
    if entry.kind not in _OTHER_KINDS and hint:
        message = f"There is no kind of work '@{entry.kind}'."
        yield Diagnostic(Rule.KIND_KNOWN, entry.place, message, hint)


_KNOWN = frozenset(name for needs in _NEEDS.values() for _, fields, _ in needs for name in fields) | frozenset(
    "title subtitle titleaddon shorttitle booktitle booksubtitle publisher address location note annote abstract"
    " keywords language langid type month day edition isbn issn pages pagetotal file urldate verification".split()
)

"""BibTeX files into a bibliography: entries in order, keys unique in all files and whatever their capitals."""

import re
from collections.abc import Iterable, Iterator, MutableMapping

from coursewright.bibliography.entries import EntryReader
from coursewright.bibliography.model import Bibliography, Entry
from coursewright.bibliography.values import Layout, layout
from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.garbage import collection_paused
from coursewright.source import Source, suggest

_MONTHS = "January February March April May June July August September October November December"
_HEAD = re.compile(r"(?<![\w.@\\])@[ \t]*(?P<kind>[A-Za-z]+)\s*(?P<open>[{(])")
_BARE_HEAD = re.compile(r"^[ \t]*@(?P<kind>[A-Za-z]+)[ \t]+[^\s{}(),=@]+,[ \t]*$", re.M)


@collection_paused()
def read_bibliography(sources: Iterable[Source], report: Report) -> Bibliography:
    """Read BibTeX files as one bibliography; every fault is reported at its place and as much as can be is kept.

    @string definitions hold for the rest of their file and the files after it; months (jan … dec) are defined.
    """
    strings = {name[:3].lower(): name for name in _MONTHS.split()}
    entries = (entry for source in sources for entry in _read_file(layout(source), strings, report))
    bibliography = Bibliography(tuple(_unique(entries, report)))
    _tell_dangling(bibliography, report)
    return bibliography


def _read_file(page: Layout, strings: MutableMapping[str, str], report: Report) -> Iterator[Entry]:
    at = 0
    while match := _HEAD.search(page.text, at):
        _tell_bare_heads(page, at, match.start(), report)
        kind = match["kind"].lower()
        if kind in ("comment", "preamble"):
            at = page.closes.get(match.end() - 1, match.end())
            continue
        reader = EntryReader(page, strings, match.end() - 1, keyed=kind != "string").read()
        at = reader.at
        for problem in reader.problems:
            report(problem)
        if kind == "string":
            strings.update((field.name, field.value) for field in reader.fields.values())
        elif reader.key_place:
            yield Entry(reader.key, kind, tuple(reader.fields.values()), reader.key_place)
    _tell_bare_heads(page, at, len(page.text), report)


def _tell_bare_heads(page: Layout, start: int, end: int, report: Report) -> None:
    """Tell '@book key,' between entries: an entry without its brace, which would be lost in silence."""
    for match in _BARE_HEAD.finditer(page.text, start, end):
        message = f"The entry '@{match['kind']}' has no brace."
        place = page.source.place(match.start("kind") - 1, match.end("kind"))
        report(Diagnostic(Rule.BIBTEX_VALID, place, message, f"write '@{match['kind']}{{' before its key"))


def _unique(entries: Iterable[Entry], report: Report) -> Iterator[Entry]:
    """Entries whose key is new; those that repeat a key, or differ from one in capitals alone, are reported."""
    exact: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    for entry in entries:
        first = exact.setdefault(entry.key, entry)
        twin = folded.setdefault(entry.key.casefold(), entry)
        if first is entry:
            yield entry
        if first is not entry or twin is not entry:
            other = twin if first is entry else first
            how = "differs in capitals alone from" if first is entry else "is also"
            message = f"The key '{entry.key}' {how} the key '{other.key}' of the work at {_at(other.place)}."
            report(Diagnostic(Rule.KEY_UNIQUE, entry.place, message, "give one of the two another key"))


def _tell_dangling(bibliography: Bibliography, report: Report) -> None:
    """Tell each `crossref` to a work that is not there."""
    for entry in bibliography.entries:
        field = entry.field("crossref")
        if field and field.value not in bibliography:
            message = f"No reference has the key '{field.value}' that 'crossref' names."
            hint = suggest(field.value, bibliography) or "add that work, or take 'crossref' out"
            report(Diagnostic(Rule.BIBTEX_VALID, field.value_place, message, hint))


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"

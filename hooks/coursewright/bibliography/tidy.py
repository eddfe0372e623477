"""A .bib file in order: entries by key inside each section, a field a line, fields in one order.

A section begins with text that stands between entries (a comment, @string, @preamble) and keeps its place. A comment
right above an entry moves with it, one above a field with the field. Values stay as typed. What would be lost can't
be: if a single character other than space and commas were missing, the file stays as it was.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.bibliography.model import Entry
from coursewright.bibliography.scan import read_bibliography
from coursewright.bibliography.values import Layout, layout
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.source import Source

_ORDER = (
    "crossref author editor translator title subtitle journal journaltitle booktitle booksubtitle maintitle edition"
    " series publisher institution school organization howpublished type address location year date month origdate"
    " pubstate volume number issue pages eid doi unverifieddoi eprint eprinttype archiveprefix url urldate isbn issn"
).split()
_LAST = ("note", "abstract", "verification", "keywords", "file")
_COMMENTS_ABOVE = re.compile(r"(?:^[ \t]*%[^\n]*\n)+\Z", re.M)
_REST_OF_LINE = re.compile(r"[^\n]*")
_CLOSED = re.compile(r"[\s,]*\)")
_COMMENT = re.compile(r"^[ \t]*(%[^\n]*)", re.M)


@dataclass(frozen=True)
class _Piece:
    """An entry with its text as it will stand, comments above it and words behind it on its line; `opens` a section."""

    key: str
    opens: str
    above: str
    text: str
    behind: str


def tidied(source: Source, report: Report) -> str:
    """The file's text (lines end with line feeds) in order; as it is where it can't be read without a fault.

    What stands in the way is reported: each fault of the file, or the first entry that can't be moved as a whole.
    """
    faults: list[Diagnostic] = []
    entries = read_bibliography([source], faults.append).entries
    page = layout(source)
    spans = [_span(page, entry) for entry in entries]
    for fault in faults:
        report(fault)
    if faults or not entries:
        return source.text
    if None in spans:
        report(_unmovable(entries[spans.index(None)]))
        return source.text
    found = [span for span in spans if span]
    pieces = list(_pieces(page, entries, found))
    tail = source.text[found[-1][1] + len(pieces[-1].behind) :].strip("\n")
    text = "\n\n".join([*_sections(pieces, entries), *([tail] if tail.strip() else [])]) + "\n"
    if not _same(source.text, text, entries):
        report(_unmovable(entries[0]))
        return source.text
    return text


def _unmovable(entry: Entry) -> Diagnostic:
    message = f"The file can't be put in order from '{entry.key}' on without losing something."
    return Diagnostic(Rule.BIBTEX_VALID, entry.place, message, "give each entry lines of its own, and close its brace")


def _span(page: Layout, entry: Entry) -> tuple[int, int] | None:
    """Where an entry begins and ends; None where its end can't be told."""
    key = page.source.offset(entry.place.line, entry.place.column)
    opened = len(page.text[:key].rstrip()) - 1
    start = page.text.rfind("@", 0, opened)
    if start < 0 or page.text[opened] == "{":
        return (start, page.closes[opened] + 1) if start >= 0 and opened in page.closes else None
    last = entry.fields[-1].phrase.end if entry.fields else key + len(entry.key)
    closed = _CLOSED.match(page.text, last)
    return (start, closed.end()) if closed else None


def _pieces(page: Layout, entries: Sequence[Entry], spans: Sequence[tuple[int, int]]) -> Iterator[_Piece]:
    text, end = page.source.text, 0
    for entry, (start, stop) in zip(entries, spans, strict=True):
        gap = text[end:start]
        above = _COMMENTS_ABOVE.search(gap)
        opens = gap[: above.start()] if above else gap
        rest = _REST_OF_LINE.match(text, stop)
        behind = rest[0] if rest and "@" not in rest[0] else ""
        end = stop + len(behind)
        comments = above[0].strip() if above else ""
        yield _Piece(entry.key, opens.strip(), comments, _laid_out(page, entry, start, stop), behind)


def _sections(pieces: Sequence[_Piece], entries: Sequence[Entry]) -> Iterator[str]:
    """Standing text and entries, each section's in order of keys; works that others name in `crossref` come last."""
    parents = {entry.value("crossref") for entry in entries}
    section: list[_Piece] = []
    for piece in [*pieces, None]:
        if piece is None or (piece.opens and section):
            yield from _ordered(section, parents)
            section = []
        if piece is not None:
            if piece.opens:
                yield piece.opens
            section.append(piece)


def _ordered(section: Sequence[_Piece], parents: set[str]) -> Iterator[str]:
    for piece in sorted(section, key=lambda piece: (piece.key in parents, piece.key.casefold(), piece.key)):
        above = f"{piece.above}\n" if piece.above else ""
        yield above + piece.text + piece.behind.rstrip()


def _laid_out(page: Layout, entry: Entry, start: int, stop: int) -> str:
    """An entry with a field a line; comments inside stay above the field that they stood above."""
    text = page.source.text
    key = page.source.offset(entry.place.line, entry.place.column)
    lines: list[tuple[int, str]] = []
    at = key + len(entry.key)
    for place, field in enumerate(entry.fields):
        name = page.source.offset(field.place.line, field.place.column)
        comments = "".join(f"  {comment}\n" for comment in _COMMENT.findall(text[at:name]))
        value = text[field.phrase.start : field.phrase.end]
        lines.append((_rank(field.name, place), f"{comments}  {text[name : name + len(field.name)]} = {value},\n"))
        at = field.phrase.end
    left = "".join(f"  {comment}\n" for comment in _COMMENT.findall(text[at : stop - 1]))
    body = "".join(line for _, line in sorted(lines, key=lambda line: line[0]))
    head = re.sub(r"\s+", "", text[start:key])
    return f"{head}{entry.key},\n{body}{left}{text[stop - 1]}"


def _rank(name: str, place: int) -> int:
    if name in _ORDER:
        return _ORDER.index(name)
    return 1000 + _LAST.index(name) if name in _LAST else 100 + place


def _same(before: str, after: str, entries: Sequence[Entry]) -> bool:
    """Whether nothing but space and commas differs, and every entry reads as it did."""
    told: list[Diagnostic] = []
    again = read_bibliography([Source("", after)], told.append).entries
    signs = [Counter(re.sub(r"[\s,]", "", text)) for text in (before, after)]
    works = [
        {entry.key: (entry.kind, {field.name: field.value for field in entry.fields}) for entry in some}
        for some in (entries, again)
    ]
    return not told and signs[0] == signs[1] and works[0] == works[1]

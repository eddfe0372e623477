"""Prose to look for names, years and quotations in: without headings, tables, typed references and citations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from coursewright.citations.model import Citation
from coursewright.citations.prose.around import FUNCTION
from coursewright.citations.prose.years import is_dated
from coursewright.source import Placed

GONE = "\ufffc"
"""Stands for each character of a citation, so that what is typed beside one is not joined over it."""
_NBSP = "&nbsp;"
_HEADING = re.compile(r"^[ \t>]*+#{1,6}[ \t][^\n]*+$|^(?![ \t>]*+$)[^\n]++(?=\n[ \t>]*+(?:=+|-{2,}+)[ \t]*+$)", re.M)
_ROW = re.compile(r"^[ \t>]*+\|[^\n]*+$", re.M)
_ITEM = re.compile(
    r"^[ \t>]*+(?:[-*+•][ \t]+|\[?\d+[.)\]]+[ \t]+)[*_]{0,3}[^\W\d_](?:[^\n(.]|\b[A-Z]\.|\bal\.){0,100}"
    r"\((?:1[4-9]|20)\d\d[a-z]?\)[*_]*\.[ \t]+[\"“‘*_A-Z\[]",
    re.M,
)
"""The same without initials, as an item: '- Singh and Lee (1989). Digital …'."""
_BARE_TABLE = re.compile(r"^[^\n|]++\|[^\n]*+\n[ \t]*+:?-++:?[ \t]*+\|[ \t|:-]*+$(?:\n[^\n|]*+\|[^\n]*+)*+", re.M)
_HTML = re.compile(r"<table\b.*?(?:</table|\Z)|<cite\b[^<>]*>\s*<a\b.*?(?:</cite|\Z)", re.S | re.I)
"""Tables, and citations that a reference manager has made and linked."""
_QUOTE_MARK = re.compile(r"^[ \t]*>[ \t>]*", re.M)
_PERSON = r"[^\W\d_][\w’'\-]{0,40}+(?: [^\W\d_][\w’'\-]{0,40}+){0,3}"
_LISTED = re.compile(
    r"^[ \t>]*+(?:[-*+•][ \t]+|\[?\d+[.)\]]+[ \t]+|\[\^[^\]\n]*\]:[ \t]*)?[*_]{0,3}"
    rf"(?P<name>{_PERSON},[ \t]*(?:[A-Z]\.|[A-Z][a-z]+(?:[ \t][A-Z]\.)*[ \t]*\((?=\d{{4}}[a-z]?\)[.,]))[^\n(]{{0,400}}"
    rf"|{_PERSON}[ \t][A-Z]{{1,3}}(?:[,.][^\n(]{{0,400}})?|[^\W\d_][^\n(.]{{0,200}}(?<! al)\.)"
    r"(?:[ \t]*\(Eds?\.\)[.,]?)?[ \t]*\(?(?:\d{4}[^)\n]{0,30}|n\.d\.|in press|forthcoming)\)?[*_]*"
    r"(?=[.,:]?[ \t]+[\"“‘*_A-Z\[])",
    re.M,
)
"""A reference as lists have it, up to its year: 'Rogers, C. R. (1961).', 'Rogers CR (1961) On …'."""
_NOTE = re.compile(
    r"^\[\^[^\]\n]{1,60}\]:[ \t]*\n?[ \t]*(?!(?:See|Cf|As|In|For|Also)\b)[^\W\d_a-z][^(\[]{0,400}"
    r"\((?:1[4-9]|20)\d\d[a-z]?\)(?:[.,:]\s*|\s+)[\"“‘*_\[]",
    re.M,
)
"""A footnote that is a reference: '[^1]: Carl R. Rogers, Eugene T. Gendlin (1967), *The therapeutic …'."""


@dataclass(frozen=True)
class Prose:
    """A text, masked, with its citations in order; `text` is what is looked at, offsets kept."""

    source: Placed
    masked: str
    citations: Sequence[Citation]

    @cached_property
    def text(self) -> str:
        """Prose alone: what is no prose is blank, what is a citation is GONE."""
        text = _QUOTE_MARK.sub(_blank, self.body) if ">" in self.body else self.body
        if not self.is_dated:
            return text
        if "<table" in self.source.text or "<cite" in self.source.text:
            text = _without(text, [match.span() for match in _HTML.finditer(self.source.text)])
        text = _NOTE.sub(_blank, text) if "[^" in text else text
        return _ITEM.sub(_blank, _LISTED.sub(_blank_listed, text))

    @cached_property
    def body(self) -> str:
        """Like `text`, but with quotation marks of lines and typed references."""
        return _without(self.marked, self._terse)

    @cached_property
    def terse(self) -> str:
        """Headings and rows of tables alone, which `text` is without: what is said in them is seldom a sentence."""
        ends = (0, *(end for _, end in self._terse))
        starts = (*(start for start, _ in self._terse), len(self.marked))
        return _without(self.marked, list(zip(ends, starts, strict=True)))

    @cached_property
    def headings(self) -> tuple[re.Match[str], ...]:
        """Headings, with their marks."""
        return tuple(_HEADING.finditer(self.marked))

    @cached_property
    def _terse(self) -> list[tuple[int, int]]:
        """Where headings and rows of tables stand, in order."""
        found = [match.span() for match in self.headings]
        if "|" in self.marked:
            found += [match.span() for rows in (_ROW, _BARE_TABLE) for match in rows.finditer(self.marked)]
        spans = list[tuple[int, int]]()
        for start, end in sorted(found):
            last = spans[-1][1] if spans else 0
            if end > last:
                spans.append((max(start, last), end))
        return spans

    @cached_property
    def marked(self) -> str:
        """The masked text with its citations GONE, and no-break spaces as spaces."""
        text = self.masked.replace(_NBSP, " " * len(_NBSP))
        parts, at = [], 0
        for citation in self.citations:
            if citation.start >= at:
                parts += [text[at : citation.start], _covered(citation.typed, GONE)]
                at = citation.end
        return "".join([*parts, text[at:]])

    @cached_property
    def is_dated(self) -> bool:
        """Whether the text may hold a year: without one nothing in it is a citation or a reference typed by hand."""
        return is_dated(self.masked)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where its citations begin."""
        return tuple(citation.start for citation in self.citations)

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(word for word in re.findall(r"[^\W\d_]+", self.masked) if word.islower())

    def is_linked(self, start: int, end: int) -> bool:
        """Whether a stretch stands in the text of a link or an image."""
        close = self.masked.find("]", end - 1, end + 300)
        if close < 0 or "[" in self.masked[end:close] or "\n\n" in self.masked[end:close]:
            return False
        after = self.source.text[close + 1 : close + 2]
        opened = self.masked.rfind("[", max(0, start - 300), start + 1)
        linked = (after == "(" and self.masked[close + 1] != "(") or after == "["
        return opened >= 0 and linked and "]" not in self.masked[opened:start]


def is_listed(line: str) -> bool:
    """Whether a line is a reference as lists have it."""
    match = _LISTED.match(line)
    return _opens_with_name(match) if match else bool(_ITEM.match(line))


def _opens_with_name(match: re.Match[str]) -> bool:
    return match["name"].split(",")[0].split()[0].lower() not in FUNCTION


def _blank_listed(match: re.Match[str]) -> str:
    return _blank(match) if _opens_with_name(match) else match[0]


def _blank(match: re.Match[str]) -> str:
    return _blank_text(match[0])


def _blank_text(text: str) -> str:
    return _covered(text, " ")


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with some stretches of it blank."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], _blank_text(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _covered(text: str, by: str) -> str:
    """A text with each of its characters but line ends replaced."""
    return "\n".join(by * len(line) for line in text.split("\n")) if "\n" in text else by * len(text)

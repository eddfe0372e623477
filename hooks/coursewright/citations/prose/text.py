"""Prose to look for names, years and quotations in: without headings, tables, typed references and citations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coursewright.citations.model import Citation
from coursewright.citations.prose.around import FUNCTION
from coursewright.source import Placed

GONE = "\ufffc"
"""Stands for each character of a citation, so that what is typed beside one is not joined over it."""
_HEADING = re.compile(r"^[ \t>]*+#{1,6}[ \t][^\n]*+$|^(?![ \t>]*+$)[^\n]++(?=\n[ \t>]*+(?:=+|-{2,}+)[ \t]*+$)", re.M)
_ROW = re.compile(r"^[ \t>]*+\|[^\n]*+$", re.M)
_ITEM = re.compile(
    r"^[ \t>]*+(?:[-*+•][ \t]+|\[?\d+[.)\]]+[ \t]+)[*_]{0,3}[^\W\d_](?:[^\n(.]|\b[A-Z]\.|\bal\.){0,100}"
    r"\((?:1[4-9]|20)\d\d[a-z]?\)[*_]*\.[ \t]+[\"“‘*_A-Z\[]",
    re.M,
)
"""The same without initials, as an item: '- Singh and Lee (1989). Digital …'."""
_BARE_TABLE = re.compile(r"^[^\n|]++\|[^\n]*+\n[ \t]*+:?-++:?[ \t]*+\|[ \t|:-]*+$(?:\n[^\n|]*+\|[^\n]*+)*+", re.M)
_HTML_TABLE = re.compile(r"<table\b.*?(?:</table|\Z)", re.S | re.I)
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


@dataclass(frozen=True)
class Prose:
    """A text, masked, with its citations in order; `text` is what is looked at, offsets kept."""

    source: Placed
    masked: str
    citations: Sequence[Citation]

    @cached_property
    def text(self) -> str:
        """Prose alone: what is no prose is blank, what is a citation is GONE."""
        text = _QUOTE_MARK.sub(_blank, self.body)
        if "<table" in self.source.text:
            for match in _HTML_TABLE.finditer(self.source.text):
                text = text[: match.start()] + _blank_text(text[match.start() : match.end()]) + text[match.end() :]
        return _ITEM.sub(_blank, _LISTED.sub(_blank_listed, text))

    @cached_property
    def body(self) -> str:
        """Like `text`, but with quotation marks of lines and typed references."""
        text = self.masked
        parts, at = [], 0
        for citation in self.citations:
            if citation.start >= at:
                parts += [text[at : citation.start], re.sub(r"[^\n]", GONE, text[citation.start : citation.end])]
                at = citation.end
        text = "".join([*parts, text[at:]])
        text = _HEADING.sub(_blank, text)
        return _BARE_TABLE.sub(_blank, _ROW.sub(_blank, text)) if "|" in text else text

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(word for word in re.findall(r"[^\W\d_]+", self.masked) if word.islower())

    def headings(self) -> Iterator[re.Match[str]]:
        """Headings of the masked text."""
        return _HEADING.finditer(self.masked)

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
    return re.sub(r"[^\n]", " ", text)

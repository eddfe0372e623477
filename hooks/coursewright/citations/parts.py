"""The parts of a cluster: each work's prefix, key, locator and suffix; slips are told with their fix and repaired."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from coursewright.citations.brackets import Bracket
from coursewright.citations.keys import key_of
from coursewright.citations.locators import leading_locator, split_locator
from coursewright.citations.model import CitationItem
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.source import Placed

Key = re.Match[str]
_THROUGH = re.compile(r"\b(?:cited|quoted|reported|mentioned|discussed)\s+(?:in|by)\s*\Z")
_QUOTED = re.compile(r"\"[^\"@\[\]]*\"|“[^“”@\[\]]*”")
_JOINT = re.compile(r"\s*(?:,\s*)?(?:(?:\band\b|&)\s*)?$")


class Part(NamedTuple):
    """What stands between two semicolons: offsets and the keys in it."""

    start: int
    end: int
    keys: tuple[Key, ...]


def parts_of(bracket: Bracket, text: str) -> tuple[Part, ...]:
    """A bracket's parts, in order; a semicolon in quotation marks parts nothing: '[a "leap; a fall" @key]'."""
    semicolons = _outside_quotation(bracket, text) if bracket.semicolons else ()
    if not semicolons:
        return (Part(bracket.start + 1, bracket.end, tuple(bracket.keys)),)
    edges = [bracket.start, *semicolons, bracket.end]
    keys = list(reversed(bracket.keys))
    parts = []
    for start, end in pairwise(edges):
        own: list[Key] = []
        while keys and keys[-1].start() < end:
            own.append(keys.pop())
        parts.append(Part(start + 1, end, tuple(own)))
    return tuple(parts)


def _outside_quotation(bracket: Bracket, text: str) -> list[int]:
    quoted = {
        at
        for match in _QUOTED.finditer(text, bracket.start, bracket.end)
        for at in range(*match.span())
        if text[at] == ";"
    }
    return [at for at in bracket.semicolons if at not in quoted]


@dataclass(frozen=True)
class ItemReader:
    """Reads items from the parts of a cluster, telling faults to `report`."""

    source: Placed
    report: Report
    known: Container[str]

    def items(self, parts: Sequence[Part]) -> Iterator[CitationItem]:
        """One item for each key of the parts; a part without a key is told and left out."""
        for part in parts:
            if not part.keys:
                message, hint = "This part of the citation names no work.", "take out the ';', or add '@key'"
                self._tell(part.start, part.end, message, hint)
            at = part.start
            for number, key in enumerate(part.keys):
                last = number + 1 == len(part.keys)
                end = part.end if last else part.keys[number + 1].start()
                if number and not self._is_through(part.keys[number - 1], key):
                    self._tell_joined(part.keys[number - 1], key)
                prefix = "" if number else self.source.text[at : key.start()].strip()
                yield self.item(key, end, prefix, joined=not last)

    def item(self, key: Key, end: int, prefix: str = "", *, skip: int = 0, joined: bool = False) -> CitationItem:
        """The item of one key; its locator and suffix begin behind it, or at `skip`, and end at `end`.

        `joined` when another key follows them without a semicolon.
        """
        name, after = key_of(key, self.known)
        start = key.start() + len(key["minus"])
        rest = self.source.text[max(after, skip) : end].rstrip() if end > after else ""
        locator, suffix = split_locator(_JOINT.sub("", rest) if joined else rest) if rest else (None, "")
        if prefix and locator is None and (locator := leading_locator(prefix)):
            hint = f"write it after the key: [@{name}, {prefix.rstrip(' ,')}]"
            at = self.source.text.rfind(prefix, 0, key.start())
            place = self.source.place(at, at + len(prefix))
            self.report(Diagnostic(Rule.LOCATOR_FORM, place, "A locator stands before its key.", hint))
            prefix = ""
        if skip and suffix and not locator:
            suffix = f", {suffix.lstrip(' ,')}"
        place, typed = self.source.place(start, after), self.source.text[start:after]
        return CitationItem(name, prefix, locator, suffix, bool(key["minus"]), place, typed)

    def bare(self, key: Key, name: str, end: int) -> CitationItem:
        """The item of a key that has nothing behind it."""
        minus = key["minus"]
        start = key.start() + len(minus)
        typed = self.source.text[start:end]
        return CitationItem(name, "", None, "", bool(minus), self.source.place(start, end), typed)

    def _is_through(self, first: Key, second: Key) -> bool:
        """Whether 'as cited in' joins them: that is told with the fix for a secondary source (APA 7 §8.6)."""
        return bool(_THROUGH.search(self.source.text, first.end(), second.start()))

    def _tell_joined(self, first: Key, second: Key) -> None:
        names = key_of(first, self.known)[0], key_of(second, self.known)[0]
        hint = f"put ';' between them: [@{names[0]}; @{names[1]}]"
        self._tell(second.start(), second.end(), "Two works stand in one part of the citation.", hint)

    def _tell(self, start: int, end: int, message: str, hint: str) -> None:
        self.report(Diagnostic(Rule.CITATION_SYNTAX, self.source.place(start, end), message, hint))

"""Text with places: reading a file of any bytes into text whose every offset has a line and a column."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from coursewright.diagnostics import Diagnostic, Place, Report, Rule, Severity

_LOST = re.compile("[\udc80-\udcff]+")


class Placed(Protocol):
    """Text whose every stretch has a place in a source file: a file, or a string inside one."""

    @property
    def text(self) -> str: ...
    @property
    def path(self) -> str: ...
    def place(self, start: int, end: int | None = None) -> Place: ...


@dataclass(frozen=True)
class Source:
    """One file's text, with its path relative to the course's root (POSIX form)."""

    path: str
    text: str

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        *lines, _ = self.text.split("\n")
        return (0, *accumulate(len(line) + 1 for line in lines))

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of characters `start` to `end`; cut at the end of the first line."""
        starts = self._starts
        line = bisect_right(starts, start)
        length = (end or start + 1) - start
        if length > 1:
            limit = starts[line] - 1 if line < len(starts) else len(self.text)
            length = min(length, limit - start)
        return Place(self.path, line, start - starts[line - 1] + 1, length if length > 1 else 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both counted from 1; kept inside the text."""
        index = min(max(line, 1), len(self._starts)) - 1
        return min(self._starts[index] + max(column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """One line's text without its end, counted from 1; empty where there is none."""
        if not 1 <= number <= len(self._starts):
            return ""
        stop = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : stop]


def read_source(root: Path, path: str, report: Report) -> Source | None:
    """Read a file below `root`; bytes that are not UTF-8 are reported where they stand and become U+FFFD."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        report(Diagnostic(Rule.SOURCE_FOUND, Place(path, 1, 1), f"The file can't be read: {reason}."))
        return None
    return decode(path, data, report)


def decode(path: str, data: bytes, report: Report) -> Source:
    """Bytes to a source; a byte-order mark is dropped and line ends become line feeds."""
    try:
        marked, is_whole = data.decode(), True
    except UnicodeDecodeError:
        marked, is_whole = data.decode("utf-8", "surrogateescape"), False
    raw = marked.removeprefix("\ufeff")
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    lost = () if is_whole else tuple(_LOST.finditer(text))
    source = Source(path, _LOST.sub(lambda match: "\ufffd" * len(match[0]), text) if lost else text)
    if raw != marked and path.endswith(".bib"):
        message, hint = "The file begins with a byte-order mark.", "save it as UTF-8 without one: some programs stumble"
        report(Diagnostic(Rule.SOURCE_UTF8, source.place(0), message, hint, Severity.ADVICE))
    for match in lost:
        octets = bytes(ord(char) - 0xDC00 for char in match[0])
        guess = octets.decode("cp1252", "replace")
        report(
            Diagnostic(
                Rule.SOURCE_UTF8,
                source.place(match.start(), match.end()),
                f"{_count(len(octets))} not UTF-8 (0x{octets.hex()}).",
                f"in Windows-1252 it would be '{guess}'; save the file as UTF-8",
            )
        )
    return source


def _count(number: int) -> str:
    return "This byte is" if number == 1 else f"These {number} bytes are"


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing when none is near."""
    near = _nearest(word, tuple(sorted(known)))
    return f"did you mean '{near}'?" if near else ""


@lru_cache(maxsize=256)  # a file with the same slip in thousands of places asks the same each time
def _nearest(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.75)), "")

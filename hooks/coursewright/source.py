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

_UTF16 = re.compile(rb"(?P<little>\xff\xfe|[^\0]\0[^\0]\0)|(?P<big>\xfe\xff|\0[^\0]\0[^\0])", re.S)
_UNREAD = re.compile("[\udc80-\udcff]+|[\0-\x08\x0e-\x1f\x7f]")
_SHOWN = 8
"""So many bytes of a stretch that is not UTF-8 are printed."""


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
        hint = "look at its permissions or, if it is a link, at where that leads"
        report(Diagnostic(Rule.SOURCE_FOUND, Place(path, 1, 1), f"The file can't be read: {reason}.", hint))
        return None
    return decode(path, data, report)


def read_again(root: Path, path: str) -> Source:
    """A file that has been checked, for showing a line of it; empty where it can't be read."""
    return read_source(root, path, lambda _: None) or Source(path, "")


def decode(path: str, data: bytes, report: Report) -> Source:
    """Bytes to a source; a byte-order mark is dropped and line ends become line feeds."""
    data = _from_utf16(path, data, report)
    marked = data.decode("utf-8", "surrogateescape")
    raw = marked.removeprefix("\ufeff")
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    unread = tuple(_UNREAD.finditer(text))
    source = Source(path, _UNREAD.sub(lambda match: "\ufffd" * len(match[0]), text) if unread else text)
    if raw != marked and path.endswith(".bib"):
        message, hint = "The file begins with a byte-order mark.", "save it as UTF-8 without one: some programs stumble"
        report(Diagnostic(Rule.SOURCE_UTF8, source.place(0), message, hint, Severity.ADVICE))
    for match in unread:
        message, hint = _unread(match[0])
        report(Diagnostic(Rule.SOURCE_UTF8, source.place(match.start(), match.end()), message, hint))
    return source


def _from_utf16(path: str, data: bytes, report: Report) -> bytes:
    """UTF-16 as UTF-8, told once; some editors of Windows call it "Unicode"."""
    match = _UTF16.match(data)
    if match is None:
        return data
    report(Diagnostic(Rule.SOURCE_UTF8, Place(path, 1, 1), "This file is UTF-16.", "save it as UTF-8"))
    return data.decode({"little": "utf-16-le", "big": "utf-16-be"}[match.lastgroup or ""], "replace").encode()


def _unread(found: str) -> tuple[str, str]:
    """What to say of bytes that are not UTF-8, or of a control character, and what to do about it."""
    if found < " " or found == "\x7f":
        return f"A character that can't be seen stands here (U+{ord(found):04X}).", "remove it"
    octets = bytes(ord(char) - 0xDC00 for char in found)
    shown, more = octets[:_SHOWN], "…" if octets[_SHOWN:] else ""
    said = f"{_count(len(octets))} not UTF-8 (0x{shown.hex()}{more})."
    return said, f"in Windows-1252 it would be '{shown.decode('cp1252', 'replace')}{more}'; save the file as UTF-8"


def _count(number: int) -> str:
    return "This byte is" if number == 1 else f"These {number} bytes are"


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing when none is near."""
    near = _nearest(word, tuple(sorted(known)))
    return f"did you mean '{near}'?" if near else ""


@lru_cache(maxsize=256)  # a file with the same slip in thousands of places asks the same each time
def _nearest(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.75)), "")

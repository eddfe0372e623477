"""A string inside a structured file, every character of which still has its place in the source."""

import re
from dataclasses import dataclass
from functools import cached_property

from coursewright.diagnostics import Place
from coursewright.source import Source

_SPACE = re.compile(r"\s")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_JOINED_LINE = re.compile(r"\\\n[ \t]*")


@dataclass(frozen=True)
class Phrase:
    """The value of a YAML scalar at offsets `start` to `end` of `source`, quoted or folded there as may be."""

    text: str
    source: Source
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.source.path

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where characters `start` to `end` of the value stand in the file."""
        if not self.text:
            return self.source.place(self.start, self.end)
        last = min(end or start + 1, len(self.text)) - 1
        return self.source.place(self._offsets[min(start, last)], self._offsets[last] + 1)

    @cached_property
    def _offsets(self) -> tuple[int, ...]:
        """The file offset of each character: quotes, escapes and line folds are stepped over."""
        raw, at, offsets = self.source.text, self.start, []
        escapes = raw[self.start : self.start + 1] == '"'
        for char in self.text:
            while escapes and (joined := _JOINED_LINE.match(raw, at)):
                at = joined.end()
            escape = _ESCAPE.match(raw, at, self.end) if escapes else None
            at = at if escape else self._find(char, at)
            offsets.append(at)
            at = escape.end() if escape else at + 1
        return tuple(offsets)

    def _find(self, char: str, at: int) -> int:
        """The next place of a character; white space may be another there, a line's end for a space."""
        if char.isspace():
            gap = _SPACE.search(self.source.text, at, self.end)
            found = gap.start() if gap else -1
        else:
            found = self.source.text.find(char, at, self.end)
        return found if found >= 0 else min(at, self.end - 1)

"""A string inside a structured file, every character of which still has its place in the source."""

from dataclasses import dataclass
from functools import cached_property

from coursewright.diagnostics import Place
from coursewright.source import Source


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
        for char in self.text:
            found = raw.find(char, at, self.end) if not char.isspace() else self._space(at)
            at = found if found >= 0 else min(at, self.end - 1)
            offsets.append(at)
            at += 1
        return tuple(offsets)

    def _space(self, at: int) -> int:
        raw = self.source.text
        return next((i for i in range(at, self.end) if raw[i].isspace()), -1)

"""Citations that stand in somebody else's words: what is quoted keeps them, and they are not ours (APA 7 §8.32)."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from coursewright.citations.prose.block_quotations import blocks
from coursewright.citations.prose.text import Prose

_LONGEST = 1500
_PAIRS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_STRAIGHT = re.compile(r"(?<!\w)\"(?=\S)|(?<=\S)\"")


@dataclass(frozen=True)
class Quoted:
    """What of a text is quoted: its block quotations, and what stands in quotation marks."""

    prose: Prose

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch stands within a quotation; at the end of a block stands where the block is from."""
        at = bisect_right(self._blocks, (start, len(self.prose.masked))) - 1
        in_block = at >= 0 and _WORD.search(self.prose.body, end, max(end, self._blocks[at][1])) is not None
        return in_block or self._in_marks(start, end)

    @cached_property
    def _blocks(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match, _ in blocks(self.prose))

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in _PAIRS if pair[0] in self.prose.body)

    def _in_marks(self, start: int, end: int) -> bool:
        """Whether the last mark before it opens a quotation, and one after it closes it in the same paragraph."""
        if not self._pairs:
            return False
        text, first = self.prose.body, max(0, start - _LONGEST)
        paragraph = text.rfind("\n\n", first, start)
        first = paragraph + 2 if paragraph >= 0 else first
        last = text.find("\n\n", end, end + _LONGEST)
        last = min(end + _LONGEST, len(text)) if last < 0 else last
        for opening, closing in self._pairs:
            opened = text.rfind(opening, first, start)
            if opened < 0 or text.find(closing, end, last) < 0:
                continue
            if opening == closing:
                if len(_STRAIGHT.findall(text, first, start)) % 2:
                    return True
            elif text.rfind(closing, opened + 1, start) < 0:
                return True
        return False

"""The words of one row as they are heard, without their places: what checks of wording look at, and what they find."""

import re
from dataclasses import dataclass
from functools import cached_property

from coursewright.diagnostics import Rule
from coursewright.markdown_mask import mask
from coursewright.wording.sentences import Sentence, in_lower_case, split_sentences

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|‘[^‘]*?’(?!\w)")
_EMPHASIS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_MARKS = "`<[*_\\"


@dataclass(frozen=True)
class Finding:
    """A fault at characters `span` of what is asked, or of the whole of it where there is no span."""

    rule: Rule
    span: tuple[int, int] | None
    message: str
    hint: str


@dataclass(frozen=True)
class Reading:
    """`slots` are the stretches that come from the row, `cited` citations as (start, end, whether it names).

    With what the question declares that its words are held against: process, sharing, whether there is an alternative.
    """

    text: str
    slots: tuple[tuple[int, int], ...] = ()
    cited: tuple[tuple[int, int, bool], ...] = ()
    process: str = ""
    sharing: str = "optional"
    alternative: bool = False

    @cached_property
    def prose(self) -> str:
        """`told` with quoted words blanked too: what they ask, claim or judge is no fault of the question."""
        return _QUOTED.sub(self._blank, self.told)

    @cached_property
    def lower(self) -> str:
        """`prose` in lower case, which is what patterns look at where capitals say nothing."""
        return in_lower_case(self.prose)

    @cached_property
    def told(self) -> str:
        """`text` with markup and citations blanked, of the same length; a name in a citation becomes 'N's."""
        marked = any(char in self.text for char in _MARKS)
        text = mask(self.text) if marked else self.text
        parts, at = list[str](), 0
        for start, end, names in self.cited:
            parts += [text[at:start], ("N" if names else " ") * (end - start)]
            at = end
        text = "".join([*parts, text[at:]])
        return _EMPHASIS.sub(lambda match: " " * len(match[0]), text) if marked else text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return split_sentences(self.prose)

    def fault(self, rule: Rule, span: tuple[int, int] | None, message: str, hint: str) -> Finding:
        return Finding(rule, span, message, hint)

    def _blank(self, match: re.Match[str]) -> str:
        """A mark that ends the quotation ends the sentence where nothing follows."""
        last = match[0][-2:-1]
        ends = last in ".?!" and match.end() > len(self.told) - 3 and not self.told[match.end() :].strip()
        return " " * (len(match[0]) - 1) + (last if ends else " ")

"""Words with the marks around them, the last of a stretch of prose: what stands before a year."""

import re
from dataclasses import dataclass

from coursewright.citations.prose.text import GONE

WINDOW = 220
_WORD = re.compile(r"\S+")
_LEAD = "*_“”\"‘’'«„([{¿¡"
_TAIL = "*_“”\"‘’'».,;:!?)]}…"


@dataclass(frozen=True)
class Token:
    """One word: `text` without the marks before (`lead`) and after (`tail`) it; offsets are those of `text`."""

    text: str
    lead: str
    tail: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def mark(self) -> str:
        """The marks after the word, emphasis left out."""
        return self.tail.replace("*", "").replace("_", "")

    @property
    def open(self) -> bool:
        """Whether nothing but emphasis stands between this word and the next."""
        return not self.mark


def last_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words between two offsets, as far back as a name can reach and the paragraph goes."""
    first = max(start, end - WINDOW)
    stretch = text[first:end]
    if first > start and first and not text[first - 1].isspace():
        head = len(stretch) - len(stretch.lstrip()) if stretch[:1].isspace() else stretch.find(" ") + 1
        stretch, first = stretch[head:], first + head
    if (blank := stretch.rfind("\n\n")) >= 0:
        stretch, first = stretch[blank:], first + blank
    return [_token(match, first) for match in _WORD.finditer(stretch)]


def _token(match: re.Match[str], first: int) -> Token:
    word = match[0]
    body = word.lstrip(_LEAD)
    core = body.rstrip(_TAIL)
    lead = word[: len(word) - len(body)]
    return Token(core, lead, body[len(core) :], first + match.start() + len(lead))


def is_gone(token: Token) -> bool:
    """Whether the word is, or touches, a citation."""
    return GONE in token.text or GONE in token.lead or GONE in token.tail

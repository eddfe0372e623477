"""Words with the marks around them, the last of a stretch of prose: what stands before a year."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coursewright.citations.prose.text import GONE

WINDOW = 220
_WORD = re.compile(r"\S+")
_SLASHED = re.compile(r"[(\[*_]*[^\W\d_][\w’'-]+(?:/[^\W\d_][\w’'-]+)+[*_,.’']*")
_LEAD = "/*_“”\"‘’'«„([{¿¡"
_TAIL = "*_“”\"‘’'».,;:!?)]}…"


class Token(NamedTuple):
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
    return [token for match in _WORD.finditer(stretch) for token in _tokens(match[0], first + match.start())]


def _tokens(word: str, start: int) -> Iterator[Token]:
    """The word; names that slashes join, 'Baltagi/Song/Jung', one by one, each but the last with a slash behind it."""
    if "/" in word and _SLASHED.fullmatch(word):
        *heads, word = word.split("/")
        for head in heads:
            yield _token(head, start)._replace(tail="/")
            start += len(head) + 1
    yield _token(word, start)


def _token(word: str, start: int) -> Token:
    body = word.lstrip(_LEAD)
    core = body.rstrip(_TAIL)
    lead = word[: len(word) - len(body)]
    return Token(core, lead, body[len(core) :], start + len(lead))


def is_gone(token: Token) -> bool:
    """Whether the word is, or touches, a citation."""
    return GONE in token.text or GONE in token.lead or GONE in token.tail

"""A title as words: which are capitalised, which begin a sentence, which are protected by braces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coursewright.bibliography.checks.title_words import RAISED, SMALL, is_name
from coursewright.bibliography.latex import to_text

_PROTECTED = re.compile(r'<span class="nocase">(?P<inner>.*?)</span>', re.S)
_EMPHASIS = re.compile(r"<(?P<tag>i|b)>(?P<inner>[^<>]*)</(?P=tag)>|</?(?:i|b|sup|sub)>")
_KEPT = "\x00"
_WORD = re.compile(r"[\w\x00](?:[\w\x00'’&+]|[-/.](?=[\w\x00]))*")
_STARTS = re.compile(r"[:.?!;—–…\"“”‘«»([{¿¡|]|(?<=\s)[-'](?=\s|\Z)|(?<=\s)'|\s/")
_ABBREVIATIONS = frozenset("vs vol no st dr mr mrs ms ca cf al v p pp ed eds".split())


@dataclass(frozen=True)
class Word:
    """A word; `starts` where a sentence, subtitle or quotation begins, `joined` where only a blank stands before it."""

    text: str
    starts: bool
    joined: bool

    @property
    def kept(self) -> bool:
        """Whether braces keep its first letter."""
        return self.text.startswith(_KEPT)

    @property
    def special(self) -> bool:
        """Whether its capitals are its own: 'I', 'DNA', 'iPhone', 'COVID-19', '3D', 'vitamin B'."""
        first = self.text.split("-")[0]
        return len(first) == 1 or any(char.isupper() or char.isdecimal() or char == _KEPT for char in first[1:])

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def small(self) -> bool:
        return self.text.lower().rstrip(".") in SMALL

    @property
    def counts(self) -> bool:
        """Whether its first letter says something of the title's case."""
        small = self.small and not (self.capital and self.text.lower() in RAISED)
        plain = not (self.starts or self.kept or self.special or small or self.text[0].isdecimal())
        return plain and not (self.capital and is_name(self.text))


@lru_cache(maxsize=64)
def words(value: str) -> tuple[Word, ...]:
    """The words of a title as typed in BibTeX; emphasised words, names of works or species, count as protected."""
    text = _EMPHASIS.sub(lambda match: _KEPT if match["tag"] else "", to_text(value, protect=True))
    return tuple(_words(_PROTECTED.sub(_protected, text)))


def _protected(match: re.Match[str]) -> str:
    """Protected words as one sign; an accented small letter in braces is no protection."""
    inner = match["inner"]
    return inner if len(inner) <= 1 and not inner.isupper() else _KEPT


def _words(text: str) -> Iterator[Word]:
    end, before = 0, ""
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        starts = not before or (_STARTS.search(gap) is not None and before.lower() not in _ABBREVIATIONS)
        yield Word(match[0], starts, gap == " " and bool(before))
        end, before = match.end(), match[0]

"""What stands on both sides of a name and a year: lists of things, and sentences of films, matches, cases, places."""

import re
from dataclasses import dataclass

from coursewright.citations.prose.around import JUDGED, PLACING, PLAYED, WHERE
from coursewright.citations.prose.not_authors import is_doubtful

_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.?!;]\s|\n\s*\n")
_LISTED_BEFORE = (
    r"(?P<word>[^\W\d_][\w’'-]*)(?P<mark>[*_”\"]*) \((?P<year>[^()]{4,12})\)[*_]*"
    r"(?:[,;]|,? (?:and|or|then))\s(?:(?:the|in|at|of|with) )?(?:[^\W\d_a-z]\S*\s?){1,4}\Z"
)
_LISTED_AFTER = (
    r"(?:[,;]|,? ?(?:and|or|then)\b)(?: and)?\s[^().,]{0,30}?"
    r"(?P<word>[^\W\d_][\w’'-]*)(?P<mark>[*_”\"]*) \((?P<year>[^()]{4,12})\)"
)
_TITLED = ("*", "_", "”", '"')
"""What closes a title; names may be in bold."""
_REST_OF_LIST = r"(?:(?:,|;|,? ?and\b|,? ?or\b)\s*[^\W\d_a-z][^\s().,]*(?: [^\W\d_a-z][^\s().,]*)? \([^()]*\)\s*)+"
_ELSEWHERE = PLAYED | JUDGED
_NEAR = 60
_LIFE = re.compile(r"\d{4}\s?[-–]\s?\d{2,4}\Z")


@dataclass(frozen=True)
class Context:
    """Around names and a year.

    `strong`: a letter, several years, a page, 'see'; `comma`: a comma before the year; `before` and `after`: what
    stands on both sides of the bracket of a narrative citation in its paragraph; `captions`: whether brackets follow a
    title or a work of art: '*Metropolis*', 'the song'.
    """

    strong: bool
    comma: bool
    narrative: bool
    before: str = ""
    after: str = ""
    captions: bool = False


def listed_before(before: str) -> re.Match[str] | None:
    """The end of a list that the names go on: 'Enron (2001) and'."""
    closed = before.rfind(")", max(0, len(before) - _NEAR))
    opened = before.rfind("(", 0, closed) if closed >= 0 else -1
    return re.search(_LISTED_BEFORE, before[max(0, opened - _NEAR) :]) if opened >= 0 else None


def is_listed_with_things(around: Context) -> bool:
    """Whether a list beside the names holds a thing, title or life: '*Kes* (1969) and …', '…, Galileo (1564–1642)'."""
    sides = listed_before(around.before), re.match(_LISTED_AFTER, around.after)
    return any(side and (_LIFE.match(side["year"]) or _is_thing(side["word"], side["mark"])) for side in sides)


def _is_thing(word: str, mark: str) -> bool:
    return mark in _TITLED or is_doubtful(word) or word.islower()


def is_of_another_field(before: str, previous: str) -> bool:
    """Whether a sentence speaks of films, matches or cases; `previous` is the word before a name, '' where none is."""
    words = _WORDS.findall(_SENTENCE_END.split(before)[-1].lower())
    placed = previous in WHERE and not PLACING.isdisjoint(words[-10:])
    return placed or not _ELSEWHERE.isdisjoint(words)


def after_list(after: str) -> str:
    """What follows the rest of a list: 'are the cases' in ', Kreuzberg (1987) and Soho (2005) are the cases'."""
    match = re.match(_REST_OF_LIST, after)
    return after[match.end() :] if match else after

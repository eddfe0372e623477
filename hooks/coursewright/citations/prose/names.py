"""Names of authors: who is named, and the words that names are joined with and ended by."""

import re
from dataclasses import dataclass

from coursewright.citations.prose.tokens import Token

AND = frozenset("and & &amp; und et y e och og en i ve dan ja és și oraz và".split())
OTHERS = frozenset(
    "colleagues others co team associates coworkers co-workers collaborators co-authors coauthors colleague co-author "
    "kollegen collègues colaboradores collaboratori cols coll medarbetare sự".split()
)
SELF = frozenset("himself herself themselves themself".split())
_POSSESSIVE = re.compile(r"['’ʼ]s\Z")
_LAST = OTHERS | SELF | {"al"}


def can_end_names(word: str) -> bool:
    """Whether a word with its marks can be the last before a year or a key: it has a capital, or stands for people."""
    return word != word.lower() or _POSSESSIVE.sub("", word.strip("*_.,'’")).rstrip(".") in _LAST


@dataclass(frozen=True)
class Name:
    """One person: surname with its particle, given names or initials as typed."""

    surname: str
    given: str
    initials: bool
    start: int


@dataclass(frozen=True)
class Names:
    """All names before a year; `before` is how many of the tokens stand before the first of them."""

    names: tuple[Name, ...]
    start: int
    end: int
    before: int
    et_al: bool = False
    joined: bool = False
    possessive: bool = False
    emphasised: bool = False


def is_possessive(token: Token) -> bool:
    """Whether a word says whose something is: 'Rogers’s', 'Rogers’'."""
    return without_possessive(token)[1]


def without_possessive(token: Token) -> tuple[str, bool]:
    """A word without the ending of a possessive, and whether it had one."""
    text = token.text
    for ending in ("'s", "’s", "ʼs"):
        if text.endswith(ending):
            return text[:-2].rstrip(".") if text.lower().startswith("al") else text[:-2], True
    return text, token.tail.startswith(("'", "’")) and not token.lead.endswith(("'", "‘", "’"))

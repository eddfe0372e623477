"""Citation keys in prose: where '@key' stands, by pandoc's grammar, and whether a bare one is meant as a citation."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

_PLAIN = r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*"
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 100
KEY = re.compile(rf"(?<![^\W_])(?<![@\\])(?P<minus>-?)@(?:\{{(?P<braced>[^\s{{}}]+)\}}|(?P<plain>{_PLAIN}))")


def key_of(match: re.Match[str], known: Container[str]) -> tuple[str, int]:
    """The key that a match of KEY names, and where it ends; '_' that closes emphasis is no part of it."""
    braced, key = match.group("braced", "plain")
    if braced:
        return braced, match.end()
    if key[-1] == "_" and key not in known and (bare := key.rstrip("_")):
        return bare, match.end() - (len(key) - len(bare))
    return key, match.end()


@dataclass(frozen=True)
class Meaning:
    """Whether bare '@word's of a text are citations, by the keys that are `known`; each word is looked for once."""

    known: Container[str]
    near: dict[str, bool] = field(default_factory=dict)

    def is_meant(self, key: str) -> bool:
        """Whether a bare '@word' is a citation: it is known, or looks like a key (has a digit, or is near a known one).

        Nothing is near where very many words are not known: they are handles or code.
        """
        if key in self.known or _DIGIT.search(key):
            return True
        if key not in self.near and len(self.near) < _MOST_WORDS and isinstance(self.known, Iterable):
            self.near[key] = bool(get_close_matches(key, self.known, n=1, cutoff=0.8))
        return self.near.get(key, False)

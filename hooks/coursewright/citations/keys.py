"""Citation keys in prose: where '@key' stands, by pandoc's grammar, and whether a bare one is meant as a citation."""

import re
from collections.abc import Container, Iterable
from difflib import get_close_matches

_PLAIN = r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*"
KEY = re.compile(rf"(?<![^\W_])(?<![@\\])(?P<minus>-?)@(?:\{{(?P<braced>[^\s{{}}]+)\}}|(?P<plain>{_PLAIN}))")


def key_of(match: re.Match[str], known: Container[str]) -> tuple[str, int]:
    """The key that a match of KEY names, and where it ends; '_' that closes emphasis is no part of it."""
    braced, key = match.group("braced", "plain")
    if braced:
        return braced, match.end()
    if key[-1] == "_" and key not in known and (bare := key.rstrip("_")):
        return bare, match.end() - (len(key) - len(bare))
    return key, match.end()


def is_meant(key: str, known: Container[str]) -> bool:
    """Whether a bare '@key' is a citation: it is known, or looks like a key (has a digit, or is near a known one)."""
    if key in known:
        return True
    if re.search(r"\d", key):
        return True
    near = get_close_matches(key, known, n=1, cutoff=0.8) if isinstance(known, Iterable) else []
    return bool(near)

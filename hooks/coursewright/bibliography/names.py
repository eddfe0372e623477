"""Names as BibTeX writes them ('von Last, Jr, First'; 'First von Last'; '{A whole name}') into CSL names.

Method: btxdoc section 4. A particle stays with the family name and is filed under its own letter (APA 7 §9.44, §9.48).
"""

import re
from functools import lru_cache

from coursewright.bibliography.latex import to_text

CslName = dict[str, str]
_MARKS = re.compile(r"(?P<brace>[{}])|(?P<and>\s+and(?=\s))|(?P<comma>,)|(?P<space>(?:\s|(?<!\\)~)+)", re.I)


def csl_names(value: str) -> list[CslName]:
    """All names of a field in order; empty parts ('A and and B') are passed over."""
    return [dict(name) for name in _names(value)]


@lru_cache(maxsize=4096)  # checks, references, search by author and exports all read the same few fields
def _names(value: str) -> tuple[CslName, ...]:
    return tuple(_name(name) for name in split(value, "and") if name)


def surname(name: CslName) -> str:
    """The name by which a person or group is filed: 'van der Kolk', 'American Psychological Association'."""
    parts = (name.get("literal"), name.get("non-dropping-particle"), name.get("family"))
    return " ".join(part for part in parts if part)


def split(value: str, mark: str) -> list[str]:
    """Split where no brace is open at every 'and', 'comma' or 'space'."""
    parts, start, depth = [], 0, 0
    for match in _MARKS.finditer(value):
        if match["brace"]:
            depth = max(0, depth + (1 if match["brace"] == "{" else -1))
        elif depth == 0 and match.lastgroup == mark:
            parts.append(value[start : match.start()].strip())
            start = match.end()
    return [*parts, value[start:].strip()]


def _name(name: str) -> CslName:
    if name.startswith("{") and name.endswith("}") and len(split(name, "space")) == 1:
        return {"literal": to_text(name)}
    parts = split(name, "comma")
    if len(parts) == 1:
        return _first_last(split(name, "space"))
    particle, family = _particle(split(parts[0], "space"))
    suffix, given = (parts[1], parts[2]) if len(parts) > 2 else ("", parts[1])
    return _csl(particle, family, given, suffix)


def _first_last(words: list[str]) -> CslName:
    """'First von Last': the particle is the run of lower-case words before the last word; one word is a whole name."""
    if len(words) == 1:
        return {"literal": to_text(words[0])}
    low = next((index for index, word in enumerate(words[:-1]) if index and _is_low(word)), len(words) - 1)
    particle, family = _particle(words[low:])
    return _csl(particle, family, " ".join(words[:low]), "")


def _particle(words: list[str]) -> tuple[str, str]:
    """Lower-case words at the front, up to the last word, are the particle."""
    size = 0
    while size < len(words) - 1 and _is_low(words[size]):
        size += 1
    return " ".join(words[:size]), " ".join(words[size:])


def _is_low(word: str) -> bool:
    return to_text(word)[:1].islower()


def _csl(particle: str, family: str, given: str, suffix: str) -> CslName:
    parts = {"family": family, "given": given, "non-dropping-particle": particle, "suffix": suffix}
    return {name: text for name, value in parts.items() if (text := to_text(value))}

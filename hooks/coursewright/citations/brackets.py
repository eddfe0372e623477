"""Brackets and citation keys of masked Markdown in one pass: which keys stand directly in which bracket.

Brackets pair within a paragraph, which blank lines and the first and last lines of blocks bound. One that is the text
of a link or an image, or a footnote's mark, is none of ours.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from coursewright.citations.keys import KEY

_TOKEN = re.compile(
    r"(?=[\[\];\n@-])"  # one look at the character that all of these begin with saves most of the time
    rf"(?:(?P<open>\[)|(?P<close>\])|(?P<semicolon>;)|(?P<line>\n)|{KEY.pattern})"
)
_APART = re.compile(r"\n(?=[ \t]*(?:\n|/{3}))|(?:\A|(?<=\n))[ \t]*/{3}[^\n]*\n")  # blank lines, heads of blocks
_REFERENCE = re.compile(r"\[(?!\^)(?![^\]\n]*@)[^\]\n]*\]")


@dataclass(slots=True)
class Bracket:
    """A pair of brackets at offsets `start` and `end` (-1: never closed), its direct keys and semicolons."""

    start: int
    keys: list[re.Match[str]]
    semicolons: list[int]
    end: int = -1


@dataclass(frozen=True)
class Layout:
    """Closed brackets by the offset at which they open, others that hold keys, and keys that stand in no closed one.

    `bounds` are the offsets of line ends that no citation crosses.
    """

    brackets: Mapping[int, Bracket]
    unclosed: Sequence[Bracket]
    bare: Sequence[re.Match[str]]
    bounds: Set[int]


def layout(masked: str, apart: Iterable[int] = ()) -> Layout:
    """Find all brackets and keys. A bracket that is never closed gives its keys back to what surrounds it.

    `apart` are offsets of more line ends that nothing crosses.
    """
    brackets: dict[int, Bracket] = {}
    bare: list[re.Match[str]] = []
    stack: list[int] = []  # where brackets open; most of a bad text's say nothing and are never made
    bounds = {match.end() - 1 for match in _APART.finditer(masked)}.union(apart)
    for match in _TOKEN.finditer(masked) if "@" in masked else ():
        kind = match.lastgroup
        if kind == "open":
            stack.append(match.start())
        elif kind == "line":
            if match.start() in bounds:
                stack.clear()
        elif not stack:
            if kind in ("plain", "braced"):
                bare.append(match)
        else:
            bracket = brackets.get(stack[-1])
            if bracket is None:
                bracket = brackets[stack[-1]] = Bracket(stack[-1], [], [])
            if kind == "close":
                bracket.end = match.start()
                stack.pop()
            elif kind == "semicolon":
                bracket.semicolons.append(match.start())
            else:
                bracket.keys.append(match)
    unclosed = sorted((each for each in brackets.values() if each.end < 0 and each.keys), key=attrgetter("start"))
    if unclosed:
        bare += [key for bracket in unclosed for key in bracket.keys]
        bare.sort(key=re.Match.start)
    closed = {start: bracket for start, bracket in brackets.items() if bracket.end >= 0}
    return Layout(closed, unclosed, bare, bounds)


def is_foreign(bracket: Bracket, text: str, masked: str) -> bool:
    """Whether a bracket belongs to a link, an image or a footnote: its target is masked, its reference follows."""
    after = bracket.end + 1
    if text[bracket.start + 1 : bracket.start + 2] == "^":
        return True
    if text[after : after + 1] == "(" and masked[after : after + 1] != "(":
        return True
    return text[after : after + 1] == "[" and bool(_REFERENCE.match(text, after))

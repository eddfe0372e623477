"""Brackets and citation keys of masked Markdown in one pass: which keys stand directly in which bracket.

Brackets pair within a paragraph, which blank lines and the first and last lines of blocks bound. One that is the text
of a link or an image, or a footnote's mark, is none of ours.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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
    end: int = -1
    keys: list[re.Match[str]] = field(default_factory=list)
    semicolons: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """Brackets that are closed or hold keys by the offset at which they open, and keys that stand in none."""

    brackets: Mapping[int, Bracket]
    bare: tuple[re.Match[str], ...]


def layout(masked: str) -> Layout:
    """Find all brackets and keys. A bracket that is never closed gives its keys back to what surrounds it."""
    brackets: dict[int, Bracket] = {}
    bare: list[re.Match[str]] = []
    stack: list[int] = []  # where brackets open; most of a bad text's say nothing and are never made
    bounds = {match.end() - 1 for match in _APART.finditer(masked)}
    for match in _TOKEN.finditer(masked) if "@" in masked else ():
        kind = match.lastgroup
        if kind == "open":
            stack.append(match.start())
        elif kind == "close" and stack:
            _at(stack.pop(), brackets).end = match.start()
        elif kind == "line" and match.start() in bounds:
            stack.clear()
        elif kind == "semicolon" and stack:
            _at(stack[-1], brackets).semicolons.append(match.start())
        elif kind in ("plain", "braced"):
            (_at(stack[-1], brackets).keys if stack else bare).append(match)
    for bracket in brackets.values():
        if bracket.end < 0:
            bare += bracket.keys
    return Layout(brackets, tuple(sorted(bare, key=re.Match.start)))


def _at(start: int, brackets: dict[int, Bracket]) -> Bracket:
    """The bracket that opens at an offset."""
    bracket = brackets.get(start)
    if bracket is None:
        bracket = brackets[start] = Bracket(start)
    return bracket


def is_foreign(bracket: Bracket, text: str, masked: str) -> bool:
    """Whether a bracket belongs to a link, an image or a footnote: its target is masked, its reference follows."""
    after = bracket.end + 1
    if text[bracket.start + 1 : bracket.start + 2] == "^":
        return True
    if text[after : after + 1] == "(" and masked[after : after + 1] != "(":
        return True
    return text[after : after + 1] == "[" and bool(_REFERENCE.match(text, after))

"""Brackets and citation keys of masked Markdown in one pass: which keys stand directly in which bracket.

Brackets pair within a paragraph. One that is the text of a link or an image, or a footnote's mark, is none of ours.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coursewright.citations.keys import KEY

_TOKEN = re.compile(rf"(?P<open>\[)|(?P<close>\])|(?P<semicolon>;)|(?P<blank>\n[ \t]*(?=\n))|{KEY.pattern}")
_REFERENCE = re.compile(r"\[(?!\^)(?![^\]\n]*@)[^\]\n]*\]")


@dataclass
class Bracket:
    """A pair of brackets at offsets `start` and `end` (-1: never closed), its direct keys and semicolons."""

    start: int
    end: int = -1
    keys: list[re.Match[str]] = field(default_factory=list)
    semicolons: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Layout:
    """Brackets by the offset at which they open, and keys that stand in none."""

    brackets: Mapping[int, Bracket]
    bare: tuple[re.Match[str], ...]


def layout(masked: str) -> Layout:
    """Find all brackets and keys. A bracket that is never closed gives its keys back to what surrounds it."""
    brackets: dict[int, Bracket] = {}
    bare: list[re.Match[str]] = []
    stack: list[Bracket] = []
    for match in _TOKEN.finditer(masked):
        kind = match.lastgroup
        if kind == "open":
            stack.append(Bracket(match.start()))
            brackets[match.start()] = stack[-1]
        elif kind == "close" and stack:
            stack.pop().end = match.start()
        elif kind == "blank":
            stack.clear()
        elif kind == "semicolon" and stack:
            stack[-1].semicolons.append(match.start())
        elif kind in ("plain", "braced"):
            (stack[-1].keys if stack else bare).append(match)
    for bracket in brackets.values():
        if bracket.end < 0:
            bare += bracket.keys
    return Layout(brackets, tuple(sorted(bare, key=lambda match: match.start())))


def is_foreign(bracket: Bracket, text: str, masked: str) -> bool:
    """Whether a bracket belongs to a link, an image or a footnote: its target is masked, its reference follows."""
    after = bracket.end + 1
    if text[bracket.start + 1 : bracket.start + 2] == "^":
        return True
    if text[after : after + 1] == "(" and masked[after : after + 1] != "(":
        return True
    return text[after : after + 1] == "[" and bool(_REFERENCE.match(text, after))

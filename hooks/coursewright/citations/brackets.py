"""Brackets and citation keys of masked Markdown in one pass: which keys stand directly in which bracket.

Brackets pair within a paragraph, which blank lines and the first and last lines of blocks bound. One that is the text
of a link or an image, or a footnote's mark, is none of ours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from coursewright.citations.keys import KEY

_TOKEN = re.compile(
    r"(?=[\[\];\n@-])"  # one look at the character that all of these begin with saves most of the time
    rf"(?:[\[\];\n]|{KEY.pattern})"
)
_APART = re.compile(r"\n(?=[ \t]*(?:\n|/{3}))|(?:\A|(?<=\n))[ \t]*/{3}[^\n]*\n")  # blank lines, heads of blocks
_REFERENCE = re.compile(r"\[(?!\^)(?![^\]\n]*@)[^\]\n]*\]")


class Bracket(NamedTuple):
    """A pair of brackets at offsets `start` and `end`, its direct keys and semicolons."""

    start: int
    end: int
    keys: Sequence[re.Match[str]]
    semicolons: Sequence[int]


@dataclass(frozen=True)
class Layout:
    """Closed brackets by the offset at which they open, others that hold keys, and keys that stand in no closed one.

    `unclosed` are the offsets of those others, each with its first key; `bounds` are the offsets of line ends that no
    citation crosses.
    """

    brackets: Mapping[int, Bracket]
    unclosed: Sequence[tuple[int, re.Match[str]]]
    bare: Sequence[re.Match[str]]
    bounds: Set[int]


def layout(masked: str, apart: Iterable[int] = ()) -> Layout:
    """Find all brackets and keys. A bracket that is never closed gives its keys back to what surrounds it.

    `apart` are offsets of more line ends that nothing crosses.
    """
    brackets: dict[int, Bracket] = {}
    unclosed, bare, keys = list[tuple[int, re.Match[str]]](), list[re.Match[str]](), list[re.Match[str]]()
    semicolons, opened = list[int](), list[tuple[int, int, int]]()  # offsets, keys and semicolons before each bracket
    bounds = {match.end() - 1 for match in _APART.finditer(masked)}.union(apart)
    for match in _TOKEN.finditer(masked) if "@" in masked else ():
        at = match.start()
        mark = "@" if match.lastgroup else masked[at]
        if mark == "@":
            (keys if opened else bare).append(match)
        elif mark == "[":
            opened.append((at, len(keys), len(semicolons)))
        elif not opened:
            continue
        elif mark == ";":
            semicolons.append(at)
        elif mark == "]":
            start, key, semicolon = opened.pop()
            brackets[start] = Bracket(start, at, keys[key:], semicolons[semicolon:])
            del keys[key:], semicolons[semicolon:]
        elif at in bounds:
            unclosed += _with_keys(opened, keys)
            bare += keys
            opened, keys, semicolons = [], [], []
    return Layout(brackets, [*unclosed, *_with_keys(opened, keys)], bare + keys, bounds)


def _with_keys(
    opened: Sequence[tuple[int, int, int]], keys: Sequence[re.Match[str]]
) -> Iterator[tuple[int, re.Match[str]]]:
    """The brackets among those left open that hold keys of their own, each with the first."""
    ends = (*(first for _, first, _ in opened[1:]), len(keys))
    return ((start, keys[first]) for (start, first, _), end in zip(opened, ends, strict=False) if first < end)


def is_foreign(bracket: Bracket, text: str, masked: str) -> bool:
    """Whether a bracket belongs to a link, an image or a footnote: its target is masked, its reference follows."""
    after = bracket.end + 1
    if text[bracket.start + 1 : bracket.start + 2] == "^":
        return True
    if text[after : after + 1] == "(" and masked[after : after + 1] != "(":
        return True
    return text[after : after + 1] == "[" and bool(_REFERENCE.match(text, after))

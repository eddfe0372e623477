"""Finding blocks in masked Markdown: a tree with places. What is checked is what is rendered."""

import re
from dataclasses import dataclass, field

from coursewright.blocks.form import formed
from coursewright.blocks.kinds import KINDS
from coursewright.blocks.model import Block
from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.model import Ref
from coursewright.source import Source

DEEPEST = 40
"""How far blocks may be nested; what goes deeper was never closed."""

_FENCE = re.compile(r"^ {0,3}(?P<marks>/{3,})[ \t]*(?:(?P<name>[A-Za-z][\w-]*)[ \t]*(?P<bar>\|.*)?)?$", re.M)
_NAMES = "|".join(sorted(KINDS, key=len, reverse=True))
_MEANT = re.compile(rf"^(?P<before>[ \t>]*)/{{2,}}[ \t]*(?P<name>{_NAMES})\b(?P<rest>[^\n]*)$", re.M)


@dataclass
class _Open:
    marks: int
    kind: str
    argument: Ref | None
    start: int
    content_start: int
    place: Place
    children: list[Block] = field(default_factory=list)


def scan_blocks(source: Source, masked: str, start: int, report: Report) -> tuple[Block, ...]:
    """The tree of blocks in `source` from offset `start` on; unknown kinds and unmatched slashes are told."""
    _tell_slips(source, masked, start, report)
    root = _Open(0, "", None, start, start, source.place(start))
    stack = [root]
    for match in _FENCE.finditer(masked, start):
        if match["name"] and len(stack) > DEEPEST:
            message = f"Blocks stand inside one another more than {DEEPEST} deep."
            place = source.place(match.start("name"), match.end("name"))
            report(Diagnostic(Rule.BLOCK_CLOSED, place, message, "close the blocks above it"))
            break
        if match["name"]:
            stack.append(_open(source, match))
        elif (level := _opener(stack, len(match["marks"]))) is None:
            place = source.place(match.start("marks"), match.end("marks"))
            hint = "remove the line, or open a block with as many slashes above it"
            report(Diagnostic(Rule.BLOCK_CLOSED, place, "These slashes close no block.", hint))
        else:
            _close_down_to(stack, level, source, match.start(), match.end(), report)
    _close_down_to(stack, 0, source, len(source.text), len(source.text), report)
    return tuple(root.children)


def _tell_slips(source: Source, masked: str, start: int, report: Report) -> None:
    """Lines that are meant to open a block of ours and would be printed as typed."""
    for match in _MEANT.finditer(masked, start):
        if _FENCE.match(match[0]):
            continue
        place, name = source.place(match.start("name"), match.end("name")), match["name"]
        if len(match["before"].expandtabs(4)) > 3 or ">" in match["before"]:
            message = f"The block '{name}' can't begin here: it would be printed as typed."
            hint = "begin it at the left margin, outside lists and quotations"
            report(Diagnostic(Rule.BLOCK_PLACED, place, message, hint))
        else:
            said = source.text[match.start("rest") : match.end("rest")].strip(" \t:|")
            message = f"This does not open the block '{name}': it would be printed as typed."
            report(Diagnostic(Rule.BLOCK_PLACED, place, message, f"write '/// {name}{said and ' | '}{said}'"))


def _open(source: Source, match: re.Match[str]) -> _Open:
    place = source.place(match.start("name"), match.end("name"))
    argument = None
    raw = source.text[match.start("bar") + 1 : match.end("bar")] if match["bar"] else ""
    if raw.strip():
        begin = match.start("bar") + 1 + len(raw) - len(raw.lstrip())
        argument = Ref(raw.strip(), source.place(begin, begin + len(raw.strip())))
    content = min(match.end() + 1, len(source.text))
    return _Open(len(match["marks"]), match["name"], argument, match.start(), content, place)


def _opener(stack: list[_Open], marks: int) -> int | None:
    """The index of the innermost open block with as many slashes."""
    return next((i for i in range(len(stack) - 1, 0, -1) if stack[i].marks == marks), None)


def _close_down_to(stack: list[_Open], level: int, source: Source, start: int, end: int, report: Report) -> None:
    """Close the block at `level` and those inside it, which were left open; level 0 closes all, none of them closed."""
    while len(stack) > max(level, 1):
        opened = stack.pop()
        if len(stack) > level or not level:
            hint = f"close it with a line '{'/' * opened.marks}'"
            report(Diagnostic(Rule.BLOCK_CLOSED, opened.place, f"The block '{opened.kind}' is not closed.", hint))
        children = tuple(opened.children)
        content = (opened.content_start, max(start, opened.content_start))
        block = Block(opened.kind, opened.argument, opened.start, end, *content, opened.place, (), children)
        stack[-1].children.append(formed(source, block, report))

"""Finding blocks in masked Markdown: a tree with places. What is checked is what is rendered."""

import re
from dataclasses import dataclass, field, replace

from coursewright.blocks.kinds import ELSEWHERE, KINDS
from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.model import Ref
from coursewright.phrase import Phrase
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import read_mapping

_FENCE = re.compile(r"^ {0,3}(?P<marks>/{3,})[ \t]*(?:(?P<name>[A-Za-z][\w-]*)[ \t]*(?P<bar>\|.*)?)?$", re.M)
_OPTION = re.compile(r"[ \t]+[A-Za-z_][\w-]*[ \t]*:")
_BARE_OPTION = re.compile(r"[ \t]*[A-Za-z_][\w-]*[ \t]*:")


@dataclass(frozen=True)
class Block:
    """One block: offsets of the whole and of its content in the text, its options, and the blocks inside it."""

    kind: str
    argument: Ref | None
    start: int
    end: int
    content_start: int
    content_end: int
    place: Place
    options: tuple[tuple[Ref, Phrase], ...] = ()
    children: tuple["Block", ...] = ()

    @property
    def own(self) -> bool:
        return self.kind in KINDS


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
    root = _Open(0, "", None, start, start, source.place(start))
    stack = [root]
    for match in _FENCE.finditer(masked, start):
        if match["name"]:
            stack.append(_open(source, match))
        elif (level := _opener(stack, len(match["marks"]))) is None:
            place = source.place(match.start("marks"), match.end("marks"))
            hint = "remove the line, or open a block with as many slashes above it"
            report(Diagnostic(Rule.BLOCK_CLOSED, place, "These slashes close no block.", hint))
        else:
            while len(stack) > level:
                inner = stack.pop()
                if len(stack) > level:
                    _tell_unclosed(inner, report)
                stack[-1].children.append(_close(source, inner, match.start(), match.end(), report))
    while len(stack) > 1:
        inner = stack.pop()
        _tell_unclosed(inner, report)
        stack[-1].children.append(_close(source, inner, len(source.text), len(source.text), report))
    return tuple(root.children)


def _open(source: Source, match: re.Match[str]) -> _Open:
    place = source.place(match.start("name"), match.end("name"))
    argument = None
    if match["bar"]:
        raw = source.text[match.start("bar") + 1 : match.end("bar")]
        if raw.strip():
            begin = match.start("bar") + 1 + len(raw) - len(raw.lstrip())
            argument = Ref(raw.strip(), source.place(begin, begin + len(raw.strip())))
    return _Open(
        len(match["marks"]), match["name"], argument, match.start(), min(match.end() + 1, len(source.text)), place
    )


def _opener(stack: list[_Open], marks: int) -> int | None:
    """The index of the innermost open block with as many slashes."""
    return next((i for i in range(len(stack) - 1, 0, -1) if stack[i].marks == marks), None)


def _tell_unclosed(block: _Open, report: Report) -> None:
    hint = f"close it with a line '{'/' * block.marks}'"
    report(Diagnostic(Rule.BLOCK_CLOSED, block.place, f"The block '{block.kind}' is not closed.", hint))


def _close(source: Source, opened: _Open, content_end: int, end: int, report: Report) -> Block:
    block = Block(
        opened.kind,
        opened.argument,
        opened.start,
        end,
        opened.content_start,
        content_end,
        opened.place,
        (),
        tuple(opened.children),
    )
    if block.kind not in KINDS:
        if block.kind not in ELSEWHERE:
            hint = suggest(block.kind, [*KINDS, *ELSEWHERE]) or "the manual lists the kinds of block"
            report(Diagnostic(Rule.BLOCK_KNOWN, block.place, f"There is no block '{block.kind}'.", hint))
        return block
    return _read_options(source, block, report)


def _read_options(source: Source, block: Block, report: Report) -> Block:
    """Take the YAML lines at the head of a block: indented, or bare where the kind has no content of its own."""
    pattern = _BARE_OPTION if KINDS[block.kind].content == "none" else _OPTION
    stop = block.content_start
    while stop < block.content_end:
        line_end = source.text.find("\n", stop, block.content_end)
        line_end = block.content_end if line_end < 0 else line_end + 1
        line = source.text[stop:line_end]
        if not pattern.match(line) and not (stop > block.content_start and line[:1] in " \t" and line.strip()):
            break
        stop = line_end
    if stop == block.content_start:
        return _check_form(source, block, report)
    mapping = read_mapping(source, report, block.content_start, stop, f"block '{block.kind}'")
    options = mapping.rest() if mapping else ()
    return _check_form(source, replace(block, options=options, content_start=stop), report)


def _check_form(source: Source, block: Block, report: Report) -> Block:
    kind = KINDS[block.kind]
    content = source.text[block.content_start : block.content_end].strip()
    if kind.argument == "required" and not block.argument:
        message, hint = f"The block '{kind.name}' needs an argument.", f"write '/// {kind.name} | …'"
        report(Diagnostic(Rule.BLOCK_CONTENT, block.place, message, hint))
    if kind.argument == "none" and block.argument:
        message, hint = f"The block '{kind.name}' takes no argument.", "remove what stands after the bar"
        report(Diagnostic(Rule.BLOCK_CONTENT, block.argument.place, message, hint))
    if kind.content == "required" and not content:
        report(
            Diagnostic(
                Rule.BLOCK_CONTENT, block.place, f"The block '{kind.name}' is empty.", "write its content or remove it"
            )
        )
    if kind.content == "none" and content:
        at = (
            block.content_start
            + len(source.text[block.content_start :])
            - len(source.text[block.content_start :].lstrip())
        )
        message = f"The block '{kind.name}' takes no content; it would be lost."
        report(Diagnostic(Rule.BLOCK_CONTENT, source.place(at, at + 1), message, "move the text out of the block"))
    for name, _ in block.options:
        if "*" not in kind.options and name.name not in kind.options:
            hint = suggest(name.name, kind.options) or (
                f"options: {', '.join(kind.options)}" if kind.options else "it has none"
            )
            report(
                Diagnostic(
                    Rule.PARAMETER_KNOWN, name.place, f"The block '{kind.name}' has no option '{name.name}'.", hint
                )
            )
    return block

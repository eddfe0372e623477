"""What a block's kind asks of it: its options are read, its argument and content are checked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from coursewright.blocks.kinds import ELSEWHERE, KINDS, Kind
from coursewright.blocks.model import Block
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import read_mapping

_OPTION = re.compile(r"(?P<indent>[ \t]*)(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)")
_LINE = re.compile(r"\S[^\n]*")
TURN = re.compile(r"(?P<speaker>[^\W\d_][\w.’' -]{0,40}?):[ \t]+(?P<words>.+)", re.S)
"""A line of a dialogue that somebody says."""
_MINUTES = re.compile(r"\d+(?:\s?[-–]\s?\d+)?")
_COMMENT = re.compile(r"<!--.*?-->", re.S)


def formed(source: Source, block: Block, report: Report) -> Block:
    """The block with its options; what its kind does not allow is told."""
    kind = KINDS.get(block.kind)
    if kind is None:
        if block.kind not in ELSEWHERE:
            hint = suggest(block.kind, [*KINDS, *ELSEWHERE]) or "the manual lists the kinds of block"
            report(Diagnostic(Rule.BLOCK_KNOWN, block.place, f"There is no block '{block.kind}'.", hint))
        return _foreign(source, block, report)
    block = _with_options(source, block, kind, report)
    for diagnostic in (
        *_check_argument(block, kind),
        *_check_content(source, block, kind),
        *_check_options(block, kind),
    ):
        report(diagnostic)
    return block


def _foreign(source: Source, block: Block, report: Report) -> Block:
    """A block of pymdownx as it is typed; an option that it does not have would have it printed as typed."""
    if block.kind in ELSEWHERE:
        kind = Kind(block.kind, "optional", "optional", ELSEWHERE[block.kind], "")
        for diagnostic in _check_options(_with_options(source, block, kind, report), kind):
            report(diagnostic)
    return block


def _with_options(source: Source, block: Block, kind: Kind, report: Report) -> Block:
    """Take the YAML lines at the head of a block."""
    stop = block.content_start
    while stop < block.content_end:
        end = source.text.find("\n", stop, block.content_end) + 1 or block.content_end
        line = source.text[stop:end]
        goes_on = stop > block.content_start and line[:1] in " \t" and line.strip()
        if not (goes_on or _is_option(line, kind)):
            break
        stop = end
    if stop == block.content_start:
        return block
    mapping = read_mapping(source, report, block.content_start, stop, f"block '{block.kind}'")
    return replace(block, options=mapping.rest() if mapping else (), content_start=stop)


def _is_option(line: str, kind: Kind) -> bool:
    """Indented 'name: value'; without the indent too, where no sentence can be meant."""
    match = _OPTION.match(line.rstrip("\n"))
    return bool(match and (match["indent"] or kind.content == "none" or match["name"] in kind.options))


def _check_argument(block: Block, kind: Kind) -> Iterator[Diagnostic]:
    if kind.argument == "required" and not block.argument:
        message, hint = f"The block '{kind.name}' needs an argument.", f"write '/// {kind.name} | …'"
        yield Diagnostic(Rule.BLOCK_CONTENT, block.place, message, hint)
    if kind.argument == "none" and block.argument:
        message, hint = f"The block '{kind.name}' takes no argument.", "remove what stands after the bar"
        yield Diagnostic(Rule.BLOCK_CONTENT, block.argument.place, message, hint)


def _check_content(source: Source, block: Block, kind: Kind) -> Iterator[Diagnostic]:
    content = source.text[block.content_start : block.content_end]
    blanked = _COMMENT.sub(lambda match: " " * len(match[0]), content)
    if kind.content == "required" and not blanked.strip():
        message = f"The block '{kind.name}' is empty."
        yield Diagnostic(Rule.BLOCK_CONTENT, block.place, message, "write its content or remove it")
    if kind.content == "none" and blanked.strip():
        at = block.content_start + len(blanked) - len(blanked.lstrip())
        message = f"The block '{kind.name}' takes no content; it would be lost."
        yield Diagnostic(Rule.BLOCK_CONTENT, source.place(at), message, "move the text out of the block")
    if kind.name == "dialogue":
        if (first := _LINE.search(blanked)) and first[0][0] not in "(/" and not TURN.match(first[0]):
            message, hint = "Nobody says this line.", "begin it with a name and a colon, or put it in parentheses"
            start = block.content_start + first.start()
            yield Diagnostic(Rule.BLOCK_CONTENT, source.place(start, start + len(first[0])), message, hint)
        for child in block.children:
            message = f"The block '{child.kind}' can't stand in a dialogue, which holds speech."
            yield Diagnostic(Rule.BLOCK_CONTENT, child.place, message, "move it out of the dialogue")


def _check_options(block: Block, kind: Kind) -> Iterator[Diagnostic]:
    for name, text in block.options:
        if "*" not in kind.options and name.name not in kind.options:
            listed = f"options: {', '.join(kind.options)}" if kind.options else "it has none"
            message = f"The block '{kind.name}' has no option '{name.name}'."
            yield Diagnostic(Rule.PARAMETER_KNOWN, name.place, message, suggest(name.name, kind.options) or listed)
        elif name.name == "minutes" and "minutes" in kind.options and not _MINUTES.fullmatch(text.text):
            message, hint = f"'{text.text}' is no number of minutes.", "write 10, or 10–15"
            yield Diagnostic(Rule.FIELD_VALID, text.place(0, len(text.text)), message, hint)

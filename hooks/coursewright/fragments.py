"""A piece of Markdown and what the engine knows in it: blocks, citations, links. Checked and rendered from one scan."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from coursewright.blocks import Block, scan_blocks
from coursewright.citations import Citation, find_bibliography_commands, scan_citations
from coursewright.diagnostics import Report
from coursewright.links import Link, scan_links
from coursewright.markdown_mask import escaped_ats, mask
from coursewright.source import Source


@dataclass(frozen=True)
class Command:
    """A backslash command: '\\bibliography', '\\full_bibliography', or '\\@' for a plain '@'."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Fragment:
    """`start` is where the Markdown begins, after front matter; offsets are into `source.text`.

    `masked` is the text with all that is no prose blanked.
    """

    source: Source
    start: int
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]
    commands: tuple[Command, ...] = ()
    masked: str = field(default="", repr=False)

    @property
    def outline(self) -> tuple[object, ...]:
        """What other pages may show of this one: its blocks by kind and argument, and its citations, in order."""
        stretches: list[tuple[int, object]] = []
        for block in self.walk():
            named = block.kind, block.argument.name if block.argument else ""
            stretches += [(block.start, named), (block.end, "")]
        stretches += [(found.start, tuple(item.key for item in found.items)) for found in self.citations]
        return tuple(what for _, what in sorted(stretches, key=lambda stretch: stretch[0]))

    def walk(self) -> Iterator[Block]:
        """Every block, outer before inner."""
        queue = list(self.blocks)
        while queue:
            block = queue.pop(0)
            yield block
            queue[:0] = block.children


def scan_fragment(source: Source, start: int, known: Container[str], report: Report) -> Fragment:
    """Scan a page, a reusable block or any Markdown; `known` are the citation keys of the bibliography."""
    masked = mask(source.text)
    blocks = scan_blocks(source, masked, start, report)
    apart = [end for block in blocks for end in _line_ends(block, source)]
    citations = scan_citations(source, masked, report, known, apart)
    commands = [Command(*found) for found in find_bibliography_commands(masked)]
    commands += [Command(at, at + 2, r"\@") for at in escaped_ats(source.text)]
    return Fragment(source, start, blocks, citations, scan_links(source, masked, start), tuple(commands), masked)


def _line_ends(block: Block, source: Source) -> Iterator[int]:
    """Line ends that no citation crosses: around a block's head and options, and between the turns of a dialogue."""
    yield from (source.offset(ref.place.line, 1) - 1 for ref, _ in block.options)
    yield block.content_start - 1
    at = block.content_start
    for child in block.children:
        if block.kind == "dialogue":
            yield from _newlines(source.text, at, child.start)
        yield from _line_ends(child, source)
        at = child.end
    if block.kind == "dialogue":
        yield from _newlines(source.text, at, block.content_end)


def _newlines(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, end)


def silent(_: object) -> None:
    """A report for text that has been checked where it stands."""

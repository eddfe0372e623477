"""Block quotations: the citation that names their source, at their end or in the sentence before them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from coursewright.citations.model import Citation, CitationKind
from coursewright.citations.prose.text import GONE, Prose

_WHERE = re.compile(
    r"\d|section|heading|para|chapter|preface|abstract|epigraph|title|back cover|foreword|\bpassim\b|“|\"", re.I
)
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_BLOCK = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.M)
_CALLOUT = re.compile(
    r"\s*(?:\[!|\*\*|__|#|[-*+]\s|\d+[.)]\s|"
    r"(?:note|tip|warning|hint|important|definition|caution|example|summary)\b\s*[:.])",
    re.I,
)
_BLOCK_WORDS = 8


def is_unlocated(citation: Citation) -> bool:
    """Whether none of its items says where, in words or numbers."""
    return not any(item.locator or _WHERE.search(item.suffix) for item in citation.items)


def sources_of_blocks(prose: Prose) -> Iterator[int]:
    """Citations without a locator that name the source of a block quotation: at its end, or before its colon."""
    citations = {citation.end: citation for citation in prose.citations}
    for block, inner in blocks(prose):
        ending = len(block[0].rstrip(" \n\t.)>"))
        citation = citations.get(block.start() + ending)
        if citation is not None:
            if inner[:ending].count(GONE) == citation.end - citation.start and is_unlocated(citation):
                yield citation.start
        elif GONE not in inner and not re.search(r"\bpp?\. ?\d|para\. ?\d", inner):
            yield from _before_block(prose, block.start())


def blocks(prose: Prose) -> Iterator[tuple[re.Match[str], str]]:
    """Block quotations that are no notes in a box, each with its words, the marks of its lines blank."""
    for block in _BLOCK.finditer(prose.body) if ">" in prose.body else ():
        inner = re.sub(r"^[ \t]*>[ \t]?", lambda match: " " * len(match[0]), block[0], flags=re.M)
        if not _CALLOUT.match(inner.lstrip(" \n")) and len(_WORDS.findall(inner)) >= _BLOCK_WORDS:
            yield block, inner


def _before_block(prose: Prose, start: int) -> Iterator[int]:
    """'As @key wrote:' in the paragraph before a block quotation."""
    before = prose.body[max(0, start - 400) : start].rstrip()
    if not before.endswith(":"):
        return
    first = start - len(prose.body[max(0, start - 400) : start])
    paragraph = max(before.rfind("\n\n"), before.rfind(". "), 0) + first
    inside = prose.citations[bisect_left(prose.starts, paragraph) : bisect_left(prose.starts, start)]
    if len(inside) == 1 and inside[0].kind is CitationKind.NARRATIVE and is_unlocated(inside[0]):
        yield inside[0].start

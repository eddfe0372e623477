"""Weaving one page: text between blocks, blocks by kind, and at the end the works that were cited on the way."""

from collections.abc import Callable
from dataclasses import dataclass

from coursewright.blocks import Block, fill
from coursewright.citations import Citation, render_reference_list
from coursewright.course import Course
from coursewright.fragments import Fragment, scan_fragment, silent
from coursewright.links import Link
from coursewright.source import Source
from coursewright.weave import banks, discussion, lists, prose
from coursewright.weave.head import render_head
from coursewright.weave.html import raw
from coursewright.weave.links import resolve_link
from coursewright.weave.site import Site
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver

_REFERENCES = "\ue002references\ue002"
_MAX_DEPTH = 20  # reusable blocks inside one another; a cycle is told by the check and stops here

RENDERERS: dict[str, Callable[[Use], str]] = {
    **prose.RENDERERS,
    **lists.RENDERERS,
    **discussion.RENDERERS,
    **banks.RENDERERS,
    "references": lambda use: raw(_REFERENCES),
}


def weave(markdown: str, course: Course, path: str, site: Site | None = None) -> str:
    """A page's Markdown (without its front matter) with everything of ours turned into plain Markdown and HTML.

    `path` is the page's path below `docs/`. What is unknown stays as typed; nothing is raised.
    """
    page = course.pages.get(path)
    if page is None:
        return markdown
    weaver = Weaver(course, page, site or Site())
    fragment = scan_fragment(Source(path, markdown), 0, course.references, silent)
    woven = _Span(weaver, fragment, 0).render(0, len(markdown), fragment.blocks)
    return render_head(weaver) + _with_references(weaver, woven)


def _with_references(weaver: Weaver, woven: str) -> str:
    """Put the reference list where the page asks for it; a page that cites and does not ask gets it at its end."""
    listed = render_reference_list(weaver.anchors, weaver.course.references, weaver.anchors)
    if _REFERENCES in woven:
        return woven.replace(_REFERENCES, listed, 1).replace(_REFERENCES, "")
    return woven + (f"\n\n## References\n\n{listed}\n" if weaver.anchors else "")


@dataclass(frozen=True)
class _Span:
    """Rendering of stretches of one fragment; `depth` counts the reusable blocks around it."""

    weaver: Weaver
    fragment: Fragment
    depth: int

    def render(self, start: int, end: int, blocks: tuple[Block, ...]) -> str:
        parts, at = [], start
        for block in blocks:
            parts += [self._text(at, block.start), self._block(block)]
            at = block.end
        return "".join([*parts, self._text(at, end)])

    def _text(self, start: int, end: int) -> str:
        """Text without blocks: its citations and links are replaced, the rest stays as typed."""
        found: list[Citation | Link] = [*self.fragment.citations]
        found += [link for link in self.fragment.links if link.scheme != "file"]
        parts, at = [], start
        for piece in sorted(found, key=lambda piece: piece.start):
            if start <= piece.start and piece.end <= end:
                parts += [self.fragment.source.text[at : piece.start], self._replacement(piece)]
                at = piece.end
        return "".join([*parts, self.fragment.source.text[at:end]])

    def _replacement(self, piece: Citation | Link) -> str:
        if isinstance(piece, Citation):
            return self.weaver.cite(piece)
        typed = self.fragment.source.text[piece.start : piece.end]
        return resolve_link(self.weaver.course, None, self.weaver.page.path, piece, typed)

    def _block(self, block: Block) -> str:
        if block.kind == "block":
            return self._reusable(block)
        use = Use(self.weaver, block, self.fragment.source.text, lambda: self._content(block))
        render = RENDERERS.get(block.kind)
        return render(use) if render else prose.render_foreign(use)

    def _content(self, block: Block) -> str:
        return self.render(block.content_start, block.content_end, block.children)

    def _reusable(self, block: Block) -> str:
        """The Markdown of a reusable block with its parameters filled, woven for this page."""
        course, name = self.weaver.course, block.argument.name if block.argument else ""
        reusable = course.blocks.get(name)
        if reusable is None or self.depth >= _MAX_DEPTH:
            return self.fragment.source.text[block.start : block.end]
        values = {parameter.name: parameter.default or "" for parameter in reusable.parameters}
        values |= {ref.name: phrase.text for ref, phrase in block.options}
        text = fill(reusable.source.text[reusable.body :], values)
        inner = scan_fragment(Source(reusable.source.path, text), 0, course.references, silent)
        return "\n\n" + _Span(self.weaver, inner, self.depth + 1).render(0, len(text), inner.blocks).strip() + "\n\n"

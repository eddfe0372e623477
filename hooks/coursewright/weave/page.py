"""Weaving one page: text between blocks, blocks by kind, and at the end the works that were cited on the way."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from coursewright.blocks import Block, fill
from coursewright.citations import Citation, render_notes, render_reference_list
from coursewright.course import Course
from coursewright.fragments import Command, Fragment, scan_fragment, silent
from coursewright.links import Link, from_docs
from coursewright.pieces import Pieces, whole, without
from coursewright.sets.offered import Made
from coursewright.site import Site, markdown_link
from coursewright.source import Source
from coursewright.weave import banks, course_map, diagram, discussion, formats, journal, lists, prose, sets, works
from coursewright.weave.cite_page import render_cite_page
from coursewright.weave.head import render_head
from coursewright.weave.html import raw
from coursewright.weave.links import resolve_link
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver

_REFERENCES = "\ue002references\ue002"

RENDERERS: dict[str, Callable[[Use], str]] = {
    **prose.RENDERERS,
    **lists.RENDERERS,
    **discussion.RENDERERS,
    **banks.RENDERERS,
    **works.RENDERERS,
    **sets.RENDERERS,
    **formats.RENDERERS,
    **journal.RENDERERS,
    **diagram.RENDERERS,
    **course_map.RENDERERS,
    "references": lambda use: _REFERENCES,
}


def weave(
    markdown: str, course: Course, path: str, site: Site | None = None, made: Mapping[str, Made] | None = None
) -> str:
    """A page's Markdown (without its front matter) with everything of ours turned into plain Markdown and HTML.

    `path` is the page's path below `docs/`; `made` says which sheets of offered sets there are. What is unknown stays
    as typed; nothing is raised.
    """
    return whole(_weave(markdown, course, path, site, made))


def weave_apart(
    markdown: str, course: Course, path: str, site: Site | None = None, made: Mapping[str, Made] | None = None
) -> tuple[str, Pieces]:
    """The same, with the finished HTML apart, to be put back into the page by `put_back`."""
    return without(_weave(markdown, course, path, site, made))


def _weave(markdown: str, course: Course, path: str, site: Site | None, made: Mapping[str, Made] | None) -> str:
    page = course.pages.get(path)
    if page is None:
        return markdown
    weaver = Weaver(course, page, site or Site(), made or {})
    fragment = course.fragments.get(path)
    if fragment is None or fragment.source.text[fragment.start :] != markdown:  # somebody else has changed the text
        fragment = scan_fragment(Source(path, markdown), 0, course.references, silent)
    woven = _Span(weaver, fragment, ()).render(fragment.start, len(fragment.source.text), fragment.blocks)
    return render_head(weaver) + with_references(weaver, woven) + render_cite_page(weaver)


def with_references(weaver: Weaver, woven: str) -> str:
    """Put the reference list where the page asks for it; a page that cites and does not ask gets it at its end."""
    course, anchors = weaver.course, weaver.anchors
    html = render_reference_list(anchors, course.references, anchors, coins=course.coins)
    html = render_notes(weaver.met) + html
    listed = raw(html, searchable=False)
    if _REFERENCES in woven:
        return woven.replace(_REFERENCES, listed, 1).replace(_REFERENCES, "")
    return woven + (f"\n\n## References{listed}" if anchors else "")


Spot = Citation | Link | Command


def _start(spot: Spot) -> int:
    return spot.start


@dataclass(frozen=True)
class _Span:
    """Rendering of stretches of one fragment; `inside` are the ids of the reusable blocks around it."""

    weaver: Weaver
    fragment: Fragment
    inside: tuple[str, ...]

    def render(self, start: int, end: int, blocks: tuple[Block, ...]) -> str:
        parts, at = [], start
        for block in blocks:
            parts += [self._text(at, block.start), self._block(block)]
            at = block.end
        return "".join([*parts, self._text(at, end)])

    def _text(self, start: int, end: int) -> str:
        """Text without blocks: its citations, links and commands are replaced, the rest stays as typed."""
        text, parts, at = self.fragment.source.text, [], start
        for spot in self._spots[
            bisect_left(self._spots, start, key=_start) : bisect_left(self._spots, end, key=_start)
        ]:
            if at <= spot.start and spot.end <= end:
                parts += [text[at : spot.start], self._replacement(spot)]
                at = spot.end
        return "".join([*parts, text[at:end]])

    @cached_property
    def _spots(self) -> list[Spot]:
        fragment = self.fragment
        return sorted([*fragment.citations, *fragment.links, *fragment.commands], key=_start)

    def _replacement(self, spot: Spot) -> str:
        if isinstance(spot, Citation):
            return self.weaver.cite(spot)
        if isinstance(spot, Command):
            return self._command(spot.name)
        typed = self.fragment.source.text[spot.start : spot.end]
        if self.inside and spot.scheme == "file":
            return markdown_link(self.weaver.page.path, from_docs(typed))
        return resolve_link(self.weaver.course, None, self.weaver.page.path, spot, typed)

    def _command(self, name: str) -> str:
        """What mkdocs-bibtex puts in place of its commands; a plain '@' for '\\@'."""
        if name == r"\@":
            return "@"
        course = self.weaver.course
        listed = render_reference_list(course.references, course.references, {}, coins=course.coins)
        every = raw(listed, searchable=False)
        return every if name == r"\full_bibliography" else _REFERENCES

    def _block(self, block: Block) -> str:
        if block.kind == "block":
            return self._reusable(block)
        use = Use(
            self.weaver, block, self.fragment.source.text, lambda: self._content(block), lambda: self._inner(block)
        )
        render = RENDERERS.get(block.kind)
        return render(use) if render else prose.render_foreign(use, self._text(block.start, block.content_start))

    def _inner(self, block: Block) -> str:
        return "".join(self._block(child) for child in block.children)

    def _content(self, block: Block) -> str:
        return self.render(block.content_start, block.content_end, block.children)

    def _reusable(self, block: Block) -> str:
        """The Markdown of a reusable block with its parameters filled, woven for this page."""
        course, name = self.weaver.course, block.argument.name if block.argument else ""
        reusable = course.blocks.get(name)
        if reusable is None or name in self.inside:
            return self.fragment.source.text[block.start : block.end]
        values = {item.name: item.default for item in reusable.parameters if item.default is not None}
        values |= {ref.name: phrase.text for ref, phrase in block.options}
        text = fill(reusable.source.text[reusable.body :], values)
        inner = scan_fragment(Source(reusable.source.path, text), 0, course.references, silent)
        return (
            "\n\n" + _Span(self.weaver, inner, (*self.inside, name)).render(0, len(text), inner.blocks).strip() + "\n\n"
        )

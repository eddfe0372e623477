"""What is known while one page is woven: the course, the page, and the citations met so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coursewright.citations import Citation, CitationItem, Met, render_citation
from coursewright.course import Course
from coursewright.model import Page
from coursewright.sets.offered import Made
from coursewright.site import Site
from coursewright.weave.html import inline
from coursewright.weave.links import resolve_links

_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass
class Weaver:
    """Lives while one page is woven. `anchors`: cited key, in order of first use → ids of the places that cite it.

    `made`: set id → what has been made of the set, of sets of which something has.
    `drawn`: diagram → how often the page has shown it so far.
    """

    course: Course
    page: Page
    site: Site
    made: Mapping[str, Made] = field(default_factory=dict)
    anchors: dict[str, list[str]] = field(default_factory=dict)
    drawn: dict[str, int] = field(default_factory=dict)
    met: Met = field(default_factory=lambda: Met(inline))

    def cite(self, citation: Citation, raw: bool = False) -> str:
        """A citation as HTML; its works join the page's list. `raw`: what surrounds it is HTML, not Markdown."""
        words = inline if raw else self._with_links
        return render_citation(citation, self.course.references, self._attributes, words, self.met)

    def _with_links(self, markdown: str) -> str:
        return resolve_links(self.course, None, self.page.path, markdown)

    def _attributes(self, item: CitationItem) -> str | None:
        if item.key not in self.course.references:
            return None
        places = self.anchors.setdefault(item.key, [])
        places.append(f"cite-{item.key}-{len(places) + 1}")
        return places[-1]

    def inline(self, markdown: str) -> str:
        """A short piece of Markdown (a stem, a definition) as HTML with its citations."""
        if "@" not in markdown and "](" not in markdown:
            return inline(markdown)
        text = resolve_links(self.course, self.site, self.page.path, markdown)
        cited: list[str] = []
        done: list[str] = []
        at = 0
        for citation in self.course.citations_in(text):
            done += [text[at : citation.start], f"{_OPEN}{len(cited)}{_CLOSE}"]
            cited.append(self.cite(citation, raw=True))
            at = citation.end
        html = inline("".join([*done, text[at:]]))
        for index, part in enumerate(cited):
            html = html.replace(f"{_OPEN}{index}{_CLOSE}", part)
        return html

    def address(self, path: str, anchor: str = "") -> str:
        """The address of another page, seen from this one."""
        return self.site.link(self.page.path, path, anchor)

    def file(self, path: str) -> str:
        """The address of a file below the site's root, seen from this page."""
        return self.site.file(self.page.path, path)

    def inlines(self, markdowns: Iterable[str]) -> list[str]:
        return [self.inline(markdown) for markdown in markdowns]

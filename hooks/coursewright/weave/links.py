"""Links by identity become relative paths (Markdown) or addresses (HTML)."""

from coursewright.course import Course
from coursewright.links import Link, scan_links
from coursewright.markdown_mask import mask
from coursewright.site import Site, markdown_link
from coursewright.source import Source


def target_of(course: Course, link: Link) -> tuple[str, str] | None:
    """The page and the anchor that a link by identity leads to; None where there is none."""
    if link.scheme in ("file", "misspelt"):
        return None
    if link.scheme == "term":
        return _on_page_with(course, "glossary", link.target.name in course.terms, f"term-{link.target.name}")
    if link.scheme == "question":
        return _on_page_with(course, "bank", link.target.name in course.questions, link.target.name)
    page = course.page_ids.get(link.target.name)
    return (page.path, "") if page else None


def _on_page_with(course: Course, kind: str, exists: bool, anchor: str) -> tuple[str, str] | None:
    path = course.page_with(kind)
    return (path, anchor) if path and exists else None


def resolve_link(course: Course, site: Site | None, origin: str, link: Link, typed: str) -> str:
    """What a link's parentheses hold: a path for Markdown, an address where a site is given, else as typed."""
    target = target_of(course, link)
    if target is None:
        return typed
    _, _, fragment = typed.partition("#")
    path, anchor = target
    return (site.link if site else markdown_link)(origin, path, anchor or fragment)


def resolve_links(course: Course, site: Site | None, origin: str, markdown: str) -> str:
    """Markdown with its links by identity as paths, or as addresses where a site is given: it will become raw HTML."""
    if "](" not in markdown:
        return markdown
    done: list[str] = []
    at = 0
    for link in scan_links(Source("", markdown), mask(markdown)):
        done += [markdown[at : link.start], resolve_link(course, site, origin, link, markdown[link.start : link.end])]
        at = link.end
    return "".join([*done, markdown[at:]])

"""What a page refers to exists: cases, terms, links, and what its blocks name."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from coursewright.blocks import Block, check_use
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.fragments import Fragment
from coursewright.links import Link
from coursewright.model import Ref
from coursewright.source import suggest


def unknown(rule: Rule, what: str, ref: Ref, known: Mapping[str, object]) -> Iterator[Diagnostic]:
    """A diagnostic where `ref` names nothing in `known`."""
    if ref.name not in known:
        yield Diagnostic(rule, ref.place, f"There is no {what} '{ref.name}'.", suggest(ref.name, known))


def check_page(course: Course, path: str) -> Iterator[Diagnostic]:
    """The front matter of a page: its terms, and a lesson's cases."""
    page = course.pages[path]
    for ref in page.terms:
        yield from unknown(Rule.TERM_KNOWN, "glossary term", ref, course.terms)
    lesson = course.lessons.get(page.id)
    if lesson is not None and lesson.page is page:
        for ref in lesson.cases:
            yield from unknown(Rule.CASE_KNOWN, "case", ref, course.cases)


def check_fragment(course: Course, fragment: Fragment) -> Iterator[Diagnostic]:
    """The blocks and links of a page or reusable block."""
    for block in fragment.walk():
        yield from _check_block(course, block)
    for link in fragment.links:
        yield from _check_link(course, link, fragment.source.path)


def _check_block(course: Course, block: Block) -> Iterator[Diagnostic]:
    if not block.argument:
        return
    if block.kind == "pause":
        yield from unknown(Rule.QUESTION_KNOWN, "question", block.argument, course.questions)
    elif block.kind == "case":
        yield from unknown(Rule.CASE_KNOWN, "case", block.argument, course.cases)
    elif block.kind == "block":
        yield from unknown(Rule.BLOCK_KNOWN, "reusable block", block.argument, course.blocks)
        if reusable := course.blocks.get(block.argument.name):
            yield from check_use(block, reusable)


def _check_link(course: Course, link: Link, path: str) -> Iterator[Diagnostic]:
    if link.scheme == "file":
        folder = dirname(path.removeprefix("docs/")) if path.startswith("docs/") else ""
        if normpath(join(folder, link.target.name)) not in course.pages:
            hint = suggest(link.target.name, course.pages)
            yield Diagnostic(Rule.LINK_KNOWN, link.target.place, f"There is no page '{link.target.name}'.", hint)
    elif link.scheme == "lesson":
        yield from unknown(Rule.LESSON_KNOWN, "lesson", link.target, course.lessons)
    elif link.scheme == "case":
        yield from unknown(Rule.CASE_KNOWN, "case", link.target, course.cases)
    elif link.scheme == "term":
        yield from unknown(Rule.TERM_KNOWN, "glossary term", link.target, course.terms)
    elif link.scheme == "question":
        yield from unknown(Rule.QUESTION_KNOWN, "question", link.target, course.questions)
    else:
        yield from unknown(Rule.PAGE_KNOWN, "page with the id", link.target, course.page_ids)

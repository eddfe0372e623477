"""What a page refers to exists: cases, terms, links, and what its blocks name."""

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from coursewright.blocks import Block, check_use
from coursewright.checks.inert import check_inert
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.diagrams import FOLDER
from coursewright.fragments import Fragment
from coursewright.links import Link, from_docs, scan_links
from coursewright.markdown_mask import mask
from coursewright.model import Page, Ref
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
    """The blocks, links and HTML of a page or reusable block."""
    page = course.pages.get(fragment.source.path.removeprefix("docs/"))
    for block in fragment.walk():
        yield from _check_block(course, block)
        if page:
            yield from _check_shown(course, block, page)
    for link in fragment.links:
        yield from _check_link(course, link, fragment.source.path)
    yield from check_inert(fragment)


def check_phrases(course: Course) -> Iterator[Diagnostic]:
    """Links in stems, their values and definitions, and the terms that glossary terms point to."""
    for term in course.terms.values():
        for ref in term.see:
            yield from unknown(Rule.TERM_KNOWN, "glossary term", ref, course.terms)
    phrases = [term.definition for term in course.terms.values()]
    for question in course.questions.values():
        phrases += [question.stem, *(phrase for row in question.rows for _, phrase in row.values)]
    for phrase in phrases:
        if "](" in phrase.text:
            for link in scan_links(phrase, mask(phrase.text)):
                yield from _check_link(course, link, phrase.path)


def _check_shown(course: Course, block: Block, page: Page) -> Iterator[Diagnostic]:
    """Blocks that show what their page has: they would be empty on a page that has none of it."""
    needs = {
        "objectives": (page.id in course.lessons, "learning objectives; a lesson has"),
        "discussion": (bool(course.questions_of(page.id)), "questions: its lesson or case has none in the bank"),
        "terms": (bool(page.terms), "key terms: its front matter has no 'terms'"),
    }
    has, what = needs.get(block.kind, (True, ""))
    if not has:
        message = f"The block '{block.kind}' has nothing to show here."
        yield Diagnostic(Rule.BLOCK_CONTENT, block.place, message, f"this page has no {what}")


def _check_block(course: Course, block: Block) -> Iterator[Diagnostic]:
    if not block.argument:
        return
    if block.kind == "pause":
        yield from unknown(Rule.QUESTION_KNOWN, "question", block.argument, course.questions)
    elif block.kind == "case":
        yield from unknown(Rule.CASE_KNOWN, "case", block.argument, course.cases)
    elif block.kind == "diagram":
        yield from _check_diagram(course, block.argument)
    elif block.kind == "block":
        yield from unknown(Rule.BLOCK_KNOWN, "reusable block", block.argument, course.blocks)
        if reusable := course.blocks.get(block.argument.name):
            yield from check_use(block, reusable)


def _check_diagram(course: Course, ref: Ref) -> Iterator[Diagnostic]:
    if ref.name not in course.diagrams:
        hint = suggest(ref.name, course.diagrams) or f"draw it in '{FOLDER}/{ref.name}.svg'"
        yield Diagnostic(Rule.DIAGRAM_KNOWN, ref.place, f"There is no diagram '{ref.name}'.", hint)


def _check_file_link(course: Course, link: Link, path: str) -> Iterator[Diagnostic]:
    """A relative link; the hint is written as it would stand on this page."""
    name = link.target.name
    folder = dirname(path.removeprefix("docs/")) if path.startswith("docs/") else ""
    target = normpath(join(folder, name)) if path.startswith("docs/") else from_docs(name)
    if target not in course.pages:
        near = {relpath(page, folder or "."): page for page in course.pages}
        yield Diagnostic(Rule.LINK_KNOWN, link.target.place, f"There is no page '{name}'.", suggest(name, near))


def _check_link(course: Course, link: Link, path: str) -> Iterator[Diagnostic]:
    if link.scheme == "file":
        yield from _check_file_link(course, link, path)
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

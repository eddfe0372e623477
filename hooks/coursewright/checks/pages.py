"""What a page refers to exists: cases, terms, links, and what its blocks name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath, relpath

from coursewright.blocks import Block, check_use
from coursewright.checks.inert import check_inert
from coursewright.checks.markup import check_markup
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.diagrams import FOLDER
from coursewright.echoes import NOTHING
from coursewright.fragments import Fragment
from coursewright.links import SCHEMES, Link, from_docs, scan_links
from coursewright.markdown_mask import mask
from coursewright.model import Page, Ref
from coursewright.navigation import Navigation
from coursewright.source import suggest

MADE = ("sets/", "downloads/", "assets/downloads/", "questions/bank.json")
"""Paths of what a build adds to the files of `docs/`."""
_WHERE = {
    Rule.LESSON_KNOWN: "a lesson is named by the 'id' in its front matter",
    Rule.CASE_KNOWN: "a case is named by the 'id' in its front matter",
    Rule.PAGE_KNOWN: "a page is named by the 'id' in its front matter",
    Rule.TERM_KNOWN: "terms are defined in course/glossary.yml",
    Rule.QUESTION_KNOWN: "questions stand in course/questions",
    Rule.BLOCK_KNOWN: "reusable blocks stand in course/blocks",
}
_SHOWN_BY = {"term": "glossary", "question": "bank"}
_BY_SCHEME: dict[str, tuple[Rule, str, Callable[[Course], Mapping[str, object]]]] = {
    "lesson": (Rule.LESSON_KNOWN, "lesson", lambda course: course.lessons),
    "case": (Rule.CASE_KNOWN, "case", lambda course: course.cases),
    "term": (Rule.TERM_KNOWN, "glossary term", lambda course: course.terms),
    "question": (Rule.QUESTION_KNOWN, "question", lambda course: course.questions),
    "page": (Rule.PAGE_KNOWN, "page with the id", lambda course: course.page_ids),
}


def unknown(rule: Rule, what: str, ref: Ref, known: Mapping[str, object]) -> Iterator[Diagnostic]:
    """A diagnostic where `ref` names nothing in `known`."""
    if ref.name not in known:
        hint = suggest(ref.name, known) or _WHERE.get(rule, "")
        yield Diagnostic(rule, ref.place, f"There is no {what} '{ref.name}'.", hint)


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
    yield from check_markup(fragment, page.title if page else "")


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
        message = f"The block '{block.kind}' {NOTHING}"
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


def check_navigation(course: Course, navigation: Navigation) -> Iterator[Diagnostic]:
    """Pages, style sheets and scripts that `mkdocs.yml` names."""
    for ref in (*navigation.pages, *navigation.files):
        yield from _check_file(course, ref, "", "paths begin in 'docs'")


def _check_file(
    course: Course, ref: Ref, folder: str, otherwise: str = "a path is relative to the file that it stands in"
) -> Iterator[Diagnostic]:
    """A path relative to a folder of `docs/`; the hint is written as it would stand there."""
    target = normpath(join(folder, ref.name))
    if target in course.pages or (target in course.files and not target.endswith(".md")) or target.startswith(MADE):
        return
    what = "page" if target.endswith(".md") else "file"
    near = {relpath(path, folder or "."): path for path in (course.pages if what == "page" else course.files)}
    message = f"There is no {what} '{ref.name}'."
    yield Diagnostic(Rule.LINK_KNOWN, ref.place, message, suggest(ref.name, near) or otherwise)


def _check_link(course: Course, link: Link, path: str) -> Iterator[Diagnostic]:
    if link.scheme == "file" and path.startswith("docs/"):
        yield from _check_file(course, link.target, dirname(path.removeprefix("docs/")))
    elif link.scheme == "file":
        yield from _check_file(course, replace(link.target, name=from_docs(link.target.name)), "")
    elif link.scheme == "misspelt":
        message = f"There is no kind of link '{link.target.name}'."
        yield Diagnostic(Rule.LINK_KNOWN, link.target.place, message, suggest(link.target.name, SCHEMES))
    else:
        rule, what, known = _BY_SCHEME[link.scheme]
        yield from unknown(rule, what, link.target, known(course))
        shown = _SHOWN_BY.get(link.scheme)
        if shown and link.target.name in known(course) and not course.page_with(shown):
            message = f"No page shows the {what} that this link leads to."
            yield Diagnostic(Rule.LINK_KNOWN, link.target.place, message, f"write '/// {shown}' and '///' on a page")

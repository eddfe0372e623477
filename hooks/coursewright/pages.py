"""Reading a Markdown file of `docs/`: its front matter, and from that the page, lesson or case it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.cases import read_case
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.lessons import read_lesson
from coursewright.model import Case, Lesson, Page, Ref
from coursewright.source import Source
from coursewright.yaml_nodes import first_of_each, read_front_matter

_LESSON_FOLDER = re.compile(r"\d+-[^/]+/(?!index\.md)")
_CASE_FOLDER = re.compile(r"cases/(?!index\.md)")
_HOST_FIELDS = (
    "template",
    "hide",
    "search",
    "tags",
    "icon",
    "status",
    "date",
    "robots",
    "print",
    "subtitle",
    "drawing",
)
"""Fields that the site generator and its theme read."""


@dataclass(frozen=True)
class PageFile:
    """What one Markdown file is: always a page, and a lesson or a case if its folder and front matter make it one."""

    page: Page
    lesson: Lesson | None = None
    case: Case | None = None


def read_page(source: Source, report: Report) -> PageFile:
    """`source.path` is relative to the course's root and begins with 'docs/'."""
    path = source.path.removeprefix("docs/")
    is_lesson, is_case = bool(_LESSON_FOLDER.match(path)), bool(_CASE_FOLDER.match(path))
    what = "lesson" if is_lesson else "case" if is_case else "page"
    if not source.text.strip():
        said = "This page is empty.", "write it, or remove the file"
        report(Diagnostic(Rule.FIELD_PRESENT, source.place(0), *said))
    front, body = read_front_matter(source, report, what, required=is_lesson or is_case)
    if front is None:
        return PageFile(Page(path, source, body, source.place(0)))
    ref = front.id(required=is_lesson or is_case)
    page = Page(
        path,
        source,
        body,
        ref.place if ref else front.place,
        ref.name if ref else "",
        front.text("title", required=bool(body) or is_lesson or is_case),
        front.text("description"),
        front.refs("terms"),
    )
    lesson = read_lesson(front, page) if is_lesson else None
    case = read_case(front, page) if is_case else None
    for name in _HOST_FIELDS:
        front.skip(name)
    front.finish()
    return PageFile(page, lesson, case)


def unique_pages(pages: Sequence[PageFile], report: Report) -> list[PageFile]:
    """Pages whose id no page before them has: those of lessons, cases and others are one space, links refer to all."""
    refs = (Ref(item.page.id, item.page.place) for item in pages if item.page.id)
    first = first_of_each(refs, report, "page")
    return [item for item in pages if item.page.id and first[item.page.id].place == item.page.place]

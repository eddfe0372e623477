"""The journal page: every pause of the course in reading order. The browser puts the learner's notes under them."""

from collections.abc import Callable, Collection, Iterator, Mapping

from coursewright.course import Course
from coursewright.model import Lesson, Page, Question
from coursewright.questions import filled
from coursewright.weave.head import module_title
from coursewright.weave.html import element, heading, link, paragraph, plain, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver


def _render_journal(use: Use) -> str:
    """Headings are Markdown, so that the table of contents has them; the lists repeat other pages."""
    weaver, course, group = use.weaver, use.weaver.course, ""
    parts = [raw(element("div", "cw-j-head", data_course=plain(course.facts.title), **_marks(course.lessons.values())))]
    for path, questions in prompts(course).items():
        page = course.pages[path]
        if _group(course, page) != group:
            group = _group(course, page)
            lessons = [lesson for lesson in course.lessons.values() if lesson.page.module == page.module]
            parts.append(heading(2, group))
            parts += [raw(element("div", "cw-j-module", **_marks(lessons)))] if lessons else []
        parts.append(heading(3, page.title or page.path) + raw(_page(weaver, page, questions), searchable=False))
    return "".join(parts)


def _marks(lessons: Collection[Lesson]) -> dict[str, str]:
    """What can be read and reached, for the browser to count what was."""
    objectives = [f"{lesson.id}/{objective.id}" for lesson in lessons for objective in lesson.objectives]
    return {"data_lessons": " ".join(lesson.id for lesson in lessons), "data_objectives": " ".join(objectives)}


def prompts(course: Course) -> Mapping[str, list[Question]]:
    """Paths of pages that pause, in reading order, with the questions; one asked twice stands where it comes first."""
    asked: dict[str, list[Question]] = {}
    seen: set[str] = set()
    for path in course.pages:
        for name in _pauses(course, path, frozenset()):
            if name in course.questions and name not in seen:
                seen.add(name)
                asked.setdefault(path, []).append(course.questions[name])
    return asked


def _pauses(course: Course, path: str, inside: frozenset[str]) -> Iterator[str]:
    """The questions of the pauses of a page, or of a reusable block, and of the reusable blocks in it."""
    fragment = course.fragments.get(path)
    for block in fragment.walk() if fragment and path not in inside else ():
        if block.argument and block.kind == "pause":
            yield block.argument.name
        elif block.argument and block.kind == "block":
            yield from _pauses(course, f"block:{block.argument.name}", inside | {path})


def _group(course: Course, page: Page) -> str:
    if page.module in course.modules:
        return module_title(course, page)
    return "Cases" if page.id in course.cases else "Other pages"


def _page(weaver: Weaver, page: Page, questions: list[Question]) -> str:
    where = paragraph("cw-facts", link(weaver.address(page.path), "Read it"))
    entries = (
        element(
            "li",
            "cw-j-prompt",
            paragraph("cw-stem", weaver.inline(filled(question, question.rows[0]))),
            id=f"note-{question.id}",
            data_question=question.id,
        )
        for question in questions
    )
    return where + element("ol", "cw-j-prompts", *entries, data_page=plain(page.title), data_lesson=page.id)


RENDERERS: dict[str, Callable[[Use], str]] = {"journal": _render_journal}

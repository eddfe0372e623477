"""Blocks made from front matter and the course: objectives, pauses, key terms, lessons, cases."""

from collections.abc import Callable, Iterable

from coursewright.model import Lesson, Page
from coursewright.questions import filled
from coursewright.weave.head import module_title
from coursewright.weave.html import element, items, link, paragraph, raw
from coursewright.weave.use import Use


def titled(label: str, title: str = "") -> str:
    """A block's label and title, as HTML between paragraphs."""
    return raw(paragraph("cw-label", label) + paragraph("cw-title", title))


def _render_objectives(use: Use) -> str:
    lesson = use.weaver.course.lessons.get(use.weaver.page.id)
    if lesson is None:
        return use.as_typed
    entries = items(use.weaver.inlines(objective.text for objective in lesson.objectives))
    return raw(element("section", "cw cw-objectives", paragraph("cw-label", "After this lesson you can"), entries))


def _render_pause(use: Use) -> str:
    """A reflection prompt; the browser adds a private box, keyed by the question's id."""
    question = use.weaver.course.questions.get(use.argument)
    if question is None:
        return use.as_typed
    inner = (
        paragraph("cw-label", "Pause"),
        paragraph("cw-stem", use.weaver.inline(filled(question, question.rows[0]))),
        paragraph("cw-note", use.weaver.inline(question.care_note)),
    )
    return raw(element("aside", "cw cw-pause", *inner, data_question=question.id))


def _render_terms(use: Use) -> str:
    course, weaver = use.weaver.course, use.weaver
    path = course.page_with("glossary")
    rows = []
    for ref in weaver.page.terms:
        if term := course.terms.get(ref.name):
            name = weaver.inline(term.term)
            name = link(weaver.address(path, f"term-{term.id}"), name) if path else name
            definition = element("dd", "", weaver.inline(term.definition.text))
            rows.append(element("div", "", element("dt", "", name), definition))
    if not rows:
        return "\n"
    return raw(element("section", "cw cw-terms", paragraph("cw-label", "Key terms"), element("dl", "", *rows)))


def _entry(use: Use, page: Page, facts: str) -> str:
    title = link(use.weaver.address(page.path), use.weaver.inline(page.title))
    return f"{title} {element('span', 'cw-facts', facts)}{paragraph('cw-about', use.weaver.inline(page.description))}"


def _render_lessons(use: Use) -> str:
    course, here = use.weaver.course, use.weaver.page
    inside = [lesson for lesson in course.lessons.values() if lesson.page.module == here.module]
    if inside:
        return raw(_lesson_list(use, inside))
    html = ""
    for folder in course.modules:
        lessons = [lesson for lesson in course.lessons.values() if lesson.page.module == folder]
        title = use.weaver.inline(module_title(course, lessons[0].page))
        html += paragraph("cw-title", title) + _lesson_list(use, lessons)
    return raw(element("section", "cw cw-lessons", html))


def _lesson_list(use: Use, lessons: Iterable[Lesson]) -> str:
    entries = (_entry(use, lesson.page, f"{lesson.minutes} minutes") for lesson in lessons)
    return items(entries, "ol", "cw-lesson-list")


def _render_cases(use: Use) -> str:
    course = use.weaver.course
    entries = (_entry(use, case.page, use.weaver.inline(case.setting)) for case in course.cases.values())
    return raw(items(entries, "ul", "cw-lesson-list"))


RENDERERS: dict[str, Callable[[Use], str]] = {
    "objectives": _render_objectives,
    "pause": _render_pause,
    "terms": _render_terms,
    "lessons": _render_lessons,
    "cases": _render_cases,
}

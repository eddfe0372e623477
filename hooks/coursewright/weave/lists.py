"""Blocks made from front matter and the course: objectives, pauses, key terms, lessons, cases."""

from collections.abc import Callable, Iterable

from coursewright.model import Lesson, Page
from coursewright.questions import filled
from coursewright.weave.head import OBJECTIVES, lessons_using, linked, module_title
from coursewright.weave.html import element, items, link, paragraph, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver


def titled(label: str, title: str = "") -> str:
    """A block's label and title, as HTML between paragraphs."""
    return raw(paragraph("cw-label", label) + paragraph("cw-title", title))


def _render_objectives(use: Use) -> str:
    lesson = use.weaver.course.lessons.get(use.weaver.page.id)
    if lesson is None:
        return use.as_typed
    entries = [
        element("li", "", use.weaver.inline(objective.text), data_objective=f"{lesson.id}/{objective.id}")
        for objective in lesson.objectives
    ]
    listed = element("ul", "", *entries) if entries else ""
    label = paragraph("cw-label", "After this lesson you can")
    return raw(element("section", "cw cw-objectives", label, listed, id=OBJECTIVES))


def _render_pause(use: Use) -> str:
    """A reflection prompt; the browser adds a private box, keyed by the question's id."""
    weaver = use.weaver
    question = weaver.course.questions.get(use.argument)
    if question is None:
        return use.as_typed
    path = weaver.course.page_with("journal")
    journal = weaver.address(path, f"note-{question.id}") if path else ""
    inner = (
        paragraph("cw-label", "Pause"),
        paragraph("cw-stem", weaver.inline(filled(question, question.rows[0]))),
        paragraph("cw-note", weaver.inline(question.care_note)),
    )
    return raw(element("aside", "cw cw-pause", *inner, data_question=question.id, data_journal=journal))


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
    label = paragraph("cw-label", "Key terms")
    return raw(element("section", "cw cw-terms", label, element("dl", "", *rows)), searchable=False)


def _entry(use: Use, page: Page, facts: str) -> str:
    title = link(use.weaver.address(page.path), use.weaver.inline(page.title))
    return f"{title} {element('span', 'cw-facts', facts)}{paragraph('cw-about', use.weaver.inline(page.description))}"


def _render_lessons(use: Use) -> str:
    course, here = use.weaver.course, use.weaver.page
    inside = [lesson for lesson in course.lessons.values() if lesson.page.module == here.module]
    if inside:
        return raw(_lesson_list(use, inside, whole=True))
    html = ""
    for folder in course.modules:
        lessons = [lesson for lesson in course.lessons.values() if lesson.page.module == folder]
        title = use.weaver.inline(module_title(course, lessons[0].page))
        html += paragraph("cw-title", title) + _lesson_list(use, lessons)
    return raw(element("section", "cw cw-lessons", html))


def _lesson_list(use: Use, lessons: Iterable[Lesson], whole: bool = False) -> str:
    """`whole`: with the objectives and cases of each lesson."""
    entries = (
        element(
            "li",
            "",
            _entry(use, lesson.page, f"{lesson.minutes} minutes"),
            _aims(use, lesson) if whole else "",
            data_lesson=lesson.id,
        )
        for lesson in lessons
    )
    return element("ol", "cw-lesson-list", *entries)


def _aims(use: Use, lesson: Lesson) -> str:
    objectives = items(use.weaver.inlines(one.text for one in lesson.objectives), "ul", "cw-lesson-list__objectives")
    label = paragraph("cw-lesson-list__label", "After this lesson you can") if objectives else ""
    return label + objectives + paragraph("cw-lesson-list__cases", cases_used(use.weaver, lesson))


def cases_used(weaver: Weaver, lesson: Lesson) -> str:
    """'Cases: …', each a link; '' where a lesson uses none."""
    pages = [weaver.course.cases[ref.name].page for ref in lesson.cases if ref.name in weaver.course.cases]
    return linked(weaver, "Case", pages)


def _render_cases(use: Use) -> str:
    weaver = use.weaver
    entries = (
        _entry(use, case.page, weaver.inline(case.setting))
        + paragraph("cw-lesson-list__cases", lessons_using(weaver, case))
        for case in weaver.course.cases.values()
    )
    return raw(items(entries, "ul", "cw-lesson-list"))


RENDERERS: dict[str, Callable[[Use], str]] = {
    "objectives": _render_objectives,
    "pause": _render_pause,
    "terms": _render_terms,
    "lessons": _render_lessons,
    "cases": _render_cases,
}

"""What a form draws on, besides its questions: lessons, cases, objectives, works."""

from collections.abc import Callable, Iterator, Sequence

from coursewright.course import Course
from coursewright.sets.candidates import lesson_of
from coursewright.sets.model import Form
from coursewright.sets.numbers import Numbers
from coursewright.sets.text import Text, reference_text

Write = Callable[[str], Text]
"""Turns a line of Markdown into what a sheet holds."""


def title_of(course: Course, form: Form) -> str:
    """What a set without a title is about: its lessons, where they are few."""
    lessons = {lesson_of(course, item.variant.question) for item in form.asked}
    titles = [lesson.page.title for lesson in course.lessons.values() if lesson.id in lessons]
    return " · ".join(titles) if 0 < len(titles) <= 2 else f"Questions from {course.facts.title}"


def cases_of(course: Course, form: Form) -> tuple[str, ...]:
    """The cases that the questions are about, in the order of the course."""
    owners = {item.variant.question.owner for item in form.asked}
    owners |= {item.variant.row.case.name for item in form.asked if item.variant.row.case}
    return tuple(case for case in course.cases if case in owners)


def objective_words(course: Course, name: str) -> str:
    """The text of an objective 'lesson-id/objective-id'; its name where the course has none such."""
    lesson, _, objective = name.partition("/")
    found = course.lessons[lesson].objectives if lesson in course.lessons else ()
    return next((item.text for item in found if item.id == objective), name)


def objectives_of(course: Course, form: Form, write: Write) -> tuple[Text, ...]:
    names = [row.name for row in form.balance.rows if row.kind == "objective"]
    asked = {item.variant.question.objective.name for item in form.asked}
    return tuple(write(objective_words(course, name)) for name in names if name in asked)


def works_of(course: Course, form: Form, facilitator: bool) -> tuple[str, ...]:
    """The keys of the works that a sheet cites, in the order of reading, and of those that its questions rest on.

    Those of the facilitator's notes come last, so that a work has one number on both sheets.
    """
    questions = [item.variant.question for item in form.asked]
    keys = [key for words in _printed(form) for key in _cited(course, words)]
    keys += [ref.name for question in questions for ref in question.cites]
    if facilitator:
        keys += [key for words in _noted(form) for key in _cited(course, words)]
    return tuple(key for key in dict.fromkeys(keys) if key in course.references and course.references[key].html)


def references_of(course: Course, keys: Sequence[str], numbers: Numbers | None) -> tuple[Text, ...]:
    """The list of works: by number where the style numbers them, else in the order of the whole list."""
    works = [course.references[key] for key in keys]
    if numbers:
        return tuple(reference_text(work, numbers.label(work.key)) for work in works)
    return tuple(reference_text(work) for work in sorted(works, key=lambda work: work.position))


def _cited(course: Course, words: str) -> Iterator[str]:
    return (item.key for citation in course.citations_in(words) for item in citation.items)


def _printed(form: Form) -> Iterator[str]:
    """What a learner's sheet says of each question in words of its own."""
    for item in form.asked:
        yield from (item.variant.text, item.variant.question.care_note, item.variant.question.alternative)


def _noted(form: Form) -> Iterator[str]:
    """What the facilitator's sheet has besides."""
    for item in form.asked:
        question, source = item.variant.question, item.variant.format.source
        yield from (phrase.text for phrase in (*question.listen_for, *question.misreadings, *question.probes))
        yield from [source.text] if source else []

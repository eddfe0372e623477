"""What a form draws on, besides its questions: lessons, cases, objectives, works."""

from coursewright.cited import phrase_keys
from coursewright.course import Course
from coursewright.sets.candidates import lesson_of
from coursewright.sets.model import Form
from coursewright.sets.text import Text, reference_text, text


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


def objectives_of(course: Course, form: Form) -> tuple[Text, ...]:
    names = [row.name for row in form.balance.rows if row.kind == "objective"]
    asked = {item.variant.question.objective.name for item in form.asked}
    return tuple(text(course, objective_words(course, name)) for name in names if name in asked)


def references_of(course: Course, form: Form, facilitator: bool) -> tuple[Text, ...]:
    """The works that the questions cite or rest on, and for the facilitator those that the formats come from."""
    keys: dict[str, None] = {}
    for item in form.asked:
        question, source = item.variant.question, item.variant.format.source
        keys.update(dict.fromkeys(phrase_keys(course, question.stem)))
        keys.update(dict.fromkeys(ref.name for ref in question.cites))
        keys.update(dict.fromkeys(phrase_keys(course, source) if source and facilitator else ()))
    known = [course.references[key] for key in keys if key in course.references]
    return tuple(reference_text(item) for item in sorted(known, key=lambda item: item.position))

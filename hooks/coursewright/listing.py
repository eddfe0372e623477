"""The question bank as records, for the command line and other programs: a contract."""

from coursewright.citations import render_citation_text
from coursewright.course import Course
from coursewright.model import PROCESSES, Variant
from coursewright.variants import variants
from coursewright.weave.html import plain


def variant_records(course: Course) -> list[dict[str, object]]:
    """One record a variant, in the order of the bank; `text` is as a learner reads it, without markup."""
    return [_record(course, variant) for variant in variants(course.questions.values(), course.formats)]


def vocabulary(course: Course) -> dict[str, tuple[str, ...]]:
    """What the fields of a record can say in this course, by field."""
    objectives = (f"{lesson.id}/{item.id}" for lesson in course.lessons.values() for item in lesson.objectives)
    return {
        "lesson": tuple(course.lessons),
        "case": tuple(course.cases),
        "objective": tuple(objectives),
        "process": PROCESSES,
        "format": tuple(course.formats),
    }


def _record(course: Course, variant: Variant) -> dict[str, object]:
    question = variant.question
    owner = question.owner
    case = variant.row.case.name if variant.row.case else (owner if owner in course.cases else None)
    return {
        "id": variant.id,
        "question": question.id,
        "row": variant.row.label,
        "format": variant.format.id,
        "lesson": owner if owner in course.lessons else question.objective.name.partition("/")[0],
        "case": case,
        "objective": question.objective.name,
        "process": question.process,
        "stance": question.stance,
        "minutes": [question.minutes.low, question.minutes.high],
        "text": plain_text(course, variant.text),
        "cites": [ref.name for ref in question.cites],
    }


def plain_text(course: Course, markdown: str) -> str:
    """A stem as a learner reads it: citations in words, no markup."""
    done: list[str] = []
    at = 0
    for citation in course.citations_in(markdown):
        done += [markdown[at : citation.start], render_citation_text(citation, course.references)]
        at = citation.end
    return plain("".join([*done, markdown[at:]]))

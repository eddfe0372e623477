"""The forms of a set as text, by the ids of what they ask: read again without choosing anew."""

import json
from typing import Any

from coursewright.course import Course
from coursewright.model import Blueprint, Variant
from coursewright.questions import filled
from coursewright.sets.build import not_asked
from coursewright.sets.forms import make_form, with_balance
from coursewright.sets.model import Asked, QuestionSet


def write_forms(chosen: QuestionSet) -> str:
    """The letter of each form and what it asks, as JSON: question, row, format, minutes."""
    forms = [[form.letter, [_ids(item) for item in form.asked]] for form in chosen.forms]
    return json.dumps(forms, ensure_ascii=False)


def read_forms(course: Course, blueprint: Blueprint, text: str) -> QuestionSet | None:
    """The set again; None where the text is no such thing or names what the course does not have."""
    try:
        made = tuple(
            make_form(course, blueprint, letter, tuple(_asked(course, *ids) for ids in asked))
            for letter, asked in json.loads(text)
        )
    except (ValueError, TypeError, LookupError):
        return None
    questions = [item.variant.question for form in made for item in form.asked]
    return QuestionSet(blueprint, with_balance(course, made), not_asked(course, blueprint, questions))


def _ids(item: Asked) -> list[Any]:
    variant = item.variant
    return [variant.question.id, variant.row.label, variant.format.id, item.minutes]


def _asked(course: Course, question_id: str, label: str, format_id: str, minutes: int) -> Asked:
    question = course.questions[question_id]
    row = {row.label: row for row in question.rows}[label]
    return Asked(Variant(question, row, course.formats[format_id], filled(question, row)), minutes)

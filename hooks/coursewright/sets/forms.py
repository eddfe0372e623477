"""Parallel forms: one choice of questions, a different wording of each in every form, the same minutes."""

from collections.abc import Sequence
from dataclasses import replace

from coursewright.course import Course
from coursewright.model import Blueprint, Variant
from coursewright.questions import filled
from coursewright.sets.balance import balance
from coursewright.sets.candidates import place_of
from coursewright.sets.fingerprint import write_fingerprint
from coursewright.sets.model import Asked, Entry, Form
from coursewright.sets.plan import in_order, share_minutes, total_minutes


def make_forms(course: Course, blueprint: Blueprint, chosen: Sequence[Entry]) -> tuple[Form, ...]:
    """The forms of a set. All have the same length and the same counts by objective, process and format."""
    total = total_minutes((entry.question.minutes for entry in chosen), blueprint.minutes.high)
    forms = {letter: _ask([_worded(entry, letter) for entry in chosen], total) for letter in blueprint.forms}
    return with_balance(course, tuple(make_form(course, blueprint, *form) for form in forms.items()))


def make_form(course: Course, blueprint: Blueprint, letter: str, asked: tuple[Asked, ...]) -> Form:
    """One form by itself, with its fingerprint."""
    form = Form(letter, blueprint, asked, write_fingerprint(letter, blueprint.id, asked), balance({}, ()))
    return with_balance(course, (form,))[0]


def with_balance(course: Course, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Forms of one set that carry the table in which they stand side by side."""
    objectives = (f"{lesson.id}/{item.id}" for lesson in course.lessons.values() for item in lesson.objectives)
    table = balance({form.letter: form.asked for form in forms}, objectives)
    return tuple(replace(form, balance=table) for form in forms)


def _worded(entry: Entry, letter: str) -> Variant:
    question, row = entry.wordings[place_of(letter)]
    return Variant(question, row, entry.format, filled(question, row))


def _ask(variants: Sequence[Variant], total: int) -> tuple[Asked, ...]:
    ordered = in_order(variants)
    shares = share_minutes([variant.question.minutes for variant in ordered], total)
    return tuple(Asked(variant, minutes) for variant, minutes in zip(ordered, shares, strict=True))

"""A set from a link and the course → the forms that the set builder shows, and what has changed since it was made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coursewright.course import Course
from coursewright.inline_markdown import plain
from coursewright.model import Blueprint, Minutes, Question, Row, Scope, Variant
from coursewright.questions import filled
from coursewright.sets.candidates import address, place_of
from coursewright.sets.forms import make_form, with_balance
from coursewright.sets.link import Linked, LinkedQuestion
from coursewright.sets.model import Asked, Form
from coursewright.sets.plan import share_minutes, total_minutes

_MARKS = re.compile(r"[\\`*_\[\]<>@]|&(?=#?\w+;)|^[-+=~#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]", re.ASCII)


@dataclass(frozen=True)
class LinkedForms:
    """Forms in the order of the link; `notes` tell what is no longer in the bank, in sentences."""

    forms: tuple[Form, ...]
    notes: tuple[str, ...]


def linked_forms(course: Course, linked: Linked, letters: Sequence[str]) -> LinkedForms:
    """The forms of these letters; without any where no question of the link is left."""
    notes: list[str] = []
    kept = [item for item in linked.questions if _known(course, item, notes)]
    if not kept:
        return LinkedForms((), tuple(notes))
    questions = [course.questions[item.question] for item in kept]
    total = total_minutes((question.minutes for question in questions), linked.minutes or 10_000)
    shares = share_minutes([question.minutes for question in questions], total)
    title, instructions = literal(linked.title), literal(linked.instructions)
    blueprint = Blueprint("", title, instructions, Scope(), Minutes(sum(shares), sum(shares)), tuple(letters))
    forms = []
    for letter in letters:
        asked = (Asked(_variant(course, item, letter), share) for item, share in zip(kept, shares, strict=True))
        forms.append(make_form(course, blueprint, letter, tuple(asked)))
    return LinkedForms(with_balance(course, tuple(forms)), tuple(notes))


def link_form(form: Form) -> Linked:
    """A form as a link asks it: the same rows, in the same order, with the same minutes."""
    blueprint = form.blueprint
    questions = tuple(_linked(item.variant, form.letter) for item in form.asked)
    minutes = sum(item.minutes for item in form.asked)
    return Linked(plain(blueprint.title), plain(blueprint.instructions), minutes, form.letter, questions)


def _linked(variant: Variant, letter: str) -> LinkedQuestion:
    """Rows of forms before this one's stand before it in a link; they are others of the question."""
    others = [row.label for row in rows_in_order(variant.question) if row != variant.row]
    before = others[: place_of(letter) % len(variant.question.rows)]
    return LinkedQuestion(variant.question.id, variant.format.id, (*before, variant.row.label))


def rows_in_order(question: Question, first: Sequence[str] = ()) -> tuple[Row, ...]:
    """The rows that forms A, B, C… ask: those named first, then the others by an order that depends on ids alone."""
    by_address = sorted(question.rows, key=lambda row: address("row", "", question.id, row.label))
    named = [row for label in dict.fromkeys(first) for row in by_address if row.label == label]
    return (*named, *(row for row in by_address if row not in named))


def _known(course: Course, item: LinkedQuestion, notes: list[str]) -> bool:
    question = course.questions.get(item.question)
    if question is None or not _formats(course, question):
        notes.append(f"The question '{item.question}' is not in the bank; it is left out.")
        return False
    notes += _changes(course, item, question)
    return True


def _changes(course: Course, item: LinkedQuestion, question: Question) -> Iterator[str]:
    formats, labels = _formats(course, question), {row.label for row in question.rows}
    if item.format not in formats:
        yield f"'{question.id}' is not asked in the format '{item.format}'; here it is asked in '{formats[0]}'."
    for label in item.rows:
        if label not in labels:
            yield f"'{question.id}' has no row '{label}'; another stands in its place."


def _formats(course: Course, question: Question) -> list[str]:
    return [ref.name for ref in question.formats if ref.name in course.formats]


def _variant(course: Course, item: LinkedQuestion, letter: str) -> Variant:
    """A form whose letter is beyond the rows begins with the first of them again."""
    question = course.questions[item.question]
    formats, rows = _formats(course, question), rows_in_order(question, item.rows)
    row = rows[place_of(letter) % len(rows)]
    format_ = item.format if item.format in formats else formats[0]
    return Variant(question, row, course.formats[format_], filled(question, row))


def literal(words: str) -> str:
    """Words that somebody typed as they are, as Markdown that shows just them."""
    return _MARKS.sub(r"\\\g<0>", " ".join(words.split()))

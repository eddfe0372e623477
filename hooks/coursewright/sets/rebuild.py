"""A fingerprint and the course → the sheet that it was printed on, or what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod

from coursewright.course import Course
from coursewright.model import Blueprint, Minutes, Scope, Variant
from coursewright.sets.fingerprint import Fingerprint, digest, fingerprint_of, identity_of
from coursewright.sets.forms import make_form
from coursewright.sets.model import Asked, Form
from coursewright.sets.plan import share_minutes
from coursewright.variants import variants

_MOST_READINGS = 100_000


@dataclass(frozen=True)
class Rebuilt:
    """A form, and what has changed since it was printed; or no form, and why."""

    form: Form | None
    notes: tuple[str, ...] = ()


def rebuild(course: Course, found: Fingerprint) -> Rebuilt:
    """The form that has this fingerprint. Missing questions and codes that fit two sheets are told, never guessed."""
    known = _by_digest(course)
    missing = [number for number, name in enumerate(found.questions, 1) if name not in known]
    if missing:
        return Rebuilt(None, tuple(_missing(number, len(found.questions)) for number in missing))
    fitting = list(islice(_readings(found, known), 2))
    if not fitting:
        return Rebuilt(None, ("A question of this sheet is no longer in the bank as it was.",))
    if len(fitting) > 1:
        return Rebuilt(None, ("This fingerprint fits more than one choice of questions in the bank.",))
    return _form(course, found, fitting[0])


def _by_digest(course: Course) -> dict[int, list[Variant]]:
    known: dict[int, list[Variant]] = {}
    for variant in variants(course.questions.values(), course.formats):
        known.setdefault(digest(variant.id, 3), []).append(variant)
    return known


def _missing(number: int, of: int) -> str:
    return f"Question {number} of {of} is no longer in the bank, in the row and the format that it was printed in."


def _readings(found: Fingerprint, known: Mapping[int, list[Variant]]) -> Iterator[Sequence[Variant]]:
    """Every choice of variants that the code may mean; a question stands on a sheet once."""
    places = [known[name] for name in found.questions]
    if prod(map(len, places)) > _MOST_READINGS:
        yield from ((), ())
        return
    for reading in product(*places):
        distinct = len({variant.question.id for variant in reading}) == len(reading)
        if distinct and identity_of(found.letter, (variant.id for variant in reading)) == found.identity:
            yield reading


def _form(course: Course, found: Fingerprint, reading: Sequence[Variant]) -> Rebuilt:
    notes = []
    blueprint = next((item for item in course.sets.values() if digest(item.id, 2) == found.set), None)
    if blueprint is None:
        blueprint = Blueprint("", "", "", Scope(), Minutes(found.minutes, found.minutes), (found.letter,))
        if found.set != digest("", 2):
            notes.append("The set that it belongs to is no longer offered: title and instructions are plain ones.")
    shares = share_minutes([variant.question.minutes for variant in reading], found.minutes)
    asked = tuple(Asked(variant, minutes) for variant, minutes in zip(reading, shares, strict=True))
    if fingerprint_of(found.letter, blueprint.id, asked).wording != found.wording:
        notes.append("The wording or the minutes of a question have changed since this sheet was printed.")
    return Rebuilt(make_form(course, blueprint, found.letter, asked), tuple(notes))

"""Every row of every question, read as a learner reads it: what could be wrong with the words."""

from collections.abc import Iterator
from functools import lru_cache

from coursewright.cast import Cast
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.wording.agreement import check_agreement
from coursewright.wording.asked import Asked, fill_rows
from coursewright.wording.balance import check_balance
from coursewright.wording.claims import check_claims
from coursewright.wording.openness import check_openness
from coursewright.wording.people import check_notes, check_people
from coursewright.wording.processes import check_mix, check_process
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.safety import check_private, check_safety
from coursewright.wording.similarity import check_across, check_rows
from coursewright.wording.speech import check_speech
from coursewright.wording.unity import check_unity


def check_wording(course: Course) -> Iterator[Diagnostic]:
    """Each fault once, at its place in the stem or the row; nothing for courses that are not in English.

    A format changes how people talk, never what is asked: so all variants are read when all rows are.
    """
    if course.facts.language.lower().split("-")[0] == "en":
        yield from dict.fromkeys(_check(course))


def _check(course: Course) -> Iterator[Diagnostic]:
    cast, bank = Cast(course), list[Asked]()
    for question in course.questions.values():
        rows = fill_rows(question, course.references)
        bank += rows
        for asked in rows:
            yield from _check_row(asked, course, cast)
        yield from check_rows(rows)
        yield from check_notes(question, cast)
    yield from check_across(tuple(bank))
    yield from check_private(course)
    yield from check_mix(course)


def _check_row(asked: Asked, course: Course, cast: Cast) -> Iterator[Diagnostic]:
    yield from (asked.told(finding) for finding in findings(asked.reading))
    yield from check_claims(asked, course)
    yield from check_people(asked, cast)


@lru_cache(maxsize=2**15)
def findings(reading: Reading) -> tuple[Finding, ...]:
    """What can be told from the words alone; the same words are read once, also by a preview that builds again."""
    found = list(check_balance(reading))
    if not any(finding.rule is Rule.QUESTION_FAIR for finding in found):  # what presses for an answer is closed anyway
        found += check_openness(reading)
    for check in (check_unity, check_process, check_agreement, check_speech, check_safety):
        found += check(reading)
    return tuple(found)

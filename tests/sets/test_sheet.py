"""Sheets as values: what a learner gets, and what only the facilitator gets."""

import re
from dataclasses import replace

import pytest

from coursewright.model import Question
from coursewright.sets import Form, QuestionSet, build_set, make_sheet
from coursewright.sets.text import reference_text, text
from tests.sets.banks import ask, phrase
from tests.sets.test_requests import project

CANARY = "quokka"


def form(letter: str = "A", name: str = "ethos-50") -> Form:
    found = build_set(project(), project().sets[name])
    assert isinstance(found, QuestionSet)
    return next(item for item in found.forms if item.letter == letter)


def marked(question: Question) -> Question:
    """A question whose facilitator fields all hold the canary."""
    notes = (phrase(f"{CANARY} note"),)
    return replace(question, probes=notes, listen_for=notes, misreadings=notes)


def with_canaries(form: Form) -> Form:
    asked = (
        replace(item, variant=replace(item.variant, question=marked(item.variant.question))) for item in form.asked
    )
    return replace(form, asked=tuple(asked))


@pytest.mark.parametrize("facilitator", [False, True])
def test_facilitator_notes_are_on_the_facilitators_sheet_alone(facilitator: bool) -> None:
    planted = with_canaries(form())
    sheet = make_sheet(project(), planted, facilitator)
    times = 3 * len(planted.asked) if facilitator else 0
    assert repr(sheet).count(f"plain='{CANARY}") == times


def test_the_plan_of_a_sheet_adds_up() -> None:
    sheet = make_sheet(project(), form("B", "module-1-90"), True)
    at = 0
    for number, question in enumerate(sheet.questions, 1):
        assert (question.number, question.begins) == (number, at)
        for stage in question.frame.stages:
            assert stage.begins == at
            at += stage.minutes
        assert question.minutes == sum(stage.minutes for stage in question.frame.stages)
    assert at == sheet.minutes == 90


def test_the_facilitator_sees_how_the_forms_compare() -> None:
    part = make_sheet(project(), form(), True).facilitator
    assert part is not None
    assert len(part.objectives) == 4
    assert {name.plain for name in part.names} >= {item.plain for item in part.objectives}
    assert "In pairs" in {name.plain for name in part.names}
    assert (part.balance.letters, part.balance.minutes) == (("A", "B", "C"), (50, 50, 50))
    for row in part.balance.rows:
        assert row.kind == "stance" or len(set(row.counts)) == 1
    for kind in ("objective", "process", "stance", "format"):
        assert sum(row.counts[0] for row in part.balance.rows if row.kind == kind) == len(form().asked)


def test_a_sheet_lists_the_works_that_its_questions_rest_on_in_their_order() -> None:
    course = project()
    sheet = make_sheet(course, form(), False)
    keys = {ref.name for item in form().asked for ref in item.variant.question.cites}
    listed = [entry.plain for entry in sheet.references]
    assert {course.references[key].text for key in keys} <= set(listed)
    positions = {reference.text: reference.position for reference in course.references.values()}
    assert listed == sorted(listed, key=lambda entry: positions[entry])


def test_a_sheet_without_title_is_named_after_its_lessons() -> None:
    found = build_set(project(), ask(30, lessons=("ethos",)))
    assert isinstance(found, QuestionSet)
    sheet = make_sheet(project(), found.forms[1], False)
    assert (sheet.name, sheet.title.plain) == ("questions-b", "The ethos of partnership")


def test_short_texts_hold_citations_in_words_and_no_links() -> None:
    found = text(project(), 'What *is* [a goal](term:goals) in "this" [@bordin1979, p. 3]?')
    assert found.plain == "What is a goal in “this” (Bordin, 1979, p. 3)?"
    assert found.html == "What <em>is</em> a goal in “this” (Bordin, 1979, p. 3)?"
    assert found.markdown == 'What *is* a goal in "this" (Bordin, 1979, p. 3)?'


def test_references_keep_their_italics() -> None:
    work = reference_text(project().references["bordin1979"])
    assert re.sub(r"[*\\]", "", work.markdown) == work.plain
    assert "*Psychotherapy: Theory, Research" in work.markdown

"""Fingerprints: every form comes back from its code, slips of the pen are found, and what is gone is told."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.course import Course
from coursewright.model import Row, Variant
from coursewright.sets import Form, QuestionSet, build_set, make_sheet
from coursewright.sets.fingerprint import (
    ALPHABET,
    FingerprintError,
    fingerprint_of,
    read_fingerprint,
    write_fingerprint,
)
from coursewright.sets.model import Asked
from coursewright.sets.rebuild import Rebuilt, rebuild
from tests.sets.banks import NOWHERE, Q, ask, bank, format_, phrase
from tests.sets.test_build import some_bank
from tests.sets.test_requests import project

NAME = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
LETTER = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
BREAD = bank(some_bank(6, 20))


@st.composite
def asked(draw: st.DrawFn) -> tuple[Asked, ...]:
    items = []
    for _ in range(draw(st.integers(1, 12))):
        question = Q(draw(NAME)).question()
        row, shape = Row(draw(NAME), (), None, NOWHERE), format_(draw(NAME))
        items.append(Asked(Variant(question, row, shape, draw(st.text(max_size=40))), draw(st.integers(1, 60))))
    return tuple(items)


def forms(course: Course = BREAD, minutes: int = 40, id: str = "") -> tuple[Form, ...]:
    found = build_set(course, ask(minutes, "ABC", id=id))
    assert isinstance(found, QuestionSet)
    return found.forms


def again(course: Course, code: str) -> Rebuilt:
    return rebuild(course, read_fingerprint(code))


@settings(max_examples=40)
@given(LETTER, st.one_of(st.just(""), NAME), asked())
def test_a_code_says_what_was_written(letter: str, name: str, items: tuple[Asked, ...]) -> None:
    code = write_fingerprint(letter, name, items)
    assert read_fingerprint(code) == fingerprint_of(letter, name, items)
    assert len(code.replace("-", "")) == 11 + 3 * len(items)


@settings(max_examples=40)
@given(LETTER, asked(), st.data())
def test_codes_may_be_typed_carelessly(letter: str, items: tuple[Asked, ...], data: st.DataObject) -> None:
    code = write_fingerprint(letter, "", items)
    typed = "".join(data.draw(st.sampled_from((sign, sign.lower(), sign + " "))) for sign in code)
    assert read_fingerprint(typed.replace("0", "o").replace("1", "l")) == read_fingerprint(code)


def test_every_wrong_sign_and_every_swap_of_neighbours_is_found() -> None:
    code = forms()[0].fingerprint.replace("-", "")
    slips = [code[:at] + sign + code[at + 1 :] for at in range(len(code)) for sign in ALPHABET]
    slips += [code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1)]
    for slip in slips:
        if slip != code:
            with pytest.raises(FingerprintError):
                read_fingerprint(slip)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("", "A fingerprint has 14, 17, 20 … signs besides hyphens; this one has 0."),
        ("01JWE-JP8T", "A fingerprint has 14, 17, 20 … signs besides hyphens; this one has 9."),
        ("01JWE-JP8T5-C38E!", "'!' is never part of a fingerprint."),
        ("01JWE-JP8T5-C38U", "'U' is never part of a fingerprint."),
        ("01JWE-JP8T5-C38E", "The fingerprint was mistyped: its signs do not fit together."),
    ],
)
def test_what_is_wrong_with_a_code_is_said(code: str, message: str) -> None:
    with pytest.raises(FingerprintError) as found:
        read_fingerprint(code)
    assert str(found.value) == message


def test_ten_questions_take_forty_one_signs() -> None:
    course = bank(Q(f"q{number}", f"bread/o{number}") for number in range(10))
    assert [len(form.fingerprint.replace("-", "")) for form in forms(course, 100)] == [41, 41, 41]


def test_every_offered_form_is_rebuilt_to_the_letter() -> None:
    course = project()
    for blueprint in course.sets.values():
        found = build_set(course, blueprint)
        assert isinstance(found, QuestionSet)
        for form in found.forms:
            rebuilt = again(course, form.fingerprint)
            assert rebuilt.form is not None
            assert rebuilt.notes == ()
            assert make_sheet(course, rebuilt.form, False) == make_sheet(course, form, False)


def test_a_set_that_nobody_offers_is_rebuilt_too() -> None:
    for form in forms():
        rebuilt = again(BREAD, form.fingerprint)
        assert rebuilt.form is not None
        assert make_sheet(BREAD, rebuilt.form, False) == make_sheet(BREAD, form, False)


def test_a_larger_bank_rebuilds_the_same_sheet() -> None:
    """3,000 more questions: nearly every 15 bits are shared, and the identity tells the readings apart."""
    grown = bank([*some_bank(6, 20), *(Q(f"new-{number}", "soup/salt", rows=2) for number in range(3000))])
    for form in forms():
        rebuilt = again(grown, form.fingerprint)
        assert rebuilt.form is not None, rebuilt.notes
        assert rebuilt.form.asked == form.asked


def without(course: Course, question: str) -> Course:
    return replace(course, questions={name: item for name, item in course.questions.items() if name != question})


def test_a_missing_question_is_told_by_its_number() -> None:
    form = forms()[1]
    gone = form.asked[1].variant.question.id
    rebuilt = again(without(BREAD, gone), form.fingerprint)
    assert rebuilt.form is None
    assert rebuilt.notes == (
        f"Question 2 of {len(form.asked)} is no longer in the bank, in the row and the format that it was printed in.",
    )


def test_a_question_with_other_words_is_told() -> None:
    form = forms()[0]
    changed = form.asked[0].variant.question
    course = replace(BREAD, questions={**BREAD.questions, changed.id: replace(changed, stem=phrase("Why {who}?"))})
    rebuilt = again(course, form.fingerprint)
    assert rebuilt.form is not None
    assert rebuilt.notes == ("The wording or the minutes of a question have changed since this sheet was printed.",)


def test_a_set_that_is_no_longer_offered_is_told() -> None:
    form = forms(id="loaf")[0]
    rebuilt = again(BREAD, form.fingerprint)
    assert rebuilt.form is not None
    assert rebuilt.form.asked == form.asked
    assert rebuilt.notes == ("The set that it belongs to is no longer offered: title and instructions are plain ones.",)


def test_a_code_that_fits_two_sheets_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    form = forms()[0]
    found = fingerprint_of(form.letter, "", form.asked)
    monkeypatch.setattr("coursewright.sets.rebuild.digest", lambda text, signs: found.questions[0])
    monkeypatch.setattr("coursewright.sets.rebuild.identity_of", lambda letter, ids: found.identity)
    rebuilt = rebuild(BREAD, replace(found, questions=found.questions[:1]))
    assert rebuilt == Rebuilt(None, ("This fingerprint fits more than one choice of questions in the bank.",))

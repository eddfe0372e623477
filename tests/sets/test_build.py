"""Building a set: the best choice of questions, and forms that are parallel, whatever else is in the bank."""

import random
from dataclasses import replace
from itertools import combinations, product

import pytest

from coursewright.course import Course
from coursewright.model import PROCESSES, STANCES, Blueprint, Minutes
from coursewright.sets import Form, Infeasible, QuestionSet, build_set
from coursewright.sets.plan import share_minutes
from tests.sets.banks import Q, ask, bank


def built(course: Course, blueprint: Blueprint) -> QuestionSet:
    found = build_set(course, blueprint)
    assert isinstance(found, QuestionSet), found
    return found


def ids(form: Form) -> list[str]:
    return [item.variant.id for item in form.asked]


def asked(found: QuestionSet) -> set[str]:
    return {item.variant.question.id for form in found.forms for item in form.asked}


def some_bank(seed: int, size: int) -> list[Q]:
    rng = random.Random(seed)
    return [
        Q(
            f"q{seed}-{number}",
            rng.choice(("bread/rise", "bread/crumb", "bread/crust")),
            rng.choice(PROCESSES[:3]),
            rng.choice(STANCES),
            rng.choice(((5, 8), (8, 12), (10, 15), (6, 6))),
            tuple(rng.sample(("pair", "walk", "write"), rng.randint(1, 2))),
            rng.choice((2, 3, 4)),
        )
        for number in range(size)
    ]


def score(choice: tuple[tuple[Q, str], ...], minutes: Minutes) -> tuple[int, int, int] | None:
    """What the builder minimises, worked out the long way; None where the minutes do not fit."""
    low, high = (sum(question.minutes[end] for question, _ in choice) for end in (0, 1))
    if low > minutes.high or high < minutes.low:
        return None
    alike = sum((one[0].process == other[0].process) + (one[1] == other[1]) for one, other in combinations(choice, 2))
    return -len({question.objective for question, _ in choice}), alike, max(0, minutes.high - high)


@pytest.mark.parametrize("seed", range(8))
def test_no_other_choice_is_better(seed: int) -> None:
    questions = some_bank(seed, 6)
    blueprint = ask((20, 30))
    ways = product(*([None, *question.formats] for question in questions))
    choices = (tuple((q, f) for q, f in zip(questions, way, strict=True) if f is not None) for way in ways)
    scores = [value for choice in choices if choice and (value := score(choice, blueprint.minutes))]
    found = built(bank(questions), blueprint)
    by_id = {question.id: question for question in questions}
    for form in found.forms:
        chosen = tuple((by_id[item.variant.question.id], item.variant.format.id) for item in form.asked)
        assert score(chosen, blueprint.minutes) == min(scores)


def test_coverage_comes_before_balance_and_balance_before_minutes() -> None:
    course = bank([Q("a", "bread/rise"), Q("b", "bread/crumb"), Q("c", "bread/crumb", "create", minutes=(5, 5))])
    assert asked(built(course, ask((12, 30)))) == {"a", "c"}  # 17 minutes: two objectives, two processes
    assert asked(built(course, ask((18, 30)))) == {"a", "b"}  # those 17 are too few; 24 with a pair alike


def test_questions_run_from_opening_to_synthesis() -> None:
    stances = ("synthesis", "opening", "cause", "evidence")
    processes = ("create", "apply", "analyze", "evaluate")
    course = bank(
        Q(stance, f"bread/{stance}", process, stance) for stance, process in zip(stances, processes, strict=True)
    )
    (form,) = built(course, ask(40, "A")).forms
    assert [item.variant.question.stance for item in form.asked] == ["opening", "evidence", "cause", "synthesis"]


@pytest.mark.parametrize(
    ("ranges", "total", "shares"),
    [
        ([(8, 12), (8, 12)], 20, (10, 10)),
        ([(8, 12), (8, 12)], 21, (11, 10)),
        ([(8, 12), (20, 30)], 40, (11, 29)),
        ([(5, 5), (8, 12)], 17, (5, 12)),
        ([(5, 5)], 5, (5,)),
        ([(8, 12)], 99, (12,)),
        ([(8, 12)], 1, (8,)),
    ],
)
def test_minutes_are_shared_inside_every_range(
    ranges: list[tuple[int, int]], total: int, shares: tuple[int, ...]
) -> None:
    assert share_minutes([Minutes(*item) for item in ranges], total) == shares


def test_forms_ask_the_same_in_other_words() -> None:
    course = bank(some_bank(1, 12))
    found = built(course, ask(40, "AB"))
    one, two = found.forms
    assert {item.variant.question.id for item in one.asked} == {item.variant.question.id for item in two.asked}
    assert not {item.variant.text for item in one.asked} & {item.variant.text for item in two.asked}
    assert one.minutes == two.minutes == 40


def test_a_form_is_the_same_whichever_others_are_asked_for() -> None:
    course = bank(some_bank(2, 12))
    all_three = built(course, ask(30, "ABC")).forms
    (alone,) = built(course, ask(30, "C")).forms
    assert ids(alone) == ids(all_three[2])
    assert alone.fingerprint == all_three[2].fingerprint


def test_twins_stand_in_where_a_question_has_too_few_rows() -> None:
    course = bank([Q("a", rows=1), Q("b", rows=1), Q("c", rows=1, minutes=(8, 13)), Q("d", "bread/crumb", "create")])
    found = built(course, ask(20))
    assert asked(found) == {"a", "b", "d"}  # c is no twin: it takes other minutes
    assert [sum(item.variant.question.id in "ab" for item in form.asked) for form in found.forms] == [1, 1]
    assert isinstance(build_set(bank([Q("a", rows=1)]), ask(10)), Infeasible)


def test_sets_about_a_case_keep_to_its_questions_and_rows() -> None:
    course = bank([Q("a", about=("rye", "rye")), Q("b", "bread/crumb"), Q("c", "bread/crust", about=("rye",))])
    found = built(course, ask(10, "AB", cases=("rye",)))
    assert sorted(ids(form)[0].partition("@")[0] for form in found.forms) == ["a/r0", "a/r1"]


def test_objectives_without_room_are_named() -> None:
    course = bank([Q("a", "bread/rise"), Q("b", "bread/crumb"), Q("c", "soup/salt")])
    found = built(course, ask(12, lessons=("bread",)))
    assert len(found.not_asked) == 1
    assert set(found.not_asked) < {"bread/rise", "bread/crumb"}


def test_the_order_of_the_bank_does_not_matter() -> None:
    questions = some_bank(3, 14)
    forms = built(bank(questions), ask((35, 40), "ABC")).forms
    course = bank(reversed(questions))
    assert [form.fingerprint for form in built(course, ask((35, 40), "ABC")).forms] == [f.fingerprint for f in forms]


def test_the_same_request_gives_the_same_sheet_on_every_machine() -> None:
    found = built(bank(some_bank(5, 20)), ask((40, 50), "AB", id="loaf"))
    assert [form.fingerprint for form in found.forms] == PINNED


PINNED = ["01AVG-VCHG3-5YG0Z-ZHG72", "11AVG-CNH8B-QJNXV-J18NE"]


@pytest.mark.parametrize("seed", range(10))
def test_a_new_question_changes_only_sets_that_ask_it(seed: int) -> None:
    old = some_bank(seed, 12)
    blueprint = ask((25, 35), "ABC" if seed % 2 else "AB", id=f"set-{seed}")
    before = build_set(bank(old), blueprint)
    gained = 0
    for new in some_bank(seed + 100, 12):
        after = build_set(bank([*old, new]), blueprint)
        if isinstance(before, Infeasible):
            assert isinstance(after, Infeasible) or new.id in asked(after)
        else:
            assert isinstance(after, QuestionSet)
            same = [form.fingerprint for form in after.forms] == [form.fingerprint for form in before.forms]
            assert same != (new.id in asked(after))
            gained += not same
    assert gained < 12


def test_a_new_row_changes_only_its_own_question() -> None:
    questions = some_bank(4, 12)
    blueprint = ask((35, 40), "AB", id="loaf")
    before = built(bank(questions), blueprint)
    grown = questions[0].id if questions[0].id in asked(before) else min(asked(before))
    after = built(bank(replace(q, rows=q.rows + 3) if q.id == grown else q for q in questions), blueprint)
    for one, two in zip(before.forms, after.forms, strict=True):
        assert [name for name in ids(one) if grown not in name] == [name for name in ids(two) if grown not in name]

"""Two hundred requests to the project's own bank, drawn from a fixed seed: parallel where feasible, else explained."""

import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from time import process_time

import pytest

from coursewright.course import Course
from coursewright.load import load_course
from coursewright.model import PROCESSES, Blueprint
from coursewright.sets import Form, Infeasible, build_set
from coursewright.sets.candidates import entries
from coursewright.sets.choose import is_feasible
from coursewright.sets.model import Asked
from coursewright.sets.read import check_sets
from tests.conftest import PROJECT
from tests.sets.banks import ask

BATCHES, FEASIBLE_IN_EACH = 8, 25
MIXES: tuple[int | tuple[int, int], ...] = (1, 2, (1, 2))


@cache
def project() -> Course:
    return load_course(PROJECT, lambda diagnostic: None)


def request(rng: random.Random) -> Blueprint:
    """Lessons, minutes and forms always; formats, a mix, objectives and cases now and then."""
    course = project()
    lessons = rng.sample(list(course.lessons), rng.choice((1, 1, 1, 1, 1, 1, 2)))
    first = course.lessons[lessons[0]]
    high = rng.randint(12, 55)
    return ask(
        (max(1, high - rng.choice((0, 0, 5, 10))), high),
        "ABCD"[: rng.randint(2, 4)],
        tuple(rng.sample(list(course.formats), rng.randint(2, 6))) if rng.random() < 0.4 else (),
        tuple(lessons),
        tuple(ref.name for ref in first.cases) if rng.random() < 0.15 else (),
        tuple(f"{first.id}/{item.id}" for item in rng.sample(first.objectives, 2)) if rng.random() < 0.3 else (),
        "",
        **{process: rng.choice(MIXES) for process in rng.sample(PROCESSES, rng.choice((0, 0, 1, 2)))},
    )


def counts(form: Form, kind: Callable[[Asked], str]) -> Counter[str]:
    return Counter(kind(item) for item in form.asked)


def check_parallel(forms: tuple[Form, ...], blueprint: Blueprint) -> None:
    first, *others = forms
    assert blueprint.minutes.low <= first.minutes <= blueprint.minutes.high
    for other in others:
        assert abs(other.minutes - first.minutes) <= 2
        for kind in (
            lambda item: item.variant.question.objective.name,
            lambda item: item.variant.question.process,
            lambda item: item.variant.format.id,
        ):
            assert counts(other, kind) == counts(first, kind)
    texts = [item.variant.text for form in forms for item in form.asked]
    assert len(set(texts)) == len(texts), "two forms ask in the same words"


def check_mix(form: Form, blueprint: Blueprint) -> None:
    """What the request named is kept."""
    processes = counts(form, lambda item: item.variant.question.process)
    assert all(number.low <= processes[name] <= number.high for name, number in blueprint.processes)
    allowed = {ref.name for ref in blueprint.formats}
    assert not allowed or {item.variant.format.id for item in form.asked} <= allowed
    assert {ref.name for ref in blueprint.scope.objectives} <= {i.variant.question.objective.name for i in form.asked}
    for item in form.asked:
        assert item.variant.question.minutes.low <= item.minutes <= item.variant.question.minutes.high


@pytest.mark.parametrize("batch", range(BATCHES))
def test_feasible_requests_give_parallel_forms_and_others_are_explained(batch: int) -> None:
    rng = random.Random(f"requests {batch}")
    feasible = 0
    while feasible < FEASIBLE_IN_EACH:
        blueprint = request(rng)
        found = build_set(project(), blueprint)
        if isinstance(found, Infeasible):
            for reason in found.reasons:
                assert reason.message.endswith(".")
                assert reason.nearest is not None
                assert is_feasible(entries(project(), reason.nearest), reason.nearest), reason
            continue
        feasible += 1
        check_parallel(found.forms, blueprint)
        for form in found.forms:
            check_mix(form, blueprint)


@pytest.mark.timing
def test_a_set_of_fifty_minutes_takes_less_than_a_second() -> None:
    for blueprint in project().sets.values():
        if blueprint.minutes.high == 50:
            start = process_time()
            build_set(project(), blueprint)
            assert process_time() - start < 1


def test_every_offered_set_can_be_built_in_three_forms() -> None:
    course = project()
    assert {ref.name for item in course.sets.values() for ref in item.scope.lessons} == set(course.lessons)
    for blueprint in course.sets.values():
        found = build_set(course, blueprint)
        assert not isinstance(found, Infeasible), blueprint.id
        assert [form.letter for form in found.forms] == ["A", "B", "C"]
        assert found.not_asked == () or blueprint.scope.cases
        check_parallel(found.forms, blueprint)


def test_that_the_offered_sets_can_be_built_needs_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site build checks that they can; starting the solver takes longer than weaving the course."""
    monkeypatch.setattr("coursewright.sets.choose.solve", None)
    assert list(check_sets(project())) == []

"""Requests that can't be met: which field fails, what comes nearest, and that it works."""

import pytest

from coursewright.course import Course
from coursewright.model import Blueprint
from coursewright.sets import Infeasible, build_set
from tests.sets.banks import Q, ask, bank

BREAD = bank(
    [
        Q("a", "bread/rise", "apply", minutes=(8, 12)),
        Q("b", "bread/crumb", "create", minutes=(10, 15), formats=("pair",)),
        Q("c", "bread/crust", "evaluate", minutes=(20, 30), formats=("write",), about=("rye", "rye")),
        Q("d", "soup/salt", "apply", minutes=(5, 5), rows=2),
    ]
)
TABLE: dict[str, tuple[Blueprint, list[str]]] = {
    "too short": (ask(4), ["minutes: No such set takes 4 minutes. | ask for 5 minutes, the nearest that works"]),
    "far too long": (
        ask(5000),
        ["minutes: No such set takes 5000 minutes. | ask for 62 minutes, the nearest that works"],
    ),
    "too long": (ask(90), ["minutes: No such set takes 90 minutes. | ask for 62 minutes, the nearest that works"]),
    "an objective with little": (
        ask(16, objectives=("bread/crumb",)),
        [
            "minutes: No such set takes 16 minutes. | ask for 15 minutes, the nearest that works",
            "objectives: No such set asks the learning objective 'bread/crumb' as well. | leave out 'bread/crumb'",
        ],
    ),
    "a mix beyond the bank": (
        ask(50, create=(2, 3)),
        ["processes: No such set has 2–3 of 'create'. | ask for 1 of 'create'"],
    ),
    "a process that nothing asks": (
        ask(30, remember=1),
        ["processes: No such set has 1 of 'remember'. | ask for none of 'remember'"],
    ),
    "two processes, one of which fails": (
        ask(30, apply=1, remember=1),
        ["processes: No such set has 1 of 'remember'. | ask for none of 'remember'"],
    ),
    "formats": (
        ask(30, formats=("walk",)),
        [
            "minutes: No such set takes 30 minutes. | ask for 17 minutes, the nearest that works",
            "formats: No such set can be discussed in the formats that are allowed. | allow 'pair' too",
        ],
    ),
    "forms": (
        ask(40, "ABCDE"),
        ["forms: No such set has questions with 5 wordings, one for each form. | ask for forms A, B, C"],
    ),
    "no room for all objectives": (
        ask(25, objectives=("bread/rise", "bread/crumb", "bread/crust")),
        [
            "minutes: No such set takes 25 minutes. | ask for 38 minutes, the nearest that works",
            "objectives: No such set asks the learning objective 'bread/crust' as well. | leave out 'bread/crust'",
        ],
    ),
    "a case without enough": (
        ask(10, cases=("rye",)),
        [
            "minutes: No such set takes 10 minutes. | ask for 20 minutes, the nearest that works",
            "cases: No such set can be made of these cases alone. | do not keep to these cases",
        ],
    ),
    "case and lesson have nothing in common": (
        ask(20, lessons=("soup",), cases=("rye",)),
        ["lessons: No such set can be made of these lessons alone. | do not keep to these lessons"],
    ),
    "two changes": (
        ask(200, remember=1),
        [
            "minutes: No single change makes this set possible. | "
            "ask for 62 minutes, the nearest that works, and ask for none of 'remember'"
        ],
    ),
}


def told(course: Course, blueprint: Blueprint) -> list[str]:
    found = build_set(course, blueprint)
    assert isinstance(found, Infeasible)
    return [f"{reason.field}: {reason.message} | {reason.hint}" for reason in found.reasons]


@pytest.mark.parametrize(("blueprint", "expected"), TABLE.values(), ids=TABLE)
def test_the_field_that_fails_is_told_with_what_works(blueprint: Blueprint, expected: list[str]) -> None:
    assert told(BREAD, blueprint) == expected


@pytest.mark.parametrize("blueprint", [blueprint for blueprint, _ in TABLE.values()], ids=TABLE)
def test_what_is_proposed_works(blueprint: Blueprint) -> None:
    found = build_set(BREAD, blueprint)
    assert isinstance(found, Infeasible)
    for reason in found.reasons:
        assert reason.nearest is not None
        assert not isinstance(build_set(BREAD, reason.nearest), Infeasible)


def test_an_empty_bank_is_said_to_be_one() -> None:
    assert told(bank([]), ask(30)) == ["scope: The course has no question that can be asked. | "]

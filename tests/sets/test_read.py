"""Files of `course/sets/`: what they say, and every mistake at its place."""

import pytest

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.model import Blueprint, Minutes
from coursewright.sets.read import check_sets, read_set, unique_sets
from coursewright.source import Source
from tests.sets.banks import Q, bank

SOUND = """id: loaf
title: A loaf
instructions: Begin.
scope:
  lessons: [bread]
  objectives: [bread/rise]
minutes: [10, 30]
forms: [A, C]
processes: {apply: [1, 2]}
formats: [pair, walk]
"""
COURSE = bank([Q("a"), Q("b", "bread/crumb", "create", minutes=(5, 10)), Q("c", "soup/salt")])


def told(found: list[Diagnostic]) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message} | {d.hint}" for d in found]


def read(text: str) -> tuple[Blueprint | None, list[str]]:
    found: list[Diagnostic] = []
    blueprint = read_set(Source("course/sets/loaf.yml", text), found.append)
    return blueprint, told(found)


def checked(text: str) -> list[str]:
    blueprint, found = read(text)
    assert found == []
    assert blueprint is not None
    sets = {blueprint.id: blueprint}
    return told(
        list(check_sets(Course(lessons=COURSE.lessons, questions=COURSE.questions, formats=COURSE.formats, sets=sets)))
    )


def test_a_set_is_read_whole() -> None:
    blueprint, found = read(SOUND)
    assert found == []
    assert blueprint is not None
    assert (blueprint.id, blueprint.title, blueprint.instructions) == ("loaf", "A loaf", "Begin.")
    assert [ref.name for ref in (*blueprint.scope.lessons, *blueprint.scope.objectives)] == ["bread", "bread/rise"]
    assert blueprint.scope.cases == ()
    assert (blueprint.minutes, blueprint.forms) == (Minutes(10, 30), ("A", "C"))
    assert blueprint.processes == (("apply", Minutes(1, 2)),)
    assert [ref.name for ref in blueprint.formats] == ["pair", "walk"]
    assert checked(SOUND) == []


UNREADABLE = {
    "nothing": ("", [f"1:1 field-present: This set has no '{name}'. | add '{name}: …'"
                     for name in ("id", "title", "instructions", "minutes", "forms")]),
    "a slip in a field": (
        SOUND.replace("formats:", "format:"),
        ["10:1 field-known: A set has no field 'format'. | did you mean 'formats'?"],
    ),
    "a slip in the scope": (
        SOUND.replace("lessons:", "lesson:"),
        ["5:3 field-known: A scope has no field 'lesson'. | did you mean 'lessons'?"],
    ),
    "a scope that is a list": (
        SOUND.replace("scope:\n  lessons: [bread]\n  objectives: [bread/rise]", "scope: [bread]"),
        ["4:8 field-valid: A scope must have fields ('{name: value}'), not a list. | "],
    ),
    "a process that is none": (
        SOUND.replace("apply:", "aply:"),
        ["9:13 field-known: A mix of processes has no field 'aply'. | did you mean 'apply'?"],
    ),
    "no count": (
        SOUND.replace("[1, 2]", "some"),
        ["9:20 field-valid: 'apply' must be a range of whole numbers. | for instance [8, 12]"],
    ),
    "minutes that go down": (
        SOUND.replace("[10, 30]", "[30, 10]"),
        ["7:10 field-valid: 'minutes' must be a range of whole numbers. | for instance [8, 12]"],
    ),
    "no letter": (
        SOUND.replace("[A, C]", "[A, b]"),
        ["8:12 field-valid: 'b' is not the letter of a form. | capital letters from A to Z: forms: [A, B]"],
    ),
    "a form twice": (
        SOUND.replace("[A, C]", "[A, A]"), ["8:12 field-valid: 'A' stands in 'forms' already. | remove one of them"],
    ),
    "an id in capitals": (
        SOUND.replace("id: loaf", "id: Loaf"),
        ["1:5 id-form: 'Loaf' is not an id: lower-case words joined by hyphens. | for instance 'loaf'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_mistakes_in_the_file_are_told(text: str, expected: list[str]) -> None:
    assert read(text)[1] == expected


REFERENCES = {
    "lesson": (
        "lessons: [bread]", "lessons: [bred]",
        ["5:13 lesson-known: There is no lesson 'bred'. | did you mean 'bread'?"],
    ),
    "case": (
        "lessons: [bread]",
        "cases: [rye]",
        ["5:11 case-known: There is no case 'rye'. | a case is named by the 'id' in its front matter"],
    ),
    "objective": (
        "bread/rise", "bread/rice",
        ["6:16 objective-known: There is no learning objective 'bread/rice'. | did you mean 'bread/rise'?"],
    ),
    "objective of no lesson": (
        "bread/rise", "rise",
        ["6:16 objective-known: There is no learning objective 'rise'. | write it as 'lesson-id/objective-id'"],
    ),
    "format": (
        "pair, walk", "pair, wall",
        ["10:17 format-known: There is no discussion format 'wall'. | did you mean 'walk'?"],
    ),
    "two at once": (
        "[bread]\n  objectives: [bread/rise]", "[bred]\n  objectives: [rise]",
        ["5:13 lesson-known: There is no lesson 'bred'. | did you mean 'bread'?",
         "6:16 objective-known: There is no learning objective 'rise'. | write it as 'lesson-id/objective-id'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), REFERENCES.values(), ids=REFERENCES)
def test_what_a_set_names_must_exist(old: str, new: str, expected: list[str]) -> None:
    assert checked(SOUND.replace(old, new)) == expected


FEW = "set-feasible: No such set has questions with"
INFEASIBLE = {
    "minutes": (
        "[10, 30]", "[40, 50]",
        ["7:10 set-feasible: No such set takes 40–50 minutes. | ask for 12 minutes, the nearest that works"],
    ),
    "mix": ("[1, 2]", "[2, 2]", ["9:12 set-feasible: No such set has 2 of 'apply'. | ask for 1 of 'apply'"]),
    "forms": ("[A, C]", "[A, D]", [f"8:8 {FEW} 4 wordings, one for each form. | ask for form A"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), INFEASIBLE.values(), ids=INFEASIBLE)
def test_a_set_that_cannot_be_built_is_told_where_it_fails(old: str, new: str, expected: list[str]) -> None:
    assert checked(SOUND.replace(old, new)) == expected


def test_two_sets_do_not_share_an_id() -> None:
    found: list[Diagnostic] = []
    one, two = (read_set(Source(f"course/sets/{name}.yml", SOUND), found.append) for name in "ab")
    assert one is not None
    assert two is not None
    assert unique_sets([one, two], found.append) == {"loaf": one}
    assert told(found) == ["1:5 id-unique: The id 'loaf' names a set already. | the first is at course/sets/a.yml:1:5"]

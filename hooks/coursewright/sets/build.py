"""A blueprint and a course → parallel forms, or the reasons why there are none."""

from coursewright.course import Course
from coursewright.model import Blueprint
from coursewright.sets.candidates import entries, lesson_of
from coursewright.sets.choose import choose
from coursewright.sets.explain import explain
from coursewright.sets.forms import make_forms
from coursewright.sets.model import Entry, Infeasible, QuestionSet


def build_set(course: Course, blueprint: Blueprint) -> QuestionSet | Infeasible:
    """The forms of a set. The same course and blueprint give the same forms everywhere.

    Lessons, cases, objectives and formats of the blueprint must be known; `check_sets` tells those that are not.
    """
    chosen = choose(entries(course, blueprint), blueprint)
    if chosen is None:
        return Infeasible(blueprint, explain(course, blueprint))
    return QuestionSet(blueprint, make_forms(course, blueprint, chosen), _not_asked(course, blueprint, chosen))


def _not_asked(course: Course, blueprint: Blueprint, chosen: tuple[Entry, ...]) -> tuple[str, ...]:
    """Objectives of the lessons in scope that no chosen question asks, in the order of the course."""
    asked = {entry.question.objective.name for entry in chosen}
    named = {ref.name for ref in blueprint.scope.objectives}
    lessons = {ref.name for ref in blueprint.scope.lessons} or {lesson_of(course, e.question) for e in chosen}
    inside = (
        f"{lesson.id}/{objective.id}"
        for lesson in course.lessons.values()
        if lesson.id in lessons
        for objective in lesson.objectives
    )
    return tuple(name for name in inside if name not in asked and (not named or name in named))

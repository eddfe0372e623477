"""A blueprint and a course → parallel forms, or the reasons why there are none."""

from collections.abc import Sequence

from coursewright.course import Course
from coursewright.model import Blueprint, Question
from coursewright.sets.candidates import entries, lesson_of, pool
from coursewright.sets.choose import choose
from coursewright.sets.explain import explain
from coursewright.sets.forms import make_forms
from coursewright.sets.model import Infeasible, QuestionSet


def build_set(course: Course, blueprint: Blueprint) -> QuestionSet | Infeasible:
    """The forms of a set. The same course and blueprint give the same forms everywhere.

    Lessons, cases, objectives and formats of the blueprint must be known; `check_sets` tells those that are not.
    """
    chosen = choose(entries(course, blueprint), blueprint)
    if chosen is None:
        return Infeasible(blueprint, explain(course, blueprint))
    left = not_asked(course, blueprint, [entry.question for entry in chosen])
    return QuestionSet(blueprint, make_forms(course, blueprint, chosen), left)


def not_asked(course: Course, blueprint: Blueprint, questions: Sequence[Question]) -> tuple[str, ...]:
    """Objectives in scope that none of these questions asks, in the order of the course.

    In scope are those of its lessons; where it names cases, those that a question about them asks.
    """
    asked = {question.objective.name for question in questions}
    named = {ref.name for ref in blueprint.scope.objectives}
    if blueprint.scope.cases:
        named = {question.objective.name for question, _ in pool(course, blueprint.scope)}
    lessons = {ref.name for ref in blueprint.scope.lessons} or {lesson_of(course, item) for item in questions}
    inside = (
        f"{lesson.id}/{objective.id}"
        for lesson in course.lessons.values()
        if lesson.id in lessons
        for objective in lesson.objectives
    )
    return tuple(name for name in inside if name not in asked and (not named or name in named))

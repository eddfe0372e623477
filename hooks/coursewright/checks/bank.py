"""The question bank against the lessons and cases: owners, objectives, cases of rows; every objective is asked."""

from collections.abc import Iterator, Mapping

from coursewright.checks.pages import unknown
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.model import Question, Ref
from coursewright.questions import check_question
from coursewright.source import suggest


def check_bank(
    course: Course, owners: tuple[tuple[Ref, str], ...], questions: tuple[Question, ...]
) -> Iterator[Diagnostic]:
    """`owners`: what each file belongs to, as (reference, 'lesson' or 'case'); `questions`: all, duplicates too."""
    for ref, kind in owners:
        rule, known = _kinds(course)[kind]
        yield from unknown(rule, kind, ref, known)
    for question in questions:
        yield from check_question(question, dict(course.formats))
        yield from _check_objective(course, question)
        for row in question.rows:
            if row.case:
                yield from unknown(Rule.CASE_KNOWN, "case", row.case, course.cases)
    asked = {question.objective.name for question in questions}
    for lesson in course.lessons.values():
        for objective in lesson.objectives:
            if f"{lesson.id}/{objective.id}" not in asked:
                message = f"No question asks the learning objective '{objective.id}'."
                yield Diagnostic(Rule.OBJECTIVE_ASKED, objective.place, message, "write one, or drop the objective")


def _kinds(course: Course) -> dict[str, tuple[Rule, Mapping[str, object]]]:
    return {"lesson": (Rule.LESSON_KNOWN, course.lessons), "case": (Rule.CASE_KNOWN, course.cases)}


def _check_objective(course: Course, question: Question) -> Iterator[Diagnostic]:
    known = [f"{lesson.id}/{objective.id}" for lesson in course.lessons.values() for objective in lesson.objectives]
    ref = question.objective
    if ref.name in known:
        return
    lesson, _, name = ref.name.partition("/")
    hint = suggest(ref.name, known)
    if not name:
        hint = "write it as 'lesson-id/objective-id'"
        yield Diagnostic(
            Rule.OBJECTIVE_KNOWN, ref.place, f"'{ref.name}' does not say whose learning objective it is.", hint
        )
    elif lesson in course.lessons:
        has = "it has: " + ", ".join(objective.id for objective in course.lessons[lesson].objectives)
        near = hint.replace(f"{lesson}/", "") if f"'{lesson}/" in hint else hint or has
        yield Diagnostic(
            Rule.OBJECTIVE_KNOWN, ref.place, f"The lesson '{lesson}' has no learning objective '{name}'.", near
        )
    elif lesson != question.owner:
        yield Diagnostic(
            Rule.LESSON_KNOWN, ref.place, f"There is no lesson '{lesson}'.", suggest(lesson, course.lessons)
        )

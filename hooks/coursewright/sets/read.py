"""Question sets that a course offers: `course/sets/*.yml`, one blueprint a file; checked against the course."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coursewright.checks.pages import unknown
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.model import PROCESSES, Blueprint, Minutes, Ref, Scope
from coursewright.sets.candidates import entries
from coursewright.sets.choose import is_feasible
from coursewright.sets.explain import explain
from coursewright.source import Source
from coursewright.yaml_nodes import Mapping, first_of_each, read_mapping

_FIELDS = ("minutes", "forms", "processes", "formats", "scope")


def read_set(source: Source, report: Report) -> Blueprint | None:
    """The blueprint in a file; None, with what is wrong told, where it has no id, minutes or forms."""
    top = read_mapping(source, report, what="set")
    if top is None:
        return None
    ref, title = top.id(), top.text("title", required=True)
    instructions = top.text("instructions", required=True)
    scope, minutes, forms = _read_scope(top), top.range("minutes"), _read_forms(top, report)
    processes, formats = tuple(_read_processes(top)), top.refs("formats")
    top.finish()
    if not (ref and minutes and forms):
        return None
    places = (Ref("id", ref.place), *(Ref(name, top.place_of(name)) for name in _FIELDS if name in top))
    return Blueprint(ref.name, title, instructions, scope, minutes, forms, processes, formats, places)


def _read_scope(top: Mapping) -> Scope:
    scope = top.inner("scope", "scope")
    if scope is None:
        return Scope()
    found = Scope(scope.refs("lessons"), scope.refs("cases"), scope.refs("objectives"))
    scope.finish()
    return found


def _read_processes(top: Mapping) -> Iterator[tuple[str, Minutes]]:
    processes = top.inner("processes", "mix of processes")
    if processes is None:
        return
    for process in PROCESSES:
        if number := processes.range(process, required=False):
            yield process, number
    processes.finish()


def _read_forms(top: Mapping, report: Report) -> tuple[str, ...]:
    """Letters from A to Z, each once."""
    letters = []
    for ref in top.refs("forms", required=True):
        if re.fullmatch("[A-Z]", ref.name):
            letters.append(ref.name)
        else:
            message = f"'{ref.name}' is not the letter of a form."
            report(Diagnostic(Rule.FIELD_VALID, ref.place, message, "capital letters from A to Z: forms: [A, B]"))
    return tuple(letters)


def unique_sets(blueprints: Iterable[Blueprint], report: Report) -> dict[str, Blueprint]:
    """Blueprints by id; a second one with the same id is told and left out."""
    found = tuple(blueprints)
    first = first_of_each((Ref(item.id, place_of(item, "id")) for item in found), report, "set")
    return {item.id: item for item in found if first[item.id].place == place_of(item, "id")}


def place_of(blueprint: Blueprint, field: str) -> Place:
    """Where a field of an offered set stands; where it has none, where its id does."""
    places = {ref.name: ref.place for ref in blueprint.places}
    return places.get(field, places["id"])


def check_sets(course: Course) -> Iterator[Diagnostic]:
    """What sets refer to exists; and every set that the course offers can be built."""
    for blueprint in course.sets.values():
        unknown = tuple(_unknown(course, blueprint))
        yield from unknown
        if not unknown and not is_feasible(entries(course, blueprint), blueprint):
            for reason in explain(course, blueprint):
                field = "scope" if reason.field in ("objectives", "cases", "lessons") else reason.field
                yield Diagnostic(Rule.SET_FEASIBLE, place_of(blueprint, field), reason.message, reason.hint)


def _unknown(course: Course, blueprint: Blueprint) -> Iterator[Diagnostic]:
    scope = blueprint.scope
    for ref in scope.lessons:
        yield from unknown(Rule.LESSON_KNOWN, "lesson", ref, course.lessons)
    for ref in scope.cases:
        yield from unknown(Rule.CASE_KNOWN, "case", ref, course.cases)
    for ref in blueprint.formats:
        yield from unknown(Rule.FORMAT_KNOWN, "discussion format", ref, course.formats)
    objectives = {f"{lesson.id}/{item.id}": item for lesson in course.lessons.values() for item in lesson.objectives}
    for ref in scope.objectives:
        for diagnostic in unknown(Rule.OBJECTIVE_KNOWN, "learning objective", ref, objectives):
            yield diagnostic if "/" in ref.name else replace(diagnostic, hint="write it as 'lesson-id/objective-id'")

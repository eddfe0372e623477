"""Why a set can't be built: each field of the request is given up in turn, and what comes nearest is named."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from string import ascii_uppercase

from coursewright.course import Course
from coursewright.model import Blueprint, Minutes, Ref
from coursewright.sets.candidates import entries, place_of, wordings_needed
from coursewright.sets.choose import LONGEST, is_feasible, nearest_count, nearest_minutes
from coursewright.sets.model import Reason

Found = tuple[Blueprint, str, str]
"""The nearest request, what fails, and the fix."""


def explain(course: Course, blueprint: Blueprint) -> tuple[Reason, ...]:
    """Every field that is enough to change; where none is, the fewest fields that are enough together."""
    fields = [field for field in _OPEN if _OPEN[field](blueprint) != blueprint]
    for size in range(1, len(fields) + 1):
        reasons = tuple(_reasons(course, blueprint, combinations(fields, size)))
        if reasons:
            return reasons if size == 1 else reasons[:1]
    return (Reason("scope", "The course has no question that can be asked.", "", None),)


def _reasons(course: Course, blueprint: Blueprint, groups: Iterator[tuple[str, ...]]) -> Iterator[Reason]:
    for group in groups:
        nearest = blueprint
        for field in group:
            nearest = _OPEN[field](nearest)
        if not _works(course, nearest):
            continue
        messages, hints = [], []
        for field in group:
            nearest, message, hint = _NEAREST[field](course, blueprint, nearest)
            messages.append(message)
            hints.append(hint)
        message = messages[0] if len(group) == 1 else "No single change makes this set possible."
        yield Reason(group[0], message, ", and ".join(hints), nearest)


def _works(course: Course, blueprint: Blueprint) -> bool:
    return is_feasible(entries(course, blueprint), blueprint)


def _open_scope(field: str) -> Callable[[Blueprint], Blueprint]:
    return lambda blueprint: replace(blueprint, scope=replace(blueprint.scope, **{field: ()}))


_OPEN: dict[str, Callable[[Blueprint], Blueprint]] = {
    "minutes": lambda blueprint: replace(blueprint, minutes=Minutes(1, LONGEST)),
    "processes": lambda blueprint: replace(blueprint, processes=()),
    "formats": lambda blueprint: replace(blueprint, formats=()),
    "forms": lambda blueprint: replace(blueprint, forms=("A",)),
    "objectives": _open_scope("objectives"),
    "cases": _open_scope("cases"),
    "lessons": _open_scope("lessons"),
}
"""Each field given up altogether; in the order in which changes are proposed."""


def _minutes(course: Course, asked: Blueprint, near: Blueprint) -> Found:
    near = replace(near, minutes=asked.minutes)
    minutes = nearest_minutes(entries(course, near), near) or asked.minutes
    words = f"No such set takes {asked.minutes} minutes."
    return replace(near, minutes=minutes), words, f"ask for {minutes} minutes, the nearest that works"


def _processes(course: Course, asked: Blueprint, near: Blueprint) -> Found:
    """Processes come back one by one as they were asked for, and where one can't, with the nearest number."""
    failed, fixes = [], []
    for process, number in asked.processes:
        wish = replace(near, processes=(*near.processes, (process, number)))
        if _works(course, wish):
            near = wish
            continue
        count = nearest_count(entries(course, wish), wish, process)
        failed.append(f"{number} of '{process}'")
        fixes.append(f"{count or 'none'} of '{process}'")
        near = replace(near, processes=(*near.processes, (process, Minutes(count, count)))) if count else near
    return near, f"No such set has {' and '.join(failed)}.", f"ask for {' and '.join(fixes)}"


def _formats(course: Course, asked: Blueprint, near: Blueprint) -> Found:
    words = "No such set can be discussed in the formats that are allowed."
    for name in course.formats:
        wish = replace(near, formats=(*asked.formats, Ref(name, asked.formats[0].place)))
        if _works(course, wish):
            return wish, words, f"allow '{name}' too"
    return near, words, "allow every format"


def _forms(course: Course, asked: Blueprint, near: Blueprint) -> Found:
    words = f"No such set has questions with {wordings_needed(asked)} wordings, one for each form."
    for most in range(wordings_needed(asked) - 1, 1, -1):
        kept = tuple(letter for letter in asked.forms if place_of(letter) < most) or tuple(ascii_uppercase[:most])
        wish = replace(near, forms=kept)
        if _works(course, wish):
            return wish, words, f"ask for {'form' if len(kept) == 1 else 'forms'} {', '.join(kept)}"
    return near, words, "ask for form A"


def _objectives(course: Course, asked: Blueprint, near: Blueprint) -> Found:
    """One objective is left out if that is enough, the last that will do; else as many as must be, from the last."""
    refs = asked.scope.objectives
    fewer = [refs[:at] + refs[at + 1 :] for at in reversed(range(len(refs)))]
    fewer += [refs[:at] for at in reversed(range(len(refs) - 1))]
    for kept in fewer:
        wish = replace(near, scope=replace(near.scope, objectives=kept))
        if _works(course, wish):
            break
    lost = [f"'{ref.name}'" for ref in refs if ref not in kept]
    words = f"No such set asks the learning objective{'s' if len(lost) > 1 else ''} {' and '.join(lost)} as well."
    return wish, words, f"leave out {' and '.join(lost)}"


def _scope(field: str) -> Callable[[Course, Blueprint, Blueprint], Found]:
    def found(course: Course, asked: Blueprint, near: Blueprint) -> Found:
        return near, f"No such set can be made of these {field} alone.", f"do not keep to these {field}"

    return found


_NEAREST: dict[str, Callable[[Course, Blueprint, Blueprint], Found]] = {
    "minutes": _minutes,
    "processes": _processes,
    "formats": _formats,
    "forms": _forms,
    "objectives": _objectives,
    "cases": _scope("cases"),
    "lessons": _scope("lessons"),
}
"""For each field that was given up: as near to what was asked for as the rest of the request allows."""

"""What a set may ask: the questions in its scope, each with the rows that its forms can tell apart."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import combinations

from coursewright.course import Course
from coursewright.model import Blueprint, Question, Row, Scope
from coursewright.sets.model import Entry

_MOST_TWINS = 8  # keeps the number of bundles small in a bank of many questions without rows

Pool = tuple[tuple[Question, tuple[Row, ...]], ...]
"""Questions with those of their rows that are in scope."""


def address(*names: str) -> int:
    """A number that depends on names alone: the same on every machine and whatever else is in the bank."""
    return int.from_bytes(sha256("\n".join(names).encode()).digest()[:8])


def lesson_of(course: Course, question: Question) -> str:
    """The lesson whose objective a question asks."""
    return question.owner if question.owner in course.lessons else question.objective.name.partition("/")[0]


def pool(course: Course, scope: Scope) -> Pool:
    """Questions in scope, by id. With cases: questions of these cases, and rows about them of other questions."""
    lessons, cases, objectives = ({ref.name for ref in refs} for refs in (scope.lessons, scope.cases, scope.objectives))
    found = []
    for question in sorted(course.questions.values(), key=lambda item: item.id):
        inside = (not lessons or lesson_of(course, question) in lessons) and (
            not objectives or question.objective.name in objectives
        )
        whole = not cases or question.owner in cases
        rows = tuple(row for row in question.rows if whole or (row.case and row.case.name in cases))
        if inside and rows:
            found.append((question, rows))
    return tuple(found)


def place_of(letter: str) -> int:
    """The place of a form's letter, from 0: form B is the same whether or not form A is asked for."""
    return ord(letter) - ord("A")


def wordings_needed(blueprint: Blueprint) -> int:
    return 1 + max(place_of(letter) for letter in blueprint.forms)


def entries(course: Course, blueprint: Blueprint) -> tuple[Entry, ...]:
    """Every way in which a question can stand in all forms of a set: alone, or with the fewest twins that it needs."""
    wanted = wordings_needed(blueprint)
    in_scope = pool(course, blueprint.scope)
    found = [
        entry
        for question, rows in in_scope
        if len(rows) >= wanted
        for entry in _entries(course, blueprint, ((question, rows),))
    ]
    short = [(question, rows) for question, rows in in_scope if len(rows) < wanted]
    for bundle in _bundles(short, wanted):
        found += _entries(course, blueprint, bundle)
    return tuple(found)


def _bundles(short: list[tuple[Question, tuple[Row, ...]]], wanted: int) -> Iterator[Pool]:
    """Twins that have rows enough together and none too many, each twin counting."""
    classes: dict[tuple[str, str, int, int], list[tuple[Question, tuple[Row, ...]]]] = {}
    for question, rows in short:
        key = (question.objective.name, question.process, question.minutes.low, question.minutes.high)
        classes.setdefault(key, []).append((question, rows))
    for twins in classes.values():
        nearest = sorted(twins, key=lambda twin: address("twin", twin[0].id))[:_MOST_TWINS]
        for size in range(2, wanted + 1):
            for bundle in combinations(nearest, size):
                sizes = [len(rows) for _, rows in bundle]
                if sum(sizes) >= wanted > sum(sizes) - min(sizes):
                    yield bundle


def _entries(course: Course, blueprint: Blueprint, bundle: Pool) -> Iterator[Entry]:
    """An entry for each format that the set allows and all questions of a bundle have."""
    allowed = {ref.name for ref in blueprint.formats} or set(course.formats)
    shared = set.intersection(*({ref.name for ref in question.formats} for question, _ in bundle))
    wordings = _wordings(blueprint, bundle)
    for name in sorted(shared & allowed & set(course.formats)):
        yield Entry(wordings[0][0], course.formats[name], wordings)


def _wordings(blueprint: Blueprint, bundle: Pool) -> tuple[tuple[Question, Row], ...]:
    """One row a form: the order depends on the ids of set, question and row. Every question of a bundle is used."""
    pairs = [(question, row) for question, rows in bundle for row in rows]
    ranked = sorted(pairs, key=lambda pair: address("row", blueprint.id, pair[0].id, pair[1].label))
    first = {question.id: (question, row) for question, row in reversed(ranked)}
    others = [pair for pair in ranked if pair not in first.values()]
    chosen = [*first.values(), *others][: wordings_needed(blueprint)]
    return tuple(sorted(chosen, key=ranked.index))

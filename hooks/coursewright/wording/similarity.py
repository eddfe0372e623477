"""Questions that ask nearly the same: two rows of one question, or two questions of the bank.

Measure: the words that carry meaning, cut to their stems, and the pairs of neighbours among them (shingles), compared
as sets (Jaccard: shared parts by all parts). So order counts: 'client … therapist' is not 'therapist … client'.
Pairs of questions that can't reach the limit are never compared: prefix filtering after Bayardo, Ma and Srikant (2007).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, groupby, pairwise, product
from math import ceil

from coursewright.diagnostics import Diagnostic, Rule
from coursewright.wording.asked import Asked

LIKE_ACROSS, LIKE_IN_ROWS = 0.65, 0.7
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_SMALL = frozenset(
    """a an the and or but if of in on at to by for with from as than that this these those it its is are was were be
    been being am do does did has have had will would shall should can could may might must there here so not no
    nor very just also about into over under you your they them their he him his she her we our us i me my one
    such any some own""".split()
)
"""Question words are not among them: 'when' and 'why' make two questions of the same words."""
_ENDINGS = re.compile(r"(?:'s|’s|ing|edly|ed|ies|es|s|ly)\Z")


def stems(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, cut to their stems; all words where none does."""
    words = [word.lower() for word in _WORD.findall(text)]
    carrying = [word for word in words if word not in _SMALL] or words
    return tuple(_stem(word) for word in carrying)


def shingles(text: str) -> frozenset[str]:
    """Stems, and pairs of neighbouring stems."""
    found = stems(text)
    return frozenset(found) | {f"{first} {second}" for first, second in pairwise(found)}


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Jaccard's index of two sets: 1 where they are the same, 0 where they share nothing."""
    return len(first & second) / len(first | second) if first or second else 1.0


def check_rows(rows: tuple[Asked, ...]) -> Iterator[Diagnostic]:
    """Two rows of a question whose values say nearly the same, slot by slot; told at the later row."""
    values = [{piece.slot: frozenset(stems(piece.phrase.text)) for piece in asked.values} for asked in rows]
    told: set[int] = set()
    for first, second in combinations(range(len(rows)), 2):
        slots = values[first].keys() & values[second].keys()
        same_words = rows[first].text == rows[second].text  # told as variant-distinct
        if second in told or same_words or not slots:
            continue
        if min(likeness(values[first][slot], values[second][slot]) for slot in slots) >= LIKE_IN_ROWS:
            told.add(second)
            message = f"The row '{rows[second].row.label}' asks nearly the same as '{rows[first].row.label}'."
            place = rows[second].row.place
            yield Diagnostic(Rule.QUESTION_DISTINCT, place, message, "change one of them, or take it out")


def check_across(bank: tuple[Asked, ...]) -> Iterator[Diagnostic]:
    """Pairs of questions that ask nearly the same in some row; once a pair, at the later question."""
    pairs: dict[tuple[str, str], tuple[Asked, Asked]] = {}
    for earlier, later in _near(bank):
        pairs.setdefault((earlier.question.id, later.question.id), (earlier, later))
    for earlier, later in pairs.values():
        names = [f"'{asked.question.id}/{asked.row.label}'" for asked in (later, earlier)]
        message = f"{names[0]} asks nearly the same as {names[1]}."
        hint = "ask something else, or make it a row of the other question"
        yield Diagnostic(Rule.QUESTION_DISTINCT, later.whole, message, hint)


def _near(bank: tuple[Asked, ...]) -> Iterator[tuple[Asked, Asked]]:
    """Rows of different questions that are alike; only questions that share one of their rarest parts are compared."""
    parts = [(asked, shingles(asked.prose)) for asked in bank]
    commonness = Counter(part for _, each in parts for part in each)
    questions = [tuple(rows) for _, rows in groupby(parts, key=lambda item: item[0].question.id)]
    unions = [frozenset().union(*(each for _, each in rows)) for rows in questions]
    index: dict[str, list[int]] = {}
    for at, rows in enumerate(questions):
        rare = {part for _, each in rows for part in _rarest(each, commonness)}
        for other in sorted({other for part in rare for other in index.get(part, ())}):
            near = [item for item in rows if len(item[1] & unions[other]) >= LIKE_ACROSS * len(item[1])]
            for (asked, mine), (earlier, theirs) in product(near, questions[other] if near else ()):
                if likeness(mine, theirs) >= LIKE_ACROSS:
                    yield earlier, asked
        for part in rare:
            index.setdefault(part, []).append(at)


def _rarest(parts: frozenset[str], commonness: Mapping[str, int]) -> list[str]:
    """So many of the rarest parts that a set like this one has at least one of them."""
    order = sorted(parts, key=lambda part: (commonness[part], part))
    return order[: len(parts) - ceil(LIKE_ACROSS * len(parts)) + 1]


@cache  # a bank has ten times as many words as different ones
def _stem(word: str) -> str:
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) > 2 else word

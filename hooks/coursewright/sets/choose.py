"""Which questions a set asks: requirements and aims of a blueprint as a program of whole numbers."""

from collections.abc import Callable, Sequence

from coursewright.model import Blueprint, Minutes
from coursewright.sets.candidates import address
from coursewright.sets.guess import guess
from coursewright.sets.model import Entry
from coursewright.sets.solver import Program, Terms, solve, solve_uniquely

LONGEST = 1000  # minutes; more than any set has
Kind = Callable[[Entry], str]


def choose(entries: Sequence[Entry], blueprint: Blueprint) -> tuple[Entry, ...] | None:
    """The best set: most objectives, then fewest pairs alike in process or format, then fullest use of the minutes.

    Among sets that are equal in all of that, one is fixed by the ids of the set and its questions: what was chosen
    changes only where a new question is chosen. None where no set meets the blueprint.
    """
    if not entries:
        return None
    model = _Model(entries)
    model.require(blueprint)
    aims = model.uncovered(), model.pairs_alike(blueprint.minutes), model.minutes_left(blueprint.minutes)

    def weight(number: int, pick: int) -> int:
        return address("choice", blueprint.id, str(number), entries[pick].id) >> 48

    values = solve_uniquely(model.program, aims, model.picks, weight)
    return None if values is None else tuple(entries[pick] for pick in model.picks if values[pick])


def is_feasible(entries: Sequence[Entry], blueprint: Blueprint) -> bool:
    """Whether any set meets the blueprint."""
    model = _Model(entries)
    model.require(blueprint)
    return bool(entries) and (guess(model.program) or solve(model.program, ())) is not None


def nearest_minutes(entries: Sequence[Entry], blueprint: Blueprint) -> Minutes | None:
    """The minutes nearest to those asked for, all else being as asked for; the shorter of two."""
    model = _Model(entries)
    model.require(blueprint, any_minutes=True)
    asked = _within_reach(blueprint.minutes)
    missing, over = model.allow(model.highs, model.lows, asked)
    values = solve(model.program, ({missing: 1, over: 1}, {over: 1}))
    if values is None:
        return None
    at = asked.low - values[missing] if values[missing] else asked.high + values[over]
    return Minutes(at, at)


def nearest_count(entries: Sequence[Entry], blueprint: Blueprint, process: str) -> int | None:
    """The number of questions of a process that is nearest to the one asked for, all else being as asked for."""
    model = _Model(entries)
    model.require(blueprint, any_number_of=process)
    terms = model.of(_process, process)
    missing, over = model.allow(terms, terms, _within_reach(dict(blueprint.processes)[process]))
    values = solve(model.program, ({missing: 1, over: 1}, {over: 1}))
    return None if values is None else sum(values[pick] for pick in terms)


def _within_reach(asked: Minutes) -> Minutes:
    return Minutes(min(asked.low, LONGEST), min(asked.high, LONGEST))


def _objective(entry: Entry) -> str:
    return entry.question.objective.name


def _process(entry: Entry) -> str:
    return entry.question.process


def _format(entry: Entry) -> str:
    return entry.format.id


class _Model:
    """A program whose first variables are the entries: 1 where one is chosen."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.program, self.entries = Program(), entries
        self.picks = [self.program.variable() for _ in entries]
        self.lows = {pick: entry.question.minutes.low for pick, entry in enumerate(entries)}
        self.highs = {pick: entry.question.minutes.high for pick, entry in enumerate(entries)}

    def of(self, kind: Kind, name: str) -> dict[int, int]:
        """How many chosen entries are of one kind, as a sum."""
        return {pick: 1 for pick, entry in enumerate(self.entries) if kind(entry) == name}

    def names(self, kind: Kind) -> list[str]:
        return sorted({kind(entry) for entry in self.entries})

    def require(self, blueprint: Blueprint, any_minutes: bool = False, any_number_of: str = "") -> None:
        """What the blueprint asks for; no question twice, and one at least."""
        self.program.require(dict.fromkeys(self.picks, 1), least=1)
        users: dict[str, dict[int, int]] = {}
        for pick, entry in enumerate(self.entries):
            for question in entry.questions:
                users.setdefault(question, {})[pick] = 1
        for terms in users.values():
            self.program.require(terms, most=1)
        for ref in blueprint.scope.objectives:
            self.program.require(self.of(_objective, ref.name), least=1)
        for process, number in blueprint.processes:
            if process != any_number_of:
                self.program.require(self.of(_process, process), number.low, number.high)
        if not any_minutes:
            self.program.require(self.lows, most=blueprint.minutes.high)
            self.program.require(self.highs, least=blueprint.minutes.low)

    def allow(self, reach: Terms, need: Terms, asked: Minutes) -> tuple[int, int]:
        """Variables for how far `reach` stays below what is asked for, and how far `need` goes beyond it."""
        missing, over = self.program.variable(LONGEST), self.program.variable(LONGEST)
        self.program.require({**reach, missing: 1}, least=asked.low)
        self.program.require({**need, over: -1}, most=asked.high)
        return missing, over

    def uncovered(self) -> Terms:
        """The number of objectives that could be asked and are not."""
        gaps = {}
        for objective in self.names(_objective):
            gap = self.program.variable()
            self.program.require({**self.of(_objective, objective), gap: 1}, least=1)
            gaps[gap] = 1
        return gaps

    def pairs_alike(self, minutes: Minutes) -> Terms:
        """The number of pairs of questions in one process, and in one format: the nth of a kind makes n - 1 of them."""
        most = minutes.high // min(self.lows.values())  # no more questions than that find room
        pairs = {}
        for terms in [self.of(kind, name) for kind in (_process, _format) for name in self.names(kind)]:
            steps = [self.program.variable() for _ in range(min(most, len(terms)))]
            self.program.require({**terms, **dict.fromkeys(steps, -1)}, 0, 0)
            pairs.update({step: number for number, step in enumerate(steps)})
        return pairs

    def minutes_left(self, minutes: Minutes) -> Terms:
        """The minutes by which the set stays below the longest time that it may take."""
        left = self.program.variable(minutes.high - minutes.low)
        self.program.require({**self.highs, left: 1}, least=minutes.high)
        return {left: 1}

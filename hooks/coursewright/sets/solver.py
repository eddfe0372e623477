"""Choosing under constraints: yes-or-no variables, whole numbers, several aims in order of weight, one answer.

The solver is HiGHS (MIT licence; highspy, with numpy). On this course, 109 questions, it chooses a set of 50 minutes in
0.03 s and one of 90 minutes from three lessons in 0.2 s. The others that were tried: CP-SAT is as fast once its LP
is switched on by hand (without, on one thread, it did not finish the 90 minutes) and brings pandas and twice the
megabytes; clingo is the smallest and did not finish them either; PuLP starts CBC as another program.

HiGHS computes with floating-point numbers, and yet the answer is the same on every machine: all data are whole numbers
and small, so that two different values of an aim lie 1 apart, far more than its tolerances; every answer is checked
again in whole numbers; and the last aim tells all answers apart, which is proved each time, not hoped. An optimum that
is the only one does not depend on the path to it. One thread, a fixed seed and no time limit all the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

Terms = Mapping[int, int]
"""A sum of variables: number of the variable → whole factor."""

_NO_BOUND = float("inf")
_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
}


@dataclass
class Program:
    """Variables from 0 to their upper bound, and sums of them that must lie between two bounds."""

    bounds: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, int | None, int | None]] = field(default_factory=list)

    def variable(self, most: int = 1) -> int:
        self.bounds.append(most)
        return len(self.bounds) - 1

    def require(self, terms: Terms, least: int | None = None, most: int | None = None) -> None:
        self.rows.append((terms, least, most))

    def holds(self, values: Sequence[int]) -> bool:
        """Whether values meet every requirement, in whole numbers."""
        inside = all(0 <= value <= bound for value, bound in zip(values, self.bounds, strict=True))
        totals = ((total(terms, values), least, most) for terms, least, most in self.rows)
        return inside and all((low is None or low <= at) and (high is None or at <= high) for at, low, high in totals)


def total(terms: Terms, values: Sequence[int]) -> int:
    return sum(factor * values[variable] for variable, factor in terms.items())


def solve(program: Program, aims: Sequence[Terms]) -> tuple[int, ...] | None:
    """Values that make each aim as small as the aims before it allow; None where nothing meets the requirements."""
    values, _ = _descend(program, aims)
    return values


def solve_uniquely(
    program: Program, aims: Sequence[Terms], choice: Sequence[int], weight: Callable[[int, int], int]
) -> tuple[int, ...] | None:
    """The same, and of equally good answers one that is fixed: the least sum of weights of the chosen variables.

    `choice` are the variables that make answers different, `weight(round, variable)` a number below 2 ** 16 that
    depends on stable names alone. Where two answers have the same sum (one request in hundreds), another round decides.
    """
    values, engine = _descend(program, aims)
    for number in count():
        if values is None:
            return None
        weights = {variable: weight(number, variable) for variable in choice}
        values = engine.minimise(weights)
        if values is None or not engine.has_other(values, weights):
            return values
    return None


def _descend(program: Program, aims: Sequence[Terms]) -> tuple[tuple[int, ...] | None, "_Engine"]:
    engine = _Engine(program)
    values = None
    for aim in aims or ({},):
        values = engine.minimise(aim)
        if values is None:
            break
    return values, engine


class _Engine:
    """HiGHS with one program in it; every aim that was reached becomes a requirement."""

    def __init__(self, program: Program) -> None:
        import highspy  # here, because it takes longer to import than a lesson's set takes to choose
        from highspy._core import _Highs

        statuses = highspy.HighsModelStatus
        self._answers = {statuses.kOptimal: True, statuses.kInfeasible: False, statuses.kUnboundedOrInfeasible: False}
        self._highs = _Highs()  # `Highs` adds a language for models to it, which a Program is already
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._program, self._reached = program, list[tuple[Terms, int]]()
        for variable, bound in enumerate(program.bounds):
            self._highs.addVar(0, bound)
            self._highs.changeColIntegrality(variable, highspy.HighsVarType.kInteger)
        for terms, least, most in program.rows:
            self._row(terms, least, most)

    def _row(self, terms: Terms, least: int | None, most: int | None) -> None:
        low, high = -_NO_BOUND if least is None else least, _NO_BOUND if most is None else most
        self._highs.addRow(low, high, len(terms), list(terms), [float(factor) for factor in terms.values()])

    def minimise(self, aim: Terms) -> tuple[int, ...] | None:
        if not self._run(aim):
            return None
        values = tuple(round(value) for value in self._highs.getSolution().col_value)
        if not self._program.holds(values) or any(total(terms, values) != value for terms, value in self._reached):
            raise ArithmeticError("the solver's answer does not meet the requirements")
        self._reached.append((aim, total(aim, values)))
        self._row(aim, total(aim, values), total(aim, values))
        return values

    def has_other(self, values: Sequence[int], aim: Terms) -> bool:
        """Whether another choice is as good: asked of the solver with this one forbidden."""
        chosen = {variable: values[variable] for variable in aim}
        terms = {variable: 1 if value else -1 for variable, value in chosen.items()}
        self._row(terms, None, sum(chosen.values()) - 1)
        found = self._run(aim)
        self._highs.changeRowBounds(self._highs.getNumRow() - 1, -_NO_BOUND, _NO_BOUND)
        return found

    def _run(self, aim: Terms) -> bool:
        """Whether there is an answer; it is in the engine then, the best by this aim."""
        costs = [float(aim.get(variable, 0)) for variable in range(len(self._program.bounds))]
        self._highs.changeColsCost(len(costs), list(range(len(costs))), costs)
        self._highs.run()
        return self._answers[self._highs.getModelStatus()]

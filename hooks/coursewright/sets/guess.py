"""A quick try at a set, so that a build need not start a solver only to learn that the sets on offer can be made.

A right guess is proved by counting: values that meet every requirement show that the requirements can be met. A wrong
one shows nothing; then the solver decides.
"""

from coursewright.sets.solver import Program


def guess(program: Program) -> tuple[int, ...] | None:
    """Values of yes-or-no variables that meet every requirement; None where this finds none.

    Method: requirements in turn, those of the fewest variables first; each is met by the variables that break none and
    serve most of those still open, of equal ones by the earliest.
    """
    attempt = _Attempt(program)
    for row, (terms, _, _) in sorted(enumerate(program.rows), key=lambda item: len(item[1][0])):
        while attempt.is_open(row):
            fitting = [variable for variable in terms if attempt.fits(variable)]
            if not fitting:
                return None
            attempt.take(max(fitting, key=attempt.served))
    values = tuple(attempt.values)
    return values if program.holds(values) else None


class _Attempt:
    """The variables that are taken so far, and what each requirement (row) has by them."""

    def __init__(self, program: Program) -> None:
        self.values, self._totals = [0] * len(program.bounds), [0] * len(program.rows)
        self._least = [least for _, least, _ in program.rows]
        self._most = [most for _, _, most in program.rows]
        self._factors: list[list[tuple[int, int]]] = [[] for _ in program.bounds]  # of each variable: row, factor in it
        for row, (terms, _, _) in enumerate(program.rows):
            for variable, factor in terms.items():
                self._factors[variable].append((row, factor))

    def is_open(self, row: int) -> bool:
        least = self._least[row]
        return least is not None and self._totals[row] < least

    def fits(self, variable: int) -> bool:
        """Whether it is not taken yet and no requirement forbids it."""
        return not self.values[variable] and all(
            (most := self._most[row]) is None or self._totals[row] + factor <= most
            for row, factor in self._factors[variable]
        )

    def served(self, variable: int) -> int:
        """How many open requirements it brings nearer."""
        return sum(self.is_open(row) for row, factor in self._factors[variable] if factor > 0)

    def take(self, variable: int) -> None:
        self.values[variable] = 1
        for row, factor in self._factors[variable]:
            self._totals[row] += factor

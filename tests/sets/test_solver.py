"""The solver against trying everything: aims in order, and one answer that does not depend on how it was found."""

import random
from itertools import product

import pytest

from coursewright.sets.guess import guess
from coursewright.sets.solver import Program, Terms, solve, solve_uniquely, total


def knapsack(seed: int) -> tuple[Program, list[Terms]]:
    """Eight things with two sizes each, a few that exclude each other, and aims with many ties."""
    rng = random.Random(seed)
    program = Program()
    things = [program.variable() for _ in range(8)]
    program.require({thing: rng.randint(1, 6) for thing in things}, least=4, most=14)
    program.require({thing: rng.randint(0, 2) for thing in things}, most=6)
    for _ in range(3):
        program.require(dict.fromkeys(rng.sample(things, 2), 1), most=1)
    return program, [{thing: rng.randint(-1, 1) for thing in things} for _ in range(2)]


def every_answer(program: Program) -> list[tuple[int, ...]]:
    return [values for values in product((0, 1), repeat=len(program.bounds)) if program.holds(values)]


def same_weights(number: int, variable: int) -> int:
    """Weights that tell nothing apart in the first round."""
    return 7 if number == 0 else (variable * 31 + 5) % 64 << number


@pytest.mark.parametrize("seed", range(12))
def test_aims_are_met_in_their_order_and_ties_are_broken_by_weights(seed: int) -> None:
    program, aims = knapsack(seed)
    answers = every_answer(program)
    best = min([total(aim, values) for aim in aims] for values in answers)
    assert [total(aim, solve(program, aims) or ()) for aim in aims] == best
    weights = {variable: 3**variable for variable in range(8)}
    tied = [values for values in answers if [total(aim, values) for aim in aims] == best]
    lightest = min(tied, key=lambda values: total(weights, values))
    assert solve_uniquely(program, aims, range(8), lambda _, variable: weights[variable]) == lightest


def test_weights_that_tie_are_followed_by_others() -> None:
    program = Program()
    things = [program.variable() for _ in range(6)]
    program.require(dict.fromkeys(things, 1), 3, 3)
    found = solve_uniquely(program, [], things, same_weights)
    seconds = {thing: same_weights(1, thing) for thing in things}
    assert found == min(every_answer(program), key=lambda values: total(seconds, values))


def test_what_cannot_be_met_has_no_answer() -> None:
    program = Program()
    program.require({program.variable(): 2}, least=1, most=1)
    assert solve(program, []) is None
    assert solve_uniquely(program, [], [0], same_weights) is None


@pytest.mark.parametrize("seed", range(60))
def test_a_guess_meets_every_requirement_or_is_none(seed: int) -> None:
    program, _ = knapsack(seed)
    guessed = guess(program)
    assert guessed is None or program.holds(guessed)


def test_a_guess_finds_the_variable_that_serves_two_requirements() -> None:
    program = Program()
    first, both, second = (program.variable() for _ in range(3))
    program.require({first: 1, both: 1}, least=1)
    program.require({both: 1, second: 1}, least=1)
    program.require({first: 1, both: 1, second: 1}, most=1)
    assert guess(program) == (0, 1, 0)


def test_what_cannot_be_met_is_not_guessed() -> None:
    program = Program()
    program.require({program.variable(): 2}, least=1, most=1)
    assert guess(program) is None

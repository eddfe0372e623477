"""The labelled sets that the project ships: what has to be found is found, what is right stays silent."""

import pytest

from tests.bench.labelled import SETS, read_examples, score


@pytest.mark.parametrize("name", ["hand-typed", "quotations"])
def test_precision_and_recall(name: str) -> None:
    examples = list(read_examples(name))
    for part in {example.part for example in examples}:
        result = score([example for example in examples if example.part == part], SETS[name])
        assert result.recall >= 0.95, result.missed
        assert result.precision >= 0.95, result.false
    whole = score(examples, SETS[name])
    assert whole.precision > 0.97
    assert whole.recall > 0.97


def test_the_sets_are_large_enough_and_say_nothing_twice() -> None:
    for name, positives, negatives in (("hand-typed", 150, 200), ("quotations", 60, 60)):
        examples = list(read_examples(name))
        assert len({example.text for example in examples}) == len(examples)
        assert sum(example.positive for example in examples) >= positives
        assert sum(not example.positive for example in examples) >= negatives

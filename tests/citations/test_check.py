"""Keys that no work has."""

import pytest

from coursewright.bibliography import Bibliography
from coursewright.citations import describe, unknown_key
from coursewright.diagnostics import Place

MEANT = [
    ("roger1961", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("Rogers1961", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("rogers1962", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("fluckiger2019", "did you mean 'fluckiger2018' (Flückiger, 2018, The alliance in adult psychotherapy)?"),
    ("dejong2020", "did you mean 'dejong2021' (de Jong, 2021, Using progress feedback to improve outcomes and reduce "
     "drop-out, treatment duration, and deterioration)?"),
    ("nosuch2000", "add the work to bib/, or write \\@ for a plain @"),
    ("", "add the work to bib/, or write \\@ for a plain @"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "hint"), MEANT)
def test_the_hint_names_the_work_that_is_meant(key: str, hint: str, bibliography: Bibliography) -> None:
    problem = unknown_key(key, Place("page.md", 1, 1), bibliography)
    assert (problem.rule.label, problem.message) == ("citation-known", f"No reference has the key '{key}'.")
    assert problem.hint == hint


def test_a_group_is_described_by_its_name(bibliography: Bibliography) -> None:
    entry = bibliography.get("aca2014")
    assert entry
    assert describe(entry) == "American Counseling Association, 2014, ACA code of ethics"

"""Names in BibTeX into CSL names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography.names import CslName, csl_names, surname

NAMES: list[tuple[str, list[CslName]]] = [
    ("Rogers, Carl R.", [{"family": "Rogers", "given": "Carl R."}]),
    ("Carl R. Rogers", [{"family": "Rogers", "given": "Carl R."}]),
    ("van der Kolk, Bessel A.", [{"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der"}]),
    ("Bessel A. van der Kolk", [{"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der"}]),
    ("Kivlighan, Jr., Dennis M.", [{"family": "Kivlighan", "given": "Dennis M.", "suffix": "Jr."}]),
    ("Del Re, A. C.", [{"family": "Del Re", "given": "A. C."}]),
    ("Welmers-van de Poll, M. J.", [{"family": "Welmers-van de Poll", "given": "M. J."}]),
    ("{World Health Organization}", [{"literal": "World Health Organization"}]),
    ("{Smith and Sons} and Plato", [{"literal": "Smith and Sons"}, {"literal": "Plato"}]),
    (r"Mart{\'\i}n-Bar{\'o}, Ignacio", [{"family": "Martín-Baró", "given": "Ignacio"}]),
    ("A, B and  and C, D", [{"family": "A", "given": "B"}, {"family": "C", "given": "D"}]),
    ("Anderson, Sandy", [{"family": "Anderson", "given": "Sandy"}]),
    ("", []),
]


@pytest.mark.parametrize(("value", "expected"), NAMES)
def test_names(value: str, expected: list[CslName]) -> None:
    assert csl_names(value) == expected


@pytest.mark.parametrize(("value", "expected"), [("van der Kolk, B.", "van der Kolk"), ("{The UN}", "The UN")])
def test_works_are_filed_by_surname_with_its_particle(value: str, expected: str) -> None:
    assert surname(csl_names(value)[0]) == expected


@given(st.text(alphabet="{}, aA~-and") | st.text())
def test_any_text_is_read(value: str) -> None:
    for name in csl_names(value):
        surname(name)

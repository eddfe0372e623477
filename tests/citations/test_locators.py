"""What follows a key: the locator, how it is worded, and what is left as the suffix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.citations.locators import split_locator, word_locator

LOCATORS = [
    (", p. 33", "p. 33", ""),
    (", pp. 25–29", "pp. 25–29", ""),
    (", pp. 25--29", "pp. 25–29", ""),
    (", p. 316-20", "pp. 316–320", ""),
    (", 33", "p. 33", ""),
    (" p.33", "p. 33", ""),
    (", P. 33", "p. 33", ""),
    (", page 33", "p. 33", ""),
    (", p. xii", "p. xii", ""),
    (", p. S12", "p. S12", ""),
    (", pp. 3, 5", "pp. 3, 5", ""),
    (", p. 3, emphasis added", "p. 3", ", emphasis added"),
    (", p. 3 and more", "p. 3", " and more"),
    (", para. 4", "para. 4", ""),
    (", ¶¶ 4-5", "paras. 4–5", ""),
    (", chap. 2", "Chapter 2", ""),
    (", chapters 2-3", "Chapters 2–3", ""),
    (", chap. 2, p. 3", "Chapter 2", ", p. 3"),
    (", sec. 3.1", "Section 3.1", ""),
    (", § 3", "Section 3", ""),
    (", vol. 2", "Volume 2", ""),
    (", part II", "Part II", ""),
    (", fig. 2", "Figure 2", ""),
    (", n. 3", "Note 3", ""),
    ("{p. iv, 3a–z} and more", "pp. iv, 3a–z", " and more"),
    ("{} 33", None, " 33"),
    (", emphasis added", None, ", emphasis added"),
    (", chapter Two", None, ", chapter Two"),
    (", Table 3", None, ", Table 3"),
    (", 12:30", None, ", 12:30"),
    (" *33*", None, " *33*"),
    (", page", None, ", page"),
    ("", None, ""),
]


@pytest.mark.parametrize(("typed", "worded", "suffix"), LOCATORS)
def test_locators(typed: str, worded: str | None, suffix: str) -> None:
    locator, rest = split_locator(typed)
    assert (word_locator(locator) if locator else None, rest) == (worded, suffix)


@given(st.text(alphabet=",.;:{}-–§ pch13ivx*\n") | st.text())
def test_any_text_is_split(typed: str) -> None:
    locator, rest = split_locator(typed)
    assert typed.endswith(rest)
    if locator:
        assert locator.value
        word_locator(locator)

"""A citation typed by hand, and what its year and the words after it say of its form."""

import re
from dataclasses import dataclass

from coursewright.citations.prose.items import Item
from coursewright.citations.prose.years import LETTER, NUMBERS

ENDS = ("", ",", "'", "’", ".", ".,", ".'", ".’")
"""The marks that a name may have before its year."""
SECONDARY = re.compile(r"\b(?:cited|quoted|discussed|reported|reprinted|translated) (?:in|by)\b|\bin\s+\ufffc", re.I)


@dataclass(frozen=True)
class Typed:
    """A citation typed by hand, from `start` to `end`; narrative where the name stands outside the brackets.

    `whole`: its items are all that its brackets hold, so that keys can take their place.
    """

    start: int
    end: int
    narrative: bool
    items: tuple[Item, ...]
    whole: bool


def is_strong(years: str) -> bool:
    """Whether years are of a form that only citations have: a letter, several of them, 'n.d.'."""
    return bool(re.search(LETTER, years)) or len(NUMBERS.findall(years)) > 1 or not years[-1:].isdigit()

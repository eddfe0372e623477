"""The nouns of citing: a citation in prose, the works it names, and where in each work.

Tuples, because a text may hold very many of them and a tuple is made in a third of the time.
"""

from enum import StrEnum
from typing import NamedTuple

from coursewright.diagnostics import Place


class CitationKind(StrEnum):
    """Whether a citation stands in parentheses or its first author is part of the sentence (APA 7 §8.11)."""

    PARENTHETICAL = "parenthetical"
    NARRATIVE = "narrative"


class Locator(NamedTuple):
    """Where in a work: `label` is the CSL term ('page', 'chapter'), `value` as typed ('33', '25-29')."""

    label: str
    value: str


class CitationItem(NamedTuple):
    """One work of a citation; `prefix` and `suffix` are Markdown as typed, `place` and `typed` those of '@key'."""

    key: str
    prefix: str
    locator: Locator | None
    suffix: str
    suppress_author: bool
    place: Place
    typed: str


class Citation(NamedTuple):
    """A citation at offsets `start` to `end` of its source, whose characters there are `typed`.

    In a narrative citation the first item is the one whose author stands in the sentence; `opens_sentence` says whether
    that name is the sentence's first word.
    """

    start: int
    end: int
    kind: CitationKind
    items: tuple[CitationItem, ...]
    typed: str
    opens_sentence: bool = False

"""What a page has cited so far: numbers, notes and abbreviations that hang on the order of its citations."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Met:
    """Lives while one page is rendered, from its top to its end.

    `abbreviated`: groups whose abbreviation has been introduced; `numbers`: cited key → its number, from 1, in order of
    first use; `notes`: the footnotes' HTML in order; `inline`: turns the Markdown of an author's words into their HTML.
    """

    inline: Callable[[str], str] = str
    abbreviated: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def introduces(self, group: str) -> bool:
        """Whether this is the first time that a group is named; from now on it has been."""
        first = group not in self.abbreviated
        self.abbreviated.add(group)
        return first

    def number(self, key: str) -> int:
        """The number of a work on this page; a work that is new gets the next one."""
        return self.numbers.setdefault(key, len(self.numbers) + 1)

"""What can be wrong with a course, and where: places, rules, diagnostics. Standard library only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from coursewright.rules import Rule, Severity

__all__ = ["Diagnostic", "Place", "Report", "Rule", "Severity"]


class Place(NamedTuple):
    """A stretch of one line of a source file; line and column count from 1, column and length in characters.

    A tuple, because a file has thousands of places and a tuple is made in a third of the time.
    """

    path: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One problem at one place: a sentence that says what is wrong and, where one is known, the fix.

    `severity` and `house` stand for what the rule says of itself, where they are given. `mended` where pandoc sets it
    right as it prints, so that projects which are made with it may leave it.
    """

    rule: Rule
    place: Place
    message: str
    hint: str = ""
    severity: Severity | None = None
    house: bool | None = None
    mended: bool = False

    @property
    def level(self) -> Severity:
        """The severity in force: the one set for this diagnostic, else the rule's own."""
        return self.severity or self.rule.severity

    @property
    def is_house_style(self) -> bool:
        """Whether it is a matter of APA 7 as it is set here, which other styles and programs do without."""
        return self.rule.house if self.house is None else self.house


Report = Callable[[Diagnostic], None]

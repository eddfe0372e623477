"""What can be wrong with a course, and where: places, rules, diagnostics. Standard library only."""

from collections.abc import Callable
from dataclasses import dataclass

from coursewright.rules import Rule, Severity

__all__ = ["Diagnostic", "Place", "Report", "Rule", "Severity"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A stretch of one line of a source file; line and column count from 1, column and length in characters."""

    path: str
    line: int
    column: int
    length: int = 1


@dataclass(frozen=True)
class Diagnostic:
    """One problem at one place: a sentence that says what is wrong and, where one is known, the fix."""

    rule: Rule
    place: Place
    message: str
    hint: str = ""
    severity: Severity | None = None

    @property
    def level(self) -> Severity:
        """The severity in force: the one set for this diagnostic, else the rule's own."""
        return self.severity or self.rule.severity


Report = Callable[[Diagnostic], None]

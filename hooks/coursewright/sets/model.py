"""The nouns of question sets: what a builder returns. What is asked for is a `Blueprint`, with the course's nouns."""

from dataclasses import dataclass

from coursewright.model import Blueprint, Format, Question, Row, Variant


@dataclass(frozen=True)
class Entry:
    """One question of a set as all forms ask it, in one format: a wording for each form, no two alike.

    Wordings are rows of `question`; where it has too few, of its twins too (same objective, process and minutes).
    """

    question: Question
    format: Format
    wordings: tuple[tuple[Question, Row], ...]

    @property
    def id(self) -> str:
        return "+".join(dict.fromkeys(question.id for question, _ in self.wordings)) + f"@{self.format.id}"

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of all questions whose rows it may use."""
        return tuple(dict.fromkeys(question.id for question, _ in self.wordings))


@dataclass(frozen=True)
class Asked:
    """A variant on a sheet and the minutes it is given there."""

    variant: Variant
    minutes: int


@dataclass(frozen=True)
class BalanceRow:
    """How many questions of a form are of one kind: `kind` is 'objective', 'process', 'stance' or 'format'."""

    kind: str
    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Balance:
    """How parallel the forms of a set are: counts and minutes in the order of `letters`."""

    letters: tuple[str, ...]
    minutes: tuple[int, ...]
    rows: tuple[BalanceRow, ...]


@dataclass(frozen=True)
class Form:
    """One form of a set, in the order in which it is asked. `fingerprint` is enough to make it again."""

    letter: str
    blueprint: Blueprint
    asked: tuple[Asked, ...]
    fingerprint: str
    balance: Balance

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.asked)


@dataclass(frozen=True)
class QuestionSet:
    """Parallel forms of one blueprint. `not_asked`: objectives of its lessons for which it has no room."""

    blueprint: Blueprint
    forms: tuple[Form, ...]
    not_asked: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Why a request can't be met: the field that fails, a sentence, a fix in words, and the request that works."""

    field: str
    message: str
    hint: str
    nearest: Blueprint | None


@dataclass(frozen=True)
class Infeasible:
    """No set of questions is what the blueprint asks for; each reason alone is enough to change."""

    blueprint: Blueprint
    reasons: tuple[Reason, ...]

"""A sheet as its parts in the order of reading: what all kinds of files share. Who writes a file only shows them."""

from dataclasses import dataclass

from coursewright.sets.text import Text


@dataclass(frozen=True)
class Paragraph:
    """`kind` is 'stem', 'facts', 'instructions' or 'aside'; `lead` stands before the words, such as 'Take care'."""

    kind: str
    words: Text
    lead: str = ""


@dataclass(frozen=True)
class Step:
    """A stage of a format. `time` is '4 min', or for the facilitator the minutes of the clock as well."""

    title: Text
    time: str
    words: Text


@dataclass(frozen=True)
class Steps:
    """What people do, one after another."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Points:
    """A list under a heading of its own."""

    title: str
    points: tuple[Text, ...]


@dataclass(frozen=True)
class Table:
    """Rows of as many cells as `head`; `widths` says which columns hold 'words' and which 'numbers'."""

    title: str
    head: tuple[str, ...]
    widths: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


Block = Paragraph | Steps | Points | Table


@dataclass(frozen=True)
class QuestionPart:
    """A question, which stays on one page with its `lines` to write on; the facilitator's `notes` may be on another."""

    number: int
    title: Text
    time: str
    blocks: tuple[Block, ...]
    lines: int
    notes: tuple[Block, ...]


@dataclass(frozen=True)
class Outline:
    """The whole sheet. `audience` is empty for learners, whose sheet has lines for name and date.

    `running` is what stands on every page, besides the number of the page.
    """

    language: str
    course: str
    authors: tuple[str, ...]
    title: Text
    form: str
    audience: str
    facts: str
    front: tuple[Block, ...]
    questions: tuple[QuestionPart, ...]
    back: tuple[Block, ...]
    works: tuple[Text, ...]
    about: str
    running: str

    @property
    def name(self) -> str:
        """What programs that show the file call it: 'The ethos of partnership, form A, for the facilitator'."""
        parts = (self.title.plain, self.form.lower()[:-1] + self.form[-1], self.audience.lower())
        return ", ".join(part for part in parts if part)

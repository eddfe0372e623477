"""A printed sheet as a value: everything that Markdown, HTML, PDF and DOCX need, and nothing that they must look up."""

from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from coursewright.course import Course
from coursewright.formats import stage_minutes
from coursewright.model import Format, Minutes, Question
from coursewright.sets.contents import (
    Write,
    cases_of,
    objective_words,
    objectives_of,
    references_of,
    title_of,
    works_of,
)
from coursewright.sets.model import Asked, Balance, BalanceRow, Form
from coursewright.sets.numbers import numbers_for
from coursewright.sets.text import Text, text

SHARING_WORDS = {"private": "for you alone", "optional": "share what you choose to", "group": ""}
"""How far an answer travels, as a sheet says it."""

INSTRUCTIONS = "Take the questions in order. What you write is yours: nobody has to read it aloud."
_FEWEST_LINES, _MOST_LINES = 3, 14
_MINUTES_A_LINE = {True: 1.6, False: 3.2}  # alone: half the time is thinking, and a line takes a minute; else notes


@dataclass(frozen=True)
class TimedStage:
    """A step of a discussion format; `begins` counts minutes from the start of the sheet."""

    title: Text
    minutes: int
    begins: int
    instruction: Text


@dataclass(frozen=True)
class Frame:
    """How a question is talked about. `people` is in words; `materials` may be empty."""

    id: str
    title: Text
    people: str
    materials: str
    instructions: Text
    stages: tuple[TimedStage, ...]
    source: Text | None


@dataclass(frozen=True)
class Notes:
    """What only the facilitator's sheet says about a question."""

    objective: Text
    process: str
    stance: str
    listen_for: tuple[Text, ...]
    misreadings: tuple[Text, ...]
    probes: tuple[Text, ...]


@dataclass(frozen=True)
class SheetQuestion:
    """A question on a sheet. `id` is the variant's, `lines` the ruled lines that its minutes and format ask for.

    `sharing` is 'private', 'optional' or 'group' (`SHARING_WORDS` has the words); `notes` is None for learners.
    """

    number: int
    id: str
    stem: Text
    minutes: int
    begins: int
    frame: Frame
    lines: int
    sharing: str
    alternative: Text | None
    care_note: Text | None
    notes: Notes | None


@dataclass(frozen=True)
class FacilitatorPart:
    """The front of a facilitator's sheet: the objectives that it asks, and how the forms of its set compare.

    `names` are those of the balance's rows in words, in their order.
    """

    objectives: tuple[Text, ...]
    balance: Balance
    names: tuple[Text, ...]


@dataclass(frozen=True)
class Sheet:
    """One form, ready to be printed. `cases` are titles of the cases to have read; `facilitator` is None for learners.

    `name` is a file name without its ending.
    """

    name: str
    course: str
    authors: tuple[str, ...]
    title: Text
    language: str
    letter: str
    fingerprint: str
    minutes: int
    instructions: Text
    cases: tuple[Text, ...]
    questions: tuple[SheetQuestion, ...]
    references: tuple[Text, ...]
    licence: str
    facilitator: FacilitatorPart | None


def make_sheet(course: Course, form: Form, facilitator: bool) -> Sheet:
    """The sheet of a form, for learners or for the facilitator. It depends on nothing but the course and the form."""
    name = "-".join([form.blueprint.id or "questions", form.letter.lower(), *(["facilitator"] if facilitator else [])])
    begins = (0, *accumulate(item.minutes for item in form.asked))
    works = works_of(course, form, facilitator)
    numbers = numbers_for(course, works)
    write = partial(text, course, numbers=numbers)
    numbered = enumerate(zip(form.asked, begins, strict=False), 1)
    return Sheet(
        name,
        course.facts.title,
        course.facts.authors,
        write(form.blueprint.title or title_of(course, form)),
        course.facts.language,
        form.letter,
        form.fingerprint,
        form.minutes,
        write(form.blueprint.instructions or INSTRUCTIONS),
        tuple(write(course.cases[case].page.title) for case in cases_of(course, form)),
        tuple(_question(course, write, number, item, at, facilitator) for number, (item, at) in numbered),
        references_of(course, works, numbers),
        course.facts.licence,
        _facilitator_part(course, write, form) if facilitator else None,
    )


def _facilitator_part(course: Course, write: Write, form: Form) -> FacilitatorPart:
    names = tuple(write(_name_of(course, row)) for row in form.balance.rows)
    return FacilitatorPart(objectives_of(course, form, write), form.balance, names)


def _name_of(course: Course, row: BalanceRow) -> str:
    """What a row of the balance counts, in words."""
    if row.kind == "objective":
        return objective_words(course, row.name)
    return course.formats[row.name].title if row.kind == "format" and row.name in course.formats else row.name


def _question(course: Course, write: Write, number: int, item: Asked, begins: int, facilitator: bool) -> SheetQuestion:
    question = item.variant.question
    alternative, care = (write(words) if words else None for words in (question.alternative, question.care_note))
    return SheetQuestion(
        number,
        item.variant.id,
        write(item.variant.text),
        item.minutes,
        begins,
        _frame(write, item.variant.format, item.minutes, begins),
        lines_for(item.variant.format, item.minutes),
        question.sharing,
        alternative,
        care,
        _notes(course, write, question) if facilitator else None,
    )


def _frame(write: Write, format_: Format, minutes: int, begins: int) -> Frame:
    shares = stage_minutes(format_, Minutes(minutes, minutes))
    starts = (begins, *accumulate(shares, initial=begins))[1:]
    stages = (
        TimedStage(write(stage.title), share, at, write(stage.instruction))
        for stage, share, at in zip(format_.stages, shares, starts, strict=False)
    )
    return Frame(
        format_.id,
        write(format_.title),
        "alone" if format_.group.high == 1 else f"{format_.group} people",
        format_.materials,
        write(format_.instructions),
        tuple(stages),
        write(format_.source.text) if format_.source else None,
    )


def lines_for(format_: Format, minutes: int) -> int:
    """Ruled lines: for an answer where people work alone, for notes where they talk."""
    return min(_MOST_LINES, max(_FEWEST_LINES, round(minutes / _MINUTES_A_LINE[format_.group.high == 1])))


def _notes(course: Course, write: Write, question: Question) -> Notes:
    listen_for, misreadings, probes = (
        tuple(write(phrase.text) for phrase in phrases)
        for phrases in (question.listen_for, question.misreadings, question.probes)
    )
    objective = write(objective_words(course, question.objective.name))
    return Notes(objective, question.process, question.stance, listen_for, misreadings, probes)

"""A sheet arranged in parts: what it says in words, and in which order."""

from collections.abc import Iterator
from math import ceil

from coursewright.english import count
from coursewright.printing.outline import Block, Outline, Paragraph, Points, QuestionPart, Step, Steps, Table
from coursewright.sets.sheet import SHARING_WORDS, FacilitatorPart, Notes, Sheet, SheetQuestion, TimedStage
from coursewright.sets.text import Text, in_words, joined

_LARGE_LINES = 0.7
"""Lines of large print are half as far apart again, so that as many would push a question over the end of its page."""


def arrange(sheet: Sheet, large: bool = False) -> Outline:
    """The outline of a sheet, with the facilitator's parts where the sheet has them; `large` is for large print."""
    form, code = f"Form {sheet.letter}", f"Code {sheet.fingerprint}"
    return Outline(
        language=sheet.language,
        course=sheet.course,
        authors=sheet.authors,
        title=sheet.title,
        form=form,
        audience="For the facilitator" if sheet.facilitator else "",
        facts=_joined(form, count(sheet.minutes, "minute"), count(len(sheet.questions), "question")),
        front=tuple(_front(sheet)),
        questions=tuple(_question(question, large) for question in sheet.questions),
        back=(_balance(sheet.facilitator),) if sheet.facilitator else (),
        works=sheet.references,
        about=_joined(sheet.course, sheet.licence, form, code),
        running=_joined(form, code),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _front(sheet: Sheet) -> Iterator[Block]:
    yield Paragraph("instructions", sheet.instructions)
    if sheet.cases:
        yield Paragraph("instructions", joined(sheet.cases, "; "), "Read first")
    if sheet.facilitator:
        yield Points("Objectives", sheet.facilitator.objectives)
        yield _plan(sheet)


def _plan(sheet: Sheet) -> Table:
    """A row a question, by the clock."""
    rows = tuple(
        (
            in_words(_clock(question.begins, question.minutes)),
            joined((in_words(f"{question.number}."), question.stem), " "),
            joined((question.frame.title, joined(_shares(question), ", ")), ": "),
        )
        for question in sheet.questions
    )
    return Table("Plan", ("Minutes", "Question", "How"), ("numbers", "words", "words"), rows)


def _shares(question: SheetQuestion) -> Iterator[Text]:
    for stage in question.frame.stages:
        yield joined((stage.title, in_words(str(stage.minutes))), " ")


def _clock(begins: int, minutes: int) -> str:
    return f"{begins}–{begins + minutes}"


def _balance(part: FacilitatorPart) -> Table:
    balance = part.balance
    minutes = (in_words("minutes"), in_words("in all"), *(in_words(str(number)) for number in balance.minutes))
    rows = tuple(
        (in_words(row.kind), name, *(in_words(str(number)) for number in row.counts))
        for row, name in zip(balance.rows, part.names, strict=True)
    )
    head = ("What", "Which", *(f"Form {letter}" for letter in balance.letters))
    widths = ("numbers", "words", *("numbers" for _ in balance.letters))
    return Table("How the forms compare", head, widths, (minutes, *rows))


def _question(question: SheetQuestion, large: bool) -> QuestionPart:
    lines = ceil(question.lines * (_LARGE_LINES if large else 1))
    return QuestionPart(
        question.number,
        question.frame.title,
        count(question.minutes, "minute"),
        tuple(_asked(question)),
        0 if question.notes else lines,
        tuple(_notes(question, question.notes)) if question.notes else (),
    )


def _asked(question: SheetQuestion) -> Iterator[Block]:
    frame = question.frame
    materials = f"with {frame.materials}" if frame.materials else ""
    facts = _joined(frame.people, materials, SHARING_WORDS[question.sharing])
    yield Paragraph("stem", question.stem)
    yield Paragraph("facts", in_words(facts[:1].upper() + facts[1:]))
    yield Paragraph("instructions", frame.instructions)
    yield Steps(tuple(Step(stage.title, _time(question, stage), stage.instruction) for stage in frame.stages))
    if question.care_note:
        yield Paragraph("aside", question.care_note, "Take care")
    if question.alternative:
        yield Paragraph("aside", question.alternative, "Another way in")


def _time(question: SheetQuestion, stage: TimedStage) -> str:
    clock = f", {_clock(stage.begins, stage.minutes)}" if question.notes else ""
    return f"{stage.minutes} min{clock}"


def _notes(question: SheetQuestion, notes: Notes) -> Iterator[Block]:
    kind = in_words(f"{notes.process.capitalize()} · {notes.stance}")
    yield Paragraph("aside", notes.objective, "Objective")
    yield Paragraph("aside", kind, "Process and stance")
    lists = (("Listen for", notes.listen_for), ("Misreadings", notes.misreadings), ("Follow up", notes.probes))
    for title, points in lists:
        if points:
            yield Points(title, points)
    if question.frame.source:
        yield Paragraph("facts", _without_brackets(question.frame.source), "On this format")


def _without_brackets(source: Text) -> Text:
    """A citation that stands alone: 'Lyman, 1981', not '(Lyman, 1981)'."""
    parts = (source.markdown, source.plain, source.html)
    alone = all(part.startswith("(") and part.endswith(")") and part.count("(") == 1 for part in parts)
    return Text(*(part[1:-1] for part in parts)) if alone else source

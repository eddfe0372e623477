"""A sheet as Markdown, for people who edit it before they print it."""

from collections.abc import Iterable, Iterator

from coursewright.sets.sheet import SHARING_WORDS, Notes, Sheet, SheetQuestion
from coursewright.sets.text import Text


def to_markdown(sheet: Sheet) -> str:
    """The whole sheet; headings from level 1, a blank line between blocks, a line feed at the end."""
    blocks = [*_head(sheet), *(_table(sheet) if sheet.facilitator else ())]
    for question in sheet.questions:
        blocks += _question(question)
    if sheet.references:
        blocks += ["## References", *(entry.markdown for entry in sheet.references)]
    blocks += ["---", " · ".join(part for part in (sheet.course, sheet.licence, f"Code {sheet.fingerprint}") if part)]
    return "\n\n".join(blocks) + "\n"


def _head(sheet: Sheet) -> Iterator[str]:
    yield f"# {sheet.title.markdown}"
    who = "Facilitator's sheet" if sheet.facilitator else "Name: ______________________________  Date: ______________"
    yield f"Form {sheet.letter} · {sheet.minutes} minutes · {len(sheet.questions)} questions"
    yield who
    yield sheet.instructions.markdown
    if sheet.cases:
        yield "Read first: " + "; ".join(case.markdown for case in sheet.cases)
    if sheet.facilitator:
        yield "## Objectives"
        yield _items(sheet.facilitator.objectives)


def _table(sheet: Sheet) -> Iterator[str]:
    """How the forms compare."""
    if sheet.facilitator is None:
        return
    balance = sheet.facilitator.balance
    lines = [
        "| | " + " | ".join(f"Form {letter}" for letter in balance.letters) + " |",
        "|---" * (len(balance.letters) + 1) + "|",
        f"| minutes | {' | '.join(map(str, balance.minutes))} |",
    ]
    lines += [f"| {row.kind}: {row.name} | {' | '.join(map(str, row.counts))} |" for row in balance.rows]
    yield "## How the forms compare"
    yield "\n".join(lines)


def _question(question: SheetQuestion) -> Iterator[str]:
    yield f"## {question.number}. {question.frame.title.markdown}"
    yield f"**{question.stem.markdown}**"
    facts = (f"{question.minutes} minutes", question.frame.people, question.frame.materials)
    yield " · ".join(part for part in (*facts, SHARING_WORDS[question.sharing]) if part)
    yield question.frame.instructions.markdown
    yield "\n".join(
        f"- **{stage.title.markdown}** ({stage.minutes} min) {stage.instruction.markdown}"
        for stage in question.frame.stages
    )
    yield from (note.markdown for note in (question.care_note, question.alternative) if note)
    if question.notes:
        yield from _notes(question, question.notes)
    else:
        yield "\n\n".join(["_" * 72] * question.lines)


def _notes(question: SheetQuestion, notes: Notes) -> Iterator[str]:
    yield f"Begins at minute {question.begins} · {notes.process} · {notes.stance} · {notes.objective.markdown}"
    parts = (("Listen for", notes.listen_for), ("A common misreading", notes.misreadings), ("Follow up", notes.probes))
    for label, texts in parts:
        if texts:
            yield f"**{label}**"
            yield _items(texts)
    if question.frame.source:
        yield f"Format: {question.frame.source.markdown}"


def _items(texts: Iterable[Text]) -> str:
    return "\n".join(f"- {item.markdown}" for item in texts)

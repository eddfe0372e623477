"""The discussion of a lesson or case: its questions by format, each with the rows it can be asked in."""

from collections.abc import Callable
from hashlib import sha256

from coursewright.english import count
from coursewright.formats import stage_minutes
from coursewright.model import Format, Question, Row
from coursewright.questions import filled
from coursewright.weave.head import QUESTIONS
from coursewright.weave.html import element, items, paragraph, raw
from coursewright.weave.sets import render_page_sets
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver


def _render_discussion(use: Use) -> str:
    weaver, sections = use.weaver, list[str]()
    questions = weaver.course.questions_of(weaver.page.id)
    for format_ in weaver.course.formats.values():
        if chosen := [question for question in questions if any(ref.name == format_.id for ref in question.formats)]:
            sections.append(_format(weaver, format_, chosen, opened=not sections))
    talk = raw(element("div", "cw-discussion", *sections, id=QUESTIONS), searchable=False) if sections else "\n"
    return talk + render_page_sets(weaver)


def _format(weaver: Weaver, format_: Format, questions: list[Question], opened: bool) -> str:
    facts = f"{count(len(questions), 'question')} · {people(format_)} · {format_.minutes} minutes each"
    title = element("span", "cw-format-title", weaver.inline(format_.title))
    stages = (
        f"<strong>{weaver.inline(stage.title)}</strong> {weaver.inline(stage.instruction)}" for stage in format_.stages
    )
    return element(
        "details",
        "cw-format",
        element("summary", "", title, " ", element("span", "cw-facts", facts)),
        paragraph("cw-instructions", weaver.inline(format_.instructions)),
        items(stages, "ol", "cw-stages"),
        element("ol", "cw-questions", *(_question(weaver, question, format_) for question in questions)),
        name=f"discussion-{weaver.page.id}",
        open_="open" if opened else "",
    )


def people(format_: Format) -> str:
    """How many take part, in words."""
    return "alone" if format_.group.high == 1 else f"{format_.group} people"


def _question(weaver: Weaver, question: Question, format_: Format) -> str:
    lead, *others = rotated(question, format_)
    stem = paragraph("cw-stem", weaver.inline(filled(question, lead)))
    summary = element("summary", "", f"Ask it another way ({len(others)})")
    entries = items(weaver.inline(filled(question, row)) for row in others)
    return element(
        "li",
        "cw-question",
        stem,
        question_facts(question),
        paragraph("cw-note", weaver.inline(question.care_note)),
        paragraph("cw-note", f"Another way in: {weaver.inline(question.alternative)}" if question.alternative else ""),
        element("details", "cw-rows", summary, entries) if others else "",
        facilitator_notes(weaver, question, format_),
        id=f"{question.id}-{format_.id}",
    )


def question_facts(question: Question) -> str:
    return paragraph("cw-facts", f"{question.process} · {question.stance} · {question.minutes} minutes")


def rotated(question: Question, format_: Format) -> tuple[Row, ...]:
    """The rows of a question, led by one that depends on nothing but the two ids, so that formats open differently."""
    rows = question.rows
    first = int.from_bytes(sha256(f"{question.id}@{format_.id}".encode()).digest()[:4]) % len(rows)
    return rows[first:] + rows[:first]


def facilitator_notes(weaver: Weaver, question: Question, format_: Format | None = None) -> str:
    """What to listen for, misreadings, follow-ups and a timed plan; empty in the learner edition."""
    if not weaver.site.for_instructors:
        return ""
    parts = [
        ("Listen for", question.listen_for),
        ("A common misreading", question.misreadings),
        ("Follow up", question.probes),
    ]
    notes = [
        paragraph("cw-label", label) + items(weaver.inlines(phrase.text for phrase in phrases))
        for label, phrases in parts
        if phrases
    ]
    if format_:
        plan = zip(format_.stages, stage_minutes(format_, question.minutes), strict=True)
        lines = items(f"{weaver.inline(stage.title)}: {minutes} min" for stage, minutes in plan)
        notes.append(paragraph("cw-label", "Plan") + lines)
    return element("div", "cw cw-facilitator", *notes) if notes else ""


RENDERERS: dict[str, Callable[[Use], str]] = {"discussion": _render_discussion}

"""Sheets for tests: those of the course, and small ones made by hand."""

from dataclasses import replace
from functools import cache

from coursewright.sets import QuestionSet, Sheet, build_set, make_sheet
from coursewright.sets.text import Text, in_words
from tests.sets.test_requests import project

HOSTILE = (
    "# not a heading", "- no list", "1. no number", "= no title", "a * b * c _d_ `e` $f$", "@cite <label> [b] {c}",
    "back\\slash \\u{41} \\n", "// no comment /* nor this */", '"straight" ‘single’ «guillemets»', "a & b &amp; <b>",
    "#let x = 1; #x", "https://example.org/a_(b)?c=d&e=f#g", "~no~break -- three --- dots ...", "%PDF ]] ) ( >>",
    "Ελληνικά, кириллица, Việt, čeština, ½ → ≤", "שלום עולם", "مرحبا", "| pipe | pipe |", "***", "x" * 200,
)  # fmt: skip
"""Words that mean something to one program or another, and that a sheet must show as they are."""


@cache
def sheet(name: str = "ethos-50", letter: str = "A", facilitator: bool = False) -> Sheet:
    """A sheet of an offered set."""
    found = build_set(project(), project().sets[name])
    assert isinstance(found, QuestionSet)
    return make_sheet(project(), next(form for form in found.forms if form.letter == letter), facilitator)


def with_stems(stems: tuple[Text, ...], facilitator: bool = False) -> Sheet:
    """A sheet that asks these, without references; every other question has half of its lines and a care note."""
    like = sheet("ethos-50", "A", facilitator)
    questions = tuple(
        replace(
            like.questions[at % len(like.questions)],
            number=at + 1,
            stem=stem,
            care_note=in_words("Stop whenever you like.") if at % 2 else None,
            lines=like.questions[at % len(like.questions)].lines // (1 + at % 2),
        )
        for at, stem in enumerate(stems)
    )
    return replace(like, name="made", questions=questions, references=())


def asking(number: int) -> Sheet:
    """A sheet of so many questions."""
    return with_stems(tuple(in_words(f"Question number {at} asks what you would do, and why?") for at in range(number)))

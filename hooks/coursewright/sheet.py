"""The printed question sheet of a lesson or case, as one page of HTML."""

from coursewright.citations import render_reference_list
from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Page, Question
from coursewright.questions import filled
from coursewright.site import Site
from coursewright.weave.html import inline, link, paragraph
from coursewright.weave.sheets import sheet_path
from coursewright.weave.weaver import Weaver

_MINUTES_A_LINE = 1.6  # half the time is thinking; writing fills a ruled line in less than a minute
_FEWEST_LINES, _MOST_LINES = 4, 14


def sheets(course: Course) -> dict[str, Page]:
    """The pages that have a question sheet, by the path of their sheet."""
    return {sheet_path(page.id): page for page in course.pages.values() if course.questions_of(page.id)}


def render_sheet(course: Course, page: Page, site: Site) -> str:
    """A sheet with the questions of a lesson or case: each in its first row, with space to write its minutes allow."""
    at = Page(sheet_path(page.id), page.source, page.body, page.place, title=page.title)
    weaver = Weaver(course, at, site)
    questions = course.questions_of(page.id)
    entries = "".join(_entry(weaver, question) for question in questions)
    return (
        f'<article class="sheet" lang="{course.facts.language}">{_head(weaver, page, questions)}'
        f'<ol class="sheet-questions">{entries}</ol>{_references(weaver, questions)}{_foot(weaver, page)}</article>'
    )


def _head(weaver: Weaver, page: Page, questions: tuple[Question, ...]) -> str:
    low, high = (sum(getattr(question.minutes, end) for question in questions) for end in ("low", "high"))
    meta = f"{count(len(questions), 'question')} · {low}–{high} minutes for all of them"
    lines = '<div class="sheet-lines"><p>Name</p><p>Date</p></div>'
    return (
        f'<header class="sheet-head">{paragraph("sheet-course", inline(weaver.course.facts.title))}'
        f"<h1>{inline(page.title)}</h1>{paragraph('sheet-meta', meta)}{lines}"
        f"{paragraph('sheet-instructions', _instructions(questions))}</header>"
    )


def _instructions(questions: tuple[Question, ...]) -> str:
    private = any(question.sharing == "private" for question in questions)
    words = (
        "Answer as many as your time allows; there is no order you must keep. "
        "What you write is yours: nobody has to read it aloud."
    )
    return inline(words + (" Questions marked private are for you alone." if private else ""))


def _entry(weaver: Weaver, question: Question) -> str:
    formats = weaver.course.formats
    first = next((formats[ref.name].title for ref in question.formats if ref.name in formats), "")
    facts = [inline(first), f"{question.minutes} minutes"] + (["private"] if question.sharing == "private" else [])
    lines = min(_MOST_LINES, max(_FEWEST_LINES, round(question.minutes.high / _MINUTES_A_LINE)))
    stem = paragraph("sheet-stem", weaver.inline(filled(question, question.rows[0]))) if question.rows else ""
    space = f'<div class="sheet-space sheet-space-{lines}" aria-hidden="true"></div>'
    about = paragraph("sheet-facts", " · ".join(fact for fact in facts if fact))
    return f'<li class="sheet-question">{stem}{about}{space}</li>'


def _references(weaver: Weaver, questions: tuple[Question, ...]) -> str:
    """The works that the questions cite or rest on."""
    keys = dict.fromkeys([*weaver.anchors, *(ref.name for question in questions for ref in question.cites)])
    known = [key for key in keys if key in weaver.course.references]
    if not known:
        return ""
    listed = render_reference_list(known, weaver.course.references, {}, coins=weaver.course.coins)
    return f'<section class="sheet-references"><h2>References</h2>{listed}</section>'


def _foot(weaver: Weaver, page: Page) -> str:
    back = link(weaver.address(page.path), f"Back to {inline(page.title)}")
    parts = [inline(weaver.course.facts.licence), f"Sheet {page.id}"]
    words = f"<p>{' · '.join(part for part in parts if part)}</p>"
    return f'<footer class="sheet-foot">{words}<p class="sheet-back">{back}</p></footer>'

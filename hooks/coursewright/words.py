"""The checks that take longest, of works and of words; those of texts that have not changed are remembered.

They are imported where they are made: a build that remembers what they told does without them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from coursewright.cast import Cast
from coursewright.checks import phrases
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity
from coursewright.fragments import Fragment, silent
from coursewright.memory import Memory, digest
from coursewright.model import Question

Found = Iterable[Diagnostic]


def check_words(
    course: Course, questions: tuple[Question, ...], texts: Mapping[str, str], memory: Memory
) -> Iterator[Diagnostic]:
    """Works by themselves, the prose of pages and of the bank, and what questions ask.

    `texts` are those of all files by their path. What a check sees is what its result is remembered by.
    """
    works = digest(tuple(item for item in texts.items() if item[0].startswith("bib/")), course.references)
    others = digest(tuple(item for item in texts.items() if not item[0].startswith("docs/")), works)
    yield from _kept(memory, digest("works", works), partial(_check_works, course))
    for fragment in course.fragments.values():
        seen = digest("prose", works, fragment.source.path, fragment.source.text)
        yield from _kept(memory, seen, partial(_check_page, course, fragment))
    yield from _kept(memory, digest("phrases", others), partial(_check_phrases, course, questions))
    yield from _kept(memory, digest("questions", others, *_of_pages(course)), partial(_check_questions, course))


def _of_pages(course: Course) -> Iterator[object]:
    """What the checks of questions see of pages: front matter, and names in the text."""
    yield from (tuple(sorted(names)) for names in Cast(course).mentions)
    yield from ((path, page.source.text[: page.body]) for path, page in course.pages.items())


def _check_works(course: Course) -> Found:
    from coursewright.bibliography.checks import check_bibliography, check_letters

    yield from check_bibliography(course.bibliography)
    yield from check_letters(course.bibliography, course.references)


def _check_page(course: Course, fragment: Fragment) -> Found:
    from coursewright.citations.prose import check_prose

    return check_prose(fragment.source, fragment.masked, fragment.citations, course.bibliography)


def _check_phrases(course: Course, questions: tuple[Question, ...]) -> Found:
    from coursewright.citations import scan_citations
    from coursewright.citations.prose import check_prose
    from coursewright.markdown_mask import mask

    for phrase in phrases(course, questions):
        if "@" in phrase.text or "(" in phrase.text:
            masked = mask(phrase.text)
            citations = scan_citations(phrase, masked, silent, course.bibliography)
            yield from check_prose(phrase, masked, citations, course.bibliography)


def _check_questions(course: Course) -> Found:
    from coursewright.wording import check_wording

    return check_wording(course)


def _kept(memory: Memory, name: str, check: Callable[[], Found]) -> tuple[Diagnostic, ...]:
    """What a check tells: from memory, else by making it."""
    told = memory.recall(name, _read)
    if told is None:
        told = tuple(check())
        memory.keep(name, [_data(diagnostic) for diagnostic in told])
    return told


def _data(told: Diagnostic) -> tuple[object, ...]:
    return told.rule.name, tuple(told.place), told.message, told.hint, told.severity, told.house, told.mended


def _read(data: Any) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(Rule[rule], Place(*place), message, hint, severity and Severity(severity), house, mended)
        for rule, place, message, hint, severity, house, mended in data
    )

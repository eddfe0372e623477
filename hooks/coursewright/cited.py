"""Where each work is cited: by the text of pages, by the reusable blocks they include, by questions of the bank."""

from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.course import Course
from coursewright.fragments import Fragment
from coursewright.model import Question
from coursewright.source import Placed


@dataclass(frozen=True)
class Citing:
    """What cites one work: paths of pages whose text does, and questions that rest on it, in reading order."""

    pages: tuple[str, ...]
    questions: tuple[Question, ...]


def cited_in(course: Course, with_facilitator: bool = False) -> dict[str, Citing]:
    """Citation key → what cites it; works that can't be shown are left out."""
    pages: dict[str, dict[str, None]] = {}
    for path in course.pages:
        for key in _keys_of_page(course, path, with_facilitator):
            pages.setdefault(key, {})[path] = None
    questions: dict[str, list[Question]] = {}
    for question in course.questions.values():
        for key in dict.fromkeys([*phrase_keys(course, question.stem), *(ref.name for ref in question.cites)]):
            questions.setdefault(key, []).append(question)
    keys = sorted(key for key in {*pages, *questions} if key in course.references)
    return {key: Citing(tuple(pages.get(key, ())), tuple(questions.get(key, ()))) for key in keys}


def phrase_keys(course: Course, phrase: Placed) -> Iterator[str]:
    """The keys cited in a stem or definition."""
    for citation in course.citations_in(phrase.text):
        yield from (item.key for item in citation.items)


def _keys_of_page(course: Course, path: str, with_facilitator: bool) -> Iterator[str]:
    """Keys in the text of a page and in what it shows of the bank and the glossary."""
    page = course.pages[path]
    yield from _keys_of(course, course.fragments[path], with_facilitator, frozenset())
    shown = [question.stem for question in course.questions_of(page.id)]
    shown += [course.terms[ref.name].definition for ref in page.terms if ref.name in course.terms]
    if course.page_with("glossary") == path:
        shown += [term.definition for term in course.terms.values()]
    for phrase in shown:
        yield from phrase_keys(course, phrase)


def _keys_of(course: Course, fragment: Fragment, with_facilitator: bool, seen: frozenset[str]) -> Iterator[str]:
    hidden = [] if with_facilitator else [block for block in fragment.walk() if block.kind == "facilitator"]
    for citation in fragment.citations:
        if not any(block.start <= citation.start < block.end for block in hidden):
            yield from (item.key for item in citation.items)
    for block in fragment.walk():
        name = block.argument.name if block.kind == "block" and block.argument else ""
        if name in course.blocks and name not in seen:
            yield from _keys_of(course, course.fragments[f"block:{name}"], with_facilitator, seen | {name})

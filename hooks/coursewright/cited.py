"""Where each work is cited: by the text of pages, by the reusable blocks they include, by the questions they show."""

from collections.abc import Iterator

from coursewright.citations import scan_citations
from coursewright.course import Course
from coursewright.fragments import Fragment, silent
from coursewright.markdown_mask import mask
from coursewright.source import Placed


def cited_in(course: Course, with_facilitator: bool = False) -> dict[str, tuple[str, ...]]:
    """Citation key → paths of the pages that cite it, in reading order. Only works that can be shown are listed."""
    places: dict[str, dict[str, None]] = {}
    for path, page in course.pages.items():
        keys = [*_keys_of(course, course.fragments[path], with_facilitator, frozenset())]
        for question in course.questions_of(page.id):
            keys += [*phrase_keys(course, question.stem), *(ref.name for ref in question.cites)]
        for term in course.terms.values() if course.page_with("glossary") == path else ():
            keys += phrase_keys(course, term.definition)
        for key in keys:
            places.setdefault(key, {})[path] = None
    return {key: tuple(places[key]) for key in sorted(places) if key in course.references}


def phrase_keys(course: Course, phrase: Placed) -> Iterator[str]:
    """The keys cited in a stem or definition."""
    if "@" not in phrase.text:
        return
    for citation in scan_citations(phrase, mask(phrase.text), silent, course.references):
        yield from (item.key for item in citation.items)


def _keys_of(course: Course, fragment: Fragment, with_facilitator: bool, seen: frozenset[str]) -> Iterator[str]:
    hidden = [] if with_facilitator else [b for b in fragment.walk() if b.kind == "facilitator"]
    for citation in fragment.citations:
        if not any(block.start <= citation.start < block.end for block in hidden):
            yield from (item.key for item in citation.items)
    for block in fragment.walk():
        name = block.argument.name if block.kind == "block" and block.argument else ""
        if name in course.blocks and name not in seen:
            yield from _keys_of(course, course.fragments[f"block:{name}"], with_facilitator, seen | {name})

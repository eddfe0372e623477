"""Clusters that cite a work twice, or lose an author."""

from collections.abc import Iterator

from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.prose.advice import at
from coursewright.diagnostics import Diagnostic, Rule


def check_cluster(citation: Citation, index: AuthorIndex) -> Iterator[Diagnostic]:
    """'[@a; @a]', and '@a [-@b]' by different authors."""
    seen: dict[str, CitationItem] = {}
    for item in citation.items:
        first = seen.setdefault(item.key, item)
        if first is not item and not item.prefix:
            yield Diagnostic(
                Rule.CITATION_SYNTAX, item.place, f"'{item.key}' stands twice in this citation.", _once(first, item)
            )
    if citation.kind is CitationKind.NARRATIVE:
        yield from _lost(citation, index)


def _once(first: CitationItem, second: CitationItem) -> str:
    places = [item.locator for item in (first, second) if item.locator]
    if len(places) == 2 and {place.label for place in places} == {"page"}:
        return f"write it once: {at(first.key)}, pp. {places[0].value}, {places[1].value}"
    return f"write it once: {at(first.key)}"


def _lost(citation: Citation, index: AuthorIndex) -> Iterator[Diagnostic]:
    """Works behind a narrative key whose author is suppressed though it is another."""
    first = index.works.get(citation.items[0].key)
    for item in citation.items[1:]:
        work = index.works.get(item.key)
        if item.suppress_author and first and work and work.key != first.key and first.authors != work.authors:
            message = f"'-' leaves out the author of '{item.key}', who is not the one named before."
            yield Diagnostic(Rule.CITATION_SYNTAX, item.place, message, f"write {at(item.key)} without '-'")

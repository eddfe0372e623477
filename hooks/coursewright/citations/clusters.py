"""Clusters in order: which works stand together in parentheses, in what order, and what is put between them.

Method: APA 7 §8.12 and the behaviour of citeproc: works run in the order of the list of references, but none moves past
a prefix or suffix; works of the same authors share the name ('Rogers, 1951, 1961').
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, takewhile

from coursewright.bibliography import Reference
from coursewright.citations.model import CitationItem


@dataclass(frozen=True)
class Piece:
    """One item as it stands in its cluster: what separates it from one before it, and whether its author is named."""

    item: CitationItem
    reference: Reference | None
    separator: str
    named: bool


def arrange(
    items: Sequence[CitationItem], references: Mapping[str, Reference], after: Reference | None = None
) -> list[Piece]:
    """The items of a cluster in order, grouped by author; `after` stands before them: its author is not repeated."""
    pieces: list[Piece] = []
    for group in _grouped(_sorted(items, references), references):
        located = any(item.locator for item in group)
        for number, item in enumerate(group):
            reference = references.get(item.key)
            follows = not pieces and not item.prefix and _same_authors(after, reference)
            separator = ", " if number and not located else "; "
            pieces.append(Piece(item, reference, separator, not (number or follows or item.suppress_author)))
    return pieces


def _sorted(items: Sequence[CitationItem], references: Mapping[str, Reference]) -> list[CitationItem]:
    """Runs of items without words of their own, in the order of the list; an item with words of its own stays put."""
    runs: list[list[CitationItem]] = []
    for item in items:
        if runs and not _has_words(item) and not _has_words(runs[-1][-1]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [item for run in runs for item in sorted(run, key=lambda item: _position(item, references))]


def _grouped(items: Sequence[CitationItem], references: Mapping[str, Reference]) -> Iterator[list[CitationItem]]:
    """Works by the same authors together; none is fetched from behind an item with words of its own."""
    rest = list(items)
    while rest:
        first, *rest = rest
        run = [] if first.suffix else list(takewhile(lambda item: not _has_words(item), rest))
        authors = references.get(first.key)
        same = [_same_authors(authors, references.get(item.key)) for item in run]
        yield [first, *compress(run, same)]
        rest = [*(item for item, joined in zip(run, same, strict=True) if not joined), *rest[len(run) :]]


def _has_words(item: CitationItem) -> bool:
    return bool(item.prefix or item.suffix)


def _position(item: CitationItem, references: Mapping[str, Reference]) -> int:
    reference = references.get(item.key)
    return reference.position if reference else len(references)


def _same_authors(one: Reference | None, other: Reference | None) -> bool:
    """Whether two works are by exactly the same people: 'et al.' may stand for others, so their list entries decide."""
    return one is not None and other is not None and one.text.partition(" (")[0] == other.text.partition(" (")[0]

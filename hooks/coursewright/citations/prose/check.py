"""All checks of prose against the bibliography."""

import re
from collections.abc import Iterator, Sequence

from coursewright.bibliography import Bibliography
from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.model import Citation
from coursewright.citations.prose.advice import advise
from coursewright.citations.prose.beside import check_beside, disagrees
from coursewright.citations.prose.clusters import check_cluster
from coursewright.citations.prose.hand_typed import find_hand_typed
from coursewright.citations.prose.locators import check_locators
from coursewright.citations.prose.quotations import check_quotations
from coursewright.citations.prose.secondary import check_secondary, names_a_source_read
from coursewright.citations.prose.text import Prose
from coursewright.citations.prose.typed_lists import check_typed_lists
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.garbage import collection_paused
from coursewright.source import Placed

_SHOWN = 70
_LINE_END = re.compile(r"\n[ \t>]*")  # with the mark of a quotation on the next line


@collection_paused()
def check_prose(
    source: Placed, masked: str, citations: Sequence[Citation], bibliography: Bibliography
) -> tuple[Diagnostic, ...]:
    """What a text gets wrong about its sources.

    Citations typed by hand; authors and years beside a key that are not the work's; quotations that do not say where
    they are from; locators, clusters and secondary sources; typed lists of references. `masked` is the text with all
    that is no prose blanked, offsets kept; `citations` are those found in it, in order.
    """
    return tuple(_faults(Prose(source, masked, citations), bibliography))


def _faults(prose: Prose, bibliography: Bibliography) -> Iterator[Diagnostic]:
    index, citations = bibliography.authors, prose.citations
    yield from _check_hand_typed(prose, index)
    yield from check_typed_lists(prose)
    if citations:
        yield from check_beside(prose, index)
        yield from check_quotations(prose, bibliography)
    through = names_a_source_read(prose.masked)
    for citation in citations:
        if _says_more(citation):
            yield from check_locators(prose.source, citation, bibliography)
            yield from check_cluster(citation, index)
        if through:
            yield from check_secondary(prose, citation, index)


def _says_more(citation: Citation) -> bool:
    """Whether a citation is more than one key: most are no more, and can be wrong in nothing but the key."""
    item = citation.items[0]
    return len(citation.items) > 1 or item.locator is not None or bool(item.suffix)


def _check_hand_typed(prose: Prose, index: AuthorIndex) -> Iterator[Diagnostic]:
    """What is typed by hand; right before a key it may only be its author or year that is wrong."""
    source = prose.source
    starts = {citation.start: citation for citation in prose.citations}
    hints: dict[str, str] = {}
    for typed in find_hand_typed(prose, index):
        words = source.text[typed.start : typed.end]
        place = source.place(typed.start, typed.end)
        gap = len(source.text[typed.end : typed.end + 3]) - len(source.text[typed.end : typed.end + 3].lstrip())
        beside = starts.get(typed.end + gap)
        fault = disagrees(typed, beside, index) if beside else None
        if beside and fault:
            hint = f"write {beside.typed} alone, or another key"
            yield Diagnostic(Rule.CITATION_AGREES, place, fault, hint)
        else:
            if words not in hints:
                hints[words] = advise(typed)
            message = f"'{_shown(words)}' is a citation typed by hand."
            yield Diagnostic(Rule.CITATION_KEYED, place, message, hints[words])


def _shown(words: str) -> str:
    folded = " ".join(_LINE_END.sub(" ", words).split())
    return folded if len(folded) <= _SHOWN else f"{folded[: _SHOWN - 1]}…"

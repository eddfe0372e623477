"""`check(markdown)`: what prose gets wrong about its sources, as 'line:column+length [rule] message → hint'."""

from collections.abc import Callable

import pytest

from coursewright.bibliography import Bibliography
from coursewright.citations import scan_citations
from coursewright.citations.prose import check_prose
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source

Check = Callable[[str], list[str]]


def worded(found: Diagnostic) -> str:
    place = found.place
    return f"{place.line}:{place.column}+{place.length} [{found.rule.label}] {found.message} → {found.hint}"


@pytest.fixture(scope="session")
def check(bibliography: Bibliography) -> Check:
    def checked(markdown: str) -> list[str]:
        source, masked = Source("page.md", markdown), mask(markdown)
        told: list[Diagnostic] = []
        citations = scan_citations(source, masked, told.append, bibliography)
        told += check_prose(source, masked, citations, bibliography)
        return [worded(found) for found in told]

    return checked

"""This course's bibliography, read and formatted once."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coursewright.bibliography import Bibliography, Reference, compile_references, open_store, read_bibliography
from coursewright.citations import Citation, check_citations, scan_citations
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source

BIB = Path(__file__).resolve().parents[2] / "bib"
Scan = Callable[[str], tuple[tuple[Citation, ...], list[Diagnostic]]]


@pytest.fixture(scope="session")
def bibliography() -> Bibliography:
    text = (BIB / "references.bib").read_text("utf-8")
    return read_bibliography([Source("bib/references.bib", text)], lambda _: None)


@pytest.fixture(scope="session")
def references(bibliography: Bibliography) -> Mapping[str, Reference]:
    store = open_store(BIB / "references.lock.json", None, lambda _: None)
    return compile_references(bibliography, BIB / "apa.csl", store)


@pytest.fixture(scope="session")
def scan(bibliography: Bibliography) -> Scan:
    """Markdown → its citations, and all that is told of them."""

    def scanned(markdown: str) -> tuple[tuple[Citation, ...], list[Diagnostic]]:
        told: list[Diagnostic] = []
        citations = scan_citations(Source("page.md", markdown), mask(markdown), told.append, bibliography)
        return citations, [*told, *check_citations(citations, bibliography)]

    return scanned

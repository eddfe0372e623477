"""Citations: found in Markdown, checked against the bibliography, rendered in the text and as lists of works."""

from coursewright.citations.check import check_citations, describe, unknown_key
from coursewright.citations.met import Met
from coursewright.citations.model import Citation, CitationItem, CitationKind, Locator
from coursewright.citations.reference_list import render_reference_list, render_reference_list_text
from coursewright.citations.render import render_citation, render_citation_text
from coursewright.citations.scan import find_bibliography_commands, scan_citations
from coursewright.citations.worded import render_notes

__all__ = [
    "Citation",
    "CitationItem",
    "CitationKind",
    "Locator",
    "Met",
    "check_citations",
    "describe",
    "find_bibliography_commands",
    "render_citation",
    "render_citation_text",
    "render_notes",
    "render_reference_list",
    "render_reference_list_text",
    "scan_citations",
    "unknown_key",
]

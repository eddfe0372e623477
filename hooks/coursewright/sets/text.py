"""A short text of the course as a sheet needs it: citations in words, no links; as Markdown, as words, as HTML."""

import re
from dataclasses import dataclass
from html import unescape

from coursewright.bibliography import Reference
from coursewright.citations import render_citation_text, scan_citations
from coursewright.course import Course
from coursewright.fragments import silent
from coursewright.inline_markdown import inline, plain
from coursewright.markdown_mask import mask
from coursewright.source import Source

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"([\\`*_\[\]<>])")
_ITALIC = re.compile(r"</?em>")
_TAG = re.compile(r"<[^<>]+>")


@dataclass(frozen=True)
class Text:
    """One short text as Markdown, as words without markup, and as HTML; citations are in words in all three."""

    markdown: str
    plain: str
    html: str


def text(course: Course, markdown: str) -> Text:
    """A line of Markdown: a stem, an instruction, a note."""
    source = Source("", markdown)
    done: list[str] = []
    at = 0
    for citation in scan_citations(source, mask(markdown), silent, course.references) if "@" in markdown else ():
        done += [markdown[at : citation.start], _escaped(render_citation_text(citation, course.references))]
        at = citation.end
    words = _LINK.sub(r"\1", "".join([*done, markdown[at:]]))
    return Text(words, plain(words), inline(words))


def reference_text(reference: Reference) -> Text:
    """An entry of the list of works."""
    italic = _ITALIC.sub("\ue000", reference.html)
    markdown = _escaped(unescape(_TAG.sub("", italic))).replace("\ue000", "*")
    return Text(markdown, reference.text, reference.html)


def _escaped(words: str) -> str:
    """Plain words as Markdown that shows them as they are."""
    return _MARKS.sub(r"\\\1", words)

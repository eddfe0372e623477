"""A short text of the course as a sheet needs it: citations in words, no links; as Markdown, words, HTML and runs."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape, unescape

from coursewright.bibliography import Reference
from coursewright.citations import render_citation_text
from coursewright.course import Course
from coursewright.inline_markdown import inline, plain
from coursewright.sets.numbers import Numbers

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKS = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;))")
_ITALIC = re.compile(r"</?em>")
_TAG = re.compile(r"<[^<>]+>")
_ELEMENT = re.compile(r'<(/?)(\w+)(?: href="([^"]*)")?[^<>]*>')


@dataclass(frozen=True)
class Run:
    """Words in one manner of type. `marks` are names of elements around them, such as 'em'; `address` is a link's."""

    words: str
    marks: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class Text:
    """One short text as Markdown, as words without markup, and as HTML; citations are in words in all three."""

    markdown: str
    plain: str
    html: str

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words with their emphasis and links, for files that are neither Markdown nor HTML."""
        return tuple(_runs(self.html))


def text(course: Course, markdown: str, numbers: Numbers | None = None) -> Text:
    """A line of Markdown: a stem, an instruction, a note. Works are cited by the `numbers` of a list, if it has any."""
    done: list[str] = []
    at = 0
    for citation in course.citations_in(markdown):
        words = numbers.cited(citation) if numbers else ""
        done += [markdown[at : citation.start], _escaped(words or render_citation_text(citation, course.references))]
        at = citation.end
    whole = _LINK.sub(r"\1", "".join([*done, markdown[at:]]))
    return Text(whole, plain(whole), inline(whole))


def reference_text(reference: Reference, label: str = "") -> Text:
    """An entry of the list of works, after its `label` if it has one."""
    italic = _ITALIC.sub("\ue000", reference.html)
    markdown = _escaped(unescape(_TAG.sub("", italic))).replace("\ue000", "*")
    entry = Text(markdown, reference.text, reference.html)
    if not label:
        return entry
    number = in_words(label)  # '1.' would begin a list in Markdown
    return joined((replace(number, markdown=re.sub(r"\.$", r"\\.", number.markdown)), entry), " ")


def in_words(words: str) -> Text:
    """Words without markup, which look the same in every kind of file."""
    return Text(_escaped(words), words, escape(words, quote=False))


def joined(texts: Iterable[Text], between: str) -> Text:
    """Several texts as one, with the same words between them."""
    parts = tuple(texts)
    return Text(
        _escaped(between).join(part.markdown for part in parts),
        between.join(part.plain for part in parts),
        escape(between, quote=False).join(part.html for part in parts),
    )


def _runs(html: str) -> Iterator[Run]:
    """Inline HTML of our own making, taken apart."""
    opened: list[tuple[str, str]] = []
    at = 0
    for found in (*_ELEMENT.finditer(html), None):
        words = unescape(html[at : found.start() if found else None])
        if words:
            names = (name for name, _ in opened if name not in ("a", "span"))
            yield Run(words, tuple(dict.fromkeys(names)), next((href for _, href in opened if href), ""))
        if found is None:
            return
        closing, name, href = found.groups()
        if not closing and name != "br":
            opened.append((name, unescape(href or "")))
        elif closing and opened:
            opened.pop()
        at = found.end()


def _escaped(words: str) -> str:
    """Plain words as Markdown that shows them as they are."""
    return _MARKS.sub(r"\\\1", words)

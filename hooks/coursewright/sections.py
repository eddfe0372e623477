"""A page's HTML as sections of plain text, for the search index of the site.

Expressions, not a parser: on a whole course that is a tenth of the cost, and the HTML is what a Markdown parser made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_START = re.compile(
    r'<h([1-6])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>|<div id="([^"]+)"><dt>(.*?)(?=<span class="cw-also">|</dt>)',
    re.DOTALL,
)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|svg|header)\b.*?</\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Section:
    """A heading and the text below it; the text before the first heading has neither `anchor` nor `heading`."""

    anchor: str
    heading: str
    text: str


def read_sections(html: str) -> Iterator[Section]:
    """The sections of a page in order, those without any words left out."""
    anchor = heading = ""
    at = 0
    for match in _START.finditer(html):
        yield from _section(anchor, heading, html[at : match.start()])
        anchor, heading = match[2] or match[4], plain_text(match[3] or match[5])
        at = match.end()
    yield from _section(anchor, heading, html[at:])


def _section(anchor: str, heading: str, html: str) -> Iterator[Section]:
    text = plain_text(html)
    if text or heading:
        yield Section(anchor, heading, text)


def plain_text(html: str) -> str:
    """The words of HTML, with one space where an element that is not part of a line begins or ends."""
    text = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", html)))
    return " ".join(unescape(text).split())

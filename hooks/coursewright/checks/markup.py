"""Markdown that would be printed as typed, or that says nothing to those who hear a page."""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Diagnostic, Rule
from coursewright.fragments import Fragment
from coursewright.markdown_mask import open_fence, without_code

_NOTE = re.compile(r"\[\^(?P<name>[^\[\]\s]{1,100})\](?!:)")
_NOTE_TEXT = re.compile(r"^ {0,3}\[\^(?P<name>[^\[\]\s]{1,100})\]:", re.M)
_IMAGE = re.compile(r"!\[\s*\][(\[]")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|(?P<image><img\b(?![^<>]*\salt\s*=))", re.I | re.S)
_HEADING = re.compile(r"^(?P<marks>#{1,6})(?P<text>[^\n]*)$", re.M)


def check_markup(fragment: Fragment, title: str) -> Iterator[Diagnostic]:
    """The Markdown of a page or reusable block; `title` is the one in a page's front matter."""
    source = fragment.source
    if (at := open_fence(source.text)) is not None:
        message = "This code is not closed: the rest of the page would be taken for code."
        yield Diagnostic(Rule.BLOCK_CLOSED, source.place(at), message, "close it with a line of the same marks")
    yield from _check_images(fragment)
    if source.path.startswith("docs/"):
        yield from _check_notes(fragment)
        yield from _check_headings(fragment, bool(title))


def _check_images(fragment: Fragment) -> Iterator[Diagnostic]:
    """Images without words, in Markdown and in HTML; and a comment that is left open, which would hold them."""
    source, spans = fragment.source, []
    for image in re.finditer(r"!\[", fragment.masked):
        if match := _IMAGE.match(source.text, image.start()):
            spans.append((match.start(), match.end() - 1))
    if "<!--" in source.text or "<img" in source.text.lower():
        text = without_code(source.text)
        for tag in _TAG.finditer(text, fragment.start):
            if tag["image"]:
                spans.append(tag.span())
            elif not tag[0].endswith("-->"):
                message = "This comment is not closed: the rest of the page would be taken for a comment."
                place = source.place(tag.start(), tag.start() + 4)
                yield Diagnostic(Rule.BLOCK_CLOSED, place, message, "close it with '-->'")
    for start, end in spans:
        hint = 'say what it shows: ![…](…); one that only decorates is written \'<img src="…" alt="">\''
        yield Diagnostic(Rule.IMAGE_DESCRIBED, source.place(start, end), "This image has no words.", hint)


def _check_notes(fragment: Fragment) -> Iterator[Diagnostic]:
    written = {match["name"] for match in _NOTE_TEXT.finditer(fragment.masked)}
    for note in _NOTE.finditer(fragment.masked):
        if note["name"] not in written:
            message, hint = f"There is no footnote '{note['name']}'.", f"write '[^{note['name']}]: …' below the text"
            yield Diagnostic(Rule.LINK_KNOWN, fragment.source.place(*note.span("name")), message, hint)


def _check_headings(fragment: Fragment, titled: bool) -> Iterator[Diagnostic]:
    """Headings below the title, each at most one level below the heading before it."""
    above, typed = int(titled), fragment.source.text
    for heading in _HEADING.finditer(fragment.masked):
        level, place = len(heading["marks"]), fragment.source.place(*heading.span("marks"))
        if not typed[heading.start("text") : heading.end("text")].strip(" \t#"):
            message, hint = "This heading is empty.", "write it, or remove it"
        elif level == 1 and above:
            message, hint = "The page has its title already.", "write '## …'"
        elif level > above + 1:
            message, hint = "This heading leaves out a level.", f"write '{'#' * (above + 1)} …'"
        else:
            message, hint = "", ""
        if message:
            yield Diagnostic(Rule.HEADING_ORDERED, place, message, hint)
        above = max(level, 1)

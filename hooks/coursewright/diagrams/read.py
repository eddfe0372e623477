"""Reading a diagram, and what a diagram may hold: shapes and words, nothing that runs or is fetched."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.diagrams.draw import markup
from coursewright.diagrams.svg import Element, read_svg
from coursewright.model import Diagram
from coursewright.source import Source, suggest

FOLDER = "docs/assets/diagrams"
_ELEMENTS = frozenset(
    "g defs symbol use title desc path line polyline polygon rect circle ellipse text tspan marker clipPath".split()
)
_PAINTS = frozenset("fill stroke color stop-color".split())
_PLAIN_PAINT = re.compile(r"none|currentcolor|inherit|transparent|context-(?:fill|stroke)|url\(#[^)]*\)", re.I)
_REFERENCE = re.compile(r"url\(\s*(?!['\"]?#)", re.I)
_VIEW_BOX = re.compile(r"-?[\d.]+[\s,]+-?[\d.]+[\s,]+(?P<width>[\d.]+)[\s,]+(?P<height>[\d.]+)")


def read_diagram(source: Source, report: Report) -> Diagram | None:
    """The diagram in a file of `FOLDER`; None where it can't be shown. What is wrong with it is told."""
    top = read_svg(source, report)
    if top is None:
        return None
    box = _VIEW_BOX.fullmatch(top.attributes.get("viewBox", "").strip())
    unsound = [*_check_form(source, top, bool(box)), *_check_inert(source, top)]
    for diagnostic in (*unsound, *_check_described(source, top), *_check_themed(source, top)):
        report(diagnostic)
    if unsound or box is None:
        return None
    name = PurePosixPath(source.path).stem
    return Diagram(name, top.words("title"), top.words("desc"), float(box["width"]), markup(top))


def _place(source: Source, element: Element, attribute: str = "") -> Place:
    """Where an element begins, or one of its attributes."""
    if not attribute:
        return source.place(element.at, element.at + 1 + len(element.tag))
    at = source.text.index(attribute, element.at + 1 + len(element.tag))
    return source.place(at, at + len(attribute))


def _check_form(source: Source, top: Element, sized: bool) -> Iterator[Diagnostic]:
    if top.tag != "svg":
        message, hint = f"The file holds '{top.tag}', not a drawing.", "its outermost element is '<svg …>'"
        yield Diagnostic(Rule.DIAGRAM_VALID, _place(source, top), message, hint)
    elif not sized:
        message, hint = "The drawing does not say how large it is.", "write 'viewBox=\"0 0 360 240\"': width and height"
        yield Diagnostic(Rule.DIAGRAM_VALID, _place(source, top), message, hint)


def _check_inert(source: Source, top: Element) -> Iterator[Diagnostic]:
    for element in top.walk():
        if element.tag not in _ELEMENTS and element is not top:
            message = f"A diagram can't hold '{element.tag}'."
            hint = suggest(element.tag, _ELEMENTS) or "it holds shapes and text; a drawing program can save plain SVG"
            yield Diagnostic(Rule.DIAGRAM_INERT, _place(source, element), message, hint)
        for name, value in element.attributes.items():
            if fault := _fault(name, value):
                yield Diagnostic(Rule.DIAGRAM_INERT, _place(source, element, name), *fault)


def _fault(name: str, value: str) -> tuple[str, str] | None:
    """What is wrong with an attribute, and the fix."""
    if name.lower().startswith("on"):
        return f"A diagram can't run a script ('{name}').", "remove the attribute"
    if name == "style":
        return "A diagram can't bring a style of its own: pages refuse it.", "use classes; the manual lists them"
    if name.rpartition(":")[2] in ("href", "src") and not value.startswith("#"):
        return f"A diagram can't fetch '{value}'.", "refer to an element of the same file: '#its-id'"
    if _REFERENCE.search(value):
        return f"A diagram can't refer to another file ('{value}').", "refer to an element of the same file: 'url(#id)'"
    if ":" in name and not name.startswith(("xmlns", "xml:", "xlink:")):
        return f"'{name}' means something to a drawing program alone.", "save the file as plain SVG"
    return None


def _check_described(source: Source, top: Element) -> Iterator[Diagnostic]:
    for tag, what in (("title", "title"), ("desc", "description in words")):
        if not top.words(tag):
            message, hint = f"The diagram has no {what}.", f"write '<{tag}>…</{tag}>' directly below '<svg …>'"
            yield Diagnostic(Rule.DIAGRAM_DESCRIBED, _place(source, top), message, hint)


def _check_themed(source: Source, top: Element) -> Iterator[Diagnostic]:
    for element in top.walk():
        for name, value in element.attributes.items():
            if name in _PAINTS and not _PLAIN_PAINT.fullmatch(value.strip()):
                message, hint = f"The colour '{value}' is the same on a dark page.", "use a class, or 'currentColor'"
                yield Diagnostic(Rule.DIAGRAM_THEMED, _place(source, element, name), message, hint)

"""Writing a diagram into a page: ids made its own, title and description tied to the drawing."""

import re
from html import escape

from coursewright.diagrams.svg import Element
from coursewright.model import Diagram

_ID = "\ue020"  # stands before each id until the diagram's place on a page is known
_TITLE, _DESC = "the-title", "the-desc"
_LISTS = frozenset(("aria-labelledby", "aria-describedby"))
_LOCAL = re.compile(r"url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)", re.I)
_HOLDS_TEXT = frozenset(("text", "tspan", "title", "desc"))


def draw(diagram: Diagram, prefix: str) -> str:
    """The drawing as HTML without line ends; `prefix` begins each of its ids and is unique on the page."""
    return diagram.markup.replace(_ID, f"{prefix}-")


def markup(top: Element) -> str:
    """An SVG tree as HTML holds it, on one line. Screen readers take it for an image with a name and a description."""
    head = f'<svg viewBox="{escape(top.attributes["viewBox"])}" role="img" {_named("labelledby", _TITLE)}'
    inner = "".join(_written(part, top) for part in top.inner)
    return f"{head} {_named('describedby', _DESC)}>{inner}</svg>"


def _named(relation: str, target: str) -> str:
    return f'aria-{relation}="{_ID}{target}"'


def _written(part: Element | str, parent: Element) -> str:
    if isinstance(part, str):
        return escape(" ".join(part.split("\n")), quote=False) if parent.tag in _HOLDS_TEXT else ""
    attributes = dict(part.attributes)
    if parent.tag == "svg" and part.tag in ("title", "desc"):
        attributes["id"] = _TITLE if part.tag == "title" else _DESC
    pairs = "".join(f' {name}="{escape(_own(name, value))}"' for name, value in attributes.items() if _kept(name))
    inner = "".join(_written(one, part) for one in part.inner)
    return f"<{part.tag}{pairs}>{inner}</{part.tag}>"


def _kept(name: str) -> bool:
    return not name.startswith("xmlns") and not name.startswith("xml:")


def _own(name: str, value: str) -> str:
    """The value of an attribute with every id in it marked."""
    if name == "id":
        return _ID + value
    if name.rpartition(":")[2] == "href":
        return f"#{_ID}{value.removeprefix('#')}"
    if name in _LISTS:
        return " ".join(_ID + one for one in value.split())
    return _LOCAL.sub(rf"url(#{_ID}\1)", value)

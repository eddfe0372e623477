"""Small pieces of HTML, and Markdown wrapped in elements."""

import re
from collections.abc import Iterable
from html import escape

from coursewright.inline_markdown import inline as inline
from coursewright.inline_markdown import plain as plain
from coursewright.pieces import mark

_SLASHES = re.compile(r"^ {0,3}(/{3,})", re.M)


def element(tag: str, kind: str, *inner: str, **attributes: str) -> str:
    """An element of a class around HTML; attribute values are escaped, a trailing underscore of a name is dropped."""
    pairs = {"class": kind, **attributes}
    text = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in pairs.items() if value)
    return f"<{tag}{text}>{''.join(inner)}</{tag}>"


def paragraph(kind: str, html: str) -> str:
    """A paragraph of a class; nothing where it would be empty."""
    return element("p", kind, html) if html else ""


def items(htmls: Iterable[str], tag: str = "ul", kind: str = "") -> str:
    """A list of entries that are HTML; nothing where there are none."""
    inner = "".join(f"<li>{html}</li>" for html in htmls)
    return element(tag, kind, inner) if inner else ""


def link(address: str, html: str) -> str:
    return element("a", "", html, href=address)


def heading(level: int, title: str) -> str:
    """A Markdown heading; HTML in its words is shown as text."""
    return f"\n\n{'#' * level} {escape(title, quote=False)}\n"


def wrap(spec: str, markdown: str) -> str:
    """Markdown inside an element ('aside.cw.cw-pause'), as a block whose slashes outnumber those inside it."""
    marks = fence(markdown)
    return f"\n{marks} html | {spec}\n\n{markdown.strip()}\n\n{marks}\n"


def fence(markdown: str) -> str:
    """Slashes for a block that encloses this Markdown: one more than the longest fence in it."""
    return "/" * (1 + max((len(match[1]) for match in _SLASHES.finditer(markdown)), default=2))


def raw(html: str, searchable: bool = True) -> str:
    """HTML that stands between Markdown paragraphs; what only repeats other pages is not searchable."""
    return mark(html, searchable)

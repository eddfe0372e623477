"""Small pieces of HTML, and Markdown wrapped in elements."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt

from coursewright.pieces import mark

_SLASHES = re.compile(r"^ {0,3}(/{3,})", re.M)
_INLINE = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["replacements", "smartquotes"])


@lru_cache(maxsize=8192)
def inline(markdown: str) -> str:
    """One line of Markdown as HTML, with typographic quotes; HTML in it is shown as text."""
    return str(_INLINE.renderInline(markdown)).replace("\n", " ")


def plain(markdown: str) -> str:
    """The text of one line of Markdown, without markup."""
    tokens = _INLINE.parseInline(markdown)[0].children or []
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)


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

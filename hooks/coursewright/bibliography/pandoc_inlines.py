"""Pandoc's inline elements as HTML and as plain text. Only http and https addresses become links."""

from collections.abc import Iterable
from html import escape
from typing import Any

_TAGS = {"Emph": "em", "Strong": "strong", "Superscript": "sup", "Subscript": "sub"}
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}


def to_html(inlines: Iterable[Any]) -> str:
    """Inline elements as HTML."""
    return "".join(_html(inline) for inline in inlines)


def to_plain(inlines: Iterable[Any]) -> str:
    """Inline elements as text without markup."""
    return "".join(_plain(inline) for inline in inlines)


def _html(inline: Any) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{to_html(content)}</{_TAGS[kind]}>"
    if kind == "Link" and content[2][0].startswith(("https://", "http://")):
        return f'<a href="{escape(content[2][0])}">{to_html(content[1])}</a>'
    if kind == "Quoted":
        opening, closing = _QUOTES[content[0]["t"]]
        return f"{opening}{to_html(content[1])}{closing}"
    return to_html(_children(inline)) or escape(_plain(inline), quote=False)


def _plain(inline: Any) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Code", "Math"):
        return str(content[1])
    if kind == "Quoted":
        opening, closing = _QUOTES[content[0]["t"]]
        return f"{opening}{to_plain(content[1])}{closing}"
    return _SPACES.get(kind, "") + to_plain(_children(inline))


def _children(inline: Any) -> list[Any]:
    """The inlines inside an element; none for those that hold text."""
    kind, content = inline["t"], inline.get("c")
    if kind in ("Span", "Link", "Cite", "Quoted", "Image"):
        return list(content[1])
    return list(content) if kind in (*_TAGS, "SmallCaps", "Strikeout", "Underline") else []

"""Text that is dropped into Markdown and must come out as it is: what HTML or Markdown would read is an entity."""

import re
from html import escape
from urllib.parse import quote

_MARKS = re.compile(r"[\\`*_{}\[\]<>#+!|~^=$@:]")


def protected(text: str) -> str:
    """Plain text as HTML in which no character means anything to Markdown or its extensions."""
    parts = text.split("&")
    return "&amp;".join(_MARKS.sub(lambda match: f"&#{ord(match[0])};", part) for part in parts)


def fragment(anchor: str) -> str:
    """An id as the value of href: '#' and the id, with what an address can't hold encoded."""
    return "#" + escape(quote(anchor, safe="/:?@!$&'()*+,;=~.-_"))

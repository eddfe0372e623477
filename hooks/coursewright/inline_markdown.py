"""One line of Markdown as HTML and as words."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt

_UNMARKED = re.compile(r"(?:[^\W_]|[ ’‘“”–—/%]|[.,;:?-](?![.,;:?!-]))*")
"""Words that neither Markdown nor typography changes: most stems, and nearly all titles."""
_INLINE = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(["replacements", "smartquotes"])


@lru_cache(maxsize=8192)
def inline(markdown: str) -> str:
    """One line of Markdown as HTML, with typographic quotes; HTML in it is shown as text."""
    if _UNMARKED.fullmatch(markdown):
        return markdown
    return str(_INLINE.renderInline(markdown)).replace("\n", " ")


def plain(markdown: str) -> str:
    """The text of one line of Markdown, without markup."""
    if _UNMARKED.fullmatch(markdown):
        return markdown
    tokens = _INLINE.parseInline(markdown)[0].children or []
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)

"""Finished HTML inside Markdown: marked while a page is woven, so that a host may keep it out of its Markdown parser.

A Markdown parser reads every tag of raw HTML only to give it back; for the long lists of a lesson that costs more than
the lesson. `whole` gives Markdown with the HTML in it, for any host; `without` and `put_back` take it out and put it
back. Both ways end in the same page.
"""

import re
from dataclasses import dataclass

_MARKED = re.compile("[\ue010\ue011](?P<html>[^\ue010-\ue012]*)\ue012")
_FOUND, _QUIET, _END = "\ue010", "\ue011", "\ue012"
_ID = re.compile(r' id="([^"]+)"')
_STUB = re.compile(r'<div data-piece="(\d+)"></div>')


def mark(html: str, searchable: bool) -> str:
    """HTML between paragraphs of Markdown. What is not searchable is a list of what other pages hold."""
    return f"\n\n{_FOUND if searchable else _QUIET}{html}{_END}\n\n"


def whole(marked: str) -> str:
    """Markdown with its HTML in place."""
    return _MARKED.sub(lambda match: match["html"], marked)


@dataclass(frozen=True)
class Pieces:
    """HTML taken out of a page, by number: what its search index should hold, and the rest."""

    searchable: dict[str, str]
    quiet: dict[str, str]

    @property
    def anchors(self) -> set[str]:
        """The ids in them, which links may lead to."""
        return {found for html in (*self.searchable.values(), *self.quiet.values()) for found in _ID.findall(html)}


def without(marked: str) -> tuple[str, Pieces]:
    """Markdown with an empty element for each piece of HTML, and the pieces."""
    pieces = Pieces({}, {})

    def take(match: re.Match[str]) -> str:
        number = str(len(pieces.searchable) + len(pieces.quiet))
        (pieces.searchable if match[0][0] == _FOUND else pieces.quiet)[number] = match["html"]
        return f'<div data-piece="{number}"></div>'

    return _MARKED.sub(take, marked), pieces


def put_back(html: str, pieces: dict[str, str]) -> str:
    """HTML with these pieces in their places."""
    return _STUB.sub(lambda match: pieces.get(match[1], match[0]), html)

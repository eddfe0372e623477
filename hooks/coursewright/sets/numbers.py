"""Works by number on a sheet, in a style that numbers them: '[1]' in a question is '[1]' in the sheet's list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from coursewright.bibliography import Wording
from coursewright.citations import Citation
from coursewright.citations.met import Met
from coursewright.citations.worded import WordedPainter
from coursewright.course import Course

_RAISED = re.compile(r"(</?)sup>")
_TAG = re.compile(r"<[^<>]+>")


@dataclass(frozen=True)
class Numbers:
    """The works that one sheet lists, in its order; the first has the number 1."""

    course: Course
    wording: Wording
    keys: tuple[str, ...]

    def cited(self, citation: Citation) -> str:
        """A citation in words, such as 'Bordin [1, p. 255]'; empty where a work of it is not in the list."""
        if not all(item.key in self.keys for item in citation.items):
            return ""
        numbers = {key: number for number, key in enumerate(self.keys, 1)}
        painter = WordedPainter(self.wording, self.course.references, _unlinked, str, Met(numbers=numbers))
        return unescape(_TAG.sub("", _RAISED.sub(_bracket, painter.paint(citation))))

    def label(self, key: str) -> str:
        """What stands before a work in the list: '[1]' as in the text, or '1.' where numbers stand bare there."""
        before, number = self.wording.before, self.keys.index(key) + 1
        return f"{before}{number}{self.wording.after}" if before else f"{number}."


def numbers_for(course: Course, keys: Iterable[str]) -> Numbers | None:
    """The numbers of works in this order; None in a style that has none."""
    listed = tuple(keys)
    wording = next((course.references[key].wording for key in listed), None)
    return Numbers(course, wording, listed) if wording and wording.kind == "number" else None


def _unlinked(item: object, html: str) -> str:
    return html


def _bracket(raised: re.Match[str]) -> str:
    """A raised number would stick to its word where a sheet is plain text."""
    return "[" if raised[1] == "<" else "]"

"""A page in a sentence, as search engines and previews show it."""

import re

from coursewright.course import Course
from coursewright.fragments import Fragment
from coursewright.listing import plain_text

LONGEST = 160
"""Characters that search engines show of a description; they cut what is longer."""

_NOT_PROSE = re.compile(r"[#|>*+\-<{!:\\`~]|\d+[.)]\s|\[\^|\\")
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_SENTENCE = re.compile(r".+?[.!?…][\"”’')\]]*(?=\s+[\"“‘'(]*[A-ZÀ-Þ]|\s*\Z)", re.S)


def describe(course: Course, path: str) -> str:
    """The description in a page's front matter, or else its first sentence; as plain words, '' where there are none."""
    page = course.pages[path]
    if page.description:
        return plain_text(course, page.description)
    return _first_sentence(course, course.fragments[path]) if path in course.fragments else ""


def _first_sentence(course: Course, fragment: Fragment) -> str:
    for paragraph in re.split(r"\n[ \t]*\n", _outside_blocks(fragment)):
        text = _ATTRIBUTES.sub("", paragraph).strip()
        if text and not _NOT_PROSE.match(text):
            words = " ".join(plain_text(course, text).split())
            sentence = _SENTENCE.match(words)
            return sentence[0] if sentence else words
    return ""


def _outside_blocks(fragment: Fragment) -> str:
    """The Markdown between blocks: what they hold may be for facilitators alone."""
    parts, at = [], fragment.start
    for block in fragment.blocks:
        parts.append(fragment.source.text[at : block.start])
        at = block.end
    return "\n\n".join([*parts, fragment.source.text[at:]])


def shortened(text: str, longest: int = LONGEST) -> str:
    """`text`, or as many whole words of it as fit with an ellipsis behind them."""
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:–—-(") + "…"

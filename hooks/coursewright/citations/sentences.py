"""Where a sentence begins, as far as the characters before a place tell."""

import re

_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#]|\d+[.)]))|[.!?…][\"”’)*_]*\s)"  # text, paragraph, list item, full stop
    r"\s*(?:(?:[-*+>]|#+|\d+[.)])[ \t]+)*[*_\"“‘(]*\Z"
)
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|cf|vs|al|Dr|Mrs?|Ms|Prof|St|[A-Z])\.\s+\Z")
_MARKS = ' \t*_"“‘('
_INSIDE = ",;:@[]&"
_WINDOW = 100


def opens_sentence(text: str, at: int) -> bool:
    """Whether what stands at an offset opens a sentence."""
    before = text[max(0, at - _WINDOW) : at]
    last = before.rstrip(_MARKS)[-1:]
    if last.isalpha() or (last and last in _INSIDE):
        return False  # most names are told by the word before them
    if at > _WINDOW:
        before = f"x{before[1:]}"  # the window does not begin the text
    return bool(_OPENING.search(before)) and not _ABBREVIATED.search(before)

"""Where a sentence begins, as far as the characters before a place tell."""

import re

_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#]|\d+[.)]))|[.!?…][\"”’)*_]*\s)"  # text, paragraph, list item, full stop
    r"\s*(?:(?:[-*+>]|#+|\d+[.)])[ \t]+)*[*_\"“‘(]*\Z"
)
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|cf|vs|al|Dr|Mrs?|Ms|Prof|St|[A-Z])\.\s+\Z")
_MARKS = ' \t*_"“‘('
_ENDS = frozenset(".!?…”’)-+>#\n")
_WINDOW = 100


def opens_sentence(text: str, at: int) -> bool:
    """Whether what stands at an offset opens a sentence."""
    behind = at - 1
    while behind >= 0 and text[behind] in _MARKS:
        behind -= 1
    last = text[behind] if behind >= 0 else "\n"
    if last != "\n" and (last not in _ENDS or " " not in text[behind + 1 : at].replace("\t", " ")):
        return False  # most names are told by the character before them
    before = text[max(0, at - _WINDOW) : at]
    if at > _WINDOW:
        before = f"x{before[1:]}"  # the window does not begin the text
    return bool(_OPENING.search(before)) and not _ABBREVIATED.search(before)

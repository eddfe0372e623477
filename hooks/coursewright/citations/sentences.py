"""Where a sentence begins, as far as the characters before a place tell."""

import re

_OPENING = re.compile(
    r"(?:\A|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#]|\d+[.)]))|[.!?…][\"”’)*_]*\s)"  # text, paragraph, list item, full stop
    r"\s*(?:(?:[-*+>]|#+|\d+[.)])[ \t]+)*[*_\"“‘(]*\Z"
)
_STOPPED = re.compile(r"[.!?…]\s+[*_\"“‘(]*\Z")
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|cf|vs|al|Dr|Mrs?|Ms|Prof|St|[A-Z])\.\s+\Z")
_LONGEST_ABBREVIATION = 4
_ENDED = (*".!?…0123456789", "")  # before closing marks: a full stop, the number of an item, or more such marks
_CLOSERS = 8
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
    if last in ".\n" and _ABBREVIATED.search(text, max(0, behind - _LONGEST_ABBREVIATION - 1), at):
        return False
    if last in ".!?…" and _STOPPED.match(text, behind, at):
        return True
    if last in "”’)" and text[max(0, behind - _CLOSERS) : behind].rstrip('"”’)*_')[-1:] not in _ENDED:
        return False
    first = max(0, at - _WINDOW)
    if last in "-+>#":
        first = max(first, text.rfind("\n", first, behind))  # the mark of an item or a heading opens its line
    before = text[first:at]
    if first and before[0] != "\n":
        before = f"x{before[1:]}"  # the window does not begin the text
    return bool(_OPENING.search(before))

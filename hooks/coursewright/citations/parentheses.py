"""Citations typed inside parentheses of their own: '(@a)', '(see @a; @b, p. 3)' would be printed with two pairs."""

import re
from collections.abc import Iterator, Sequence

from coursewright.citations.model import Citation
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.source import Placed

_LEAD = r"(?:(?:see(?: also)?|cf\.|e\.g\.,?|i\.e\.,?|for example,?|also|but see),?\s+)*"
_OPENED = re.compile(rf"\(\s*{_LEAD}\Z", re.I)
_BETWEEN = re.compile(rf"(?P<locator>(?:,\s*pp?\.\s*[\d–-]+)?)\s*(?:;|,|&|\band\b)\s*(?:and\s+)?{_LEAD}", re.I)
_CLOSED = re.compile(r"(?:,\s*(?:pp?|chap|sec|para)\.\s*[\d–-]+)?\s*\)")
_WINDOW = 40


def check_parentheses(source: Placed, masked: str, citations: Sequence[Citation]) -> Iterator[Diagnostic]:
    """A diagnostic for each pair of parentheses that holds nothing but citations and what belongs to them."""
    at = 0
    while at < len(citations):
        first = last = at
        start = citations[first].start
        paren = masked.rfind("(", max(0, start - _WINDOW), start)
        opened = _OPENED.match(masked, paren, start) if paren >= 0 else None
        while opened and last + 1 < len(citations) and _joined(masked, citations[last], citations[last + 1]):
            last += 1
        closed = _CLOSED.match(masked, citations[last].end) if opened else None
        if opened and closed:
            inner = _inner(source.text, citations[first : last + 1], opened.start() + 1, closed.end() - 1)
            yield Diagnostic(
                Rule.CITATION_SYNTAX,
                source.place(opened.start(), closed.end()),
                "A citation brings its own parentheses; these would be double.",
                f"write [{inner}] without parentheses",
            )
        at = last + 1


def _joined(masked: str, one: Citation, other: Citation) -> bool:
    return other.start - one.end < _WINDOW and bool(_BETWEEN.fullmatch(masked, one.end, other.start))


def _inner(text: str, citations: Sequence[Citation], start: int, end: int) -> str:
    """What stands between the parentheses, as one cluster."""
    if len(citations) == 1 and citations[0].start == start and citations[0].end == end:
        return citations[0].typed.strip("[]").replace(" [", ", ")
    parts, at = [], start
    for number, citation in enumerate(citations):
        between = text[at : citation.start]
        parts.append(re.sub(r"\s*(?:,|&|\band\b)\s*\Z", "; ", between) if number else between)
        parts.append(citation.typed.strip("[]").replace(" [", ", ").replace("]", ""))
        at = citation.end
    return " ".join("".join([*parts, text[at:end]]).split())

"""Sentences of a question and what each asks: an open question, one for yes or no, an order, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from coursewright.wording.verbs import ORDERS

AUXILIARIES = (
    "is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|need|ought|dare"
)
_NEGATED = "(?:n't|n’t)"
_SUBJECT = (
    r"(?:not\s+)?(?:i|you|he|she|it|we|they|there|this|that|these|those|one|any\w*|some\w*|every\w*|no\s?\w*|the|an?|"
    r"his|her|its|their|our|your|my|all|both|each|either|most|many|few|two|three|[a-z][\w’'-]+)\b"
)
_WH = r"(?:what|which|who|whom|whose|why|how)"
_BEFORE = r"(?:(?:in|on|at|to|by|from|with|for|of|under|about|through|against|into|within|after|since|until|upon)\s+)?"
_LEAD = r"\s*(?:(?:and|or|but|so|then|now|also|yet|well|if so|if not|still)\b,?\s+)*"
_OPEN = re.compile(rf"{_LEAD}(?P<head>{_BEFORE}{_WH}\b|(?:to|from)?\s*(?:when|where)\s+(?:{AUXILIARIES})\b)")
_WEAK = re.compile(rf"{_LEAD}(?P<head>{_BEFORE}(?:when|where|whether)\b)")
_POLAR = re.compile(rf"{_LEAD}(?P<head>(?:{AUXILIARIES}){_NEGATED}?|(?:ca|wo|sha)n[’']t|cannot)\s+{_SUBJECT}")
_RELATIVE = re.compile(rf"{_LEAD}{_BEFORE}(?:which|who|whom|whose)\b(?!.*\b(?:{AUXILIARIES}){_NEGATED}?\s+\w)")
_CONDITION = re.compile(r"\s*(?:had|were|should)\b")
_ORDER = re.compile(
    r"\s*(?:(?:please|now|then|next|first|finally|and|together|briefly|alone)\b,?\s+)*(?P<head>[A-Za-z]+)"
)
_LEAD_IN = re.compile(
    r"\s*(?:to|if|in|for|with|using|given|when|while|after|before|from|on|as|without|drawing|working|leaving|at|by)\b",
)
_END = re.compile(r"[.?!…]+(?=\s|$)")
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|Dr|Mr|Mrs|Ms|Prof|St|al|pp?|No)|(?<![\w.])[A-Z])\.\Z")
_CLAUSE = re.compile(r"[^,;:()–—]+")


class Form(Enum):
    """How a sentence asks."""

    OPEN = "open"
    POLAR = "polar"
    ORDER = "order"
    NONE = "none"


@dataclass(frozen=True)
class Sentence:
    """A sentence at offset `start`, with its mark; `head` is the stretch of the word that makes it an ask.

    `typed` is how it is written, `text` the same in lower case, which is what patterns look at.
    """

    start: int
    typed: str

    @cached_property
    def text(self) -> str:
        return in_lower_case(self.typed)

    @property
    def end(self) -> int:
        return self.start + len(self.typed)

    @property
    def asks(self) -> bool:
        return self.form is not Form.NONE

    @property
    def is_question(self) -> bool:
        return self.text.rstrip().endswith("?")

    @property
    def form(self) -> Form:
        return self._main[0]

    @property
    def head(self) -> tuple[int, int]:
        """Offsets, in the whole text, of the words that ask."""
        return self.start + self._main[1], self.start + self._main[2]

    @property
    def rest(self) -> str:
        """The sentence from its head on."""
        return self.text[self._main[1] :]

    @property
    def typed_rest(self) -> str:
        return self.typed[self._main[1] :]

    def clauses(self) -> Iterator[tuple[int, str]]:
        return ((match.start(), match[0]) for match in _CLAUSE.finditer(self.text))

    @cached_property
    def _main(self) -> tuple[Form, int, int]:
        if self.is_question:
            return self._question() or self._order() or (Form.NONE, 0, 1)
        return self._order() or (Form.NONE, 0, 1)

    def _question(self) -> tuple[Form, int, int] | None:
        """The first clause that asks with a question word, else for yes or no; 'Had she left, what …' is open."""
        polar: tuple[Form, int, int] | None = None
        maybe: tuple[Form, int, int] | None = None
        for number, (at, clause) in enumerate(self.clauses()):
            if match := _OPEN.match(clause):
                found = Form.OPEN, at + match.start("head"), at + match.end("head")
                if not (number and _RELATIVE.match(clause)):
                    return polar if polar and not _CONDITION.match(self.text, polar[1]) else found
                maybe = maybe or found
            elif polar is None and (match := _POLAR.match(clause)):
                polar = Form.POLAR, at + match.start("head"), at + match.end("head")
            elif maybe is None and (match := _WEAK.match(clause)):
                maybe = Form.OPEN, at + match.start("head"), at + match.end("head")
        return polar or maybe

    def _order(self) -> tuple[Form, int, int] | None:
        """'Describe …', also behind a phrase that leads in: 'Without naming anyone, describe …'."""
        for number, (at, clause) in enumerate(self.clauses()):
            match = _ORDER.match(self.typed, at, at + len(clause))
            if match and match["head"].lower() in ORDERS:
                return Form.ORDER, *match.span("head")
            if number == 0 and not _LEAD_IN.match(clause):
                return None
        return None


def in_lower_case(text: str) -> str:
    """A text in lower case, of the same length, so that offsets are those of the text.

    Patterns that ignore case take three times as long as patterns of lower-case letters on such a text.
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(char.lower()[0] for char in text)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text whose quotations are blanked."""
    found, at = [], 0
    for match in _END.finditer(text):
        after = text[match.end() : match.end() + 3].lstrip()[:1]
        if match[0][0] in ".…" and (
            after.islower() or _SHORT.search(text, max(0, match.start() - 6), match.start() + 1)
        ):
            continue
        found.append(_sentence(text, at, match.end()))
        at = match.end()
    if text[at:].strip():
        found.append(_sentence(text, at, len(text)))
    return tuple(found)


def _sentence(text: str, start: int, end: int) -> Sentence:
    gap = len(text[start:end]) - len(text[start:end].lstrip())
    return Sentence(start + gap, text[start + gap : end])

"""A stem with the slots of one row filled: what is asked, each character of which still has its place."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from coursewright.blocks import SLOT
from coursewright.citations import CitationKind, scan_citations
from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.fragments import silent
from coursewright.markdown_mask import mask
from coursewright.model import Question, Row
from coursewright.phrase import Phrase
from coursewright.source import Source
from coursewright.wording.reading import Finding, Reading


@dataclass(frozen=True)
class Piece:
    """Characters `start` to `end` of what is asked, from offset `begin` of a phrase; `slot` is empty for the stem's."""

    start: int
    end: int
    phrase: Phrase
    begin: int
    slot: str = ""


@dataclass(frozen=True)
class Asked:
    """One row of a question in words, and where they come from."""

    question: Question
    row: Row
    reading: Reading
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return self.reading.text

    @property
    def prose(self) -> str:
        return self.reading.prose

    @property
    def values(self) -> Iterator[Piece]:
        """What stands in slots."""
        return (piece for piece in self.pieces if piece.slot)

    def place(self, start: int, end: int) -> Place:
        """Where a stretch was written: in the row, where it touches a value of the row, else in the stem."""
        touched = [piece for piece in self.pieces if piece.start < end and start < piece.end]
        piece = next((piece for piece in touched if piece.slot), touched[0] if touched else None)
        if piece is None:
            return self.question.stem.place(0, 1)
        first, last = max(start, piece.start), min(end, piece.end)
        return piece.phrase.place(piece.begin + first - piece.start, piece.begin + last - piece.start)

    @property
    def whole(self) -> Place:
        """Where a fault of the whole row is told: at the row's label, without rows at the stem's beginning."""
        return self.row.place if self.row.values else self.question.stem.place(0, 1)

    def fault(self, rule: Rule, span: tuple[int, int], message: str, hint: str) -> Diagnostic:
        return Diagnostic(rule, self.place(*span), message, hint)

    def told(self, finding: Finding) -> Diagnostic:
        """What was found in the words, with its place."""
        place = self.place(*finding.span) if finding.span else self.whole
        return Diagnostic(finding.rule, place, finding.message, finding.hint)


def fill_row(question: Question, row: Row, known: Container[str] = frozenset()) -> Asked | None:
    """What a row asks; None where a slot has no value, which is told elsewhere. `known`: citation keys."""
    values = {slot.name: phrase for slot, phrase in row.values}
    stem, at, text, pieces = question.stem, 0, "", list[Piece]()
    for match in [*SLOT.finditer(stem.text), None]:
        stop = match.start() if match else len(stem.text)
        if stop > at:
            pieces.append(Piece(len(text), len(text) + stop - at, stem, at))
            text += stem.text[at:stop]
        if match:
            if match[1] not in values:
                return None
            value = values[match[1]]
            pieces.append(Piece(len(text), len(text) + len(value.text), value, 0, match[1]))
            text, at = text + value.text, match.end()
    return Asked(question, row, _reading(question, text, tuple(pieces), known), tuple(pieces))


def fill_rows(question: Question, known: Container[str] = frozenset()) -> tuple[Asked, ...]:
    """Every row of a question that can be filled."""
    return tuple(asked for row in question.rows if (asked := fill_row(question, row, known)))


def _reading(question: Question, text: str, pieces: tuple[Piece, ...], known: Container[str]) -> Reading:
    found = scan_citations(Source("", text), mask(text), silent, known) if "@" in text else ()
    cited = tuple((item.start, item.end, item.kind is CitationKind.NARRATIVE) for item in found)
    slots = tuple((piece.start, piece.end) for piece in pieces if piece.slot)
    return Reading(text, slots, cited, question.process, question.sharing, bool(question.alternative))

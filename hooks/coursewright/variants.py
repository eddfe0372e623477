"""Variants: every question × row × format, in the order of the bank. One axis changes at a time."""

from collections.abc import Iterable, Iterator, Mapping

from coursewright.model import Format, Question, Variant
from coursewright.questions import filled


def variants_of(question: Question, formats: Mapping[str, Format]) -> Iterator[Variant]:
    """The variants of one question, by format and then by row; formats that are not defined are left out."""
    for ref in question.formats:
        if format_ := formats.get(ref.name):
            for row in question.rows:
                yield Variant(question, row, format_, filled(question, row))


def variants(questions: Iterable[Question], formats: Mapping[str, Format]) -> tuple[Variant, ...]:
    return tuple(variant for question in questions for variant in variants_of(question, formats))

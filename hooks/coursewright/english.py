"""Small matters of English."""

from collections.abc import Sequence


def count(number: int, noun: str) -> str:
    """'1 question', '9 questions'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(words: Sequence[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))

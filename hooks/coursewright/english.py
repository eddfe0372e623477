"""Small matters of English."""


def count(number: int, noun: str) -> str:
    """'1 question', '9 questions'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

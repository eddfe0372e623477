"""Letters that can't be printed."""

from collections.abc import Iterable


class MissingLettersError(ValueError):
    """A PDF needs a font for every letter, and some letters have none; the message says which, and what to do."""

    def __init__(self, letters: Iterable[str]) -> None:
        self.letters = tuple(dict.fromkeys(letters))
        shown = " ".join(f"'{letter}'" for letter in self.letters)
        super().__init__(
            f"No font here has {shown}, so that there can be no PDF. Print to docx or html, which use the fonts of "
            "those who read them, or install a font with these letters."
        )

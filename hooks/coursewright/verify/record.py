"""What a catalogue says of a work, whichever catalogue it is."""

from dataclasses import dataclass

from coursewright.bibliography.names import CslName


@dataclass(frozen=True)
class Record:
    """One work in a catalogue, in plain text. What the catalogue does not say is empty.

    `kind` is a BibTeX kind. `years`: every year that it gives the work (online, in print), the one to print first.
    `containers`: the names of the journal or book that the work is in, the whole one first.
    """

    source: str
    kind: str
    title: str
    subtitle: str = ""
    authors: tuple[CslName, ...] = ()
    editors: tuple[CslName, ...] = ()
    years: tuple[int, ...] = ()
    containers: tuple[str, ...] = ()
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article: str = ""
    publisher: str = ""
    edition: str = ""
    doi: str = ""
    isbn: str = ""

    @property
    def whole_title(self) -> str:
        """Title and subtitle."""
        if not self.subtitle or self.subtitle.casefold() in self.title.casefold():
            return self.title
        return f"{self.title}{' ' if self.title.endswith(('?', '!', ':')) else ': '}{self.subtitle}"


def printable(text: str) -> str:
    """A catalogue's text on one line, without signs that control machines."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())

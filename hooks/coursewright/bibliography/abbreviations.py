"""Abbreviations of group authors, from the field `shortauthor` as in biblatex (APA 7 §8.21)."""

from collections.abc import Iterable

from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry
from coursewright.bibliography.names import csl_names


def abbreviations(entries: Iterable[Entry]) -> dict[str, str]:
    """A group's full name → its abbreviation, which holds for all its works.

    Two groups with one abbreviation get none: their names are written out every time.
    """
    short: dict[str, str] = {}
    for entry in entries:
        names = csl_names(entry.value("author", "institution", "organization"))
        if len(names) == 1 and "literal" in names[0] and (abbreviation := to_text(entry.value("shortauthor"))):
            short.setdefault(names[0]["literal"], abbreviation)
    given = list(short.values())
    return {name: abbreviation for name, abbreviation in short.items() if given.count(abbreviation) == 1}

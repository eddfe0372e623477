"""Keys whose letter is not the one that APA gives the work: 'rogers1957b' printed as 'Rogers, 1957a' (APA 7 §9.47)."""

import re
from collections.abc import Iterator, Mapping

from coursewright.bibliography.model import Bibliography, Reference
from coursewright.diagnostics import Diagnostic, Rule

_KEY = re.compile(r".*(?P<year>\d{4})(?P<letter>[a-z])")
_YEAR = re.compile(r".*(?P<year>\d{4})(?P<letter>[a-z])")


def check_letters(bibliography: Bibliography, references: Mapping[str, Reference]) -> Iterator[Diagnostic]:
    """Advice at each key that ends in a year with another letter than the one printed."""
    for entry in bibliography.entries:
        reference = references.get(entry.key)
        key, printed = _KEY.fullmatch(entry.key), _YEAR.fullmatch(reference.year) if reference else None
        if key and printed and key["year"] == printed["year"] and key["letter"] != printed["letter"]:
            message = f"The work '{entry.key}' is printed as '{printed['year']}{printed['letter']}'."
            hint = "letters follow the titles; give it a key that holds a word of its title"
            yield Diagnostic(Rule.KEY_LETTER, entry.place, message, hint)

"""The kind of a work in words, as EndNote exports it: 'type = {Journal Article}' is printed after the title.

Tried with pandoc 3.9: '[Journal Article]' in APA, 'Journal Article.' in Chicago.
"""

from collections.abc import Iterable, Iterator

from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.english import count

_WORDS = frozenset(
    "journal article|journalarticle|magazine article|newspaper article|electronic article|electronic journal article"
    "|article|book|edited book|book section|book chapter|electronic book|conference proceedings|generic|serial".split(
        "|"
    )
)


def check_kind_words(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """One diagnostic for each such value, at the first: a program writes them into every work."""
    found: dict[str, list[Field]] = {}
    for entry in entries:
        field = entry.field("type")
        if field and field.value.lower() in _WORDS:
            found.setdefault(field.value, []).append(field)
    for words, fields in found.items():
        others = len(fields) - 1
        more = f", and in {count(others, 'other work')}" if others else ""
        message = f"'{words}' in 'type' is printed after the title{more}."
        place = fields[0].phrase.place(0, len(words))
        yield Diagnostic(Rule.TITLE_PLAIN, place, message, "take the field out: the style knows the kind", house=False)

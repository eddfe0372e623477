"""Names in titles that pandoc prints with small letters where the style wants sentence case: 'Care in norway'.

Tried with pandoc 3.9 and APA: it lowers every free word of an English title that has no capital but its first letter,
'R' and 'U.S.' too; acronyms and 'McGill' stay.
"""

import re
from collections.abc import Iterator

from coursewright.bibliography import Bibliography
from coursewright.bibliography.checks.languages import is_english
from coursewright.bibliography.checks.title_tokens import words
from coursewright.bibliography.checks.title_words import is_name, is_ordinary
from coursewright.bibliography.checks.titles import is_all_capitals, is_title_case, unprotected
from coursewright.diagnostics import Diagnostic, Rule, Severity

_FIELDS = ("title", "subtitle", "booktitle")
_INNER_CAPITAL = re.compile(r"\w(?=[A-Z])")


def check_lowered(bibliography: Bibliography) -> Iterator[Diagnostic]:
    """One diagnostic for each title with such names."""
    for entry in bibliography.entries:
        for field in filter(None, map(entry.field, _FIELDS)):
            names = lowered_names(field.value) if is_english(entry, field) else []
            if names:
                message = f"pandoc would print {_quoted(names)} in this title."
                place = field.phrase.place(0, len(field.value))
                yield Diagnostic(Rule.CAPITAL_KEPT, place, message, f"write {{{names[0]}}}", Severity.WARNING)


def lowered_names(title: str) -> list[str]:
    """The names in it that lose their capitals; in title case, where each word has one, those that are well known."""
    if is_all_capitals(title):
        return []
    if is_title_case(title):
        free = (word.text for word in words(title) if word.capital and not word.starts)
        found = [text for text in free if is_name(text)]
    else:
        found = [text for text in unprotected(title) if not is_ordinary(text)]
    return [text for text in dict.fromkeys(found) if text[:1].isupper() and not _INNER_CAPITAL.search(text)]


def _quoted(names: list[str]) -> str:
    return ", ".join(f"'{name.lower()}'" for name in names)

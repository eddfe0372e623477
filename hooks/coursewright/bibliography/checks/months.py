"""Months: a number from 1 to 12 or a name, which is misspelt if it is nearly an English one and no other language's."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from coursewright.bibliography.model import Entry
from coursewright.diagnostics import Diagnostic, Rule

_NAMES = "january february march april may june july august september october november december".split()
_ELSEWHERE = frozenset(
    "januar februar oktober dezember januari februari septembre octobre novembre décembre settembre ottobre dicembre"
    " septiembre octubre noviembre diciembre setembro outubro novembro dezembro augusti augustus april avril aprile"
    " abril agosto août juni juli junio julio".split()
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def check_month(entry: Entry) -> Iterator[Diagnostic]:
    """The field `month`."""
    field = entry.field("month")
    if field is None:
        return
    place = field.phrase.place(0, len(field.value))
    if field.value.isdecimal() and (len(field.value) > 2 or not 1 <= int(field.value) <= 12):
        message, hint = f"There is no month '{field.value}'.", "write a number from 1 to 12, or 'sep'"
        yield Diagnostic(Rule.YEAR_VALID, place, message, hint)
        return
    for word in _WORD.findall(field.value.lower()):
        near = get_close_matches(word, _NAMES, n=1, cutoff=0.8)
        if near and word not in _ELSEWHERE and not near[0].startswith(word):
            message = f"'{field.value}' is not a month."
            yield Diagnostic(Rule.YEAR_VALID, place, message, f"did you mean '{near[0].title()}'?")
            return

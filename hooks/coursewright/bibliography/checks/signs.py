"""Signs that programs stumble over: unseen characters, letters glued together, signs that TeX takes for commands.

Tried with pandoc 3.9 and BibTeX: a bare '%' hides the rest of the value from both, a '$' without another loses the
whole value, a bare '&' or '#' stops LaTeX.
"""

import re
from collections.abc import Iterator
from unicodedata import name, normalize

from coursewright.bibliography.checks.printed import printed_fields
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_UNSEEN = re.compile(
    "(?<!Ã)[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]"
)
_GLUED = re.compile("[\ufb00-\ufb06]")
_OUT_OF_TEX = re.compile(r"\\(?:url|path|href|nolinkurl)\s*\{[^{}]*\}|https?://\S+|\$[^$]*\$|\\?&\\?(?:#?\w{2,8});|\\.")
_BARE = re.compile(r"[%&#$]")
_DOES = {"%": "it hides the rest from TeX", "$": "it opens mathematics that nothing ends"}
_PEOPLE = ("author", "editor", "translator")
_UNREAD = ("abstract", "annote", "annotation", "keywords", "file", "note", "comment", "review")


def check_signs(entry: Entry) -> Iterator[Diagnostic]:
    """At most one diagnostic of each kind for a field."""
    for field in entry.fields:
        if field.name not in _UNREAD and (unseen := _UNSEEN.search(field.value)):
            message = f"A character that nobody sees stands here: U+{ord(unseen[0]):04X}{_named(unseen[0])}."
            yield Diagnostic(Rule.TEXT_WHOLE, _place(field, unseen), message, "take it out, or type the word again")
    for field in printed_fields(entry):
        if glued := _GLUED.search(field.value):
            message = f"'{glued[0]}' is one character, by which no search finds the word."
            yield Diagnostic(Rule.TEXT_WHOLE, _place(field, glued), message, f"write '{normalize('NFKC', glued[0])}'")
        if field.name not in _PEOPLE and (bare := _BARE.search(_without_tex(field.value))):
            message = f"'{bare[0]}' stands bare: {_DOES.get(bare[0], 'TeX stops at it')}."
            severity = None if bare[0] in _DOES else Severity.ADVICE  # who has no TeX is not troubled by the others
            yield Diagnostic(Rule.TEX_KNOWN, _place(field, bare), message, f"write '\\{bare[0]}'", severity)


def _named(char: str) -> str:
    found = name(char, "").lower()
    return f", a {found}" if found else ""


def _without_tex(value: str) -> str:
    """The value with blanks where these signs mean themselves: in addresses, maths and after a backslash."""
    return _OUT_OF_TEX.sub(lambda match: " " * len(match[0]), value)


def _place(field: Field, match: re.Match[str]) -> Place:
    return field.phrase.place(*match.span())

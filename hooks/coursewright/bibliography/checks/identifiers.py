"""DOI, ISBN and ISSN: their form and their check digits (ISO 26324, ISO 2108, ISO 3297)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.forms import DOI, SHORT_DOI, doi_form
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule, Severity

_NOTES = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\be?-?is[bs]n(?:[- ]?1[03])?\b\s*:?|\b(?:print|online|electronic|pbk|hbk|ebook)\b\.?",
    re.I,
)
_DASH = re.compile(r"[‐‑‒–—−]")
_TAIL = re.compile(r"(?:\?\w+=.*|</\w*>?|\.(?:pdf|html?))\Z", re.I)
"""What an address or a page of the web leaves at a DOI's end."""
_DIGITS = re.compile(r"[\dXx]+")


def check_identifiers(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `doi`, `isbn` and `issn`."""
    if (doi := entry.field("doi")) and doi.value:
        yield from _check_doi(doi)
    for name, sizes in (("isbn", (10, 13)), ("issn", (8,))):
        if field := entry.field(name):
            yield from _check_number(field, sizes)


def _check_doi(field: Field) -> Iterator[Diagnostic]:
    plain = field.value.replace("\\", "").replace("{", "").replace("}", "")
    form = doi_form(field.value)
    place = field.phrase.place(0, len(field.value))
    if form != field.value:
        message = "The DOI is not written bare."
        yield Diagnostic(Rule.DOI_FORM, place, message, f"write '{form}'", Severity.WARNING)
    elif spare := _DASH.search(plain) or _TAIL.search(plain):
        message = f"'{field.value}' is not a DOI."
        hint = f"write '-' for '{spare[0]}'" if len(spare[0]) == 1 else f"take '{spare[0]}' out"
        yield Diagnostic(Rule.DOI_FORM, place, message, hint)
    elif not DOI.fullmatch(plain) and not SHORT_DOI.fullmatch(plain):
        message = f"'{field.value}' is not a DOI."
        hint = "take the blank out" if re.search(r"\s", plain) else "a DOI begins with '10.', a number and '/'"
        yield Diagnostic(Rule.DOI_FORM, place, message, hint)


def _check_number(field: Field, sizes: tuple[int, ...]) -> Iterator[Diagnostic]:
    """Every number of a field: several may stand there, with commas, words or blanks between them."""
    for number in numbers(field.value, sizes):
        kind = field.name.upper()
        place = field.phrase.place(0, len(field.value))
        digits = len(number)
        if digits not in sizes or not re.fullmatch(r"\d+[\dX]", number):
            wanted = " or ".join(str(size) for size in sizes)
            yield Diagnostic(
                Rule.NUMBER_VALID, place, f"'{number}' is not an {kind}.", f"an {kind} has {wanted} digits"
            )
        elif len(set(number)) == 1:
            message, hint = f"'{number}' stands for no number.", "take the field out until the number is known"
            yield Diagnostic(Rule.NUMBER_VALID, place, message, hint)
        elif not is_valid(number):
            message = f"A digit of the {kind} '{number}' is wrong: its check digit should be {check_digit(number)}."
            yield Diagnostic(Rule.NUMBER_VALID, place, message, "copy it again from the work or a catalogue")


def numbers(value: str, sizes: tuple[int, ...]) -> list[str]:
    """The numbers of a field without hyphens and blanks: '978-0-06, 0 393 (pbk.)' are '978006' and '0393'."""
    found: list[str] = []
    for part in re.split(r"[,;/|]|\band\b", _NOTES.sub(" ", value)):
        words = ["".join(_DIGITS.findall(word)).upper() if _is_number(word) else word for word in part.split()]
        whole = "".join(words)
        found += [whole] if len(whole) in sizes or not all(len(word) in sizes for word in words) else words
    return [number for number in found if number]


def _is_number(word: str) -> bool:
    return re.fullmatch(r"[\dXx\-–‐‑−.:]+", word) is not None


def is_valid(number: str) -> bool:
    """Whether the last digit of an ISBN-10, ISBN-13 or ISSN fits the others."""
    return number[-1] == check_digit(number)


def check_digit(number: str) -> str:
    """The check digit that the digits before the last one ask for."""
    digits = [int(digit) for digit in number[:-1]]
    if len(number) == 13:
        return str(-sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
    rest = -sum(digit * (len(number) - place) for place, digit in enumerate(digits)) % 11
    return "X" if rest == 10 else str(rest)

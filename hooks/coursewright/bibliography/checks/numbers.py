"""Pages, editions and publishers as APA prints them (APA 7 §9.19, §9.25, §9.29)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.forms import edition_form, page_range, pages_form
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule, Severity

_NO_PAGES = re.compile(r"n\s*/\s*a(?:\s*[-–]+\s*n\s*/\s*a)?|[-–?]+|\?+\s*[-–]+\s*\?+", re.I)
_PLACE_FIRST = re.compile(r"(?P<place>[A-Z][\w.' -]+(?:, [A-Z][\w. ]+)?)\s*:\s+(?P<name>[A-Z{].+)")


def check_numbers(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `pages`, `edition` and `publisher`."""
    if pages := entry.field("pages"):
        yield from _check_pages(pages)
    if edition := entry.field("edition"):
        yield from _check_edition(edition)
    publisher = entry.field("publisher")
    match = _PLACE_FIRST.fullmatch(publisher.value) if publisher else None
    if publisher and match:
        message = f"The publisher is printed with its place, '{match['place']}'."
        hint = f"APA 7 names no place: write '{match['name']}', and the place in 'address'"
        yield Diagnostic(Rule.PUBLISHER_PLAIN, publisher.phrase.place(*match.span("place")), message, hint)


def _check_pages(field: Field) -> Iterator[Diagnostic]:
    place = field.phrase.place(0, len(field.value))
    backwards = [part for part in re.split(r"\s*,\s*", field.value) if _runs_backwards(part)]
    if _NO_PAGES.fullmatch(field.value):
        message = f"'{field.value}' is not a page, and would be printed."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "take the field out until the pages are known", house=False)
    elif backwards:
        message = f"The pages '{backwards[0]}' run backwards."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "look them up: the first page comes first", house=False)
    elif (form := pages_form(field.value)) != field.value:
        hyphen = re.sub(r"\s*-+\s*", "--", field.value) == form
        what = "joined by one hyphen, where a range has two" if hyphen else "not written as a range of whole numbers"
        message = f"The pages '{field.value}' are {what}."
        yield Diagnostic(Rule.PAGES_FORM, place, message, f"write '{form}'")


def _runs_backwards(part: str) -> bool:
    found = page_range(part)
    return found is not None and found[0] > found[1]


def _check_edition(field: Field) -> Iterator[Diagnostic]:
    form = edition_form(field.value)
    if form != field.value:
        message = f"The edition '{field.value}' is not given as a number, to which the style adds 'ed.'."
        if not form.isdecimal():
            message = f"The edition '{field.value}' has its word twice."
        place = field.phrase.place(0, len(field.value))
        words = field.value.isalpha()  # 'Third' is what older BibTeX styles ask for, and is printed as it should be
        severity = Severity.ADVICE if words else None
        yield Diagnostic(Rule.EDITION_FORM, place, message, f"write '{form}'", severity)

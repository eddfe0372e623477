"""Pages, editions and publishers as APA prints them (APA 7 §9.19, §9.25, §9.29)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.forms import edition_form, number_form, page_range, pages_form
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule, Severity

_NO_PAGES = re.compile(
    r"in press|forthcoming|to appear|tb[ad]|n\s*/\s*a(?:\s*[-–]+\s*n\s*/\s*a)?|[-–?]+|\?+\s*[-–]+\s*\?+"
    r"|0+(?:\s*[-–]+\s*0+)?",
    re.I,
)
_OPEN = re.compile(r"(?:[^\W\d]*\d\w*\s*[-–]+|[-–]+\s*[^\W\d]*\d\w*)")
_MIXED = re.compile(r"[–—]\s*-|-\s*[–—]|---")
"""Dashes that no program takes for one: '316–-340' is printed so."""
_WORDED = re.compile(r"\b(?:pp?|pages?|to)\b", re.I)
_BOTH = re.compile(r"\d+\s*\(\s*[\d–/-]+\s*\)")
_VOLUME = re.compile(r"vol(?:ume|\.)?\s*(?P<volume>\d+)\b.*", re.I)
_HOUSE = re.compile(r"\b(?:Press|Verlag|Publish(?:ers|ing)|Springer|Elsevier|Routledge|Wiley|SAGE|Sage)\b")
_EDITION = re.compile(r"\b(?:ed(?:s|n|ns|ition)?|classics?|library|reprint|series|paperback)\b", re.I)
_PARTS = ("article", "incollection", "inproceedings", "conference", "inbook")
_LONGEST = 1000  # pages: no article or chapter is longer, but a digit typed twice makes it so
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(?P<from>[ivxlc]+)\s*[-–—]+\s*(?P<to>[ivxlc]+)", re.I)
_CITY = (
    r"(?:London|New York(?: City)?|Oxford|Cambridge|Chicago|Boston|Berlin|Paris|Thousand Oaks|Los Angeles|Washington"
    r"|Philadelphia|San Francisco|Hoboken|Dordrecht|Heidelberg|Basel|Amsterdam|Toronto|Sydney|Melbourne|Mahwah"
    r"|Hillsdale|Englewood Cliffs|Belmont|Beverly Hills|Newbury Park|Abingdon|Hove|Basingstoke|Harmondsworth"
    r"|Edinburgh|Princeton|New Haven|Milton Keynes|Maidenhead|Chichester|Buckingham|Bristol|Stuttgart|Göttingen|Leiden"
    r"|New Delhi|Singapore|Manchester|Dublin|Vienna|Zurich|Munich|Frankfurt)"
)
_CAMPUS = re.compile(r"University of [A-Z]\w+, ")
_PLACE_LAST = re.compile(
    rf"(?P<name>[^,:]*(?:[a-z]\}}?)),\s*(?P<place>{_CITY}(?:,\s*(?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.|England|USA))?)"
    rf"|(?P<before>[^,:]+):\s*(?P<after>{_CITY}(?:,\s*[A-Z]{{2}})?)"
)
_PLACE_FIRST = re.compile(r"(?P<place>[A-Z][\w.' -]+(?:, [A-Z][\w. ]+)?)\s*:\s+(?P<name>[A-Z{].+)")


def check_numbers(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `pages`, `volume`, `number`, `edition` and `publisher`."""
    if pages := entry.field("pages"):
        yield from _check_pages(pages, is_part=entry.kind in _PARTS)
    for name in ("volume", "number"):
        if (number := entry.field(name)) and entry.kind in (*_PARTS, "book", "collection"):
            yield from _check_number(entry, number)
    if edition := entry.field("edition"):
        yield from _check_edition(edition)
    if (publisher := entry.field("publisher")) and entry.kind != "article":  # nobody prints that of a journal
        yield from _check_publisher(publisher)


def _check_publisher(field: Field) -> Iterator[Diagnostic]:
    match = _PLACE_LAST.fullmatch(field.value) or _PLACE_FIRST.fullmatch(field.value)
    if match and not _CAMPUS.match(field.value):
        found = match.groupdict()
        place, name = ("after", "before") if found.get("after") else ("place", "name")
        message = f"The publisher is printed with its place, '{match[place]}'."
        hint = f"APA 7 names no place: write '{match[name]}', and the place in 'address'"
        yield Diagnostic(Rule.PUBLISHER_PLAIN, field.phrase.place(*match.span(place)), message, hint)


def _check_number(entry: Entry, field: Field) -> Iterator[Diagnostic]:
    """A volume or an issue as a number alone."""
    place = field.phrase.place(0, len(field.value))
    volume = _VOLUME.fullmatch(field.value) if field.name == "number" and entry.kind == "article" else None
    if volume:
        there = entry.value("volume") == volume["volume"]
        hint = "take it out: the volume stands in 'volume'" if there else "put the volume in 'volume'"
        message = f"The issue '{field.value}' is a volume, and would be printed."
        yield Diagnostic(Rule.PAGES_FORM, place, message, hint, house=False)
    elif (form := number_form(field.value)) != field.value:
        message = f"The {field.name} '{field.value}' is not given as a number alone."
        yield Diagnostic(Rule.PAGES_FORM, place, message, f"write '{form}'")
    elif field.name == "volume" and _BOTH.fullmatch(field.value):
        message = f"The volume '{field.value}' holds its issue."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "put the issue in 'number'")


def _check_pages(field: Field, *, is_part: bool) -> Iterator[Diagnostic]:
    place = field.phrase.place(0, len(field.value))
    backwards = [part for part in re.split(r"\s*,\s*", field.value) if _runs_backwards(part)]
    if _NO_PAGES.fullmatch(field.value):
        message = f"'{field.value}' is not a page, and would be printed."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "take the field out until the pages are known", house=False)
    elif backwards:
        message = f"The pages '{backwards[0]}' run backwards."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "look them up: the first page comes first", house=False)
    elif is_part and (span := page_range(field.value)) and span[1] - span[0] > _LONGEST:
        message = f"The pages '{field.value}' are more than {_LONGEST}."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "look them up: a digit may stand twice", house=False)
    elif _OPEN.fullmatch(field.value):
        message = f"A page is missing beside the dash of '{field.value}'."
        yield Diagnostic(Rule.PAGES_FORM, place, message, "write the first page and the last, or one page")
    elif (form := pages_form(field.value)) != field.value:
        message = f"The pages '{field.value}' are {_fault_of_range(field.value, form)}."
        house, mended = (False, False) if _MIXED.search(field.value) else (None, not _WORDED.search(field.value))
        yield Diagnostic(Rule.PAGES_FORM, place, message, f"write '{form}'", house=house, mended=mended)


def _fault_of_range(pages: str, form: str) -> str:
    """What is wrong with pages that are not in the form they should have."""
    if re.sub(r"\s*-+\s*", "--", pages) != form:
        return "not written as a range of whole numbers"
    return f"joined by {'three hyphens' if '---' in pages else 'one hyphen'}, where a range has two"


def _runs_backwards(part: str) -> bool:
    if roman := _ROMAN.fullmatch(part.strip()):
        return _roman(roman["from"]) > _roman(roman["to"])
    found = page_range(part)
    return found is not None and found[0] > found[1]


def _roman(text: str) -> int:
    """The number that 'xiv' is."""
    digits = [_ROMAN_DIGITS[char] for char in text.lower()]
    return sum(-one if one < two else one for one, two in zip(digits, [*digits[1:], 0], strict=True))


def _check_edition(field: Field) -> Iterator[Diagnostic]:
    form = edition_form(field.value)
    if _HOUSE.search(field.value) and not _EDITION.search(field.value):
        message = f"The edition '{field.value}' is a publisher, and would be printed with 'ed.'."
        place = field.phrase.place(0, len(field.value))
        yield Diagnostic(Rule.EDITION_FORM, place, message, "put it in 'publisher'", house=False)
    elif form != field.value:
        message = f"The edition '{field.value}' is not given as a number, to which the style adds 'ed.'."
        if not form.isdecimal():
            message = f"The edition '{field.value}' has its word twice."
        place = field.phrase.place(0, len(field.value))
        word = field.value.isalpha() and field.value[0].isupper()
        severity = Severity.ADVICE if word else None  # older BibTeX styles ask for 'Third', which is printed well
        yield Diagnostic(Rule.EDITION_FORM, place, message, f"write '{form}'", severity)

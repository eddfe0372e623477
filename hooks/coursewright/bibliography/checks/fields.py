"""Names of fields that are misspelt, and values that stand for nothing: both are lost, or printed as they stand."""

import re
from collections.abc import Iterator
from functools import cache

from coursewright.bibliography.checks.printed import printed_fields
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Place, Rule

_READ = (
    "author", "booktitle", "edition", "editor", "howpublished", "institution", "journal", "journaltitle", "number",
    "organization", "pages", "publisher", "school", "series", "subtitle", "title", "translator", "urldate", "volume",
    "year", "isbn", "issn", "doi", "url", "address", "month",
)  # fmt: skip
_OTHER = frozenset(
    "editora editorb editorc authors titles pagetotal chapter part volumes numpages keys yearfiled shorttitle"
    " issuetitle maintitle eventtitle eventyear series note notes date origdate uri urn urls link links".split()
)
"""Fields near those that are read, which people and programs keep for themselves."""
_SYNONYMS = {
    "auther": "author",
    "editors": "editor",
    "vol": "volume",
    "no": "number",
    "page": "pages",
    "adress": "address",
}
_NOTHING = re.compile(r"n/a|n\.a\.|none|null|undefined|nan|unknown|not known|tb[ac]|to ?do|x{3,}|\?+|-+", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|``[^`']*''")
_MARKS = "\"“”`' "
_NAMES = ("journal", "journaltitle", "publisher", "institution", "school")
_PEOPLE = ("author", "editor", "translator", "pages", "year")


def check_fields(entry: Entry) -> Iterator[Diagnostic]:
    """Each field whose name is nearly one that is read, where that one is missing; each value that is no value."""
    for meant, field in misspelt(entry).items():
        message = f"The work '{entry.key}' has no field '{meant}', but one '{field.name}'."
        yield Diagnostic(Rule.WORK_COMPLETE, field.place, message, f"did you mean '{meant}'?")
    for field in printed_fields(entry):
        if field.name not in _PEOPLE and _NOTHING.fullmatch(field.value):
            message = f"'{field.value}' in '{field.name}' stands for nothing, and would be printed."
            yield Diagnostic(Rule.WORK_COMPLETE, _whole(field), message, "look it up, or take the field out")
        elif field.name in _NAMES:
            yield from _check_name(field)


def _check_name(field: Field) -> Iterator[Diagnostic]:
    """A journal or a publisher that is a year or an address, or stands in quotation marks."""
    if _YEAR.fullmatch(field.value) or "://" in field.value:
        message = f"'{field.value}' in '{field.name}' is {'an address' if '://' in field.value else 'a year'}."
        yield Diagnostic(Rule.WORK_COMPLETE, _whole(field), message, f"write the {field.name} there")
    elif _QUOTED.fullmatch(field.value):
        message = f"The {field.name} stands in quotation marks, which would be printed."
        yield Diagnostic(Rule.TEXT_WHOLE, _whole(field), message, f"write '{field.value.strip(_MARKS)}'")


def _whole(field: Field) -> Place:
    return field.phrase.place(0, len(field.value))


def misspelt(entry: Entry) -> dict[str, Field]:
    """The fields whose names are misspelt, by the names that were meant and that are missing."""
    present = {field.name for field in entry.fields}
    found = ((_meant(field.name), field) for field in entry.fields if field.value)
    return {meant: field for meant, field in found if meant and meant not in present}


@cache
def _meant(name: str) -> str:
    """The field that a name is one slip away from: a letter left out, put in, changed, or two that changed places."""
    if name in _READ or name in _OTHER:
        return ""
    return _SYNONYMS.get(name) or next((each for each in _READ if _is_slip(name, each)), "")


def _is_slip(name: str, meant: str) -> bool:
    if abs(len(name) - len(meant)) > 1 or name[0] != meant[0] or len(name) < 3:
        return False
    start = next((at for at, (a, b) in enumerate(zip(name, meant, strict=False)) if a != b), min(len(name), len(meant)))
    one, two = name[start:], meant[start:]
    swapped = one[:2] == two[1::-1] and len(two) > 1 and one[2:] == two[2:]
    return swapped or (len(meant) > 4 and two[1:] in (one, one[1:])) or (len(meant) > 4 and one[1:] == two)

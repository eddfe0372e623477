"""Years that can be: four digits, not in the future, the original before the reprint (APA 7 §9.13–§9.17, §9.41).

Words without digits ('n.d.', 'in press', 'forthcoming') are legal, as are ranges, 'ca. 350 BCE', '[1979?]' and full
dates in ISO form or with the name of a month; a misspelt word is told, and a month alone.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule

_ERA = re.compile(r"\b(?:b\.?c\.?(?:e\.?)?|c\.?e\.?|a\.?d\.?|v\. ?chr\.?|n\. ?chr\.?)(?![a-z])", re.I)
_ABOUT = re.compile(r"\b(?:ca?|circa|um|vers|after|before|not before)\b\.?|[\[\]?~%()©{}]", re.I)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DIGITS = re.compile(r"\d+")
_LETTERED = re.compile(r"(?P<year>\d{4})(?P<letter>[a-z])")
_DATE = re.compile(
    r"-?\d{4}(?:[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?)?(?:T[\d:.+\-Z]*)?|\d{3}[xX]|\d\d[xX]{2}|\.\.|"
)
_RANGE = re.compile(r"(?P<from>\d{4})\s*(?:/|-{1,3}|–)\s*(?P<to>\d{4})")
_STRAY = re.compile(r"\((?P<inside>\d{4})\)|(?P<before>\d{4})[.,;:]+|(?P<letters>\d{4})[a-z]{2}")
_ROMAN = re.compile(r"M{1,2}[CDMLXVI]+")
_VISIT = re.compile(r"[^\W\d_]+")
_FIRST_JOURNAL = 1665
_SPELT = re.compile(
    r"(?:[a-z]+[ -])*(?:hundred|thousand|(?:nine|eight|seven)teen|twenty)(?:[ -][a-z]+)*|[?xX]+|tb[ad]", re.I
)
_SLIP = re.compile(r"(?<!\w)(?=\w*[^\W\d_])(?=\w*\d\d)(?:[\dOolI]{4}|\d{4}[A-Z]|(?![cp])[A-Za-z]\d{4})(?!\w)")
"""A year with a letter in it that was meant for a digit, or that slipped in: 'l999', '2O04', '1597O'."""
_DAY = re.compile(r"(?P<one>\d\d?)([/.-])(?P<two>\d\d?)\2(?P<year>\d{4})")
_COMMAND = re.compile(r"\\[A-Za-z]{3,}")
_NONE = ("unknown", "none", "year", "date", "n/a")
_WORDS = (
    "forthcoming", "in press", "to appear", "in preparation", "submitted", "under review", "in review", "accepted",
    "unpublished", "undated", "no date", "advance online publication",
)  # fmt: skip
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?",
    re.I,
)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = range(21, 42)  # biblatex's numbers for seasons and quarters
_SPLIT = re.compile(r"\s*(?:/|--|–)\s*")


def check_dates(entry: Entry, this_year: int) -> Iterator[Diagnostic]:
    """The fields `year`, `date`, `origdate` and `urldate` of one entry."""
    fields = [field for name in ("year", "date", "origdate", "origyear", "urldate") if (field := entry.field(name))]
    for field in fields:
        yield from _check_form(field)
        latest = this_year if field.name == "urldate" else this_year + 1
        if (named := _year(field)) > latest:
            hint = (
                "write the day on which you read it" if field.name == "urldate" else "look it up, or write 'in press'"
            )
            yield _tell(field, f"{_name(field)} {named} is in the future.", hint)
    yield from _check_original(entry)
    issued = entry.field("year") or entry.field("date")
    if entry.kind == "article" and issued and 0 < (early := _year(issued)) < _FIRST_JOURNAL and entry.value("journal"):
        yield _tell(issued, f"No journal is as old as {early}.", "look it up: a digit may be wrong")
    year, date = entry.field("year"), entry.field("date")
    if year and date and (first := _year(year)) and (second := _year(date)) and first != second:
        yield _tell(date, f"'date' says {second}, and 'year' says {first}.", "keep the one that is right")


def _check_form(field: Field) -> Iterator[Diagnostic]:
    value = field.value.strip()
    if beside := _beside(value):
        yield _tell(field, *beside)
    elif field.name == "urldate" and (spare := _spare(value)):
        hint = "write the day alone, as year, month and day: '2001-04-30'"
        yield _tell(field, f"'{spare}' is no part of a date.", hint)
    elif (range_ := _RANGE.fullmatch(value)) and range_["from"] > range_["to"]:
        yield _tell(field, f"The years '{value}' run backwards.", "the first year comes first")
    elif day := _DAY.fullmatch(value):
        message = f"The date '{value}' is not written as year, month and day."
        yield _tell(field, message, f"write {' or '.join(_iso(day)) or 'it as 2001-04-30'}")
    elif command := _COMMAND.search(value):
        message = f"The TeX command '{command[0]}' stands for a year, and would be printed."
        yield _tell(field, message, "write four digits, or 'n.d.'")
    elif (meant := _meant(value)) != value:
        message = f"'{value}' is not a word that stands for a year."
        yield _tell(field, message, f"did you mean '{meant}'?")
    elif _is_wrong(value):
        message = f"'{value}' is not a {'date' if field.name.endswith('date') else 'year'}."
        yield _tell(field, message, "write four digits, 'n.d.' or 'in press'; an ancient year as 'ca. 350 BCE'")


def _beside(value: str) -> tuple[str, str] | None:
    """What stands beside the four digits of a year: a letter, brackets, a stop."""
    if lettered := _LETTERED.fullmatch(value):
        hint = f"write '{lettered['year']}': letters are given by the style"
        return f"The year '{value}' has its letter typed in.", hint
    if stray := _STRAY.fullmatch(value):
        year = stray["inside"] or stray["before"] or stray["letters"]
        return f"The year '{value}' holds more than its digits.", f"write '{year}'"
    return None


def _iso(day: re.Match[str]) -> Iterator[str]:
    """What '12/05/2022' may mean, in quotation marks."""
    one, two = int(day["one"]), int(day["two"])
    for month, date in dict.fromkeys([(two, one), (one, two)]):
        if 1 <= month <= 12:
            yield f"'{day['year']}-{month:02}-{date:02}'"


def _meant(value: str) -> str:
    """The word for a year that a misspelt one is nearly; other values as they are."""
    word = value.casefold().strip("{}. ")
    plain = len(word) > 6 and not any(char.isdecimal() for char in word)
    near = get_close_matches(word, _WORDS, n=1, cutoff=0.85) if plain else []
    return near[0] if near and near[0] != word else value


def _is_wrong(value: str) -> bool:
    if any(char.isdecimal() for char in value):
        return _SLIP.search(value) is not None or not _is_date(value)
    return any(form.fullmatch(value) for form in (_SPELT, _MONTH, _ROMAN)) or value.lower() in _NONE


def _spare(value: str) -> str:
    """The first word of a day of a visit that is no month, such as 'accessed'."""
    return next((word for word in _VISIT.findall(value) if len(word) > 4 and not _MONTH.fullmatch(word)), "")


def _is_date(value: str) -> bool:
    """Whether a value that holds digits says a year somewhere, and no month or day that can't be."""
    plain = _ABOUT.sub(" ", value).strip()
    if _ERA.search(plain):
        return True
    parts = [part.strip() for part in _SPLIT.split(plain)]
    dates = [_DATE.fullmatch(part) for part in parts]
    if plain.strip("-0") == "" and plain:
        return False
    if all(dates):
        return all(_is_calendar(match) for match in dates if match)
    return any(len(digits) == 4 for digits in _DIGITS.findall(plain)) and not any(
        len(digits) > 4 for digits in _DIGITS.findall(plain)
    )


def _is_calendar(match: re.Match[str]) -> bool:
    """Whether month and day exist; 'month' may be a season, or the short second year of '2003-04' and '1999-00'."""
    month, day = int(match["month"] or 1), int(match["day"] or 1)
    if match["day"] is None:
        return month <= 12 or month in _SEASONS or month > int(match[0].lstrip("-")[2:4])
    return 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]


def _check_original(entry: Entry) -> Iterator[Diagnostic]:
    """The first publication is not later than this one."""
    original = entry.field("origdate") or entry.field("origyear")
    issued = entry.field("date") or entry.field("year")
    if original and issued and (first := _year(original)) and (now := _year(issued)) and first > now:
        message = f"The original year {first} is later than the year of this edition, {now}."
        yield _tell(original, message, "'origdate' is the year of the first publication")


def _year(field: Field) -> int:
    """The first year of a field in four digits; 0 where there is none."""
    match = None if _ERA.search(field.value) else _YEAR.search(field.value)
    return int(match[0]) if match else 0


def _name(field: Field) -> str:
    return "The day of the visit in" if field.name == "urldate" else "The year"


def _tell(field: Field, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Rule.YEAR_VALID, field.phrase.place(0, len(field.value)), message, hint)

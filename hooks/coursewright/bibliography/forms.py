"""The form that a DOI, a page range and an edition should have; checking compares with it, fixing writes it.

Each function returns the value in its right form, which is the value itself where nothing is wrong or where only an
author can say what is meant.
"""

import re

_RESOLVER = r"(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org/"
DOI = re.compile(r"10(?:\.\d{4,9}(?:\.\d+)*)?/[^\s]+")
SHORT_DOI = re.compile(r"https?://doi\.org/[a-z0-9]{4,10}")
"""What shortdoi.org makes of a DOI; it stands for itself."""
_DOI_PREFIX = re.compile(rf"\s*(?:\\url\{{\s*)?(?:{_RESOLVER}|doi\s*:\s*|doi\s+)+\s*(?=10[./])", re.I)
_DOI_ADDRESS = re.compile(rf"(?:\\url\{{\s*)?{_RESOLVER}(?P<doi>10[./][^\s{{}}?#]+)\}}?", re.I)
_RANGE = re.compile(
    r"(?P<from>[A-Za-z]{0,3}\d{1,9}[a-z]?)\s*(?P<dash>[-–—−‐‑]{1,4})\s*(?P<to>[A-Za-z]{0,3}\d{1,9}[a-z]?)"
)
_ROMAN_RANGE = re.compile(r"(?P<from>[ivxlc]+)\s*(?P<dash>[-–—−‐‑]{1,4})\s*(?P<to>[ivxlc]+)", re.I)
_PAGES_WORD = re.compile(r"^(?:pp?\.\s*|pp\s+|pp?(?=\d+\s*[-–—])|pages?\s+)(?=[\divxlc])", re.I)
_PAGES_AFTER = re.compile(r"(?<=\d)(?:\s*pp?\b\.?|\.)$")
_TO = re.compile(r"(?<=\d)\s+to\s+(?=\d)")
_WORDED = re.compile(
    r"(?:(?:volume|vol|v|issue|iss|number|no|nr|bd|band)\b\.?\s*|v|#\s*|\()(?P<number>\d+(?:\s*(?:-+|–|/)\s*\d+)?|[IVXLC]+)\)?",
    re.I,
)
_GOOD_DASHES = ("--", "–")
_ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_CARDINALS = ("", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ROMANS = ("", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_EDITION_FIRST = re.compile(r"(?:edition|edn|ed)\b\.?\s*(?=\d+(?:st|nd|rd|th)?\Z)", re.I)
_EDITION_WORD = re.compile(r"(?:,?\s*(?:\b|(?<=\d))(?:edition|edn|eds?)\b\.?)+$", re.I)
_DOUBLED = re.compile(r"(\b(?:edition|edn|eds?)\b\.?)(?:[\s,]+(?:edition|edn|eds?)\b\.?)+$", re.I)
_NUMBERED = re.compile(r"(\d{1,3})\s*(?:st|nd|rd|th|/?e|d)?\.?", re.I)


def doi_form(value: str) -> str:
    """A DOI without resolver, 'doi:' and full stop: '10.1037/h0045357'; other values as they are."""
    bare = _DOI_PREFIX.sub("", value.strip())
    if bare != value.strip() and value.strip().startswith("\\url"):
        bare = bare.removesuffix("}")
    bare = bare.rstrip(".,;/")
    bare = bare[:-1] if bare.endswith(")") and bare.count(")") > bare.count("(") else bare
    return bare if DOI.fullmatch(bare) else value


def doi_in_address(value: str) -> str:
    """The DOI that a web address leads to by doi.org; empty where it is another address."""
    match = _DOI_ADDRESS.fullmatch(value.strip())
    doi = match["doi"].rstrip(".,;") if match else ""
    return doi if DOI.fullmatch(doi) else ""


def pages_form(value: str) -> str:
    """Pages with '--' and whole numbers: '316-40' becomes '316--340'; a backward range stays so (APA 7 §9.25)."""
    bare = _PAGES_WORD.sub("", value.strip())
    bare = _TO.sub("--", _PAGES_AFTER.sub("", bare) if _RANGE.match(bare) else bare)
    parts = re.split(r"(\s*,\s*)", bare)
    return "".join(_range_form(part) for part in parts)


def _range_form(part: str) -> str:
    match = _RANGE.fullmatch(part) or _ROMAN_RANGE.fullmatch(part)
    if not match or first_letters(match["from"]) != first_letters(match["to"]):
        return part
    first, last = match["from"], match["to"]
    dash = match["dash"] if match["dash"] in _GOOD_DASHES else "--"
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = whole_page(first, last)
    return part if (last, dash) == (match["to"], match["dash"]) else f"{first}{dash}{last}"


def number_form(value: str) -> str:
    """A volume or an issue without its word, which the style adds where it prints one: 'Vol. 48' is '48'."""
    match = _WORDED.fullmatch(value.strip())
    return match["number"] if match else value


def first_letters(page: str) -> str:
    """What stands before a page's number: 'S' of 'S12'; a Roman number has nothing before it."""
    return re.sub(r"\d.*", "", page) if page[-1:].isdigit() else ""


def whole_page(first: str, last: str) -> str:
    """The last page in full, where its first digits were left out: ('316', '40') is '340', ('316', '20') '320'."""
    whole = first[: max(0, len(first) - len(last))] + last
    return whole if int(whole) > int(first) else last


def page_range(part: str) -> tuple[int, int] | None:
    """First and last page of a range of numbers that the same letters precede ('S12--S19'), in any form."""
    match = _RANGE.fullmatch(part.strip())
    if match is None or (letters := first_letters(match["from"])) != first_letters(match["to"]):
        return None
    first, last = match["from"][len(letters) :], match["to"][len(letters) :]
    return (int(first), int(whole_page(first, last))) if first.isdigit() and last.isdigit() else None


def edition_form(value: str) -> str:
    """An edition without the word that the style adds: 'Third edition' and '3rd ed.' become '3' (APA 7 §9.19).

    A named edition keeps its word, once.
    """
    text = value.strip()
    plain = _EDITION_FIRST.sub("", _EDITION_WORD.sub("", text))
    for numbers, word in ((_ORDINALS, plain.lower()), (_CARDINALS, plain.lower()), (_ROMANS, plain)):
        if word and word in numbers:
            return str(numbers.index(word) + 1)
    number = _NUMBERED.fullmatch(plain)
    if number and text not in (number[1], ordinal(int(number[1]))):
        return number[1]
    return _DOUBLED.sub(r"\1", text) if _DOUBLED.search(text) else value


def ordinal(number: int) -> str:
    """'1st', '2nd', '3rd', '11th'."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"

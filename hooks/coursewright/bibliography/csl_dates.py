"""Dates as BibTeX and biblatex write them into CSL dates."""

import re
from collections.abc import Mapping
from typing import Any

from coursewright.bibliography.latex import to_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?P<year>-?\d{1,4})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?")
_OPEN = re.compile(r"(?P<year>\d{4})(?:/|[–-]\s*present)")
_STATUS: Mapping[str, str] = {
    "inpress": "in press", "forthcoming": "in press", "prepublished": "Advance online publication",
}  # fmt: skip
_NONE = ("", "n.d.", "n.d", "nd", "no date")


def csl_date(value: str, month: str) -> dict[str, Any]:
    """'1992', '1992-05-03', '1992/1995' as date parts; other words as typed; nothing for no date.

    As in biblatex '2015/' goes on, '1923~' is about then, and '-0349' is 350 before our era (there is a year 0).
    """
    text = to_text(value.rstrip("~ "))
    if text.lower() in _NONE:
        return {}
    if goes_on := _OPEN.fullmatch(text):
        return {"literal": f"{goes_on['year']}–present"}
    matches = [_ISO.fullmatch(part.strip()) for part in re.split(r"/|–|--", text)]
    parts = [_parts(match) for match in matches if match]
    if len(parts) != len(matches) or len(parts) > 2:
        return {"literal": text}
    if len(parts) == 1 == len(parts[0]):
        parts[0] += _month(month)
    return {"date-parts": parts} | ({"circa": True} if value.rstrip().endswith("~") else {})


def csl_status(value: str, *known: str) -> str:
    """Where a work is on its way to print, in APA's words; with `known`, only if it is one of these words."""
    text = to_text(value)
    status = _STATUS.get(text.lower(), text)
    return status if not known or status.lower() in known else ""


def _parts(match: re.Match[str]) -> list[int]:
    year, *rest = (int(number) for number in match.groups() if number)
    return [year - 1 if match["year"].startswith("-") else year, *rest]


def _month(month: str) -> list[int]:
    """A month's number, with the day where one is given ('September', 'sep', '9', 'May 3', '3 May')."""
    text = to_text(month).lower()
    name = re.search("|".join(_MONTHS), text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if name:
        return [_MONTHS.index(name[0]) + 1, *numbers[:1]]
    return numbers[:1] if numbers and 1 <= numbers[0] <= 12 else []

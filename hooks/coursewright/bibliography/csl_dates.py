"""Dates as BibTeX and biblatex write them into CSL dates."""

import re
from collections.abc import Mapping
from typing import Any

from coursewright.bibliography.latex import to_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?P<year>-?\d{1,4})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?(?P<circa>~)?")
_OPEN = re.compile(r"(?P<year>\d{4})(?:/|--|–|-)(?:present)?")
_STATUS: Mapping[str, str] = {
    "inpress": "in press", "forthcoming": "in press", "prepublished": "Advance online publication",
}  # fmt: skip
_NONE = ("", "n.d.", "n.d", "nd", "no date")


def csl_date(value: str, month: str) -> dict[str, Any]:
    """'1992', '1992-05-03', '1992/1995' as date parts; other words ('in press') as typed; nothing for no date."""
    text = to_text(value)
    if text.lower() in _NONE:
        return {}
    matches = [_ISO.fullmatch(part.strip()) for part in re.split(r"/|–|--", text)]
    parts = [[int(number) for number in match.groups() if number] for match in matches if match]
    if len(parts) != len(matches) or len(parts) > 2:
        return {"literal": text}
    if len(parts) == 1 == len(parts[0]):
        parts[0] += _month(month)
    return {"date-parts": parts}


def _month(month: str) -> list[int]:
    """A month's number, with the day where one is given ('September', 'sep', '9', 'May 3', '3 May')."""
    text = to_text(month).lower()
    name = re.search("|".join(_MONTHS), text)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if name:
        return [_MONTHS.index(name[0]) + 1, *numbers[:1]]
    return numbers[:1] if numbers and 1 <= numbers[0] <= 12 else []

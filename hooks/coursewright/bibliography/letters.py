"""Letters that tell works of the same authors and year apart: '2018a', 'n.d.-b', '1970/2000a' (APA 7 §8.19, §9.47).

A citation style orders by title with its article and counts a republished work by both years; APA passes over articles
and goes by the year that the list prints. So the style's letters are taken off and given anew.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.model import Formatted

_LETTERED = re.compile(r"(?P<year>.*(?:\d|n\.d\.|in press|present|C\.E\.))-?[a-z]{1,2}", re.S)


def with_letters(works: Sequence[Formatted], items: Mapping[str, Mapping[str, Any]]) -> list[Formatted]:
    """Works in the order of the list, those of one year in the order of their letters; `items` are theirs by key."""
    done = [_relettered(work, "") for work in works]
    for places in _same_year(done):
        ordered = sorted((done[place] for place in places), key=lambda work: _order(work, items[work.key]))
        for number, (place, work) in enumerate(zip(places, ordered, strict=True)):
            done[place] = _relettered(work, _letter(number))
    return done


def _same_year(works: Sequence[Formatted]) -> Iterable[list[int]]:
    """Places in the list of the works that only a letter tells apart; what is in no list needs none."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, work in enumerate(works):
        if work.html:
            groups.setdefault((work.author, _printed(work.year)), []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _order(work: Formatted, item: Mapping[str, Any]) -> tuple[Any, ...]:
    """By authors, then by the date as printed, works with a year alone first, then by title (APA 7 §9.46–9.47)."""
    parts = item.get("issued", {}).get("date-parts", [[]])
    dated = f"({_printed(work.year)}, " in work.text
    date = parts if dated else [part[:1] for part in parts]
    title = title_key(str(item.get("title", "")))
    return sort_key(work.text.partition(" (")[0]), date, title, str(item.get("volume", "")).zfill(4)


def _printed(year: str) -> str:
    """The year that the list prints: '2000' of '1970/2000'."""
    return year.rpartition("/")[2]


def _letter(number: int) -> str:
    first, last = divmod(number, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


def _relettered(work: Formatted, letter: str) -> Formatted:
    """The work with this letter in place of the one it has; 'n.d.' and 'in press' take it with a hyphen."""
    lettered = _LETTERED.fullmatch(work.year)
    year = lettered["year"] if lettered else work.year
    new = year + (letter if year[-1:].isdigit() or not letter else f"-{letter}")
    old, shown = _printed(work.year), _printed(new)
    html, text = (part.replace(f"({old}", f"({shown}", 1) for part in (work.html, work.text))
    return replace(work, year=new, html=html, text=text)

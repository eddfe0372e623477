"""Titles that differ in a letter or two, or by a subtitle that is left out: one work, typed twice.

Method: Ratcliff and Obershelp's share of letters that two titles have in common, at least 0.94, among works of one
first author and year. Titles that differ in their numbers ('Part I', 'Part II'; '2018', '2019') are of different works.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry
from coursewright.bibliography.names import csl_names, surname

_NUMBER = re.compile(r"\d+|[ivx]+$")
_SHORTEST, _LONGEST = 20, 300  # letters; in shorter titles one letter makes another word, longer ones are no titles
_MOST = 40  # works of one author and year that are compared; more stand in no bibliography

Title = tuple[str, str]
"""A title folded, whole and without its subtitle."""


def near_titles(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each work whose title is nearly that of an earlier one of the same first author and year, and that one."""
    known: dict[tuple[str, str], list[tuple[Title, Entry]]] = {}
    for entry in entries:
        names = csl_names(entry.value("author", "editor"))
        text = to_text(entry.value("title"))
        title = title_key(text), title_key(text.partition(":")[0])
        if not names or not 0 < len(title[0]) <= _LONGEST:
            continue
        earlier = known.setdefault((sort_key(surname(names[0])), entry.value("year", "date")[:4]), [])
        if other := next((work for each, work in earlier if _is_cut(each, title) or _is_near(each[0], title[0])), None):
            yield entry, other
        if len(earlier) < _MOST:
            earlier.append((title, entry))


def _is_cut(one: Title, two: Title) -> bool:
    """Whether one title is the other without its subtitle."""
    return one[0] != two[0] and (one[0] == two[1] or two[0] == one[1])


def _is_near(one: str, two: str) -> bool:
    if min(len(one), len(two)) < _SHORTEST:
        return False
    if one == two or abs(len(one) - len(two)) > 4 or _NUMBER.sub("", one) == _NUMBER.sub("", two):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() > 0.94 and matcher.ratio() > 0.94

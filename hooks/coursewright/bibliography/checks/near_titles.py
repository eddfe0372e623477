"""Titles that differ in a letter or two: one work, typed twice.

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


def near_titles(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each work whose title is nearly that of an earlier one of the same first author and year, and that one."""
    known: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
    for entry in entries:
        names = csl_names(entry.value("author", "editor"))
        title = title_key(to_text(entry.value("title")))
        if not names or not _SHORTEST <= len(title) <= _LONGEST:
            continue
        earlier = known.setdefault((sort_key(surname(names[0])), entry.value("year", "date")[:4]), [])
        if other := next((work for text, work in earlier if _is_near(text, title)), None):
            yield entry, other
        if len(earlier) < _MOST:
            earlier.append((title, entry))


def _is_near(one: str, two: str) -> bool:
    if one == two or abs(len(one) - len(two)) > 4 or _NUMBER.sub("", one) == _NUMBER.sub("", two):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() > 0.94 and matcher.ratio() > 0.94

"""Citations typed by hand: '(see Rogers, 1961, p. 3; Jones & Lee, 2011a)', 'Rogers (1961)', 'C. R. Rogers [1961]'."""

import re
from collections.abc import Iterator

from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.prose.clusters_typed import ClusterReader
from coursewright.citations.prose.items import ItemReader
from coursewright.citations.prose.names import can_end_names
from coursewright.citations.prose.narrative import NarrativeReader
from coursewright.citations.prose.not_authors import is_doubtful
from coursewright.citations.prose.quoted import Quoted
from coursewright.citations.prose.text import Prose
from coursewright.citations.prose.typed import Typed
from coursewright.citations.prose.years import is_dated

_GROUP = re.compile(
    r"[(\[]"  # first what a search can look for by itself
    r"(?:(?<=\()(?P<round>(?:[^()]{1,700}+|\([^()\d]{1,40}\)){1,8}+)\)"
    r"|(?<=\[)(?<![\w\]].)(?P<square>[^\[\]()]{4,400})\](?![(\[:]))",
    re.S,
)
_BARE = re.compile(r"(?P<round>(?:1[89]|20)\d\d[a-z]?)(?![\w)\]/–-]|[.,]\d)")
"""A year that stands in no bracket: 'Smith et al. 2010'."""
_LED = (
    r"(?i)\b(?:see(?: also)?|cf\.|following|after|as in|according to|(?:describe|report|show|propose|introduce)[ds]? "
    r"(?:in|by)|(?:define|discuss|develop|suggest|outline|explain|review|argue|give|demonstrate|implement|use)(?:e?d)? "
    r"(?:in|by)|(?:found|shown|given) (?:in|by)|work (?:of|by))\s\Z"
)
_COLUMN = re.compile(
    r"(?:key |main |first |original )?(?:authors?|citations?|literature|papers?|publications?|references?|sources?"
    r"|stud(?:y|ies)|works?)(?:,? (?:and |& )?\(?(?:year|date)\)?)?",
    re.I,
)
"""What stands over a column of works."""
_COMMAS = re.compile(r",\s\d{4}[a-z]?,\Z")
_LONGEST_YEAR = 7
_PAIRS = (("(", ")"), ("[", "]"))
_LONGEST = 300
_LONGEST_WORD = 40
_LONGEST_LEAD = 30
_LONGEST_TABLE = 4000


def find_hand_typed(prose: Prose, index: AuthorIndex) -> Iterator[Typed]:
    """Every citation typed by hand, in order; then those in headings and in tables."""
    if prose.is_dated:
        reader, quoted = ItemReader(index, lambda word: word in prose.plain_words), Quoted(prose)
        found = _find(prose, prose.text, reader)
        yield from (typed for typed in found if _is_known(typed) or not quoted.holds(typed.start, typed.end))
        if is_dated(prose.terse):
            found = _find(prose, prose.terse, reader)
            yield from (typed for typed in found if _is_said(typed, prose, index))


def _find(prose: Prose, text: str, reader: ItemReader) -> Iterator[Typed]:
    narrative, clusters, behind = NarrativeReader(prose, text, reader), ClusterReader(reader), 0
    for match in _GROUP.finditer(text):
        content = match["round"] if match["round"] is not None else match["square"]
        begin, behind = behind, match.end()  # no name reaches past another bracket
        if is_dated(content) and "\n\n" not in content:
            found = narrative.read(match, content, begin)
            if found is None:
                items, whole = clusters.read(content, text[max(0, match.start() - _LONGEST_WORD) : match.start()])
                found = Typed(match.start(), match.end(), False, items, whole) if items else None
            if found and not _is_link(found, prose):
                yield found
    for match in _BARE.finditer(text):
        at, begin = match.start(), max(0, match.start() - _LONGEST)
        words = text[max(0, at - _LONGEST_WORD) : at].split() if text[at - 1 : at].isspace() else ()
        if words and can_end_names(words[-1]) and not _is_inside(text, begin, at):
            found = narrative.read(match, match["round"], begin)
            if found and _is_led(found, text):
                yield found


def _is_known(typed: Typed) -> bool:
    """Whether a work in the bibliography fits: its author and year are then meant, even in a quotation."""
    return any(item.works.all for item in typed.items)


def _is_inside(text: str, begin: int, at: int) -> bool:
    """Whether a place is inside brackets."""
    return any(text.rfind(one, begin, at) > text.rfind(end, begin, at) for one, end in _PAIRS)


def _is_led(typed: Typed, text: str) -> bool:
    """Whether names and a bare year are surely a citation: by their form, by what leads to them, or by the works."""
    item = typed.items[0]
    if re.search(r"\bal\b", item.label) or any(item.works.of(year) for year in item.years):
        return True
    if item.is_group and _COMMAS.search(text[max(0, typed.end - _LONGEST_YEAR) : typed.end + 1]):
        return True
    lead = re.search(_LED, text[max(0, typed.start - _LONGEST_LEAD) : typed.start])
    return bool(lead) and item.names is not None and not any(is_doubtful(name.surname) for name in item.names.names)


def _is_link(typed: Typed, prose: Prose) -> bool:
    """Whether names and a year are the text of a link to what the bibliography does not have."""
    text = typed.narrative or prose.masked[typed.start] == "["
    return text and not _is_known(typed) and prose.is_linked(typed.start, typed.end)


def _is_said(typed: Typed, prose: Prose, index: AuthorIndex) -> bool:
    """Whether a heading or a cell cites a work: a heading may be a work's name, a lone name with a year anything.

    The title of a page, which menus show, is no place for a key.
    """
    line = prose.masked.rfind("\n", 0, typed.start) + 1
    if prose.masked.startswith("# ", line):
        return False
    before = prose.masked[line : typed.start].strip(" \t>#*_")
    if not typed.narrative:
        return not index.is_title(before)
    if before.rpartition("|")[2].strip():
        return True
    if "|" not in prose.masked[line:].partition("\n")[0] or _is_name_of_row(typed, prose):
        return False
    known = any(item.works.all or item.is_sure or item.is_group or item.has_initials for item in typed.items)
    return known or _is_in_column_of_works(typed, prose, line)


def _is_name_of_row(typed: Typed, prose: Prose) -> bool:
    """Whether it is all that stands in bold, as what a row is about: '| **Pauli (2017)**<br>an atlas |'."""
    return prose.masked.startswith("**", max(0, typed.start - 2)) and prose.masked.startswith("**", typed.end)


def _is_in_column_of_works(typed: Typed, prose: Prose, row: int) -> bool:
    """Whether the first row of the table calls the column 'Source' or the like."""
    above = max(prose.masked.rfind("\n\n", max(0, row - _LONGEST_TABLE), row) + 1, row - _LONGEST_TABLE)
    head = prose.masked[above:row].lstrip().partition("\n")[0].split("|")
    column = prose.masked.count("|", row, typed.start)
    return column < len(head) and bool(_COLUMN.fullmatch(head[column].strip(" \t*_")))

"""Locators that the style can't read, that say one page for several, or that lie outside the work."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from coursewright.bibliography import Bibliography, Entry
from coursewright.bibliography.latex import to_text
from coursewright.citations.model import Citation, CitationItem, Locator
from coursewright.citations.prose.advice import at
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.source import Placed

_LABELS = {
    "chap.": "ch|chs|chapt|kap|kapitel|cap|capítulo|capitulo|chapitre|hoofdstuk",
    "p.": "p|pg|page|pag|pág|seite|s|sid|str|side",
    "pp.": "pp|pgs|ppgs|pags|págs|seiten|ss",
    "para.": "par|parag|abs|absatz",
    "sec.": "sect|sekt|abschnitt|abschn",
}
_UNKNOWN = re.compile(
    r"\s*,?\s*(?P<word>(?:" + "|".join(_LABELS.values()) + r")\b\.?)\s?(?P<value>\d[\w–-]*(?:\s?[-–]+\s?\d+)?)", re.I
)
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[-–]\s?\d{1,2}:\d\d(?::\d\d)?)?")
_PAGES = re.compile(r"(pp?\.)\s*")
_RANGE = re.compile(r"(?P<first>\d+)\s*(?:-+|–|—)\s*(?P<last>\d+)")
_PARTS = frozenset("article incollection inbook inproceedings conference".split())


class _Told(NamedTuple):
    """What is wrong; `as_typed` where other styles print it as it is, `mended` where pandoc sets it right."""

    message: str
    hint: str
    as_typed: bool = False
    mended: bool = False


def check_locators(source: Placed, citation: Citation, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """The locators of one citation; what stands before a key is told where clusters are read."""
    for item in citation.items:
        for told in _faults(source, citation, item, bibliography.get(item.key)):
            place, house = item.place, told.as_typed or None
            yield Diagnostic(Rule.LOCATOR_FORM, place, told.message, told.hint, house=house, mended=told.mended)


def _faults(source: Placed, citation: Citation, item: CitationItem, entry: Entry | None) -> Iterator[_Told]:
    if item.locator is None:
        if match := _UNKNOWN.match(item.suffix) if item.suffix else None:
            key = at(item.key)
            word = match["word"].rstrip(".").lower()
            right = next(label for label, words in _LABELS.items() if word in words.split("|"))
            value = match["value"]
            right = "pp." if right == "p." and _RANGE.fullmatch(value) else right
            message = f"The style does not know '{match['word']}' as the label of a locator."
            yield _Told(message, f"write {key}, {right} {value}", as_typed=True)
        return
    locator = item.locator
    if locator.label != "page":
        return
    if time := _TIME.fullmatch(locator.value):
        yield _Told(f"'{time[0]}' is a time, not a page.", f"write {at(item.key)}, {time[0]}")
        return
    yield from _number(source, citation, item, locator)
    if entry is not None and entry.kind in _PARTS:
        yield from _outside(locator, to_text(entry.value("pages")))


def _number(source: Placed, citation: Citation, item: CitationItem, locator: Locator) -> Iterator[_Told]:
    """'p. 3-5' for several pages, 'pp. 3' for one, and pages that run backwards."""
    match = _RANGE.fullmatch(locator.value)
    label = _label(citation, item, locator)
    if match and len(match["last"]) >= len(match["first"]) and int(match["last"]) < int(match["first"]):
        yield _Told(f"The pages {locator.value} run backwards.", "put the smaller number first")
    elif match and label == "p.":
        hint = f"write pp. {match['first']}–{match['last']}"
        yield _Told("'p.' stands before several pages.", hint, mended=True)
    elif label == "pp." and locator.value.isdigit():
        yield _Told("'pp.' stands before one page.", f"write p. {locator.value}", mended=True)


def _label(citation: Citation, item: CitationItem, locator: Locator) -> str:
    """The label as typed before the value, looked for behind the item's key."""
    behind = citation.typed.partition(item.typed)[2]
    labels = (match for match in _PAGES.finditer(behind) if behind.startswith(locator.value, match.end()))
    return next((match[1] for match in labels), "")


def _outside(locator: Locator, pages: str) -> Iterator[_Told]:
    """A page that an article or chapter does not have; e-locators and Roman numbers are not compared."""
    whole = _RANGE.fullmatch(pages.strip())
    numbers = [int(number) for number in re.findall(r"(?<![\w.])\d+(?![\w.])", locator.value)]
    if not whole or not numbers:
        return
    first, last = whole["first"], whole["last"]
    last = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if int(last) >= int(first) and not int(first) <= numbers[0] <= int(last):
        message = f"Page {numbers[0]} lies outside the work, which has pages {first}–{last}."
        yield _Told(message, "look the page up again")

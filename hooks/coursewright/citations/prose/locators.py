"""Locators that the style can't read, that say one page for several, or that lie outside the work."""

import re
from collections.abc import Iterator

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


def check_locators(source: Placed, citation: Citation, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """The locators of one citation; what stands before a key is told where clusters are read."""
    for item in citation.items:
        for message, hint in _faults(source, citation, item, bibliography.get(item.key)):
            yield Diagnostic(Rule.LOCATOR_FORM, item.place, message, hint)


def _faults(source: Placed, citation: Citation, item: CitationItem, entry: Entry | None) -> Iterator[tuple[str, str]]:
    if item.locator is None:
        if match := _UNKNOWN.match(item.suffix) if item.suffix else None:
            key = at(item.key)
            word = match["word"].rstrip(".").lower()
            right = next(label for label, words in _LABELS.items() if word in words.split("|"))
            value = match["value"]
            right = "pp." if right == "p." and _RANGE.fullmatch(value) else right
            yield (
                f"The style does not know '{match['word']}' as the label of a locator.",
                f"write {key}, {right} {value}",
            )
        return
    locator = item.locator
    if locator.label != "page":
        return
    if time := _TIME.fullmatch(locator.value):
        yield f"'{time[0]}' is a time, not a page.", f"write {at(item.key)}, {time[0]}"
        return
    yield from _number(source, citation, item, locator)
    if entry is not None and entry.kind in _PARTS:
        yield from _outside(locator, to_text(entry.value("pages")))


def _number(source: Placed, citation: Citation, item: CitationItem, locator: Locator) -> Iterator[tuple[str, str]]:
    """'p. 3-5' for several pages, 'pp. 3' for one, and pages that run backwards."""
    match = _RANGE.fullmatch(locator.value)
    label = _label(citation, item, locator)
    if match and len(match["last"]) >= len(match["first"]) and int(match["last"]) < int(match["first"]):
        yield f"The pages {locator.value} run backwards.", "put the smaller number first"
    elif match and label == "p.":
        yield "'p.' stands before several pages.", f"write pp. {match['first']}–{match['last']}"
    elif label == "pp." and locator.value.isdigit():
        yield "'pp.' stands before one page.", f"write p. {locator.value}"


def _label(citation: Citation, item: CitationItem, locator: Locator) -> str:
    """The label as typed before the value, looked for behind the item's key."""
    behind = citation.typed.partition(item.typed)[2]
    labels = (match for match in _PAGES.finditer(behind) if behind.startswith(locator.value, match.end()))
    return next((match[1] for match in labels), "")


def _outside(locator: Locator, pages: str) -> Iterator[tuple[str, str]]:
    """A page that an article or chapter does not have; e-locators and Roman numbers are not compared."""
    whole = _RANGE.fullmatch(pages.strip())
    numbers = [int(number) for number in re.findall(r"(?<![\w.])\d+(?![\w.])", locator.value)]
    if not whole or not numbers:
        return
    first, last = whole["first"], whole["last"]
    last = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if int(last) >= int(first) and not int(first) <= numbers[0] <= int(last):
        yield f"Page {numbers[0]} lies outside the work, which has pages {first}–{last}.", "look the page up again"

"""Works of whole surname groups into formatted works: pandoc's answer taken apart, APA's finer points put right."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coursewright.bibliography.csl_json import CslItem
from coursewright.bibliography.csl_people import makers
from coursewright.bibliography.letters import with_letters
from coursewright.bibliography.model import Formatted
from coursewright.bibliography.pandoc import cite
from coursewright.bibliography.pandoc_inlines import to_html, to_plain

_CITED = re.compile(r"(?P<author>.*?)(?:, |,(?P<quote>[”’]) )(?P<year>[^,]+)", re.S)
_PERSONAL = re.compile(r"(?P<author>.*?), (?P<year>personal communication, .+)", re.S)
_RETRIEVED = re.compile(r"Retrieved (?=<a |https?:)")
_DOUBLE = re.compile(r"\((?P<date>[^()]+), (?P=date)\)")


def format_works(items: Sequence[CslItem], style: Path) -> list[Formatted]:
    """Each item formatted, in the order of the list of works. Raises PandocError."""
    *paragraphs, listed = cite(items, style)
    blocks = {int(block["c"][0][0].removeprefix("ref-w")): block for block in listed["c"][1]}
    unlisted = [number for number in range(len(items)) if number not in blocks]
    works = []
    for number in (*blocks, *unlisted):
        item, cited, block = items[number], paragraphs[number]["c"], blocks.get(number)
        if block and _is_miscounted(item, cited):
            block = cite([item], style)[-1]["c"][1][0]
        works.append(_formatted(item, cited, block["c"][1][0]["c"] if block else []))
    return with_letters(works, {str(item["id"]): item for item in items})


def _formatted(item: CslItem, cited: Sequence[Any], listed: Sequence[Any]) -> Formatted:
    plain = to_plain(cited).removeprefix("(").removesuffix(")")
    match = _CITED.fullmatch(plain) if listed else _PERSONAL.fullmatch(plain)
    author, year = (match["author"], match["year"]) if match else (plain, "")
    author += match["quote"] or "" if match and listed else ""
    italic = any(inline["t"] == "Emph" for inline in cited[0]["c"][1])
    html, text = (_corrected(entry, item) for entry in (to_html(listed), to_plain(listed)))
    return Formatted(str(item["id"]), author, _narrative(author, item), year, html, text, italic)


def _corrected(entry: str, item: CslItem) -> str:
    """A list entry in the points that the style can't express.

    A page without a date that was not retrieved on a day stands without 'Retrieved' (APA 7 §10.16, example 113); two
    groups are joined without a comma (§9.8); a date in words is printed once.
    """
    if "accessed" not in item:
        entry = _RETRIEVED.sub("", entry, count=1)
    if [*map(len, makers(item))] == [1, 1] and all("literal" in name for name in makers(item)):
        entry = re.sub(", (&|&amp;) ", r" \1 ", entry, count=1)
    return _DOUBLE.sub(r"(\g<date>)", entry, count=1) if "literal" in item.get("issued", {}) else entry


def _is_miscounted(item: CslItem, cited: Sequence[Any]) -> bool:
    """Whether pandoc lists one name too many: it does of more than 20 if the text names several to tell works apart.

    Such a work is formatted once more by itself (APA 7 §9.8: 19 names and the last).
    """
    return len(makers(item)) > 20 and "," in to_plain(cited).partition(" et al.")[0]


def _narrative(author: str, item: CslItem) -> str:
    """Names in running text are joined by 'and' (APA 7 §8.17); an ampersand inside a group's name stays."""
    first, ampersand, last = author.rpartition(" & ")
    return f"{first} and {last}" if ampersand and len(makers(item)) > 1 and not last.endswith("et al.") else author

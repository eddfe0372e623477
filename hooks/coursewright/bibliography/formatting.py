"""Works of whole surname groups into formatted works: pandoc's answer taken apart, APA's finer points put right."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coursewright.bibliography.collation import title_key
from coursewright.bibliography.csl_json import CslItem
from coursewright.bibliography.pandoc import cite
from coursewright.bibliography.pandoc_inlines import to_html, to_plain

_CITED = re.compile(r"(?P<author>.*?)(?:, |,(?P<quote>[”’]) )(?P<year>[^,]+)", re.S)
_LETTERED = re.compile(r"(?P<year>.*\d|n\.d\.-|.*[a-z]-)(?P<letter>[a-z])")


@dataclass(frozen=True)
class Formatted:
    """A work in the course's style: what a Reference holds, but for its position."""

    key: str
    author: str
    author_narrative: str
    year: str
    html: str
    text: str
    italic: bool


def format_works(items: Sequence[CslItem], style: Path) -> list[Formatted]:
    """Each item formatted, in the order of the list of works. Raises PandocError."""
    *paragraphs, listed = cite(items, style)
    works = []
    for block in listed["c"][1]:
        number = int(block["c"][0][0].removeprefix("ref-w"))
        item, cited = items[number], paragraphs[number]["c"]
        if _is_miscounted(item, cited):
            block = cite([item], style)[-1]["c"][1][0]
        works.append(_formatted(item, cited, block["c"][1][0]["c"]))
    return _in_apa_letters(works, {str(item["id"]): item for item in items})


def _formatted(item: CslItem, cited: Sequence[Any], listed: Sequence[Any]) -> Formatted:
    plain = to_plain(cited).removeprefix("(").removesuffix(")")
    match = _CITED.fullmatch(plain)
    author, year = (match["author"] + (match["quote"] or ""), match["year"]) if match else (plain, "")
    italic = any(inline["t"] == "Emph" for inline in cited[0]["c"][1])
    narrative = _narrative(author, item)
    return Formatted(str(item["id"]), author, narrative, year, to_html(listed), to_plain(listed), italic)


def _is_miscounted(item: CslItem, cited: Sequence[Any]) -> bool:
    """Whether pandoc lists one name too many: it does of more than 20 if the text names several to tell works apart.

    Such a work is formatted once more by itself (APA 7 §9.8: 19 names and the last).
    """
    many = max(len(item.get(role, ())) for role in ("author", "editor")) > 20
    return many and "," in to_plain(cited).partition(" et al.")[0]


def _narrative(author: str, item: CslItem) -> str:
    """Names in running text are joined by 'and' (APA 7 §8.17); an ampersand inside a group's name stays."""
    names = item.get("author") or item.get("editor") or ()
    first, ampersand, last = author.rpartition(" & ")
    return f"{first} and {last}" if ampersand and len(names) > 1 and not last.endswith("et al.") else author


def _in_apa_letters(works: Sequence[Formatted], items: Mapping[str, CslItem]) -> list[Formatted]:
    """Works of the same authors and year in order of date and title, articles passed over, lettered (APA 7 §9.47)."""
    done = list(works)
    for places in _same_year(works):
        ordered = sorted((works[place] for place in places), key=lambda work: _by_title(items[work.key]))
        for place, work, letter in zip(places, ordered, "abcdefghijklmnopqrstuvwxyz", strict=False):
            done[place] = _lettered(work, letter)
    return done


def _same_year(works: Sequence[Formatted]) -> Iterable[list[int]]:
    """Places in the list of the works that only a letter tells apart."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, work in enumerate(works):
        if match := _LETTERED.fullmatch(work.year):
            groups.setdefault((work.author, match["year"]), []).append(place)
    return groups.values()


def _by_title(item: CslItem) -> tuple[Any, str]:
    return item.get("issued", {}).get("date-parts", []), title_key(str(item.get("title", "")))


def _lettered(work: Formatted, letter: str) -> Formatted:
    old = work.year.rpartition("/")[2]
    new = old[:-1] + letter
    html, text = (part.replace(f"({old}", f"({new}", 1) for part in (work.html, work.text))
    return replace(work, year=work.year[:-1] + letter, html=html, text=text)

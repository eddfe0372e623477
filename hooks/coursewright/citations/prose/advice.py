"""What to write in place of a citation typed by hand: the keys where they are certain, else what there is."""

import re
from collections.abc import Sequence

from coursewright.bibliography.authors import Work
from coursewright.citations.keys import KEY
from coursewright.citations.prose.items import Item
from coursewright.citations.prose.typed import Typed

_MOST = 4


def advise(typed: Typed) -> str:
    """The hint of a hand-typed citation: the whole replacement, or for each work in it what is known of it."""
    keys = [_keys(item) for item in typed.items]
    if all(keys) and typed.whole:
        whole = _narrative(typed.items[0], keys[0]) if typed.narrative else _cluster(typed.items, keys)
        return f"write {whole}"
    said = (_known(item, found) for item, found in zip(typed.items, keys, strict=True))
    return "; ".join(dict.fromkeys(said))


def at(key: str) -> str:
    """A key as it is written in prose: '@rogers1961', '@{a key}'."""
    return f"@{key}" if KEY.fullmatch(f"@{key}") else f"@{{{key}}}"


def few(works: Sequence[Work], *, authors: bool = False) -> str:
    """Some works in a few words: 'rogers1951' (1951, Client-centered therapy), …"""
    shown = ", ".join(
        f"'{work.key}' ({_authors(work) + ', ' if authors else ''}{work.years[0]}, {short(work.title)})"
        for work in works[:_MOST]
    )
    rest = len(works) - _MOST
    return f"{shown} and {rest} more" if rest > 0 else shown


def short(title: str) -> str:
    """A title without its subtitle."""
    return title.partition(":")[0]


def _authors(work: Work) -> str:
    names = [author.surname for author in work.authors]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)


def _keys(item: Item) -> list[str]:
    """The key of each year; empty unless every one is certain."""
    found = [item.works.of(year) for year in item.years]
    return [works[0].key for works in found] if all(len(works) == 1 for works in found) else []


def _narrative(item: Item, keys: Sequence[str]) -> str:
    names = item.names
    locator = _locator(item.suffix)
    own = (
        not item.label
        or item.label.endswith(("'s", "’s"))
        or (names is not None and (names.possessive or any(name.given and not name.initials for name in names.names)))
    )
    if len(keys) == 1 and not own:
        return at(keys[0]) + (f" [{locator}]" if locator else "")
    inside = "; ".join(f"-{at(key)}" for key in keys)
    return f"{item.label.strip()} [{inside}{', ' + locator if locator else ''}]".lstrip()


def _cluster(items: Sequence[Item], keys: Sequence[Sequence[str]]) -> str:
    parts = []
    for item, found in zip(items, keys, strict=True):
        locator = _locator(item.suffix)
        last = f"{at(found[-1])}{', ' + locator if locator else ''}"
        run = [*(at(key) for key in found[:-1]), last]
        parts.append(f"{_folded(item.prefix)} {'; '.join(run)}".strip())
    return f"[{'; '.join(parts)}]"


def _locator(suffix: str) -> str:
    """What follows a year as it follows a key: ': 33' is 'p. 33'."""
    text = _folded(suffix).lstrip(",:; ")
    return f"p. {text}" if re.fullmatch(r"\d+", text) else f"pp. {text}" if re.fullmatch(r"\d+[-–]\d+", text) else text


def _folded(text: str) -> str:
    return " ".join(text.split())


def _known(item: Item, keys: Sequence[str]) -> str:
    """One work of several, or one that is not certain."""
    label = _folded(item.label).rstrip(",")
    if keys:
        return f"'{label}, {', '.join(item.years)}' is {', '.join(at(key) for key in keys)}"
    year = next(year for year in item.years if len(item.works.of(year)) != 1)
    if same := item.works.of(year):
        return f"{label}, {year}, may be {few(same)}"
    if near := item.works.near_of(year):
        return f"if {few(near, authors=True)} is meant, cite it by its key; otherwise add the work to the bibliography"
    if item.works.all:
        there = few(item.works.all, authors=bool(item.works.near))
        none = f"the bibliography has no work by {label} of {year}"
        return f"{none}, only {there}: cite the one that is meant, or add the work"
    return f"the bibliography has no work by {label}: add it and cite it by its key"

"""Surname groups through pandoc, packed: a call has its price, and time grows with the square of the works in it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from coursewright.bibliography.csl_json import CslItem
from coursewright.bibliography.formatting import format_works
from coursewright.bibliography.model import Bibliography, Formatted, Wording
from coursewright.bibliography.pandoc import PandocError
from coursewright.bibliography.store import Group, Store
from coursewright.bibliography.worded import format_worded
from coursewright.diagnostics import Diagnostic, Rule

_PACK = 100  # works a call


@dataclass(frozen=True)
class Wanted:
    """A surname group before formatting."""

    name: str
    digest: str
    items: tuple[CslItem, ...]


def format_groups(
    groups: Sequence[Wanted], style: Path, wording: Wording | None, bibliography: Bibliography, store: Store
) -> Iterator[Group]:
    """Groups formatted by packs, as many at once as there are processors; without a `wording` the style is APA.

    When a pack fails its groups are tried one by one, to tell whose fault it is.
    """
    packs = list(_packs(groups))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for pack, result in zip(packs, pool.map(lambda pack: _attempt(pack, style, wording), packs), strict=True):
            if not isinstance(result, PandocError):
                _tell_empty(result, bibliography, store)
                yield from _unpacked(pack, [work for work in result if work.year])
            elif len(pack) > 1:
                for group in pack:
                    yield from format_groups([group], style, wording, bibliography, store)
            else:
                _tell_failure(pack[0], result, bibliography, store)


def _attempt(pack: Sequence[Wanted], style: Path, wording: Wording | None) -> list[Formatted] | PandocError:
    items = [item for group in pack for item in group.items]
    try:
        return format_worded(items, style, wording) if wording else format_works(items, style)
    except PandocError as failure:
        return failure


def _packs(groups: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    """Whole groups together, as many as stay within the pack's size."""
    pack: list[Wanted] = []
    for group in groups:
        if pack and sum(len(other.items) for other in pack) + len(group.items) > _PACK:
            yield pack
            pack = []
        pack.append(group)
    if pack:
        yield pack


def _unpacked(pack: Iterable[Wanted], works: Iterable[Formatted]) -> Iterator[Group]:
    by_key: Mapping[str, Formatted] = {work.key: work for work in works}
    for group in pack:
        keys = {str(item["id"]) for item in group.items}
        yield Group(group.name, group.digest, tuple(work for key, work in by_key.items() if key in keys))


def _tell_empty(works: Iterable[Formatted], bibliography: Bibliography, store: Store) -> None:
    """Tell works of which nothing but a date could be printed."""
    for work in works:
        entry = bibliography.get(work.key)
        if entry and not work.year:
            message = f"The work '{work.key}' has neither an author nor a title."
            store.report(Diagnostic(Rule.CITATION_RENDERED, entry.place, message, "write 'title = {…},' in its entry"))


def _tell_failure(group: Wanted, failure: PandocError, bibliography: Bibliography, store: Store) -> None:
    for item in group.items:
        entry = bibliography.get(str(item["id"]))
        if entry:
            message = f"The work '{entry.key}' can't be formatted: {failure}."
            store.report(Diagnostic(Rule.CITATION_RENDERED, entry.place, message, "look at the fields of its entry"))

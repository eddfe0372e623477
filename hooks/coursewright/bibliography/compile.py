"""The whole bibliography in the course's style: works by first surname, each group from the store or else from pandoc.

Method: a citation style tells works apart (letters, initials, more names) only among those that share a first surname;
so groups formatted apart give the text that the whole list would. Packs stay small because pandoc's time grows with the
square of the works. One site is one document: letters and initials are the same on every page.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.csl_json import CslItem, csl_json
from coursewright.bibliography.formatting import Formatted, format_works
from coursewright.bibliography.model import Bibliography, Reference
from coursewright.bibliography.names import surname
from coursewright.bibliography.pandoc import PandocError, find_pandoc, pandoc_version
from coursewright.bibliography.store import Group, Store, dump_lock
from coursewright.diagnostics import Diagnostic, Place, Rule

_METHOD = "1"  # changes when formatting.py gives another result for the same pandoc
_PACK = 100  # works a call


@dataclass(frozen=True)
class _Wanted:
    """A surname group before formatting."""

    name: str
    digest: str
    items: tuple[CslItem, ...]


def compile_references(bibliography: Bibliography, style_path: Path, store: Store) -> dict[str, Reference]:
    """Every work in the style, by key, in the order of the alphabetical list.

    Works that can't be formatted are told to the store's report and are missing from the result.
    """
    groups = _compile(bibliography, style_path, store)
    works = [work for group in sorted(groups, key=lambda group: sort_key(group.name)) for work in group.works]
    return {work.key: Reference(**asdict(work), position=place) for place, work in enumerate(works)}


def write_lock(bibliography: Bibliography, style_path: Path, store: Store, lock: Path) -> int:
    """Write the lock file for all works that can be formatted; returns their number. Raises OSError."""
    groups = _compile(bibliography, style_path, store)
    lock.write_text(dump_lock(groups, pandoc_version() or store.pandoc), "utf-8")
    return sum(len(group.works) for group in groups)


def _compile(bibliography: Bibliography, style_path: Path, store: Store) -> list[Group]:
    try:
        style = hashlib.sha256(style_path.read_bytes()).hexdigest()
    except OSError:
        path = f"{style_path.parent.name}/{style_path.name}"
        store.report(Diagnostic(Rule.CITATION_RENDERED, Place(path, 1, 1), "The citation style can't be read.", ""))
        return []
    wanted = _groups(bibliography, f"{_METHOD} {style} {pandoc_version() or store.pandoc}")
    found = {group.name: kept for group in wanted if (kept := store.get(group.name, group.digest))}
    missing = [group for group in wanted if group.name not in found]
    if missing and find_pandoc() is None:
        _tell_missing_pandoc(bibliography, missing, store)
    elif missing:
        for group in _format(missing, style_path, bibliography, store):
            store.put(group)
            found[group.name] = group
    return list(found.values())


def _groups(bibliography: Bibliography, made_with: str) -> list[_Wanted]:
    """Works by first surname, in an order that does not hang on that of the files."""
    named: dict[str, list[CslItem]] = {}
    for entry in sorted(bibliography.entries, key=lambda entry: entry.key):
        item = csl_json(entry, bibliography)
        named.setdefault(_filed_under(item), []).append(item)
    return [_Wanted(name, _digest(items, made_with), tuple(items)) for name, items in sorted(named.items())]


def _filed_under(item: CslItem) -> str:
    """What a work is filed under: its first author or editor, else its title without the article."""
    for role in ("author", "editor"):
        for name in item.get(role, ()):
            return surname(name).casefold()
    return title_key(str(item.get("title", "")))


def _digest(items: Sequence[CslItem], made_with: str) -> str:
    text = json.dumps(items, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{made_with}\n{text}".encode()).hexdigest()


def _format(groups: Sequence[_Wanted], style: Path, bibliography: Bibliography, store: Store) -> Iterator[Group]:
    """Groups formatted by packs; when a pack fails its groups are tried one by one, to tell whose fault it is."""
    for pack in _packs(groups):
        try:
            works = format_works([item for group in pack for item in group.items], style)
            _tell_empty(works, bibliography, store)
            yield from _unpacked(pack, [work for work in works if work.year])
        except PandocError as failure:
            if len(pack) > 1:
                for group in pack:
                    yield from _format([group], style, bibliography, store)
            else:
                _tell_failure(pack[0], failure, bibliography, store)


def _packs(groups: Iterable[_Wanted]) -> Iterator[list[_Wanted]]:
    """Whole groups together, as many as stay within the pack's size."""
    pack: list[_Wanted] = []
    for group in groups:
        if pack and sum(len(other.items) for other in pack) + len(group.items) > _PACK:
            yield pack
            pack = []
        pack.append(group)
    if pack:
        yield pack


def _unpacked(pack: Iterable[_Wanted], works: Iterable[Formatted]) -> Iterator[Group]:
    by_key: Mapping[str, Formatted] = {work.key: work for work in works}
    for group in pack:
        keys = {str(item["id"]) for item in group.items}
        yield Group(group.name, group.digest, tuple(work for key, work in by_key.items() if key in keys))


def _tell_missing_pandoc(bibliography: Bibliography, groups: Sequence[_Wanted], store: Store) -> None:
    keys = {str(item["id"]) for group in groups for item in group.items}
    first = next(entry for entry in bibliography.entries if entry.key in keys)
    count = "1 work is" if len(keys) == 1 else f"{len(keys)} works are"
    message = f"{count} not in the lock file of references, and pandoc is not installed."
    hint = "install it: pip install pypandoc_binary; then: coursewright cite lock"
    store.report(Diagnostic(Rule.CITATION_RENDERED, first.place, message, hint))


def _tell_empty(works: Iterable[Formatted], bibliography: Bibliography, store: Store) -> None:
    """Tell works of which nothing but a date could be printed."""
    for work in works:
        entry = bibliography.get(work.key)
        if entry and not work.year:
            message = f"The work '{work.key}' has neither an author nor a title."
            store.report(Diagnostic(Rule.CITATION_RENDERED, entry.place, message, "write 'title = {…},' in its entry"))


def _tell_failure(group: _Wanted, failure: PandocError, bibliography: Bibliography, store: Store) -> None:
    for item in group.items:
        entry = bibliography.get(str(item["id"]))
        if entry:
            message = f"The work '{entry.key}' can't be formatted: {failure}."
            store.report(Diagnostic(Rule.CITATION_RENDERED, entry.place, message, "look at the fields of its entry"))

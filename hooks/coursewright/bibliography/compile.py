"""The whole bibliography in the course's style: works by first surname, each group from the store or else from pandoc.

Method: a citation style tells works apart (letters, initials, more names) only among those that share a first surname;
so groups formatted apart give the text that the whole list would. One site is one document: letters and initials are
the same on every page.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coursewright.bibliography.abbreviations import abbreviations
from coursewright.bibliography.collation import sort_key, title_key
from coursewright.bibliography.csl_json import CslItem, csl_json
from coursewright.bibliography.csl_people import makers
from coursewright.bibliography.model import Bibliography, Reference, Wording
from coursewright.bibliography.names import surname
from coursewright.bibliography.packs import Wanted, format_groups
from coursewright.bibliography.pandoc import PandocError, find_pandoc, pandoc_version
from coursewright.bibliography.store import Group, Store, dump_lock
from coursewright.bibliography.wording import is_apa, learn_wording
from coursewright.diagnostics import Diagnostic, Place, Rule

_METHOD = "2"  # changes when the engine gives another result for the same pandoc


@dataclass(frozen=True)
class _Compiled:
    """All groups that could be formatted; the style's wording, if it is not APA; the digest of style and pandoc."""

    groups: tuple[Group, ...] = ()
    wording: Wording | None = None
    made_with: str = ""


def compile_references(bibliography: Bibliography, style_path: Path, store: Store) -> dict[str, Reference]:
    """Every work in the style, by key, in the order of the alphabetical list.

    Works that can't be formatted are told to the store's report and are missing from the result.
    """
    compiled = _compile(bibliography, style_path, store)
    works = [work for group in sorted(compiled.groups, key=lambda each: sort_key(each.name)) for work in group.works]
    short = abbreviations(bibliography.entries) if compiled.wording is None else {}
    return {
        work.key: Reference(**vars(work), position=place, short=short.get(work.author, ""), wording=compiled.wording)
        for place, work in enumerate(works)
    }


def write_lock(bibliography: Bibliography, style_path: Path, store: Store, lock: Path) -> int:
    """Write the lock file for all works that can be formatted; returns their number. Raises OSError."""
    compiled = _compile(bibliography, style_path, store)
    wordings = {compiled.made_with: compiled.wording} if compiled.wording else {}
    lock.write_text(dump_lock(compiled.groups, pandoc_version() or store.pandoc, wordings), "utf-8")
    return sum(len(group.works) for group in compiled.groups)


def _compile(bibliography: Bibliography, style: Path, store: Store) -> _Compiled:
    """Groups from the store, the missing ones from pandoc; a style that can't be used is told, and nothing is made."""
    try:
        data = style.read_bytes()
        made_with = hashlib.sha256(data + f"\n{_METHOD} {pandoc_version() or store.pandoc}".encode()).hexdigest()
        wanted = _groups(bibliography, made_with)
        found = {group.name: kept for group in wanted if (kept := store.get(group.name, group.digest))}
        missing = [group for group in wanted if group.name not in found]
        wording = None if is_apa(data) else store.get_wording(made_with)
        if missing and find_pandoc() is None:
            _tell_missing_pandoc(bibliography, missing, store)
            return _Compiled(tuple(found.values()), wording, made_with)
        if wording is None and not is_apa(data):
            wording = learn_wording(style)
            store.put_wording(made_with, wording)
    except (OSError, PandocError) as error:
        path, reason = f"{style.parent.name}/{style.name}", f": {error}" if isinstance(error, PandocError) else ""
        message = f"The citation style can't be read{reason}."
        store.report(Diagnostic(Rule.CITATION_RENDERED, Place(path, 1, 1), message, "name a CSL file"))
        return _Compiled()
    for group in format_groups(missing, style, wording, bibliography, store):
        store.put(group)
        found[group.name] = group
    return _Compiled(tuple(found.values()), wording, made_with)


def _groups(bibliography: Bibliography, made_with: str) -> list[Wanted]:
    """Works by first surname, in an order that does not hang on that of the files."""
    named: dict[str, list[CslItem]] = {}
    for entry in sorted(bibliography.entries, key=lambda entry: entry.key):
        item = csl_json(entry, bibliography)
        named.setdefault(_filed_under(item), []).append(item)
    return [Wanted(name, _digest(items, made_with), tuple(items)) for name, items in sorted(named.items())]


def _filed_under(item: CslItem) -> str:
    """What a work is filed under: its first author or editor, else its title without the article."""
    for name in makers(item):
        return surname(name).casefold()
    return title_key(str(item.get("title", "")))


def _digest(items: Sequence[CslItem], made_with: str) -> str:
    text = json.dumps(items, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{made_with}\n{text}".encode()).hexdigest()


def _tell_missing_pandoc(bibliography: Bibliography, groups: Sequence[Wanted], store: Store) -> None:
    keys = {str(item["id"]) for group in groups for item in group.items}
    first = next(entry for entry in bibliography.entries if entry.key in keys)
    count = "1 work is" if len(keys) == 1 else f"{len(keys)} works are"
    message = f"{count} not in the lock file of references, and pandoc is not installed."
    hint = "install it: pip install pypandoc_binary; then: coursewright cite lock"
    store.report(Diagnostic(Rule.CITATION_RENDERED, first.place, message, hint))

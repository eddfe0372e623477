"""Where formatted works are kept: a lock file that is committed and only read, and a cache folder that is written to.

Both hold surname groups by name, each with the digest of all that it was made from; a group whose digest differs is
made anew. With a fresh lock a build needs no pandoc.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from coursewright.bibliography.model import Formatted, Wording
from coursewright.bibliography.wording import wording_from_json, wording_to_json
from coursewright.diagnostics import Diagnostic, Place, Report, Rule

Works = tuple[Formatted, ...]
_Kept = TypeVar("_Kept")


@dataclass(frozen=True)
class Group:
    """The works that share a first surname (or group name, or title), with the digest of what they were made from."""

    name: str
    digest: str
    works: Works


@dataclass(frozen=True)
class Store:
    """`locked` are the groups of the lock file by name, `pandoc` the version that made them; `folder` is the cache.

    `wordings` are the lock file's styles by digest; there is none for APA.
    `report` hears of works that can't be formatted.
    """

    report: Report
    folder: Path | None = None
    locked: Mapping[str, Group] = field(default_factory=dict)
    pandoc: str = ""
    wordings: Mapping[str, Wording] = field(default_factory=dict)

    def get(self, name: str, digest: str) -> Group | None:
        """The group of that name if it was made from the same; the lock comes first."""
        locked = self.locked.get(name)
        if locked and locked.digest == digest:
            return locked
        return self._cached(digest, _group_from_json)

    def put(self, group: Group) -> None:
        """Keep a group in the cache; a folder that can't be written to only costs time."""
        self._keep(group.digest, _group_to_json(group))

    def get_wording(self, digest: str) -> Wording | None:
        """The wording of a style by the digest of what it was learnt from."""
        return self.wordings.get(digest) or self._cached(digest, wording_from_json)

    def put_wording(self, digest: str, wording: Wording) -> None:
        """Keep a wording in the cache."""
        self._keep(digest, wording_to_json(wording))

    def _keep(self, digest: str, value: Any) -> None:
        if self.folder is None:
            return
        path = self.folder / f"{digest}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(f".{os.getpid()}")
            draft.write_text(_dumps(value), "utf-8")
            draft.replace(path)
        except OSError:
            return

    def _cached(self, digest: str, read: Callable[[Any], _Kept]) -> _Kept | None:
        if self.folder is None:
            return None
        try:
            return read(json.loads((self.folder / f"{digest}.json").read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def open_store(lock: Path, folder: Path | None, report: Report) -> Store:
    """The store of a course. A lock file that is missing is an empty one; one that can't be read is reported."""
    try:
        data = json.loads(lock.read_text("utf-8"))
        groups = [_group_from_json(group) for group in data["groups"]]
        wordings = {digest: wording_from_json(wording) for digest, wording in data.get("wordings", {}).items()}
        return Store(report, folder, {group.name: group for group in groups}, str(data["pandoc"]), wordings)
    except FileNotFoundError:
        return Store(report, folder)
    except (OSError, ValueError, KeyError, TypeError):
        message = "The lock file of references can't be read."
        place = Place(f"{lock.parent.name}/{lock.name}", 1, 1)
        report(Diagnostic(Rule.CITATION_RENDERED, place, message, "make it anew: coursewright cite lock"))
        return Store(report, folder)


def dump_lock(groups: Iterable[Group], pandoc: str, wordings: Mapping[str, Wording]) -> str:
    """The lock file's text: the same for the same works, one line a value, so that a change reads well in a diff."""
    ordered = sorted(groups, key=lambda group: group.name)
    learnt = {digest: wording_to_json(wording) for digest, wording in wordings.items()}
    lock = {"pandoc": pandoc, "groups": [_group_to_json(group) for group in ordered]}
    return _dumps(lock | ({"wordings": learnt} if learnt else {}))


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _group_to_json(group: Group) -> dict[str, Any]:
    works = [{name: value for name, value in vars(work).items() if value or name != "forms"} for work in group.works]
    return {"name": group.name, "digest": group.digest, "works": works}


def _group_from_json(data: Any) -> Group:
    return Group(str(data["name"]), str(data["digest"]), tuple(Formatted(**work) for work in data["works"]))

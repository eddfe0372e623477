"""A course as a site generator takes it: plain data, remembered as long as nothing that it is made from changes.

What was told, what each page's Markdown becomes, which pages and files come on top: a function of the course's files,
the edition and the engine. A build of an unchanged course only reads it, and needs none of the engine to do so.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from coursewright.pieces import Pieces
from coursewright.site import Site


@dataclass(frozen=True)
class Told:
    """A diagnostic in words, with its severity."""

    severity: str
    text: str


@dataclass(frozen=True)
class WovenPage:
    """A page as its author typed it (`source` with front matter, `body` without) and what its body becomes."""

    source: str
    body: str
    markdown: str
    pieces: Pieces


@dataclass(frozen=True)
class SheetPage:
    """A printed sheet: its title and its HTML."""

    title: str
    html: str


@dataclass(frozen=True)
class Publication:
    """Pages and sheets by their path below `docs/`; files, by path, that the build adds to the site."""

    told: tuple[Told, ...]
    pages: dict[str, WovenPage]
    sheets: dict[str, SheetPage]
    files: dict[str, str]


def remembered(root: Path, site: Site, cache: Path, make: Callable[[Path, Site], Publication]) -> Publication:
    """The course in a folder, from the cache if it was made from the same files; a lost cache costs only time."""
    path = cache / f"publication-{site.edition}.json"
    digest = _digest(root, site)
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept["digest"] == digest:
            return _from_json(kept["publication"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    made = make(root, site)
    keep(path, json.dumps({"digest": digest, "publication": asdict(made)}, ensure_ascii=False))
    return made


def _digest(root: Path, site: Site) -> str:
    """Of everything that a publication is made from: the course's files, the edition, the engine itself."""
    summed = hashlib.sha256(repr(site).encode())
    for path in (*_course_files(root), *sorted(Path(__file__).parent.rglob("*.py"))):
        summed.update(f"\n{path}\n".encode())
        summed.update(path.read_bytes())
    return summed.hexdigest()


def newest(root: Path) -> int:
    """When the course was last changed: the time of its newest file, in seconds since 1970."""
    return max((int(path.stat().st_mtime) for path in _course_files(root)), default=0)


def _course_files(root: Path) -> Iterator[Path]:
    yield from (path for path in [root / "mkdocs.yml"] if path.is_file())
    for folder, pattern in (("docs", "*.md"), ("course", "*"), ("bib", "*")):
        yield from (path for path in sorted((root / folder).rglob(pattern)) if path.is_file())


def keep(path: Path, text: str) -> None:
    """Write a file of the cache whole or not at all; a folder that can't be written to only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(text, "utf-8")
        draft.replace(path)
    except OSError:
        return


def _from_json(data: Any) -> Publication:
    return Publication(
        tuple(Told(**item) for item in data["told"]),
        {path: WovenPage(**{**page, "pieces": Pieces(**page["pieces"])}) for path, page in data["pages"].items()},
        {path: SheetPage(**sheet) for path, sheet in data["sheets"].items()},
        data["files"],
    )

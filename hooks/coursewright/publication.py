"""A course as a site generator takes it: plain data, remembered as long as nothing that it is made from changes.

What was told, what each page's Markdown becomes, which pages and files come on top: a function of the course's files,
the edition and the engine. A build of an unchanged course only reads it, and needs none of the engine to do so.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursewright.memory import engine, write
from coursewright.pieces import Pieces
from coursewright.site import Site

SHELF = Path(".cache/coursewright/sheets")
"""Where `coursewright print --offered` keeps what it makes, under names made of all that it is made from."""


@dataclass(frozen=True)
class Told:
    """A diagnostic in words, with its severity."""

    severity: str
    text: str


@dataclass(frozen=True)
class WovenPage:
    """A page as its author typed it (`source` with front matter, `body` without) and what its body becomes.

    `linked_data` is JSON that may stand in a `script` element; `seen` is the digest of all that the page is made from.
    """

    source: str
    body: str
    markdown: str
    pieces: Pieces
    description: str = ""
    linked_data: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Publication:
    """Pages by their path below `docs/`, some of which no file holds; and files that the build adds, by their path.

    `files` hold text; `copies` are files of the shelf (`SHELF`), by their name there.
    """

    told: tuple[Told, ...]
    pages: dict[str, WovenPage]
    files: dict[str, str]
    copies: dict[str, str]
    licence: str = ""  # where it can be read


Make = Callable[[Path, Site, Mapping[str, WovenPage]], Publication]
"""Makes a publication; pages of an earlier one are given, which may still be the same."""


def remembered(root: Path, site: Site, cache: Path, make: Make) -> Publication:
    """The course in a folder, from the cache if it was made from the same files; a lost cache costs only time."""
    path = cache / f"publication-{site.edition}.json"
    digest, pages = _digest(root, site), dict[str, WovenPage]()
    try:
        kept = json.loads(path.read_bytes())
        earlier = _from_json(kept["publication"])
        if kept["digest"] == digest:
            return earlier
        pages = earlier.pages
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        pass
    made = make(root, site, pages)
    data = json.dumps({"digest": digest, "publication": made}, ensure_ascii=False, default=vars)
    write(path, data.encode("utf-8", "surrogatepass"))
    return made


def _digest(root: Path, site: Site) -> str:
    """Of everything that a publication is made from: the course's files, the edition, the shelf, the engine itself."""
    shelf = sorted((path.name, path.stat().st_size) for path in (root / SHELF).glob("*.*"))
    named = sorted(str(path.relative_to(root)) for path in (root / "docs").rglob("*"))  # links lead to files
    summed = hashlib.sha256(ascii((engine(), site, shelf, named)).encode())
    for path in course_files(root):
        summed.update(os.fsencode(f"\n{path}\n"))
        summed.update(path.read_bytes())
    return summed.hexdigest()


def newest(root: Path) -> int:
    """When the course was last changed: the time of its newest file, in seconds since 1970."""
    return max((int(path.stat().st_mtime) for path in course_files(root)), default=0)


def course_files(root: Path) -> Iterator[Path]:
    yield from (path for path in [root / "mkdocs.yml"] if path.is_file())
    for folder, pattern in (("docs", "*.md"), ("docs/assets/diagrams", "*.svg"), ("course", "*"), ("bib", "*")):
        found = sorted((root / folder).rglob(pattern))
        yield from (path for path in found if path.is_file() and os.access(path, os.R_OK))  # `check` tells the others


def _from_json(data: Any) -> Publication:
    return Publication(
        tuple(Told(**item) for item in data["told"]),
        {path: WovenPage(**{**page, "pieces": Pieces(**page["pieces"])}) for path, page in data["pages"].items()},
        data["files"],
        data["copies"],
        data["licence"],
    )

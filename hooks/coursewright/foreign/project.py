"""The projects in a folder: which settings, bibliographies and pages belong together, and which pages are built.

Sources: the manuals of Quarto, bookdown, Jupyter Book, mystmd, Sphinx and pandoc for the names of settings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursewright.diagnostics import Place
from coursewright.foreign.built import built_pages
from coursewright.foreign.folder import PAGES, Folder
from coursewright.foreign.metadata import Metadata, front_matter, works
from coursewright.foreign.style import wants_apa
from coursewright.source import Source

_SETTINGS = re.compile(r"(?:_quarto(?:-[\w.-]+)?|_bookdown|myst|_toc)\.ya?ml\Z|conf\.py\Z")
_BIBTEX_FILES = re.compile(r"^bibtex_bibfiles\s*=\s*\[(?P<files>[^\]]*)\]", re.M)
_STRING = re.compile(r"\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)'")


@dataclass(frozen=True)
class Named:
    """A bibliography as a file in `folder` names it: what was typed, and where."""

    typed: str
    folder: Path
    place: Place


@dataclass(frozen=True)
class Project:
    """One book, thesis, site or folder: what its settings name, its works in metadata, its .bib files, its pages.

    `apa` is whether its references are in APA style; None where nothing tells.
    """

    folder: Path
    named: tuple[Named, ...]
    works: Mapping[str, Place]
    bibliographies: tuple[Path, ...]
    pages: tuple[Path, ...]
    built: frozenset[Path]
    apa: bool | None


def find_projects(folder: Folder) -> tuple[Project, ...]:
    """Every project below a folder; a page belongs to the nearest one above it, else to the folder itself."""
    files = list(folder.files())
    homes = {folder.root, *(path.parent for path in files if _is_settings(folder, path))}
    members: dict[Path, list[Path]] = {home: [] for home in sorted(homes)}
    for path in files:
        home = next((above for above in path.parents if above in members), folder.root)
        members[home].append(path)
    return tuple(_project(folder, home, own) for home, own in members.items())


def named_in(metadata: Metadata, folder: Path) -> Iterator[Named]:
    """The bibliographies that metadata of a file in `folder` names."""
    for leaf in metadata.leaves("bibliography", "bibtex_bibfiles"):
        typed = leaf.value.strip()
        if typed and typed.lower() not in ("true", "false", "null", "~"):
            yield Named(typed, folder, metadata.place(leaf))


def strings(text: str) -> Iterator[str]:
    """What stands in quotation marks."""
    yield from (match["double"] or match["single"] for match in _STRING.finditer(text))


def _is_settings(folder: Folder, path: Path) -> bool:
    if _SETTINGS.match(path.name):
        source = folder.read(path) if path.name == "conf.py" else None
        return path.name != "conf.py" or bool(source and "extensions" in source.text)
    return _is_first_page(folder, path)


def _is_first_page(folder: Folder, path: Path) -> bool:
    """Whether a page is the first of a book made with bookdown: its metadata is the book's."""
    source = folder.read(path) if path.name.lower() == "index.rmd" else None
    return source is not None and "bookdown" in source.text[:4000]


def _project(folder: Folder, home: Path, files: list[Path]) -> Project:
    settings = list(_settings(folder, home, files))
    named = [each for metadata in settings for each in named_in(metadata, folder.path(metadata.source).parent)]
    if conf := next((path for path in files if path.name == "conf.py"), None):
        named += _named_in_conf(folder.read(conf), home)
    made = _made_folders(settings, home)
    pages = tuple(
        path
        for path in files
        if path.suffix.lower() in PAGES and not any(path.is_relative_to(folder_) for folder_ in made)
    )
    inline = {key: place for metadata in settings for key, place in works(metadata)}
    bibliographies = tuple(path for path in files if path.suffix.lower() == ".bib")
    is_plain = not any(_is_settings(folder, path) for path in files if path.parent == home)
    apa = wants_apa(folder, pages, settings, is_plain=is_plain)
    built = frozenset(built_pages(folder, home, pages, settings))
    return Project(home, tuple(named), inline, bibliographies, pages, built, apa)


def _settings(folder: Folder, home: Path, files: Iterable[Path]) -> Iterator[Metadata]:
    """The metadata of a whole project: YAML files beside its pages, and the front matter of a book's first page."""
    for path in files:
        near = path.parent == home or path.name == "_metadata.yml"
        if path.suffix in (".yml", ".yaml") and near and (source := folder.read(path)):
            yield Metadata(source, 0, len(source.text))
        elif path.parent == home and _is_first_page(folder, path):
            source = folder.read(path)
            yield from filter(None, [front_matter(source) if source else None])


def _named_in_conf(source: Source | None, home: Path) -> Iterator[Named]:
    found = _BIBTEX_FILES.search(source.text) if source else None
    if source and found:
        for match in _STRING.finditer(source.text, *found.span("files")):
            typed = match["double"] or match["single"]
            yield Named(typed, home, source.place(match.start() + 1, match.end() - 1))


def _made_folders(settings: Iterable[Metadata], home: Path) -> list[Path]:
    """Folders that a build fills."""
    nodes = [leaf for metadata in settings for leaf in metadata.leaves("output-dir", "output_dir")]
    folders = [home / node.value.strip("\"' /") for node in nodes]
    return [path for path in folders if path.resolve() != home.resolve()]

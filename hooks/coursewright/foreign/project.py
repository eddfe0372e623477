"""The projects in a folder: which settings, bibliographies and pages belong together, and which pages are built.

Sources: the manuals of Quarto, bookdown, Jupyter Book, mystmd, Sphinx and pandoc for the names of settings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from coursewright.diagnostics import Place
from coursewright.foreign.folder import PAGES, Folder
from coursewright.foreign.metadata import Metadata, front_matter, texts, works
from coursewright.source import Source

_SETTINGS = re.compile(r"(?:_quarto(?:-[\w.-]+)?|_bookdown|myst|_toc)\.ya?ml\Z|conf\.py\Z")
_NEVER_BUILT = re.compile(
    r"(?:readme|changelog|changes|news|contributing|contributors|code[_-]of[_-]conduct|license|licence|security|"
    r"authors|support|todo|history|governance|maintainers|claude|agents|pull_request_template|issue_template)\b",
    re.I,
)
_BIBTEX_FILES = re.compile(r"^bibtex_bibfiles\s*=\s*\[(?P<files>[^\]]*)\]", re.M)
_STRING = re.compile(r"\"(?P<double>[^\"\n]+)\"|'(?P<single>[^'\n]+)'")
_INCLUDED = re.compile(
    r"\{\{<\s*include\s+[\"']?(?P<quarto>[^\s\"'>]+)|"
    r"\bchild\s*[=:]\s*(?P<child>c\([^)]*\)|\[[^\]\n]*\]|[\"'][^\"'\n]+[\"'])|"
    r"^[ \t]*(?:`{3,}|:{3,})\{include\}[ \t]+(?P<myst>\S+)|knit_child\(\s*(?P<knit>[\"'][^\"'\n]+[\"'])",
    re.M,
)


@dataclass(frozen=True)
class Named:
    """A bibliography as a file names it: where it should be, where it is named, and what was typed."""

    path: Path
    place: Place
    typed: str


@dataclass(frozen=True)
class Project:
    """One book, thesis, site or folder: its folder, what its settings name, its works in metadata, its built pages."""

    folder: Path
    named: tuple[Named, ...]
    works: Mapping[str, Place]
    pages: tuple[Path, ...]
    built: frozenset[Path]


def find_projects(folder: Folder) -> tuple[Project, ...]:
    """Every project below a folder; a page belongs to the nearest one above it, else to the folder itself."""
    files = list(folder.files())
    homes = {folder.root, *(path.parent for path in files if _is_settings(folder, path))}
    members: dict[Path, list[Path]] = {home: [] for home in sorted(homes)}
    for path in files:
        home = next((above for above in path.parents if above in members), folder.root)
        members[home].append(path)
    return tuple(_project(folder, home, own) for home, own in members.items())


def named_in(metadata: Metadata, home: Path) -> Iterator[Named]:
    """The bibliographies that metadata names, relative to the file's own folder; '/' stands for the project's."""
    for leaf in metadata.leaves("bibliography", "bibtex_bibfiles"):
        typed = leaf.value.strip()
        if typed and typed.lower() not in ("true", "false", "null", "~"):
            yield Named(home / typed.lstrip("/"), metadata.place(leaf), typed)


def included(source: Source) -> Iterator[str]:
    """The paths of files that a page includes, as typed."""
    if "include" not in source.text and "child" not in source.text:
        return
    for match in _INCLUDED.finditer(source.text):
        typed = match["quarto"] or match["myst"]
        yield from [typed] if typed else _strings(match["child"] or match["knit"])


def _strings(text: str) -> Iterator[str]:
    yield from (match["double"] or match["single"] for match in _STRING.finditer(text))


def _is_settings(folder: Folder, path: Path) -> bool:
    if _SETTINGS.match(path.name):
        source = folder.read(path) if path.name == "conf.py" else None
        return path.name != "conf.py" or bool(source and "extensions" in source.text)
    if path.name.lower() == "index.rmd":
        source = folder.read(path)
        return bool(source and "bookdown" in source.text[:4000])
    return False


def _project(folder: Folder, home: Path, files: list[Path]) -> Project:
    settings = list(_settings(folder, home, files))
    named = [name for metadata in settings for name in named_in(metadata, Path(folder.base, metadata.source.path).parent)]
    if conf := next((path for path in files if path.name == "conf.py"), None):
        named += _named_in_conf(folder.read(conf), home)
    made = _made_folders(settings, home)
    pages = tuple(
        path
        for path in files
        if path.suffix.lower() in PAGES and not any(path.is_relative_to(folder_) for folder_ in made)
    )
    inline = {key: place for metadata in settings for key, place in works(metadata)}
    return Project(home, tuple(named), inline, pages, frozenset(_built(folder, home, pages, settings)))


def _settings(folder: Folder, home: Path, files: Iterable[Path]) -> Iterator[Metadata]:
    """The metadata of a whole project: YAML files beside its pages, and the front matter of a book's first page."""
    for path in files:
        near = path.parent == home or path.name == "_metadata.yml"
        if path.suffix in (".yml", ".yaml") and near and (source := folder.read(path)):
            yield Metadata(source, 0, len(source.text))
        elif path.parent == home and path.name.lower() == "index.rmd" and (source := folder.read(path)):
            if "bookdown" in source.text[:4000] and (metadata := front_matter(source)):
                yield metadata


def _named_in_conf(source: Source | None, home: Path) -> Iterator[Named]:
    found = _BIBTEX_FILES.search(source.text) if source else None
    if source and found:
        for match in _STRING.finditer(source.text, *found.span("files")):
            typed = match["double"] or match["single"]
            yield Named(home / typed, source.place(match.start() + 1, match.end() - 1), typed)


def _made_folders(settings: Iterable[Metadata], home: Path) -> list[Path]:
    """Folders that a build fills."""
    nodes = [leaf for metadata in settings for leaf in metadata.leaves("output-dir", "output_dir")]
    folders = [home / node.value.strip("\"' /") for node in nodes]
    return [path for path in folders if path.resolve() != home.resolve()]


def _built(folder: Folder, home: Path, pages: tuple[Path, ...], settings: list[Metadata]) -> Iterator[Path]:
    """The pages that a build of the project reads, without those that others include."""
    listed = [name for metadata in settings for name in _listed(metadata)]
    if listed:
        stems = {name.removesuffix(Path(name).suffix) if Path(name).suffix.lower() in PAGES else name for name in listed}
        wanted = {home / stem.lstrip("/") for stem in stems}
        yield from (page for page in pages if page.with_suffix("") in wanted)
        return
    bookdown = [m for m in settings if m.source.path.lower().endswith(("_bookdown.yml", "_bookdown.yaml", "index.rmd"))]
    subfolders = any(metadata.field("rmd_subdir") is not None for metadata in bookdown)
    render = [name for metadata in settings for name in texts(metadata.field("project", "render"))]
    for page in pages:
        name = page.relative_to(home).as_posix()
        if bookdown and (page.suffix.lower() != ".rmd" or (page.parent != home and not subfolders)):
            continue
        if _is_kept_back(folder, page, home) or not _is_rendered(name, render):
            continue
        yield page


def _listed(metadata: Metadata) -> list[str]:
    """The pages that settings list as a book's, as typed: Quarto's chapters, bookdown's files, a table of contents."""
    name = Path(metadata.source.path).name
    if name.startswith("_quarto"):
        nodes = [metadata.field("book", "chapters"), metadata.field("book", "appendices")]
    elif name.startswith("_bookdown"):
        nodes = [metadata.field("rmd_files")]
    elif name.startswith("_toc"):
        return [leaf.value for leaf in metadata.leaves("file", "root")]
    elif name.startswith("myst"):
        toc = metadata.field("project", "toc")
        nodes = [toc]
    else:
        nodes = []
    return [text for node in nodes for text in texts(node)]


def _is_kept_back(folder: Folder, page: Path, home: Path) -> bool:
    """Whether a page is by its name or its front matter none that a build reads."""
    if any(part.startswith("_") for part in page.relative_to(home).parts) or _NEVER_BUILT.match(page.name):
        return True
    source = folder.read(page)
    metadata = front_matter(source) if source and "draft" in source.text[:4000] else None
    draft = metadata.field("draft") if metadata else None
    return str(getattr(draft, "value", "")).lower() in ("true", "yes")


def _is_rendered(name: str, patterns: list[str]) -> bool:
    """Whether Quarto's `render` takes a page: '!' keeps away, and where anything else is listed, that alone is taken."""
    wanted = [pattern for pattern in patterns if not pattern.startswith("!")]
    unwanted = [pattern[1:] for pattern in patterns if pattern.startswith("!")]
    return (not wanted or _matches(name, wanted)) and not _matches(name, unwanted)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern.strip("/")) or name.startswith(f"{pattern.strip('/')}/") for pattern in patterns)

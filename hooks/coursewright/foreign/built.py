"""Which pages a build reads: those that settings list, or all but drafts, notes to contributors and included parts."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import yaml

from coursewright.foreign.folder import PAGES, Folder
from coursewright.foreign.metadata import Metadata, front_matter, texts
from coursewright.source import Source

_NEVER_BUILT = re.compile(
    r"(?:readme|changelog|changes|news|contributing|contributors|code[_-]of[_-]conduct|license|licence|security|"
    r"authors|support|todo|history|governance|maintainers|pull_request_template|issue_template)\b",
    re.I,
)
_STRING = re.compile(r"[\"'](?P<text>[^\"'\n]+)[\"']")
_INCLUDED = re.compile(
    r"\{\{<\s*include\s+[\"']?(?P<quarto>[^\s\"'>]+)|"
    r"\bchild\s*[=:]\s*(?P<child>c\([^)]*\)|\[[^\]\n]*\]|[\"'][^\"'\n]+[\"'])|"
    r"^[ \t]*(?:`{3,}|:{3,})\{include\}[ \t]+(?P<myst>\S+)|knit_child\(\s*(?P<knit>[\"'][^\"'\n]+[\"'])",
    re.M,
)


def included(source: Source) -> Iterator[str]:
    """The paths of files that a page includes, as typed."""
    if "include" not in source.text and "child" not in source.text:
        return
    for match in _INCLUDED.finditer(source.text):
        typed = match["quarto"] or match["myst"]
        yield from [typed] if typed else (each["text"] for each in _STRING.finditer(match["child"] or match["knit"]))


def built_pages(folder: Folder, home: Path, pages: Iterable[Path], settings: list[Metadata]) -> Iterator[Path]:
    """The pages of a project that its build reads, without those that others include."""
    listed = [name for metadata in settings for name in _listed(metadata)]
    if listed:
        wanted = {home / _stem(name.lstrip("/")) for name in listed}
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


def _stem(name: str) -> str:
    """A page's name without its ending, if it has one: tables of contents leave it out."""
    return name.removesuffix(Path(name).suffix) if Path(name).suffix.lower() in PAGES else name


def _listed(metadata: Metadata) -> list[str]:
    """The pages that settings list as a book's, as typed: Quarto's chapters, bookdown's files, a table of contents."""
    name = Path(metadata.source.path).name
    nodes: list[yaml.Node | None]
    if name.startswith("_quarto"):
        nodes = [metadata.field("book", "chapters"), metadata.field("book", "appendices")]
    elif name.startswith("_bookdown"):
        nodes = [metadata.field("rmd_files")]
    elif name.startswith("_toc"):
        nodes = [] if "glob" in metadata.text else list(metadata.leaves("file", "root"))
    else:
        nodes = [metadata.field("project", "toc")] if name.startswith("myst") else []
    listed = [text for node in nodes for text in texts(node)]
    return [] if any("*" in text for text in listed) else listed


def _is_kept_back(folder: Folder, page: Path, home: Path) -> bool:
    """Whether a page is by its name or its front matter none that a build reads."""
    if any(part.startswith("_") for part in page.relative_to(home).parts) or _NEVER_BUILT.match(page.name):
        return True
    source = folder.read(page)
    metadata = front_matter(source) if source and "draft" in source.text[:4000] else None
    draft = metadata.field("draft") if metadata else None
    return str(getattr(draft, "value", "")).lower() in ("true", "yes")


def _is_rendered(name: str, patterns: list[str]) -> bool:
    """Whether Quarto's `render` takes a page: '!' keeps pages away; where others are listed, they alone are taken."""
    wanted = [pattern for pattern in patterns if not pattern.startswith("!")]
    unwanted = [pattern[1:] for pattern in patterns if pattern.startswith("!")]
    return (not wanted or _matches(name, wanted)) and not _matches(name, unwanted)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern.strip("/")) or name.startswith(f"{pattern.strip('/')}/") for pattern in patterns)

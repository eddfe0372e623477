"""Files that nobody reads, though they look as if they belonged to the course."""

import os
from collections.abc import Iterator
from pathlib import Path

from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.source import suggest

_FILES = ("course/course.yml", "course/formats.yml", "course/glossary.yml")
_FOLDERS = (("course/questions", ".yml"), ("course/sets", ".yml"), ("course/blocks", ".md"))
_HINT = "question files are course/questions/*.yml, sets course/sets/*.yml, reusable blocks course/blocks/*.md"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # the others too are pages to MkDocs
_BIBTEX = (".bib", ".bibtex")


def check_stray_files(root: Path) -> Iterator[Diagnostic]:
    """Files of `course/` that no reader takes, misnamed pages and bibliographies, files that can't be read."""
    for path in sorted((root / "course").rglob("*")):
        name = path.relative_to(root).as_posix()
        if not (path.is_dir() or path.name.startswith(".") or name in _FILES or _has_reader(name)):
            yield _told(root, path, "Nothing reads this file.", suggest(name, _FILES) or _HINT)
    for folder, endings in (("docs", _MARKDOWN), ("bib", _BIBTEX)):
        for path in sorted((root / folder).rglob("*.*")):
            if path.suffix != endings[0] and path.suffix.lower() in endings and path.is_file():
                yield _told(root, path, "Nothing reads this file.", f"name it '{path.stem}{endings[0]}'")
    for path in sorted((root / "docs").rglob("*")):
        if path.is_symlink() and path.is_dir() and any(path.rglob("*.md")):
            yield _told(root, path, "Pages behind a link to a folder are not read.", "put the folder itself here")
        elif path.suffix != ".md" and not os.access(path, os.R_OK):  # the reader tells of pages
            yield _told(root, path, "The file can't be read.", "see its permissions or, if a link, where it leads")


def _has_reader(name: str) -> bool:
    return (os.path.dirname(name), os.path.splitext(name)[1]) in _FOLDERS


def _told(root: Path, path: Path, message: str, hint: str) -> Diagnostic:
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")
    return Diagnostic(Rule.SOURCE_FOUND, Place(name, 1, 1), message, hint)

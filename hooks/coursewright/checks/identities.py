"""Ids are unique across files, and files that nobody reads are told."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.model import Page, Ref
from coursewright.source import suggest
from coursewright.yaml_nodes import first_of_each

_FILES = ("course/course.yml", "course/formats.yml", "course/glossary.yml")
_FOLDERS = (("questions", ".yml"), ("sets", ".yml"), ("blocks", ".md"))


def check_identities(pages: Iterable[Page], report: Report) -> None:
    """Ids of pages, lessons and cases are one space: questions and links refer to them alike."""
    first_of_each((Ref(page.id, page.place) for page in pages if page.id), report, "page")


def check_stray_files(root: Path) -> Iterator[Diagnostic]:
    """Files of `course/` that no reader takes: a misspelt name would be lost in silence."""
    for path in sorted((root / "course").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_dir() or path.name.startswith(".") or name in _FILES:
            continue
        folder, _, _ = name.removeprefix("course/").partition("/")
        if (folder, path.suffix) not in _FOLDERS:
            hint = suggest(name, _FILES) or (
                "question files are course/questions/*.yml, sets course/sets/*.yml, reusable blocks course/blocks/*.md"
            )
            yield Diagnostic(Rule.SOURCE_FOUND, Place(name, 1, 1), "Nothing reads this file.", hint)

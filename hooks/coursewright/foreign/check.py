"""Checking a folder of somebody's Markdown: each page against the bibliographies that count for it.

What is a matter of APA's style is told where the project asks for APA or has no pages, is advice in a plain folder that
names no style, and is left out elsewhere. Tried with pandoc 3.9: it lowers English title case itself where a style asks
for it, makes en dashes of hyphens between pages, prints editions in words as typed and 'and others' as 'et al.'. What
it does not mend is told everywhere: a DOI written as an address is linked as 'https://doi.org/https://doi.org/…', an
unknown TeX command leaves a gap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from coursewright.bibliography.checks import Retractions, check_bibliography, check_retractions
from coursewright.citations.prose import check_prose
from coursewright.diagnostics import Diagnostic, Place, Report, Rule, Severity
from coursewright.foreign.folder import OTHER_TEXT, PAGES, Folder
from coursewright.foreign.libraries import Libraries
from coursewright.foreign.page import check_page, scan_page
from coursewright.foreign.project import find_projects
from coursewright.foreign.used import labels, mentioned
from coursewright.foreign.works import Works
from coursewright.silences import apply_silences

_FROM_CODE = re.compile(r"\b(?:autodoc2?|autosummary|autoapi)\b")


class NoBibliographyError(Exception):
    """There is nothing to check against: no bibliography is named, and none lies in the folder."""


def check_folder(
    root: Path, base: Path, bibs: Sequence[Path], report: Report, retractions: Retractions | None = None
) -> None:
    """Report what is wrong with the citations and bibliographies below `root`, sorted by place.

    Paths are relative to `base`. `bibs`, where given, stand for what the projects name. Raises NoBibliographyError.
    """
    folder = Folder(root.resolve(), base.resolve())
    given = tuple(path.resolve() for path in bibs)
    shelves = [Libraries(folder, project, given) for project in find_projects(folder)]
    every = (
        _in_style(each, libraries.project.apa)
        for libraries in shelves
        for each in _check_project(folder, libraries, retractions)
    )
    found = dict.fromkeys(each for each in every if each)
    works = [shelf for libraries in shelves for shelf in libraries.shelves]
    if not works and not found:
        raise NoBibliographyError
    found |= dict.fromkeys(_check_used(folder, works))
    heard = apply_silences(found, folder.sources())
    for diagnostic in sorted(heard, key=lambda item: (item.place, item.rule.label)):
        report(diagnostic)


def _in_style(diagnostic: Diagnostic, apa: bool | None) -> Diagnostic | None:
    """A diagnostic as much as it matters to a project in APA style, in another (False) or in one that is not told."""
    if apa or not diagnostic.is_house_style:
        return diagnostic
    return replace(diagnostic, severity=Severity.ADVICE) if apa is None else None


def _check_project(folder: Folder, libraries: Libraries, retractions: Retractions | None) -> Iterator[Diagnostic]:
    @cache
    def known_labels() -> frozenset[str]:
        pages = (folder.read(page) for page in libraries.project.pages)
        return labels(source for source in pages if source)

    cited: list[tuple[str, Place, str]] = []
    for path, works in libraries.pages():
        source = folder.read(path)
        if source:
            yield from folder.faults(path)
            page = scan_page(source, works)
            cited += [(item.key, item.place, item.suffix) for each in page.all_citations for item in each.items]
            yield from check_page(page, works, lambda key: key in known_labels())
            for each in check_prose(source, page.masked, page.all_citations, works.bibliography):
                yield each if page.speaks_pandoc(each.place) else replace(each, hint="")
    for shelf in libraries.shelves:
        yield from check_bibliography(shelf.bibliography)
        if retractions:
            yield from check_retractions(shelf.bibliography, cited, retractions)
    yield from libraries.told


def _check_used(folder: Folder, shelves: Iterable[Works]) -> Iterator[Diagnostic]:
    """Entries that nothing in the folder cites, in pages that are checked or in any others."""
    texts = [path for path in folder.files() if path.suffix.lower() in PAGES | OTHER_TEXT]
    used: set[str] = set()
    for path in texts:
        if source := folder.read(path):
            used.update(mentioned(source.text))
    if "*" in used or not texts or _cites_from_code(folder):
        return
    for shelf in shelves:
        for entry in shelf.bibliography.entries:
            if entry.key not in used:
                message, hint = f"Nothing cites '{entry.key}'.", "cite it, or keep it for later"
                yield Diagnostic(Rule.REFERENCE_USED, entry.place, message, hint)


def _cites_from_code(folder: Folder) -> bool:
    """Whether Sphinx takes pages from a program's own comments, which lie elsewhere and may cite."""
    settings = (folder.read(path) for path in folder.files() if path.name == "conf.py")
    return any(_FROM_CODE.search(source.text) for source in settings if source)

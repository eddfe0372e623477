"""Checking a folder of somebody's Markdown: each page against the bibliographies that count for it.

What is a matter of APA's style is told where the project asks for APA or has no pages. A plain folder that names no
style is told where nearly all its titles are in sentence case, so that what differs is a slip, and is else advised;
others are not told. Tried with pandoc 3.9: it lowers English title case itself where a style asks
for it, and names with it; it makes en dashes of hyphens between pages, 'pp.' of 'p.' before several, and one full stop
of two. That is no more than advice where a project has pages. It prints editions in words as typed and 'and others' as
'et al.'. What it does not mend is told everywhere: a DOI written as an address is linked as
'https://doi.org/https://doi.org/…', an unknown TeX command leaves a gap.
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
from coursewright.foreign.lowered import check_lowered
from coursewright.foreign.page import check_page, scan_page
from coursewright.foreign.project import Project, find_projects
from coursewright.foreign.style import is_in_sentence_case
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
    found = dict.fromkeys(each for libraries in shelves for each in _told(folder, libraries, retractions))
    works = [shelf for libraries in shelves for shelf in libraries.shelves]
    if not works and not found:
        raise NoBibliographyError
    found |= dict.fromkeys(_check_used(folder, works))
    heard = apply_silences(found, folder.sources())
    for diagnostic in sorted(heard, key=lambda item: (item.place, item.rule.label)):
        report(diagnostic)


def _told(folder: Folder, libraries: Libraries, retractions: Retractions | None) -> Iterator[Diagnostic]:
    """What is wrong in a project, as much as it matters to its style, which its works tell where nothing else does."""
    found, project = list(_check_project(folder, libraries, retractions)), libraries.project
    if project.apa is None and is_in_sentence_case(shelf.bibliography for shelf in libraries.shelves):
        return iter(found)
    return (each for one in found if (each := _in_style(one, project)))


def _in_style(diagnostic: Diagnostic, project: Project) -> Diagnostic | None:
    """A diagnostic as much as it matters to a project in APA style, in another (False) or in one that is not told."""
    mended = diagnostic.mended and bool(project.pages)
    if not mended and (project.apa or not diagnostic.is_house_style):
        return diagnostic
    return None if project.apa is False else replace(diagnostic, severity=Severity.ADVICE)


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
                yield each if page.speaks_pandoc(each.place) else replace(each, hint="", mended=False)
    lowers = bool(libraries.project.apa and libraries.project.pages)
    for shelf in libraries.shelves:
        every = check_bibliography(shelf.bibliography)
        yield from (each for each in every if not lowers or each.rule is not Rule.CAPITAL_KEPT)
        yield from check_lowered(shelf.bibliography) if lowers else ()
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

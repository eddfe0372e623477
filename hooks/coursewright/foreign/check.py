"""Checking a folder of somebody's Markdown: each page against the bibliographies that count for it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coursewright.diagnostics import Diagnostic, Report
from coursewright.foreign.folder import Folder
from coursewright.foreign.libraries import Libraries, Library
from coursewright.foreign.page import ReadPage, check_page, read_page
from coursewright.foreign.project import Project, find_projects
from coursewright.foreign.used import check_used
from coursewright.silences import apply_silences


class NoBibliographyError(Exception):
    """There is nothing to check against: no bibliography is named or lies in the folder."""


def check_folder(root: Path, base: Path, bibs: Sequence[Path], report: Report) -> None:
    """Report what is wrong with the citations and bibliographies below `root`, sorted by place.

    Paths are relative to `base`. `bibs`, where given, stand for what the projects name. Raises NoBibliographyError.
    """

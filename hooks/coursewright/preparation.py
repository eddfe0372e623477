"""A course made ready for a site generator: read, checked, every page woven, every sheet and file rendered."""

from functools import partial
from pathlib import Path

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.exports import export_works
from coursewright.fragments import silent
from coursewright.load import load_course
from coursewright.messages import as_text
from coursewright.pieces import Pieces
from coursewright.publication import Publication, SheetPage, Told, WovenPage
from coursewright.sheet import render_sheet, sheets
from coursewright.site import Site
from coursewright.source import Source
from coursewright.weave import weave_apart


def make_publication(root: Path, site: Site) -> Publication:
    """Read, check and weave the course in a folder."""
    found: list[Diagnostic] = []
    course = load_course(root, found.append)
    return Publication(
        tuple(Told(str(item.level), as_text(item, partial(_line, root))) for item in found),
        {path: _woven(course, path, site) for path in course.pages},
        {path: SheetPage(page.title, render_sheet(course, page, site)) for path, page in sheets(course).items()},
        export_works(course, site.for_instructors),
    )


def _woven(course: Course, path: str, site: Site) -> WovenPage:
    page = course.pages[path]
    body = page.source.text[page.body :]
    markdown, pieces = weave_apart(body, course, path, site)
    return WovenPage(page.source.text, body, markdown, pieces)


def _line(root: Path, path: str, number: int) -> str:
    file = root / path
    return Source(path, file.read_text("utf-8", "replace") if file.is_file() else "").line(number)


def weave_again(root: Path, markdown: str, path: str, site: Site) -> tuple[str, Pieces]:
    """One page whose Markdown somebody else has changed meanwhile."""
    return weave_apart(markdown, load_course(root, silent), path, site)

"""The MkDocs events; no other file knows MkDocs. The course is read once a build, each page is handed to the engine."""

import gc
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Severity
from coursewright.exports import export_works
from coursewright.load import load_course
from coursewright.messages import as_text
from coursewright.model import Edition
from coursewright.sheet import render_sheet, sheets
from coursewright.source import Source, suggest
from coursewright.weave import Pieces, Site, put_back, weave_apart

_LOG = logging.getLogger("mkdocs.hooks.coursewright")  # below 'mkdocs', so that --strict counts its warnings
_KEY = "coursewright"
_SHEET = """---
title: "Questions: {title}"
template: sheet.html
search: {{exclude: true}}
---
{html}
"""


@dataclass(frozen=True)
class _Build:
    course: Course
    site: Site
    pieces: dict[str, Pieces]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course; it lives in the configuration, which MkDocs makes anew for every build."""
    root = Path(config.config_file_path).parent
    found: list[Diagnostic] = []
    gc.unfreeze()
    course = load_course(root, found.append)
    gc.freeze()  # the course lives as long as the build: looking through it for garbage costs a tenth of the time
    for diagnostic in found:
        _tell(root, diagnostic)
    config.extra[_KEY] = _Build(course, Site(_edition(), config.use_directory_urls), {})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the question sheets and the files of works, which nothing in `docs/` holds."""
    build: _Build = config.extra[_KEY]
    for path, text in export_works(build.course, build.site.for_instructors).items():
        files.append(File.generated(config, path, content=text))
    for path, page in sheets(build.course).items():
        title = page.title.replace("\\", "\\\\").replace('"', '\\"')
        text = _SHEET.format(title=title, html=render_sheet(build.course, page, build.site))
        sheet = File.generated(config, path, content=text)
        sheet.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(sheet)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text as it was checked, so that a byte that is not UTF-8 is told and does not end the build."""
    build: _Build = config.extra[_KEY]
    known = build.course.pages.get(page.file.src_uri)
    return known.source.text if known else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Weave a page. Its date is the build's, which the sources set: see SOURCE_DATE_EPOCH in the Makefile."""
    build: _Build = config.extra[_KEY]
    page.update_date = get_build_date()
    woven, build.pieces[page.file.src_uri] = weave_apart(markdown, build.course, page.file.src_uri, build.site)
    return woven


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put back what the search index should hold."""
    build: _Build = config.extra[_KEY]
    pieces = build.pieces[page.file.src_uri]
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= pieces.anchors
    return put_back(html, pieces.searchable)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put back the lists that repeat other pages, after the search index was made."""
    build: _Build = config.extra[_KEY]
    return put_back(output, build.pieces[page.file.src_uri].quiet)


def _edition() -> Edition:
    name = os.environ.get("EDITION", Edition.LEARNER)
    if name not in tuple(Edition):
        near = suggest(name, Edition) or "editions: " + ", ".join(Edition)
        raise PluginError(f"EDITION={name}: there is no such edition; {near}")
    return Edition(name)


def _tell(root: Path, diagnostic: Diagnostic) -> None:
    """Errors and warnings count in --strict; advice is for `coursewright check`."""
    levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.ADVICE: logging.DEBUG}

    def read_line(path: str, number: int) -> str:
        file = root / path
        return Source(path, file.read_text("utf-8", "replace") if file.is_file() else "").line(number)

    _LOG.log(levels[diagnostic.level], as_text(diagnostic, read_line))

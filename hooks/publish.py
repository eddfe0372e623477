"""The MkDocs events; no other file knows MkDocs. The engine makes the course ready, the events hand it over.

The engine is imported where a course has to be made ready: a build of an unchanged course does without.
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from markdown import __version__ as markdown_version
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import get_build_date
from pymdownx import __version__ as pymdownx_version

from coursewright.pieces import Pieces, put_back
from coursewright.publication import Publication, keep, newest, remembered
from coursewright.site import Edition, Site

_LOG = logging.getLogger("mkdocs.hooks.coursewright")  # below 'mkdocs', so that --strict counts its warnings
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "advice": logging.DEBUG}  # `check` shows advice
_KEY = "coursewright"
_CACHE = Path(".cache/coursewright")
_SHEET = """---
title: "Questions: {title}"
template: sheet.html
search: {{exclude: true}}
---
{html}
"""


@dataclass(frozen=True)
class _Build:
    root: Path
    site: Site
    course: Publication
    pieces: dict[str, Pieces] = field(default_factory=dict)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course; it lives in the configuration, which MkDocs makes anew for every build."""
    root = Path(config.config_file_path).parent
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(newest(root)))  # dates come from the sources, not from the clock
    site = Site(_edition(), config.use_directory_urls)
    course = remembered(root, site, root / _CACHE, _prepare)
    for told in course.told:
        _LOG.log(_LEVELS[told.severity], told.text)
    config.extra[_KEY] = _Build(root, site, course)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the question sheets and the files of works, which nothing in `docs/` holds."""
    build: _Build = config.extra[_KEY]
    for path, text in build.course.files.items():
        files.append(File.generated(config, path, content=text))
    for path, sheet in build.course.sheets.items():
        title = sheet.title.replace("\\", "\\\\").replace('"', '\\"')
        file = File.generated(config, path, content=_SHEET.format(title=title, html=sheet.html))
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text as it was checked, so that a byte that is not UTF-8 is told and does not end the build."""
    build: _Build = config.extra[_KEY]
    known = build.course.pages.get(page.file.src_uri)
    return known.source if known else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Weave a page. Its date is the build's, which the sources set: see SOURCE_DATE_EPOCH in the Makefile."""
    build: _Build = config.extra[_KEY]
    page.update_date = get_build_date()
    known = build.course.pages.get(page.file.src_uri)
    woven, pieces = (known.markdown, known.pieces) if known else (markdown, Pieces({}, {}))
    if known and known.body.strip() != markdown.strip():  # another plugin has changed the text
        woven, pieces = _weave(build, markdown, page.file.src_uri)
    build.pieces[page.file.src_uri] = pieces
    page.render = partial(_render, page, page.render, build.root)  # type: ignore[method-assign]
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


def _prepare(root: Path, site: Site) -> Publication:
    from coursewright.preparation import make_publication

    return make_publication(root, site)


def _weave(build: _Build, markdown: str, path: str) -> tuple[str, Pieces]:
    from coursewright.preparation import weave_again

    return weave_again(build.root, markdown, path, build.site)


def _render(
    page: Page, render: Callable[[MkDocsConfig, Files], None], root: Path, config: MkDocsConfig, files: Files
) -> None:
    """Convert a page, or take what the same Markdown became before. A page of which anything was said is not kept."""
    by = (markdown_version, pymdownx_version, config.markdown_extensions, config.mdx_configs)
    seen = (page.file.src_uri, config.use_directory_urls, sorted(file.src_uri for file in files), page.markdown)
    digest = hashlib.sha256(repr((by, seen)).encode()).hexdigest()
    path = root / _CACHE / "pages" / f"{digest}.json"
    try:
        _restore(page, json.loads(path.read_text("utf-8")), files)
    except (OSError, ValueError, KeyError):
        said = _Said(logging.INFO)
        logging.getLogger("mkdocs").addHandler(said)
        render(config, files)
        logging.getLogger("mkdocs").removeHandler(said)
        if not said.anything:
            keep(path, json.dumps(_rendered(page)))


class _Said(logging.Handler):
    anything = False

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True


def _rendered(page: Page) -> dict[str, Any]:
    """All that converting a page leaves on it."""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    toc = [_token(item) for item in page.toc]
    title, anchors = page._title_from_render, sorted(page.present_anchor_ids or ())
    return {"content": page.content, "toc": toc, "title": title, "anchors": anchors, "links": links}


def _token(item: AnchorLink) -> dict[str, Any]:
    return {"name": item.title, "id": item.id, "level": item.level, "children": [_token(one) for one in item.children]}


def _restore(page: Page, kept: dict[str, Any], files: Files) -> None:
    page.content, page.toc = kept["content"], get_toc(kept["toc"])
    page._title_from_render = kept["title"]
    page.present_anchor_ids = set(kept["anchors"])
    linked = ((files.get_file_from_path(uri), anchors) for uri, anchors in kept["links"].items())
    page.links_to_anchors = {file: anchors for file, anchors in linked if file}


def _edition() -> Edition:
    name = os.environ.get("EDITION", Edition.LEARNER)
    if name not in tuple(Edition):
        near = get_close_matches(name, Edition, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "editions: " + ", ".join(Edition)
        raise PluginError(f"EDITION={name}: there is no such edition; {hint}")
    return Edition(name)

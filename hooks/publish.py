"""The MkDocs events. The engine makes the course ready, the events hand it over; with page_conversion.py this is all
that knows MkDocs.

The engine is imported where a course has to be made ready: a build of an unchanged course does without.
"""

import atexit
import gc
import json
import logging
import os
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from coursewright.contents import Entry, render_contents
from coursewright.memory import Memory
from coursewright.offline import DOWNLOADS, PACKED, packed_path, seal
from coursewright.offline import Section as Part
from coursewright.pieces import Pieces, put_back
from coursewright.publication import SHELF, Publication, WovenPage, newest, remembered
from coursewright.sections import read_sections
from coursewright.site import Edition, Site
from coursewright.tables import render_tables
from page_conversion import Conversion, conversion

_LOG = logging.getLogger("mkdocs.hooks.coursewright")  # below 'mkdocs', so that --strict counts its warnings
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "advice": logging.DEBUG}  # `check` shows advice
_KEY = "coursewright"
_CACHE = Path(".cache/coursewright")
_WOVEN = ("pymdownx.blocks.html",)  # what woven pages are written in, whatever mkdocs.yml switches on
_STYLES = "assets/css/course.css"
_SEARCH = "assets/search.json"
_PACKED = "downloads/course.zip"
_COMMENT = re.compile(r"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/\s*""", re.DOTALL)  # or a string of a style sheet
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
_command = ""  # "build" or "serve" where MkDocs' own command line runs


@dataclass(frozen=True)
class _Build:
    root: Path
    site: Site
    course: Publication
    conversion: Conversion
    pieces: dict[str, Pieces] = field(default_factory=dict)
    searched: list[dict[str, Any]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview, or a build with which the process ends."""
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course; it lives in the configuration, which MkDocs makes anew for every build."""
    gc.disable()  # a build makes things that last until its end, where on_post_build lets the collector go on
    root = Path(config.config_file_path).parent
    config.site_url = os.environ.get("SITE_URL") or config.site_url
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # a sitemap holds whole addresses or nothing
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(newest(root)))  # dates come from the sources, not from the clock
    site = Site(_edition(), config.use_directory_urls, config.site_url or "")
    course = remembered(root, site, root / _CACHE, _prepare)
    for told in course.told:
        _LOG.log(_LEVELS[told.severity], told.text)
    if config.strict and _command == "build" and any(told.severity != "advice" for told in course.told):
        config.site_dir = mkdtemp(prefix="coursewright-")  # the build will fail: it leaves the last site as it is
        atexit.register(rmtree, config.site_dir, ignore_errors=True)
    config.markdown_extensions += [name for name in _WOVEN if name not in config.markdown_extensions]
    converted = Memory(root / _CACHE / f"pages-{site.edition}.jsonl")
    config.extra[_KEY] = _Build(root, site, course, conversion(config, converted))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files which nothing in `docs/` holds: those of question sets, and lists of works."""
    build: _Build = config.extra[_KEY]
    docs, pages = os.path.join(config.docs_dir, ""), build.course.pages
    for file in [file for file in files if not _is_known(file, docs, pages)]:
        files.remove(file)  # it was told
    for path, text in build.course.files.items():
        files.append(File.generated(config, path, content=text))
    for path, key in build.course.copies.items():
        file = File.generated(config, f"{path}.copy", abs_src_path=str(build.root / SHELF / key))
        file.dest_uri = file.url = path  # a sheet in Markdown is no page
        files.append(file)
    for path, page in build.course.pages.items():
        if not files.get_file_from_path(path):
            files.append(File.generated(config, path, content=page.source, inclusion=InclusionLevel.NOT_IN_NAV))
    if config.use_directory_urls and (build.root / PACKED).is_dir():  # the zip is made of the site without them
        _offer_zip(files, config, packed_path(build.root, build.site.edition))
    if not config.site_url and (raw := files.get_file_from_path("sitemap.xml")):
        files.remove(raw)  # what is no template any more would be copied as it stands
    if config.extra_css:
        files.append(File.generated(config, _STYLES, content=_one_sheet(config.extra_css, files)))
        config.extra_css = [_STYLES]
    return files


def _is_known(file: File, docs: str, pages: Container[str]) -> bool:
    """Whether a file of `docs/` can be read and, if it is a page, was read; other files are their plugins' matter."""
    path = file.abs_src_path or ""
    is_unread = file.is_documentation_page() and file.src_uri not in pages
    return not path.startswith(docs) or (os.access(path, os.R_OK) and not is_unread)


def _offer_zip(files: Files, config: MkDocsConfig, packed: Path) -> None:
    if packed.is_file():
        files.append(File.generated(config, _PACKED, abs_src_path=str(packed)))
        config.extra["packed"] = _PACKED


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
    if known:
        page.meta.update(description=known.description, linked_data=known.linked_data)
    page.render = partial(build.conversion.render, page)  # type: ignore[method-assign]
    return woven


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put back the page's finished HTML; search looks through all but the lists that repeat other pages."""
    build: _Build = config.extra[_KEY]
    pieces = build.pieces[page.file.src_uri]
    if page.present_anchor_ids is not None:
        page.present_anchor_ids |= pieces.anchors
    html = put_back(html, pieces.searchable)
    if not (page.meta.get("search") or {}).get("exclude"):
        sections = [[section.anchor, section.heading, section.text] for section in read_sections(html)]
        part = page.parent.title if page.parent else ""
        build.searched.append({"address": page.url, "title": page.title, "part": part, "sections": sections})
    return put_back(html, pieces.quiet)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Note which pages belong together: readers keep a section at a time to read offline."""
    build: _Build = config.extra[_KEY]
    for item in nav.items:
        if isinstance(item, Section) and (pages := tuple(_pages_of(item))):
            name = pages[0].file.src_uri.partition("/")[0]
            build.parts.append(Part(name, item.title, tuple(page.file.dest_uri for page in pages)))
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """What templates know besides MkDocs' own; and the index of search, now that every page is read."""
    build: _Build = config.extra[_KEY]
    scripts = "'self' 'unsafe-inline'" if _command == "serve" else "'self'"  # its own script reloads the page
    env.globals["policy"] = "; ".join(f"{name} {value}" for name, value in (_POLICY | {"script-src": scripts}).items())
    env.globals["licence"] = build.course.licence
    named = (files.get_file_from_path(path) for path in config.extra.get("colophon", ()))
    env.globals["colophon"] = [file.page for file in named if file and file.page]
    env.filters["tables"] = render_tables
    env.trim_blocks = env.lstrip_blocks = True
    index = json.dumps(build.searched, ensure_ascii=False, separators=(",", ":"))
    files.append(File.generated(config, _SEARCH, content=index))
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """The contents of the course as this page shows them: whole in the menu, and what is near beside the text."""
    return _with_contents(context, config, nav, page.url)


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """The same for the page that says that there is none."""
    return _with_contents(context, config, context["nav"], None)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the site's version into its pages, and what a browser may keep of it to read offline."""
    build: _Build = config.extra[_KEY]
    site = Path(config.site_dir)
    paths = [path for path in site.rglob("*") if path.suffix not in DOWNLOADS and path.is_file()]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    for name, data in seal(files, build.parts).items():
        (site / name).write_bytes(data)
    build.conversion.converted.save()
    if _command == "build":
        gc.freeze()  # the process ends here: what lives needs no look at whether it still does
    gc.enable()


def _prepare(root: Path, site: Site, earlier: Mapping[str, WovenPage]) -> Publication:
    from coursewright.preparation import make_publication

    return make_publication(root, site, earlier)


def _weave(build: _Build, markdown: str, path: str) -> tuple[str, Pieces]:
    from coursewright.preparation import weave_again

    return weave_again(build.root, markdown, path, build.site)


def _one_sheet(paths: list[str], files: Files) -> str:
    """The style sheets that every page needs, in one file: one request instead of a dozen."""
    found = [(path, files.get_file_from_path(path)) for path in paths]
    if missing := [path for path, file in found if not file]:
        raise PluginError(f"mkdocs.yml: extra_css names {', '.join(missing)}, which docs/ does not hold")
    return "\n".join(_COMMENT.sub(r"\1", file.content_string) for _, file in found if file)


def _with_contents(
    context: TemplateContext, config: MkDocsConfig, nav: Navigation, here: str | None
) -> TemplateContext:
    build: _Build = config.extra[_KEY]
    if not build.entries:
        build.entries.extend(_entry(item) for item in nav.items)
    entries, root = tuple(build.entries), context["base_url"].rstrip("/")
    contents, beside = (render_contents(entries, root, here, whole) for whole in (True, False))
    context.update(root=root, contents=contents, beside=beside)  # type: ignore[call-arg]
    return context


def _pages_of(section: Section) -> Iterator[Page]:
    for item in section.children:
        if isinstance(item, Section):
            yield from _pages_of(item)
        elif isinstance(item, Page):
            yield item


def _entry(item: Any) -> Entry:
    """A line of the navigation; a section's own page is the index among its pages, whose folder may have a number."""
    if not isinstance(item, Section):
        return Entry(item.title or item.url, item.url)  # a page that is not there has no title
    own = next((one for one in item.children if isinstance(one, Page) and one.file.name == "index"), None)
    number = own.file.src_uri.partition("-")[0] if own else ""
    below = tuple(_entry(one) for one in item.children if one is not own)
    return Entry(item.title, own.url if own else None, below, number if number.isdigit() else "")


def _edition() -> Edition:
    name = os.environ.get("EDITION", Edition.LEARNER)
    if name not in tuple(Edition):
        near = get_close_matches(name, Edition, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "editions: " + ", ".join(Edition)
        raise PluginError(f"EDITION={name}: there is no such edition; {hint}")
    return Edition(name)

"""Pages from Markdown to HTML: what MkDocs' Page.render does, remembered, and with less work for the same result.

Like publish.py this knows MkDocs, and Python-Markdown from inside: both are pinned, and a test compares the HTML.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markdown import Markdown
from markdown import __version__ as markdown_version
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import AnchorLink, get_toc
from pymdownx import __version__ as pymdownx_version

from coursewright.memory import Memory, digest

_NEEDED = {
    "backtick": ("`",),
    "escape": ("\\",),
    **dict.fromkeys(("footnote", "reference", "link", "short_reference"), ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("---",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{index}": ('"',) for index in (1, 2, 3, 4, 5, 11, 12, 13, 14)},
    **{f"smarty-quotes-{index}": ("'",) for index in (0, 6, 7, 8, 9, 10)},
}
"""By the name of an inline pattern, the one or two texts of which one stands in whatever it matches. Others are always
tried."""


@dataclass(frozen=True)
class Conversion:
    """How the pages of a site are converted; what they became is remembered by what they were."""

    converter: Markdown
    settings: tuple[Any, ...]
    converted: Memory

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Convert a page, or take what the same Markdown became. A page of which anything was said is not kept."""
        seen = (page.file.src_uri, config.use_directory_urls, sorted(file.src_uri for file in files), page.markdown)
        name = digest(self.settings, seen)
        if self.converted.recall(name, lambda kept: _restore(page, files, kept)):
            return
        said = _Said(logging.INFO)
        logging.getLogger("mkdocs").addHandler(said)
        _convert(page, self.converter, config, files)
        logging.getLogger("mkdocs").removeHandler(said)
        if not said.anything:
            self.converted.keep(name, _rendered(page))


def conversion(config: MkDocsConfig, converted: Memory) -> Conversion:
    """The conversion that a configuration asks for."""
    extensions, settings = config.markdown_extensions, config.mdx_configs
    converter = Markdown(extensions=extensions, extension_configs=settings)
    quicken(converter)
    return Conversion(converter, (markdown_version, pymdownx_version, extensions, settings), converted)


def quicken(converter: Markdown) -> None:
    """Try an inline pattern only on a text that holds what it can't match without: most hold nothing of the kind."""
    for processor in converter.treeprocessors:
        if type(processor) is InlineProcessor:
            processor._InlineProcessor__handleInline = _handler(processor)  # type: ignore[attr-defined]


def _handler(processor: Any) -> Callable[..., str]:
    """In place of InlineProcessor.__handleInline, which is asked for every text and every piece of one."""
    registry = processor.inlinePatterns
    needed = (_NEEDED.get(name, ("",)) for name, _ in registry._priority)
    patterns = tuple((pattern, texts[0], texts[-1]) for pattern, texts in zip(registry, needed, strict=True))

    def handle(text: str, first: int = 0) -> str:
        if isinstance(text, AtomicString):
            return text
        for index, (pattern, one, other) in enumerate(patterns[first:], first):
            found, start = one in text or other in text, 0
            while found:
                text, found, start = processor._InlineProcessor__applyPattern(pattern, text, index, start)
        return text

    return handle


def _convert(page: Page, converter: Markdown, config: MkDocsConfig, files: Files) -> None:
    """As MkDocs' Page.render does it, which sets up a converter of its own for every page: as much work as a page."""
    raw, anchors = _RawHTMLPreprocessor(), _ExtractAnchorsTreeprocessor(page.file, files, config)
    links, title = _RelativePathTreeprocessor(page.file, files, config), _ExtractTitleTreeprocessor()
    converter.reset()
    for extension in (raw, anchors, links, title):
        extension._register(converter)  # in place of the one for the page before
    page.content = converter.convert(page.markdown or "")
    page.toc, page._title_from_render = get_toc(getattr(converter, "toc_tokens", [])), title.title
    page.present_anchor_ids, page.links_to_anchors = (
        anchors.present_anchor_ids | raw.present_anchor_ids,
        links.links_to_anchors,
    )


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


def _restore(page: Page, files: Files, kept: dict[str, Any]) -> bool:
    page.content, page.toc = kept["content"], get_toc(kept["toc"])
    page._title_from_render = kept["title"]
    page.present_anchor_ids = set(kept["anchors"])
    linked = ((files.get_file_from_path(uri), anchors) for uri, anchors in kept["links"].items())
    page.links_to_anchors = {file: anchors for file, anchors in linked if file}
    return True

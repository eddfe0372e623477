"""Markdown to HTML with fewer tries: the HTML is Python-Markdown's own, character by character."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from mkdocs.config import load_config

from page_conversion import _NEEDED, quicken
from tests.conftest import PROJECT

CONFIG = load_config(str(PROJECT / "mkdocs.yml"))
PIECES = (
    *("`", "``", "\\", "\\*", "[^1]", "[", "](a.md)", "](a 'b')", "[x]: y", "![", "!", "<https://example.org>"),
    *("<", ">", "<b>", "</b>", "<!-- -->", "<a@example.org>", "&", "&amp;", "&#8212;", "*", "**", "_", "__", "***"),
    *("--", "---", "----", "...", "....", "'", '"', "'\"", "\"'", "'90s", "s'", "  \n", "\n", "\n\n", "- ", "# ", "| "),
    *(" ", "a", "word", "1", ".", ",", ")", "(", "é", "–", "{: .c }", "{#i}", "\u2003", "\x02", "\x03", "    "),
)


def converter() -> Markdown:
    return Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)


PLAIN, QUICK = converter(), converter()
quicken(QUICK)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_html_is_the_same(text: str) -> None:
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("path", sorted((PROJECT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_the_html_of_every_page_as_it_stands_is_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


def test_every_pattern_is_known() -> None:
    """One that is not known is tried on every text: right, but slow."""
    registries: list[Any] = [item.inlinePatterns for item in PLAIN.treeprocessors if type(item) is InlineProcessor]
    assert {name for registry in registries for name, _ in registry._priority} == _NEEDED.keys()

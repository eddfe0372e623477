"""Sheets as HTML and as Markdown."""

import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from coursewright.printing import write_sheet
from coursewright.sets import Sheet
from coursewright.sets.text import Text, in_words, text
from tests.printing.sheets import HOSTILE, asking, sheet, with_stems
from tests.sets.test_requests import project

SHEETS: dict[str, Callable[[], Sheet]] = {
    "learner": sheet,
    "facilitator": lambda: sheet("module-1-90", facilitator=True),
    "none": lambda: with_stems(()),
}
each = pytest.mark.parametrize("name", SHEETS)


def html(made: Sheet, paper: str = "a4", large: bool = False) -> str:
    return write_sheet(made, "html", paper, large).decode()


def markdown(made: Sheet) -> str:
    return write_sheet(made, "md").decode()


def shown(page: str) -> str:
    """The words of HTML, without spaces, marks of lists and lines to write on."""
    body = re.sub(r"<head>.*?</head>", "", page, flags=re.DOTALL)
    return re.sub(r"[\s_.:()]+", "", unescape(re.sub(r"<[^>]+>", " ", body)))


@each
def test_both_say_everything_that_a_sheet_must(name: str) -> None:
    made = SHEETS[name]()
    for written in (html(made), markdown(made)):
        for words in (f"Form {made.letter}", f"{made.minutes} minutes", made.fingerprint, made.licence, made.course):
            assert words in written
        assert ("For the facilitator" in written) is bool(made.facilitator)
        assert ("Name" in written and "Date" in written) is (made.facilitator is None)


@each
def test_both_say_the_same_in_the_same_order(name: str) -> None:
    rendered = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes", "replacements"])
    numbered = re.sub(r"<li>", "", rendered.render(markdown(SHEETS[name]())))
    assert shown(numbered).replace("·", "") == shown(html(SHEETS[name]())).replace("·", "")


def test_lines_to_write_on_are_those_of_the_sheet() -> None:
    lines = sum(question.lines for question in SHEETS["learner"]().questions)
    assert markdown(SHEETS["learner"]()).count("\n" + "_" * 72 + "\n") == lines
    assert html(SHEETS["learner"]()).count('class="line"') == lines
    assert 'class="line"' not in html(SHEETS["facilitator"]())


@each
def test_the_page_is_whole_in_itself_and_its_headings_descend(name: str) -> None:
    page = html(SHEETS[name]())
    assert f'<html lang="{SHEETS[name]().language}">' in page
    assert not re.search(r"<script|<link|<img|url\(|@import", page)
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.count("<table") == page.count("<thead>") == (2 if SHEETS[name]().facilitator else 0)


def test_paper_and_large_print_are_in_the_style() -> None:
    made = asking(1)
    assert "size: A4;" in html(made)
    assert "size: letter;" in html(made, "letter")
    assert '<body class="large">' in html(made, "a4", True)
    assert '<body class="large">' not in html(made)


def test_hostile_words_stay_as_they_are() -> None:
    made = with_stems(tuple(map(in_words, HOSTILE)))
    stems = [unescape(stem) for stem in re.findall(r'<p class="stem">(.*?)</p>', html(made))]
    assert stems == list(HOSTILE)
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown(made))
    bold = [token.children for token in tokens if token.type == "inline" and token.content.startswith("**")]
    plain = ["".join(child.content for child in children or ()) for children in bold]
    assert [words for words in plain if words in HOSTILE] == list(HOSTILE)


def test_what_authors_emphasise_and_cite_is_shown() -> None:
    stem = text(project(), "Why *now*, says @bordin1979 [p. 3], in `code`?")
    made = with_stems((stem,))
    assert "Why <em>now</em>, says Bordin (1979, p. 3), in <code>code</code>?" in html(made)
    assert "**Why *now*, says Bordin (1979, p. 3), in `code`?**" in markdown(made)
    assert [run.words for run in stem.runs if "em" in run.marks] == ["now"]


def test_markup_in_a_title_is_not_markup() -> None:
    made = with_stems((Text("x", "x", "x"),))
    odd = html(type(made)(**{**vars(made), "title": text(project(), "<b>Loaf & bread</b>")}))
    assert "<b>" not in odd
    assert "&lt;b&gt;Loaf &amp; bread&lt;/b&gt;" in odd

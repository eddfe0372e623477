"""The list of contents, and pages as sections of plain text: what every page's frame and the search are made from."""

import pytest

from coursewright.contents import Entry, render_contents
from coursewright.sections import Section, plain_text, read_sections

KNEADING = Entry("Kneading", "1-dough/kneading/")
DOUGH = Entry("Dough", "1-dough/", (KNEADING, Entry("Folding", "1-dough/folding/")), "1")
CASES = Entry("Cases", None, (Entry("Rye", "cases/rye/"),))
COURSE = (Entry("Start", ""), DOUGH, CASES, Entry("Mill", "https://mill.invalid/"))


def test_the_whole_list_names_every_page_and_marks_the_one_that_is_open() -> None:
    assert render_contents(COURSE, "../..", "1-dough/kneading/", whole=True) == (
        '<ul class="cw-contents"><li><a href="../../">Start</a></li>'
        '<li><a href="../../1-dough/"><span class="cw-contents__number">1</span>Dough</a>'
        '<ul><li><a href="../../1-dough/kneading/" aria-current="page">Kneading</a></li>'
        '<li><a href="../../1-dough/folding/">Folding</a></li></ul></li>'
        '<li><span class="cw-contents__section">Cases</span><ul><li><a href="../../cases/rye/">Rye</a></li></ul></li>'
        '<li><a href="https://mill.invalid/">Mill</a></li></ul>'
    )


def test_beside_a_page_only_its_own_section_is_open_and_a_section_without_a_page_leads_to_its_first() -> None:
    html = render_contents(COURSE, ".", "1-dough/", whole=False)
    assert '<a href="./1-dough/" aria-current="page">' in html
    assert "Folding" in html
    assert '<li><a href="./cases/rye/">Cases</a></li>' in html
    assert "Rye" not in html


def test_on_a_page_that_is_not_in_the_list_nothing_is_marked_or_open() -> None:
    html = render_contents(COURSE, "", None, whole=False)
    assert "aria-current" not in html
    assert "<ul>" not in html
    assert '<a href="/1-dough/">' in html


def test_titles_and_addresses_cannot_be_markup() -> None:
    html = render_contents((Entry("<b>R & D</b>", 'a" onclick="x'),), ".", None, whole=True)
    assert '<a href="./a&quot; onclick=&quot;x">&lt;b&gt;R &amp; D&lt;/b&gt;</a>' in html


def test_a_page_is_read_as_its_sections() -> None:
    html = """<header class="cw-head"><h1>Bread</h1><p>45 minutes</p></header>
      <p>Flour &amp; <em>wa</em>ter.</p>
      <h2 id="rest">A <em>long</em> rest</h2><p>Wait</p><ul><li>one</li><li>two</li></ul>
      <dl><div id="term-crumb"><dt>Crumb <span class="cw-also">also inside</span></dt><dd>What one eats.</dd></div></dl>
      <h3 id="empty">Nothing below</h3>"""
    assert list(read_sections(html)) == [
        Section("", "", "Flour & water."),
        Section("rest", "A long rest", "Wait one two"),
        Section("term-crumb", "Crumb", "also inside What one eats."),
        Section("empty", "Nothing below", ""),
    ]


def test_a_page_without_words_has_no_sections() -> None:
    assert list(read_sections("<hr><svg><title>A loaf</title></svg>")) == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<td>a</td><td>b</td>", "a b"),
        ("re<strong>pair</strong>ed", "repaired"),
        ("a<br>b", "a b"),
        ("<!-- a <b> --> b", "b"),
        ("<script>alert('<p>')</script>c", "c"),
        ("&lt;script&gt; &#8212; &nbsp; x", "<script> — x"),
        ("1 &lt; 2", "1 < 2"),
        ("<p", "<p"),
        ("", ""),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text

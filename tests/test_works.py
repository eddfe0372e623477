"""The page of references: what it says of each work, and what the browser filters by."""

import re
from pathlib import Path

import pytest

from coursewright.load import load_course
from coursewright.weave import Site, weave
from tests.test_worlds import read_world

WORLD = """A course whose works were checked in every way.
=== course/course.yml
title: The "Bread" & Butter course
language: en
licence: CC BY 4.0
=== course/formats.yml
formats:
  - {id: pair, title: P, group: 2, minutes: [5, 15], instructions: Talk., stages: [{title: T, instruction: I.}]}
=== course/questions/kneading.yml
lesson: kneading
questions:
  - {id: k-one, objective: stop, process: apply, stance: opening, minutes: 8, formats: [pair], stem: Why?,
     cites: [record1990]}
  - {id: k-two, objective: stop, process: apply, stance: opening, minutes: 8, formats: [pair], stem: Who?,
     cites: [record1990, lists1970]}
=== docs/index.md
[@none2001].
=== docs/1-dough/index.md
---
title: Dough
---
=== docs/1-dough/kneading.md
---
id: kneading
title: Kneading
minutes: 5
objectives:
  stop: Stop
---
[@record1990; @silent2020].
=== docs/questions.md
/// bank
///
=== docs/references.md
/// works
///
=== bib/references.bib
@book{record1990, author = {A, B.}, title = {One}, year = {1990}, publisher = {P}, verification = {record}}
@book{lists1970, author = {C, D.}, title = {Two}, year = {1970}, origdate = {1923}, publisher = {P},
  verification = {reference-lists}}
@book{none2001, author = {E, F.}, title = {Three}, year = {2001}, publisher = {P}, verification = {none}}
@book{silent2020, author = {G, H.}, title = {Four}, year = {2020}, publisher = {P}}
@book{uncited1999, author = {I, J.}, title = {Five}, year = {1999}, publisher = {P}, verification = {record}}
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("works")
    return page(root)


def page(root: Path, text: str = WORLD, site: Site | None = None) -> str:
    read_world(text).write(root)
    course = load_course(root, lambda _: None)
    return weave("/// works\n///\n", course, "references.md", site)


def work(html: str, key: str) -> str:
    match = re.search(rf'<li id="ref-{key}">.*?(<span class="cw-work".*)</li>', html)
    return match[1] if match else ""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "record1990",
            '<span class="cw-work" data-parts="1-dough" data-years="1990" data-checked="record">'
            '<span class="cw-checked cw-checked-record">Checked against a record.</span> '
            '<span class="cw-cited-in">Cited in <a href="../1-dough/kneading/#ref-record1990">Kneading</a>; '
            "in questions "
            '<a href="../questions/#k-one" aria-label="question 1">1</a>, '
            '<a href="../questions/#k-two" aria-label="question 2">2</a>.</span></span>',
        ),
        (
            "lists1970",
            '<span class="cw-work" data-parts="1-dough" data-years="1970 1923" data-checked="reference-lists">'
            '<span class="cw-checked cw-checked-reference-lists">Found in reference lists.</span> '
            '<span class="cw-cited-in">Cited in <a href="../questions/#k-two">one question</a>.</span></span>',
        ),
        (
            "none2001",
            '<span class="cw-work" data-parts="other" data-years="2001" data-checked="none">'
            '<span class="cw-checked cw-checked-none">Not yet checked.</span> '
            '<span class="cw-cited-in">Cited in <a href="../#ref-none2001">index.md</a>.</span></span>',
        ),
        (
            "silent2020",
            '<span class="cw-work" data-parts="1-dough" data-years="2020">'
            '<span class="cw-cited-in">Cited in '
            '<a href="../1-dough/kneading/#ref-silent2020">Kneading</a>.</span></span>',
        ),
        ("uncited1999", ""),
    ],
)
def test_what_is_said_of_a_work(html: str, key: str, expected: str) -> None:
    assert work(html, key) == expected


def test_what_the_words_about_checking_mean(html: str) -> None:
    assert re.findall(r"<li><strong>(.*?)</strong> \((\d+)\)", html) == [
        ("Checked against a record", "1"),
        ("Found in reference lists", "1"),
        ("Not yet checked", "1"),
    ]


def test_the_form_offers_what_there_is_and_waits_for_a_script(html: str) -> None:
    form = html[html.index("<form") : html.index("</form>")]
    assert form.startswith('<form class="cw-works-filter" role="search" aria-label="References" hidden="hidden">')
    assert re.findall(r'<option value="([^"]*)">([^<]*)</option>', form) == [
        ("", "All"),
        ("1-dough", "Module 1 · Dough"),
        ("other", "Other pages"),
        ("", "All"),
        ("record", "Checked against a record"),
        ("reference-lists", "Found in reference lists"),
        ("none", "Not yet checked"),
    ]
    labelled = re.findall(r'<label for="([^"]+)">', form)
    assert labelled == re.findall(r'<(?:input|select) id="([^"]+)"', form)
    assert '<p class="cw-works-count" role="status">4 works</p>' in html


@pytest.mark.parametrize(
    ("site", "address"),
    [(Site(), "../assets/downloads/references.bib"), (Site(directory_urls=False), "assets/downloads/references.bib")],
)
def test_files_are_named_for_the_course(tmp_path: Path, site: Site, address: str) -> None:
    html = page(tmp_path, site=site)
    assert f'<a href="{address}" download="the-bread-butter-course.bib">BibTeX</a>' in html


def test_a_course_that_says_nothing_of_checking_is_not_asked_about_it(tmp_path: Path) -> None:
    html = page(tmp_path, re.sub(r",\s+verification = \{[a-z-]+\}", "", WORLD))
    assert "hecked" not in html


def test_without_works_the_page_is_empty(tmp_path: Path) -> None:
    assert page(tmp_path, WORLD[: WORLD.index("=== bib/")]).strip() == ""

"""'Cite this page': the page as a reference and as BibTeX, on lessons and cases; who and when are `course.yml`'s."""

import re
from html import unescape
from pathlib import Path

import pytest

from coursewright.bibliography import compile_references, csl_json, open_store, read_bibliography
from coursewright.bibliography.names import csl_names
from coursewright.load import load_course
from coursewright.messages import as_text
from coursewright.source import Source
from coursewright.weave import weave
from coursewright.weave.cite_page import apa_names
from tests.conftest import PROJECT

LESSON = "1-dough/kneading.md"


def cite(root: Path, facts: str, title: str = "Kneading") -> str:
    """The HTML of 'Cite this page' on a lesson of a small course."""
    (root / "docs" / "1-dough").mkdir(parents=True)
    (root / "course").mkdir()
    (root / "course" / "course.yml").write_text(f"title: Bread\nlanguage: en\nlicence: CC BY 4.0\n{facts}", "utf-8")
    text = f"---\nid: kneading\ntitle: {title}\nminutes: 5\nobjectives:\n  stop: Stop\n---\nText.\n"
    (root / "docs" / LESSON).write_text(text, "utf-8")
    course = load_course(root, lambda _: None)
    woven = weave("Text.\n", course, LESSON)
    return woven[woven.index("<details") :]


def reference(html: str) -> str:
    match = re.search(r'<p class="cw-cite-text"[^>]*>(.*?)</p>', html)
    return match[1] if match else ""


def entry(html: str) -> str:
    match = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.S)
    return unescape(match[1]) if match else ""


@pytest.mark.parametrize(
    ("facts", "title", "expected"),
    [
        (
            "authors: ['Calvel, Raymond', 'van der Berg, Anne-Marie L.']\nyear: 2026\nurl: https://example.org/bread/\n",
            "Kneading",
            "Calvel, R., &amp; van der Berg, A.-M. L. (2026). <em>Kneading</em>. Bread. "
            '<a href="https://example.org/bread/1-dough/kneading/">https://example.org/bread/1-dough/kneading/</a>',
        ),
        (
            "authors: [The Bread project]\nyear: 2026\n",
            "Why knead?",
            'The Bread project. (2026). <em>Why knead?</em> Bread.<span data-here=" {}"></span>',
        ),
        ("", "A & <b>", '<em>A &amp; &lt;b&gt;</em>. (n.d.). Bread.<span data-here=" {}"></span>'),
        (
            "authors: [Bread]\nyear: 2026\n",
            "Kneading",
            'Bread. (2026). <em>Kneading</em>.<span data-here=" {}"></span>',
        ),
    ],
    ids=["people and address", "a group and a question", "nobody and no year", "the site is the author"],
)
def test_the_reference(tmp_path: Path, facts: str, title: str, expected: str) -> None:
    assert reference(cite(tmp_path, facts, title)) == expected


def test_the_bibtex_entry(tmp_path: Path) -> None:
    html = cite(
        tmp_path,
        "authors: ['Calvel, Raymond', The Bread project]\nyear: 2026\nurl: https://example.org\n",
        "50 % & DNA",
    )
    assert entry(html) == (
        "@online{kneading2026,\n"
        "  author = {Calvel, Raymond and {The Bread project}},\n"
        "  title = {50 \\% \\& {DNA}},\n"
        "  year = {2026},\n"
        "  organization = {Bread},\n"
        "  url = {https://example.org/1-dough/kneading/}\n"
        "}"
    )


def test_without_an_address_the_browser_may_fill_it_in(tmp_path: Path) -> None:
    assert entry(cite(tmp_path, "")).endswith('{Bread}<span data-here=",\n  url = {{}}"></span>\n}')


@pytest.mark.parametrize(
    "facts",
    [
        "authors: ['Calvel, Raymond', 'Berg, Anne-Marie L.', 'Re, Al']\nyear: 2026\nurl: https://example.org/bread\n",
        "authors: [The Bread project]\nyear: 2026\nurl: https://example.org/bread\n",
    ],
    ids=["people", "group"],
)
def test_the_reference_is_what_the_citation_style_makes_of_the_entry(tmp_path: Path, facts: str) -> None:
    html = cite(tmp_path, facts)
    bibliography = read_bibliography([Source("a.bib", entry(html))], lambda _: None)
    store = open_store(tmp_path / "none", None, lambda _: None)
    (made,) = compile_references(bibliography, PROJECT / "bib" / "apa.csl", store).values()
    assert csl_json(bibliography.entries[0], bibliography)["type"] == "webpage"
    assert made.text == unescape(re.sub("<[^>]+>", "", reference(html)))


def test_more_than_twenty_names_are_the_first_nineteen_and_the_last() -> None:
    names = csl_names(" and ".join(f"N{number}, A." for number in range(1, 22)))
    assert apa_names(names).endswith("N19, A., . . . N21, A.")
    assert apa_names(names[:20]).endswith("N19, A., & N20, A.")
    assert apa_names(csl_names("Re, Jr., Al")) == "Re, A., Jr."


def test_other_pages_have_none() -> None:
    course = load_course(PROJECT, lambda _: None)
    woven = {path: weave(page.source.text[page.body :], course, path) for path, page in course.pages.items()}
    owners = {lesson.page.path for lesson in course.lessons.values()}
    owners |= {case.page.path for case in course.cases.values()}
    assert {path for path, text in woven.items() if "cw-cite-text" in text} == owners


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        (
            "url: example.org/bread\n",
            "course/course.yml:4:6: error: 'example.org/bread' is not a web address. [field-valid]\n"
            "    it begins with 'https://'",
        ),
        (
            "year: MMXXVI\n",
            "course/course.yml:4:7: error: 'year' must be a whole number. [field-valid]\n    write it in digits",
        ),
        (
            "authors: The Bread project\n",
            "course/course.yml:4:10: error: 'authors' must be a list. [field-valid]\n"
            "    write 'authors: [a, b]' or a line '- a' for each",
        ),
    ],
)
def test_slips_in_course_yml_are_told_at_their_place(tmp_path: Path, facts: str, problem: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "course.yml").write_text(f"title: Bread\nlanguage: en\nlicence: CC BY 4.0\n{facts}", "utf-8")
    told: list[str] = []
    load_course(tmp_path, lambda diagnostic: told.append(as_text(diagnostic, lambda path, line: "")))
    assert told == [problem]

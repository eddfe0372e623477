"""Another citation style is another file: one with numbers (IEEE) and one with notes (Chicago)."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from coursewright.bibliography import (
    Bibliography,
    Reference,
    Store,
    compile_references,
    open_store,
    read_bibliography,
    write_lock,
)
from coursewright.bibliography import compile as compiling
from coursewright.citations import (
    Met,
    render_citation,
    render_citation_text,
    render_notes,
    render_reference_list,
    scan_citations,
)
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.load import load_course
from coursewright.markdown_mask import mask
from coursewright.model import Page
from coursewright.source import Source
from coursewright.weave import weave

STYLES = Path(__file__).resolve().parent / "styles"
IEEE, CHICAGO = STYLES / "ieee.csl", STYLES / "chicago-notes-bibliography.csl"
BIBTEX = """
@book{rogers, author={Rogers, Carl R.}, title={On becoming a person}, publisher={Houghton Mifflin}, year=1961}
@article{bordin, author={Bordin, Edward S.}, title={The working alliance}, journal={Psychotherapy}, year=1979,
  volume=16, number=3, pages={252--260}}
@incollection{anderson, author={Anderson, Harlene and Goolishian, Harold}, title={The client is the expert},
  booktitle={Therapy as social construction}, editor={McNamee, Sheila}, publisher={Sage}, year=1992, pages={25--39}}
@book{elliott, author={Elliott, Robert and Watson, Jeanne and Bohart, Arthur}, title={Empathy}, year=2018}
"""


def fail(problem: Diagnostic) -> None:
    raise AssertionError(problem)


def read() -> Bibliography:
    return read_bibliography([Source("a.bib", BIBTEX)], fail)


@pytest.fixture(scope="module")
def ieee() -> dict[str, Reference]:
    return compile_references(read(), IEEE, Store(fail))


@pytest.fixture(scope="module")
def chicago() -> dict[str, Reference]:
    return compile_references(read(), CHICAGO, Store(fail))


def seen(html: str) -> str:
    """As a reader sees it; '*' around what is italic, '^' before what is raised."""
    return unescape(re.sub(r"<[^<>]*>", "", re.sub("</?em>", "*", re.sub("<sup[^>]*>", "^", html))))


def page(markdown: str, references: Mapping[str, Reference]) -> tuple[str, Met, dict[str, list[str]]]:
    """A page's citations, joined by ' | ', and what they leave for its end."""
    met, anchors = Met(), dict[str, list[str]]()
    citations = scan_citations(Source("", markdown), mask(markdown), lambda _: None, references)

    def place(key: str) -> str:
        anchors.setdefault(key, []).append(f"cite-{key}-{len(anchors.get(key, [])) + 1}")
        return anchors[key][-1]

    rendered = [render_citation(each, references, lambda item: place(item.key), met=met) for each in citations]
    return " | ".join(rendered), met, anchors


NUMBERS = [
    ("[@rogers] [@bordin] [@rogers]", "[1] | [2] | [1]"),
    ("[@rogers, p. 33] [@rogers, pp. 25-29] [@rogers, chap. 2]", "[1, p. 33] | [1, pp. 25–29] | [1, Ch. 2]"),
    ("[@bordin; @rogers] [@elliott; @rogers]", "[1], [2] | [2], [3]"),
    ("[see @bordin; @rogers, emphasis added]", "see [1], [2], emphasis added"),
    ("so @bordin [p. 255] and @elliott and @anderson",
     "Bordin [1, p. 255] | Elliott et al. [2] | Anderson and Goolishian [3]"),
    ("[-@rogers] [@nosuch1; @rogers]", "[1] | [@nosuch1], [1]"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "expected"), NUMBERS)
def test_numbers(markdown: str, expected: str, ieee: Mapping[str, Reference]) -> None:
    assert seen(page(markdown, ieee)[0]) == expected


def test_a_number_leads_to_the_list(ieee: Mapping[str, Reference]) -> None:
    html = page("[@rogers]", ieee)[0]
    link = '<a class="cite" href="#ref-rogers" id="cite-rogers-1">1</a>'
    assert html == f'<span class="citation">&#91;{link}&#93;</span>'


def test_the_list_is_in_the_order_of_the_numbers(ieee: Mapping[str, Reference]) -> None:
    *_, anchors = page("[@rogers] [@bordin; @anderson] [@bordin]", ieee)
    entries = [seen(line) for line in render_reference_list(anchors, ieee, anchors).splitlines()[1:-1]]
    assert entries == [
        "[1] C. R. Rogers, *On becoming a person*. Houghton Mifflin, 1961. ↩ 1",
        "[2] E. S. Bordin, “The working alliance,” *Psychotherapy*, vol. 16, no. 3, pp. 252–260, 1979. ↩ 1, 2",
        "[3] H. Anderson and H. Goolishian, “The client is the expert,” in *Therapy as social construction*, "
        "S. McNamee, Ed., Sage, 1992, pp. 25–39. ↩ 1",
    ]


def test_the_list_of_all_works_has_no_numbers(ieee: Mapping[str, Reference]) -> None:
    assert "[1]" not in seen(render_reference_list(ieee, ieee, {}))


NOTES = """So [@rogers, p. 33]. And [see @bordin; @anderson]. Then @rogers says, and [@rogers, chap. 2].
Again [@bordin, pp. 255-256]. At last @bordin [and others]."""


def test_notes(chicago: Mapping[str, Reference]) -> None:
    html, met, _ = page(NOTES, chicago)
    assert seen(html) == "^1 | ^2 | Rogers^3 | ^4 | ^5 | Bordin^6"
    assert [seen(line) for line in render_notes(met).splitlines()[1:-1]] == [
        "Carl R. Rogers, *On Becoming a Person* (Houghton Mifflin, 1961), 33. ↩",
        "See Edward S. Bordin, “The Working Alliance,” *Psychotherapy* 16, no. 3 (1979): 252–60; Harlene Anderson and "
        "Harold Goolishian, “The Client Is the Expert,” in *Therapy as Social Construction*, ed. Sheila McNamee "
        "(Sage, 1992). ↩",
        "Rogers, *On Becoming a Person*. ↩",
        "Rogers, *On Becoming a Person*, chap. 2. ↩",
        "Bordin, “The Working Alliance,” 255–256. ↩",
        "Bordin, “The Working Alliance”, and others. ↩",
    ]


def test_a_note_and_its_mark_lead_to_each_other(chicago: Mapping[str, Reference]) -> None:
    html, met, _ = page("[@rogers]", chicago)
    mark = '<sup class="note"><a href="#note-1" id="note-1-mark">1</a></sup>'
    assert html == f'<span class="citation">{mark}</span>'
    notes = render_notes(met)
    assert '<li id="note-1"><a class="cite" href="#ref-rogers" id="cite-rogers-1">' in notes
    assert '<a href="#note-1-mark" aria-label="Back to note 1 in the text">' in notes


def test_a_quotation_mark_that_ends_a_note_encloses_the_full_stop(chicago: Mapping[str, Reference]) -> None:
    assert seen(page("[@bordin] [@bordin]", chicago)[1].notes[1]) == "Bordin, “The Working Alliance.”"


def test_the_list_of_a_note_style_is_alphabetical(chicago: Mapping[str, Reference]) -> None:
    assert list(chicago) == ["anderson", "bordin", "elliott", "rogers"]
    assert chicago["rogers"].text == "Rogers, Carl R. On Becoming a Person. Houghton Mifflin, 1961."


def test_a_page_ends_with_its_notes_and_its_list(chicago: Mapping[str, Reference]) -> None:
    text = "So [see *also* @rogers].\n\n/// references\n///\n"
    source = Source("docs/index.md", text)
    course = Course(pages={"index.md": Page("index.md", source, 0, source.place(0))}, references=chicago)
    woven = weave(text, course, "index.md")
    assert woven.index('href="#note-1"') < woven.index('<ol class="notes">') < woven.index('<ul class="references"')
    assert '<li id="note-1">See <em>also</em> <a class="cite"' in woven


@pytest.mark.parametrize("style", ["ieee", "chicago"])
def test_text_that_stands_alone_names_author_and_year(style: str, request: pytest.FixtureRequest) -> None:
    references: dict[str, Reference] = request.getfixturevalue(style)
    text = "[see @elliott, p. 3]"
    citation = scan_citations(Source("", text), mask(text), fail, references)[0]
    assert render_citation_text(citation, references) == "(see Elliott et al., 2018, p. 3)"


def test_a_lock_holds_all_that_a_style_needs(
    ieee: Mapping[str, Reference], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "lock.json"
    write_lock(read(), IEEE, open_store(lock, None, fail), lock)
    monkeypatch.setattr(compiling, "find_pandoc", lambda: None)
    monkeypatch.setattr(compiling, "learn_wording", fail)
    monkeypatch.setattr(compiling, "pandoc_version", lambda: "")
    assert compile_references(read(), IEEE, open_store(lock, None, fail)) == ieee


def test_a_course_names_its_style(tmp_path: Path) -> None:
    for name, text in {
        "bib/a.bib": BIBTEX,
        "bib/apa.csl": (STYLES.parents[2] / "bib" / "apa.csl").read_text("utf-8"),
        "bib/ieee.csl": IEEE.read_text("utf-8"),
        "course/course.yml": "title: A\nlanguage: en\nlicence: MIT\ncitation-style: bib/ieee.csl\n",
        "docs/index.md": "# A\n\n[@rogers]\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    course = load_course(tmp_path, lambda _: None)
    assert course.references["rogers"].text == "C. R. Rogers, On becoming a person. Houghton Mifflin, 1961."


def test_a_style_that_is_not_there_is_told(tmp_path: Path) -> None:
    told: list[Diagnostic] = []
    assert compile_references(read(), tmp_path / "bib" / "mla.csl", Store(told.append)) == {}
    assert [(problem.place.path, problem.message) for problem in told] == [
        ("bib/mla.csl", "The citation style can't be read.")
    ]

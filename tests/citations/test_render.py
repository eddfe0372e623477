"""Citations as a reader sees them."""

import re
from collections.abc import Callable, Mapping

import markdown as python_markdown
import pytest

from coursewright.bibliography import Reference
from coursewright.citations import Citation, CitationItem, render_citation, render_citation_text, scan_citations
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source

Scan = Callable[[str], tuple[tuple[Citation, ...], list[Diagnostic]]]

TEXTS = [
    ("[@rogers1961]", "(Rogers, 1961)"),
    ("[see @rogers1961, p. 33]", "(see Rogers, 1961, p. 33)"),
    ("[-@rogers1961, p. 33]", "(1961, p. 33)"),
    ("@rogers1961", "Rogers (1961)"),
    ("@rogers1961 [p. 33]", "Rogers (1961, p. 33)"),
    ("@rogers1961 [sic]", "Rogers (1961, sic)"),
    ("-@rogers1961", "(1961)"),
    ("@horvath1989 and [@horvath1989]", "Horvath and Greenberg (1989) and (Horvath & Greenberg, 1989)"),
    ("[@rogers1961; @bordin1979]", "(Bordin, 1979; Rogers, 1961)"),
    ("[@rogers1961; @rogers1951]", "(Rogers, 1951, 1961)"),
    ("[@rogers1961, p. 3; @rogers1951]", "(Rogers, 1951; 1961, p. 3)"),
    ("[@rogers1961; @bordin1979; @rogers1951]", "(Bordin, 1979; Rogers, 1951, 1961)"),
    ("[see @rogers1961; @bordin1979]", "(see Rogers, 1961; Bordin, 1979)"),
    ("[@rogers1961, and others; @bordin1979]", "(Rogers, 1961, and others; Bordin, 1979)"),
    ("[@fluckiger2020; @fluckiger2018]", "(Flückiger et al., 2018; Flückiger et al., 2020)"),
    ("@rogers1961 [p. 3; @rogers1951]", "Rogers (1961, p. 3; 1951)"),
    ("@rogers1961 [see also @bordin1979]", "Rogers (1961; see also Bordin, 1979)"),
    ("[@buber1970]", "(Buber, 1923/1970)"),
    ("[@tarasoff1976]", "(Tarasoff v. Regents of the University of California, 1976)"),
    ("@dejong2021 said; so @dejong2021 said", "De Jong et al. (2021) said; so de Jong et al. (2021) said"),
    ("[@nosuch2000, p. 3]", "[@nosuch2000, p. 3]"),
    ("[see @nosuch2000, p. 3; @rogers1961]", "(see @nosuch2000, p. 3; Rogers, 1961)"),
    ("@nosuch2000 [p. 3]", "@nosuch2000 [p. 3]"),
]


def replaced(markdown: str, citations: tuple[Citation, ...], render: Callable[[Citation], str]) -> str:
    for citation in reversed(citations):
        markdown = markdown[: citation.start] + render(citation) + markdown[citation.end :]
    return markdown


@pytest.mark.parametrize(("markdown", "text"), TEXTS)
def test_as_text(markdown: str, text: str, scan: Scan, references: Mapping[str, Reference]) -> None:
    citations, _ = scan(markdown)
    assert replaced(markdown, citations, lambda each: render_citation_text(each, references)) == text


def anchor(item: CitationItem) -> str:
    return f"cite-{item.key}-1"


def linked(key: str, text: str) -> str:
    return f'<a class="cite" href="#ref-{key}" id="cite-{key}-1">{text}</a>'


ROGERS = linked("rogers1961", "Rogers, 1961")
HTMLS = [
    ("[see @rogers1961, p. 33]", f'<span class="citation">(see {ROGERS}, p. 33)</span>'),
    ("[*see* @rogers1961]", f'<span class="citation">(*see* {ROGERS})</span>'),
    ("@rogers1961 [p. 33]", f'<span class="citation">{linked("rogers1961", "Rogers (1961, p. 33)")}</span>'),
    ("@rogers1961 [p. 3; @bordin1979]", f'<span class="citation">{linked("rogers1961", "Rogers")} (1961, p. 3; '
     f'{linked("bordin1979", "Bordin, 1979")})</span>'),
    ("[@horvath1989]", f'<span class="citation">({linked("horvath1989", "Horvath &amp; Greenberg, 1989")})</span>'),
    ("[@tarasoff1976]", '<span class="citation">(' + linked("tarasoff1976",
     "<em>Tarasoff v. Regents of the University of California</em>, 1976") + ")</span>"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "html"), HTMLS)
def test_as_html(markdown: str, html: str, scan: Scan, references: Mapping[str, Reference]) -> None:
    assert render_citation(scan(markdown)[0][0], references, anchor) == html


def test_without_a_link(scan: Scan, references: Mapping[str, Reference]) -> None:
    html = render_citation(scan("[@rogers1961]")[0][0], references, lambda _: None)
    assert html == '<span class="citation">(Rogers, 1961)</span>'


def test_places_are_counted_in_the_order_of_the_text(scan: Scan, references: Mapping[str, Reference]) -> None:
    asked: list[str] = []
    citation = scan("[@rogers1961; @bordin1979]")[0][0]
    render_citation(citation, references, lambda item: asked.append(item.key))
    assert asked == ["rogers1961", "bordin1979"]


def test_words_of_the_author_may_be_rendered(scan: Scan, references: Mapping[str, Reference]) -> None:
    citation = scan("[*see* @rogers1961, **so**]")[0][0]
    html = render_citation(citation, references, lambda _: None, lambda words: words.upper())
    assert html == '<span class="citation">(*SEE* Rogers, 1961, **SO**)</span>'


ODD = Reference("a/b%c", "*A*_b_ [c](d) <i> & \\`e` {f} $x$ :g:", "*A*", "1999", "A.", "A.", False, 0)


def test_names_come_through_markdown_as_they_are() -> None:
    text = "[@a/b%c]"
    citation = scan_citations(Source("", text), mask(text), lambda _: None, {"a/b%c"})[0]
    html = python_markdown.markdown(render_citation(citation, {"a/b%c": ODD}, lambda _: "x"))
    assert 'href="#ref-a/b%25c"' in html
    visible = re.sub(r"<[^>]+>", "", html).replace("&#", "&amp;#")
    assert "<em>" not in html
    assert "<code>" not in html
    entities = {f"&amp;#{ord(char)};": char for char in "\\`*_{}[]<>#+!|~^=$@:"}
    for entity, char in entities.items():
        visible = visible.replace(entity, char)
    assert visible == "(*A*_b_ [c](d) <i> &amp; \\`e` {f} $x$ :g:, 1999)"


QUOTED = Reference("q", "“A title”", "“A title”", "2001", "", "", False, 0)


def test_a_comma_goes_inside_quotation_marks() -> None:
    text = "[@q2001] @q2001"
    citations = scan_citations(Source("", text), mask(text), lambda _: None, {"q2001"})
    assert [render_citation_text(each, {"q2001": QUOTED}) for each in citations] == [
        "(“A title,” 2001)",
        "“A title” (2001)",
    ]

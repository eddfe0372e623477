"""Diagrams: what a page gets of an SVG file, and what is told of one that runs, fetches, or can't be heard or seen."""

import re
from pathlib import Path

import pytest

from coursewright.diagnostics import Diagnostic
from coursewright.diagrams import draw, read_diagram
from coursewright.model import Diagram
from coursewright.source import Source
from tests.conftest import PROJECT

OWN = sorted((PROJECT / "docs/assets/diagrams").glob("*.svg"))
WORDS = "<title>T</title><desc>D</desc>"


def read(text: str) -> tuple[Diagram | None, list[str]]:
    found: list[Diagnostic] = []
    diagram = read_diagram(Source("docs/assets/diagrams/x.svg", text), found.append)
    return diagram, [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message}" for d in found]


def svg(inner: str, head: str = 'viewBox="0 0 360 90"') -> str:
    return f"<svg {head}>{WORDS}\n{inner}</svg>"


def test_ids_and_what_refers_to_them_belong_to_one_place_on_one_page() -> None:
    inner = (
        '<g id="a" aria-labelledby="a b"><use href="#a"/><use xlink:href="#b" xmlns:xlink="x"/></g>'
        '<path clip-path="url(\'#b\')" marker-end=\'url(#a)\' class="line" d="M0 0"/>'
    )
    diagram, problems = read(svg(inner))
    assert (problems, diagram and diagram.width) == ([], 360)
    assert diagram is not None
    assert draw(diagram, "p") == (
        '<svg viewBox="0 0 360 90" role="img" aria-labelledby="p-the-title" aria-describedby="p-the-desc">'
        '<title id="p-the-title">T</title><desc id="p-the-desc">D</desc>'
        '<g id="p-a" aria-labelledby="p-a p-b"><use href="#p-a"></use><use xlink:href="#p-b"></use></g>'
        '<path clip-path="url(#p-b)" marker-end="url(#p-a)" class="line" d="M0 0"></path></svg>'
    )
    assert "p-the" not in draw(diagram, "q")


def test_words_keep_their_spaces_and_can_not_become_markup() -> None:
    diagram, problems = read(svg("<text>a &lt;b&gt;\n <tspan>&amp;</tspan> c</text>\n\n<g> </g>"))
    assert problems == []
    assert diagram is not None
    assert "<text>a &lt;b&gt;  <tspan>&amp;</tspan> c</text><g></g></svg>" in diagram.markup
    assert "\n" not in diagram.markup


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1 diagram-valid: The SVG can't be read: no element found."),
        (svg("<g>"), "2:6 diagram-valid: The SVG can't be read: mismatched tag."),
        (svg("é&eacute;"), "2:2 diagram-valid: The SVG can't be read: undefined entity."),
        ("<html/>", "1:1 diagram-valid: The file holds 'html', not a drawing."),
        (svg("", ""), "1:1 diagram-valid: The drawing does not say how large it is."),
        (svg("", 'viewBox="0 0 360"'), "1:1 diagram-valid: The drawing does not say how large it is."),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
         "1:1 diagram-inert: A diagram can't declare a document type."),
        (svg("<script>alert(1)</script>"), "2:1 diagram-inert: A diagram can't hold 'script'."),
        (svg("<foreignObject/>"), "2:1 diagram-inert: A diagram can't hold 'foreignObject'."),
        (svg("<style>a{}</style>"), "2:1 diagram-inert: A diagram can't hold 'style'."),
        (svg("<image href='#a'/>"), "2:1 diagram-inert: A diagram can't hold 'image'."),
        (svg("<Path/>"), "2:1 diagram-inert: A diagram can't hold 'Path'."),
        (svg('<g onclick="x()"/>'), "2:4 diagram-inert: A diagram can't run a script ('onclick')."),
        (svg('<g ONLOAD="x()"/>'), "2:4 diagram-inert: A diagram can't run a script ('ONLOAD')."),
        (svg('é<g style="fill:red"/>'),
         "2:5 diagram-inert: A diagram can't bring a style of its own: pages refuse it."),
        (svg('<use href="x.svg#a"/>'), "2:6 diagram-inert: A diagram can't fetch 'x.svg#a'."),
        (svg('<use xlink:href="javascript:x()"/>'), "2:6 diagram-inert: A diagram can't fetch 'javascript:x()'."),
        (svg('<g fill="url(//x.org/a#b)"/>'),
         "2:4 diagram-inert: A diagram can't refer to another file ('url(//x.org/a#b)')."),
        (svg('<g fill="URL(x#b)"/>'), "2:4 diagram-inert: A diagram can't refer to another file ('URL(x#b)')."),
        (svg('<g inkscape:label="a"/>'),
         "2:4 diagram-inert: 'inkscape:label' means something to a drawing program alone."),
        ('<svg viewBox="0 0 1 1"><desc>D</desc></svg>', "1:1 diagram-described: The diagram has no title."),
        ('<svg viewBox="0 0 1 1"><title>T</title><desc> </desc></svg>',
         "1:1 diagram-described: The diagram has no description in words."),
        ('<svg viewBox="0 0 1 1"><title>T</title><g><desc>D</desc></g></svg>',
         "1:1 diagram-described: The diagram has no description in words."),
        (svg('<g fill="#fff"/>'), "2:4 diagram-themed: The colour '#fff' is the same on a dark page."),
        (svg('<g stroke="black"/>'), "2:4 diagram-themed: The colour 'black' is the same on a dark page."),
    ],
)  # fmt: skip
def test_faults_are_told_where_they_stand(text: str, told: str) -> None:
    _, problems = read(text)
    assert [one for one in problems if "diagram-" in one][:1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by hand -->\n' + svg("<g/>"),
        svg("<g/>", 'xmlns="http://www.w3.org/2000/svg" viewBox="-4 0, 360.5 90" xml:lang="en"'),
        svg('<g fill="none" stroke="currentColor"/>'),
        svg('<g fill="url(#a)"/>'),
        svg('<g class="on style url href"/>'),
        svg("<text>onclick= style= javascript: &#233;</text>"),
    ],
)
def test_sound_files_are_taken_in_silence(text: str) -> None:
    diagram, problems = read(text)
    assert (diagram is not None, problems) == (True, [])


def test_what_runs_or_fetches_is_not_shown() -> None:
    assert read(svg("<script/>"))[0] is None
    assert read(svg('<g fill="#fff"/>'))[0] is not None


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_diagrams_of_this_course_can_be_read_on_a_telephone(path: Path) -> None:
    """The style sheet sets words 16.5 units high; at 320 pixels a drawing has 280 of them for its width."""
    diagram, problems = read(path.read_text(encoding="utf-8"))
    assert problems == []
    assert diagram is not None
    sizes = re.findall(
        r"text(?:\.name)? \{[^}]*font: \d+ ([\d.]+)px", (PROJECT / "docs/assets/css/diagrams.css").read_text()
    )
    assert min(map(float, sizes)) * 280 / diagram.width >= 12

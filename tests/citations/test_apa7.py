"""APA 7: works of APA's own published examples, cited and listed as APA has them (apa7.bib, apa7.yml)."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
import yaml

from coursewright.bibliography import Reference, Store, compile_references, read_bibliography
from coursewright.citations import (
    Met,
    render_citation,
    render_citation_text,
    render_reference_list,
    scan_citations,
)
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source

HERE = Path(__file__).resolve().parent
STYLE = HERE.parents[1] / "bib" / "apa.csl"
WORKS = yaml.safe_load((HERE / "apa7.yml").read_text("utf-8"))


def compiled(bibtex: str) -> dict[str, Reference]:
    told: list[Diagnostic] = []
    references = compile_references(
        read_bibliography([Source("a.bib", bibtex)], told.append), STYLE, Store(told.append)
    )
    assert told == []
    return references


@pytest.fixture(scope="module")
def apa7() -> dict[str, Reference]:
    return compiled((HERE / "apa7.bib").read_text("utf-8"))


def rendered(markdown: str, references: Mapping[str, Reference], met: Met | None = None) -> str:
    """The citations of a text as a reader sees them, joined by ' | '; '*' around what is italic."""
    citations = scan_citations(Source("", markdown), mask(markdown), lambda _: None, references)
    return " | ".join(seen(render_citation(each, references, lambda _: None, met=met)) for each in citations)


def seen(html: str) -> str:
    return unescape(re.sub(r"</?(?:span|a)\b[^>]*>", "", re.sub("</?em>", "*", html)))


@pytest.mark.parametrize("work", WORKS, ids=[f"{work['key']} {work['section']}" for work in WORKS])
def test_a_work_of_apas_examples(work: dict[str, str], apa7: Mapping[str, Reference]) -> None:
    key = work["key"]
    assert (rendered(f"so [@{key}]", apa7), rendered(f"so @{key} says", apa7), seen(apa7[key].html)) == (
        work["parenthetical"],
        work["narrative"],
        work["list"],
    )


def test_the_table_is_the_whole_bibliography(apa7: Mapping[str, Reference]) -> None:
    assert sorted(work["key"] for work in WORKS) == sorted(apa7)
    assert len(WORKS) >= 60


FREIRE = "author={Freire, Paulo}, publisher={P}"
LETTERS = {
    "works republished in one year (§9.47: the year that the list prints)": (
        f"@book{{b, {FREIRE}, title={{Education}}, year=2000, origdate=1973}}"
        f"@book{{a, {FREIRE}, title={{The pedagogy}}, year=2000, origdate=1970}}"
        f"@book{{c, {FREIRE}, title={{A letter}}, year=2000}}",
        {"b": "1973/2000a", "c": "2000b", "a": "1970/2000c"},
    ),
    "works first published and republished in the same years": (
        f"@book{{b, {FREIRE}, title={{B}}, year=2000, origdate=1970}}"
        f"@book{{a, {FREIRE}, title={{A a}}, year=2000, origdate=1970}}",
        {"a": "1970/2000a", "b": "1970/2000b"},
    ),
    "works of different years": (
        f"@book{{b, {FREIRE}, title={{B}}, year=2001, origdate=1970}}"
        f"@book{{a, {FREIRE}, title={{A}}, year=2000, origdate=1970}}",
        {"a": "1970/2000", "b": "1970/2001"},
    ),
    "no date (§9.47)": (
        f"@book{{z, {FREIRE}, title={{The apple}}}}@book{{a, {FREIRE}, title={{Bee}}, year={{n.d.}}}}",
        {"z": "n.d.-a", "a": "n.d.-b"},
    ),
    "in press (§9.47)": (
        f"@book{{z, {FREIRE}, title={{An apple}}, year={{in press}}}}"
        f"@book{{a, {FREIRE}, title={{Bee}}, pubstate={{inpress}}}}",
        {"z": "in press-a", "a": "in press-b"},
    ),
    "a year alone before months (§9.46), articles by the year that is printed": (
        f"@online{{m, {FREIRE}, title={{A}}, date={{2020-04-02}}}}@online{{k, {FREIRE}, title={{B}}, date={{2020-03}}}}"
        f"@article{{j, {FREIRE}, title={{C}}, journal={{J}}, date={{2020-01-01}}}}",
        {"j": "2020a", "k": "2020b", "m": "2020c"},
    ),
    "titles for authors": (
        "@book{b, title={On}, year=2001}@book{a, title={On}, year=2002}",
        {"b": "2001", "a": "2002"},
    ),
}


@pytest.mark.parametrize("name", LETTERS)
def test_letters(name: str) -> None:
    bibtex, expected = LETTERS[name]
    references = compiled(bibtex)
    assert {key: work.year for key, work in references.items()} == expected
    assert list(references) == list(expected)
    assert all(f"({work.year.rpartition('/')[2]}" in work.html for work in references.values())


def test_more_works_than_letters_go_on_with_two() -> None:
    references = compiled("".join(f"@book{{k{n:02}, {FREIRE}, title={{T{n:02}}}, year=2000}}" for n in range(28)))
    assert [references[f"k{n:02}"].year for n in (0, 25, 26, 27)] == ["2000a", "2000z", "2000aa", "2000ab"]


GROUPS = """
@book{n20, author={{National Institute of Mental Health}}, shortauthor={NIMH}, title={A}, publisher={P}, year=2020}
@book{n18, author={{National Institute of Mental Health}}, title={B}, publisher={P}, year=2018}
@book{psy, author={{American Psychological Association}}, shortauthor={APA}, title={C}, publisher={P}, year=2017}
@book{chi, author={{American Psychiatric Association}}, shortauthor={APA}, title={D}, publisher={P}, year=2013}
@book{two, author={{Xy Group} and Smith, A.}, shortauthor={XG}, title={E}, publisher={P}, year=2013}
"""
ABBREVIATED = [
    ("[@n20] [@n18] @n20", "(National Institute of Mental Health [NIMH], 2020) | (NIMH, 2018) | NIMH (2020)"),
    ("@n20 [p. 3] [@n20, p. 4]", "National Institute of Mental Health (NIMH, 2020, p. 3) | (NIMH, 2020, p. 4)"),
    ("[@n20; @n18] [see @n18]", "(National Institute of Mental Health [NIMH], 2018, 2020) | (see NIMH, 2018)"),
    ("[-@n20] [@n20]", "(2020) | (National Institute of Mental Health [NIMH], 2020)"),
    ("[@psy] [@chi]", "(American Psychological Association, 2017) | (American Psychiatric Association, 2013)"),
    ("[@two] [@two]", "(Xy Group & Smith, 2013) | (Xy Group & Smith, 2013)"),
]


@pytest.fixture(scope="module")
def groups() -> dict[str, Reference]:
    return compiled(GROUPS)


@pytest.mark.parametrize(("markdown", "expected"), ABBREVIATED)
def test_a_groups_abbreviation_is_introduced_once_a_page(
    markdown: str, expected: str, groups: Mapping[str, Reference]
) -> None:
    assert rendered(markdown, groups, Met()) == expected


def test_the_list_names_groups_in_full(groups: Mapping[str, Reference]) -> None:
    assert "NIMH" not in "".join(work.html for work in groups.values())


def test_text_that_stands_alone_introduces_the_abbreviation(groups: Mapping[str, Reference]) -> None:
    text = "[@n20]"
    citation = scan_citations(Source("", text), mask(text), lambda _: None, groups)[0]
    assert render_citation_text(citation, groups) == "(National Institute of Mental Health [NIMH], 2020)"


def test_personal_communications_are_in_no_list_and_have_no_link(apa7: Mapping[str, Reference]) -> None:
    """§8.9: they are cited in the text only."""
    text = "[@nguyen2020]"
    citation = scan_citations(Source("", text), mask(text), lambda _: None, apa7)[0]
    asked: Iterator[str] = iter(())
    html = render_citation(citation, apa7, lambda item: next(asked))
    assert "<a" not in html
    assert render_reference_list(["nguyen2020"], apa7, {}) == ""

"""Works as reference managers read them from a page: context objects of OpenURL (ANSI/NISO Z39.88-2004)."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from coursewright.bibliography import csl_json, read_bibliography
from coursewright.bibliography.coins import coins, coins_of
from coursewright.citations import render_reference_list
from coursewright.source import Source
from tests.conftest import PROJECT, Site

COMMON = set("ctx_ver rft_id rft_val_fmt".split())
PEOPLE = set("rft.aulast rft.aufirst rft.ausuffix rft.au rft.aucorp rft.date".split())
PAGES = set("rft.spage rft.epage rft.pages".split())
KEYS = {
    "journal": PEOPLE | PAGES | set("rft.genre rft.atitle rft.jtitle rft.volume rft.issue rft.artnum".split()),
    "book": PEOPLE
    | PAGES
    | set("rft.genre rft.atitle rft.btitle rft.title rft.series rft.edition rft.pub rft.isbn".split()),
    "dissertation": PEOPLE | set("rft.title rft.inst rft.degree".split()),
    "dc": set("rft.title rft.type rft.source rft.publisher rft.creator rft.date".split()),
}
"""The keys that each format has, of those that are used here."""


def pairs(text: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in text.split("&"))
    return [(key, unquote(value)) for key, _, value in parts]


def of(bibtex: str) -> str:
    bibliography = read_bibliography([Source("a.bib", bibtex)], lambda _: None)
    return "\n".join(f"{key}: {value}" for key, value in pairs(coins(csl_json(bibliography.entries[0], bibliography))))


@pytest.mark.parametrize(
    ("bibtex", "expected"),
    [
        (
            "@article{k, author = {van der Kolk, Bessel A. and Re, Jr., Al}, title = {{DNA}, 100\\% \\& more},"
            " journal = {J}, year = {2018}, month = 9, volume = {5}, number = {4}, pages = {316--340},"
            " doi = {10.1037/pst0000172}}",
            "ctx_ver: Z39.88-2004\nrft_id: info:doi/10.1037/pst0000172\nrft_val_fmt: info:ofi/fmt:kev:mtx:journal\n"
            "rft.genre: article\nrft.atitle: DNA, 100% & more\nrft.jtitle: J\nrft.volume: 5\nrft.issue: 4\n"
            "rft.spage: 316\nrft.epage: 340\nrft.pages: 316-340\nrft.aulast: van der Kolk\nrft.aufirst: Bessel A.\n"
            "rft.au: van der Kolk, Bessel A.\nrft.au: Re, Al, Jr.\nrft.date: 2018-09",
        ),
        (
            "@book{k, author = {{American Psychological Association}}, title = {Manual}, edition = {7th},"
            " publisher = {P}, year = {2020}, isbn = {978-1-4338-3216-1}}",
            "ctx_ver: Z39.88-2004\nrft_val_fmt: info:ofi/fmt:kev:mtx:book\nrft.genre: book\nrft.btitle: Manual\n"
            "rft.edition: 7\nrft.pub: P\nrft.isbn: 978-1-4338-3216-1\nrft.aucorp: American Psychological Association\n"
            "rft.date: 2020",
        ),
        (
            "@incollection{k, author = {A, B.}, title = {Part}, booktitle = {Whole}, year = {1992}, pages = {25--39}}",
            "ctx_ver: Z39.88-2004\nrft_val_fmt: info:ofi/fmt:kev:mtx:book\nrft.genre: bookitem\nrft.atitle: Part\n"
            "rft.btitle: Whole\nrft.spage: 25\nrft.epage: 39\nrft.pages: 25-39\nrft.aulast: A\nrft.aufirst: B.\n"
            "rft.au: A, B.\nrft.date: 1992",
        ),
        (
            "@phdthesis{k, author = {A, B.}, title = {T}, school = {U}, year = {2001}}",
            "ctx_ver: Z39.88-2004\nrft_val_fmt: info:ofi/fmt:kev:mtx:dissertation\nrft.title: T\nrft.inst: U\n"
            "rft.degree: Doctoral dissertation\nrft.aulast: A\nrft.aufirst: B.\nrft.au: A, B.\nrft.date: 2001",
        ),
        (
            "@online{k, author = {A, B.}, title = {T}, url = {https://example.org/a?b=c&d=e}, year = {in press}}",
            "ctx_ver: Z39.88-2004\nrft_id: https://example.org/a?b=c&d=e\nrft_val_fmt: info:ofi/fmt:kev:mtx:dc\n"
            "rft.type: webpage\nrft.title: T\nrft.creator: A, B.",
        ),
        (
            "@book{k, editor = {Ed, E.}, title = {T}, year = {1990}, unverifieddoi = {10.1/x}}",
            "ctx_ver: Z39.88-2004\nrft_val_fmt: info:ofi/fmt:kev:mtx:book\nrft.genre: book\nrft.btitle: T\n"
            "rft.aulast: Ed\nrft.aufirst: E.\nrft.au: Ed, E.\nrft.date: 1990",
        ),
    ],
    ids=["article", "group", "chapter", "thesis", "web page", "edited book"],
)
def test_a_work_as_keys_and_values(bibtex: str, expected: str) -> None:
    assert of(bibtex) == expected


def test_every_work_of_this_course_has_the_keys_of_its_format_alone() -> None:
    text = (PROJECT / "bib" / "references.bib").read_text("utf-8")
    bibliography = read_bibliography([Source("a.bib", text)], lambda _: None)
    find = coins_of(bibliography)
    for key in bibliography:
        found = dict(pairs(find(key)))
        kind = found["rft_val_fmt"].rpartition(":")[2]
        assert found.keys() - COMMON - KEYS[kind] == set(), key
        assert found.keys() & {"rft.atitle", "rft.btitle", "rft.title"}, key
        assert not re.search(r"[\s\"<>+]", find(key)), key
    assert find("nosuch") == ""


def test_a_list_holds_it_in_an_empty_span(site: Site) -> None:
    for page in ("references/index.html", "1-from-hierarchy-to-partnership/the-ethos-of-partnership/index.html"):
        html = site.read(page)
        works = re.findall(r'<li id="ref-[^"]+"><span class="reference">', html)
        spans = re.findall(r'</span><span class="Z3988" title="([^"]+)"></span>', html)
        assert len(spans) == len(works) > 0
        assert all(dict(pairs(unescape(span)))["ctx_ver"] == "Z39.88-2004" for span in spans)
        assert not any(re.search("&(?!amp;)", span) for span in spans)


def test_without_a_maker_there_is_none() -> None:
    assert "Z3988" not in render_reference_list([], {}, {})

"""The files of works: BibTeX, CSL-JSON, RIS. What they hold comes back as it was; what is not public is not in them."""

import json
import re

import pytest

from coursewright.bibliography import Bibliography, csl_json, read_bibliography
from coursewright.diagnostics import Diagnostic
from coursewright.exports import bibtex, csl, ris
from coursewright.source import Source
from tests.conftest import PROJECT, Site

BIB = """
@incollection{ab1992, crossref = {whole}, author = {van der Kolk, Bessel and {A Group} and Re, Jr., Al},
  title = {{DNA} \\& us}, pages = {25--39}, note = {secret}, keywords = {secret},
  unverifieddoi = {10.1/secret}, verification = {none}}
@book{whole, editor = {Ed, E. D.}, title = {The {Whole}}, publisher = {Pub}, year = {1992}, isbn = {1-2},
  file = {/secret}}
@article{art, author = {Ä, Ö.}, title = {T}, journal = {J}, year = {2018}, month = sep, volume = {5}, number = {4},
  pages = {e12}, doi = {10.1037/x_1}}
"""


def read(text: str) -> tuple[Bibliography, list[Diagnostic]]:
    told: list[Diagnostic] = []
    return read_bibliography([Source("a.bib", text)], told.append), told


@pytest.mark.parametrize("text", [BIB, (PROJECT / "bib" / "references.bib").read_text("utf-8")], ids=["odd", "ours"])
def test_bibtex_that_is_read_again_says_the_same_of_every_work(text: str) -> None:
    bibliography, _ = read(text)
    again, told = read(bibtex(bibliography.entries, bibliography))
    assert told == []
    assert [csl_json(entry, again) for entry in again.entries] == [
        csl_json(entry, bibliography) for entry in bibliography.entries
    ]


def test_what_is_for_authors_stays_behind() -> None:
    bibliography, _ = read(BIB)
    items = [csl_json(entry, bibliography) for entry in bibliography.entries]
    files = bibtex(bibliography.entries, bibliography), csl(items), ris(items)
    assert not [file for file in files if re.search("secret|verif|keywords", file)]


def test_an_entry_whose_braces_are_broken_does_not_break_the_file() -> None:
    bibliography, _ = read(
        "@book{a1, title = {An {open brace, year = {1990}}\n\n@book{b2, title = {Next}, year = {1991}}"
    )
    again, told = read(bibtex(bibliography.entries, bibliography))
    assert told == []
    assert [entry.key for entry in again.entries] == ["a1", "b2"]


def test_csl_json_is_an_array_of_items() -> None:
    bibliography, _ = read(BIB)
    items = [csl_json(entry, bibliography) for entry in bibliography.entries]
    assert json.loads(csl(items)) == items
    assert csl([]) == "[]\n"


def test_ris() -> None:
    bibliography, _ = read(BIB)
    assert ris(csl_json(entry, bibliography) for entry in bibliography.entries).replace("\r\n", "\n") == (
        "TY  - CHAP\nID  - ab1992\nAU  - van der Kolk, Bessel\nAU  - A Group\nAU  - Re, Al, Jr.\nED  - Ed, E. D.\n"
        "PY  - 1992\nTI  - DNA & us\nT2  - The Whole\nPB  - Pub\nSN  - 1-2\nSP  - 25\nEP  - 39\nER  - \n"
        "TY  - BOOK\nID  - whole\nED  - Ed, E. D.\nPY  - 1992\nTI  - The Whole\nPB  - Pub\nSN  - 1-2\nER  - \n"
        "TY  - JOUR\nID  - art\nAU  - Ä, Ö.\nPY  - 2018\nDA  - 2018/09//\nTI  - T\nT2  - J\nVL  - 5\nIS  - 4\n"
        "DO  - 10.1037/x_1\nC7  - e12\nER  - \n"
    )


def test_every_line_of_ris_has_the_form_of_ris() -> None:
    bibliography, _ = read((PROJECT / "bib" / "references.bib").read_text("utf-8"))
    text = ris(csl_json(entry, bibliography) for entry in bibliography.entries)
    assert [line for line in text.split("\r\n")[:-1] if not re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line)] == []
    assert text.count("TY  - ") == text.count("ER  - ") == len(bibliography)


def test_the_site_offers_the_works_that_its_page_lists(site: Site) -> None:
    listed = re.findall(r'<li id="ref-([^"]+)"', site.read("references/index.html"))
    items = json.loads(site.read("assets/downloads/references.json"))
    entries = re.findall(r"^@\w+\{([^,]+),$", site.read("assets/downloads/references.bib"), re.M)
    records = re.findall(r"^ID  - (.+?)\r?$", site.read("assets/downloads/references.ris"), re.M)
    assert listed == [item["id"] for item in items] == entries == records
    assert len(listed) > 100


def test_no_unconfirmed_doi_is_anywhere_on_the_site(site: Site) -> None:
    bibliography, _ = read((PROJECT / "bib" / "references.bib").read_text("utf-8"))
    unconfirmed = [doi for entry in bibliography.entries if (doi := entry.value("unverifieddoi"))]
    assert len(unconfirmed) > 10
    encoded = [re.escape(form) for doi in unconfirmed for form in (doi, doi.replace("/", "%2F"))]
    pattern = re.compile("|".join(encoded))
    files = [file for file in site.folder.rglob("*") if file.suffix in (".html", ".json", ".bib", ".ris", ".xml")]
    assert [file.name for file in files if pattern.search(file.read_text("utf-8"))] == []

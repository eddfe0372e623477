"""Mending and ordering .bib files: what changes, what never does, and that a crash changes nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography import read_bibliography
from coursewright.bibliography.fix import fixed
from coursewright.bibliography.forms import doi_form, edition_form, pages_form
from coursewright.bibliography.tidy import tidied
from coursewright.rewrite import replace_file
from coursewright.source import Source
from tests.conftest import PROJECT, Run


def silent(_: object) -> None:
    """What stands in the way is another test's business."""


FORMS = {
    doi_form: {
        "https://doi.org/10.1037/h0045357": "10.1037/h0045357",
        "http://dx.doi.org/10.1037/h0045357.": "10.1037/h0045357",
        "DOI: 10.1037/h0045357": "10.1037/h0045357",
        "doi.org/10.1037/h0045357": "10.1037/h0045357",
        "10.1016/S0277-9536(96)00221-3": "10.1016/S0277-9536(96)00221-3",
        "see the journal": "see the journal",
        "": "",
    },
    pages_form: {
        "316-340": "316--340",
        "316--40": "316--340",
        "316-20": "316--320",
        "pp. 3-5, 9": "3--5, 9",
        "S12-S19": "S12--S19",
        "xi-xx": "xi--xx",
        "12-1--12-20": "12-1--12-20",
        "e0252047": "e0252047",
        "CD007297": "CD007297",
        "316–340": "316–340",
        "1--2": "1--2",
    },
    edition_form: {
        "3": "3",
        "3rd": "3rd",
        "3rd ed.": "3",
        "Third edition": "3",
        "2nd ed. ed.": "2",
        "11st": "11",
        "Rev. ed.": "Rev. ed.",
        "30th anniversary ed.": "30th anniversary ed.",
        "7th (50th anniversary)": "7th (50th anniversary)",
    },
}


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [(form, value, expected) for form, cases in FORMS.items() for value, expected in cases.items()],
)
def test_forms(form: object, value: str, expected: str) -> None:
    assert callable(form)
    assert form(value) == expected
    assert form(expected) == expected


def fix(text: str) -> str:
    return fixed(Source("a.bib", text))


def test_fixes_change_their_values_alone() -> None:
    text = """% 1-2
@Book{a,
 % pages = {1-2},
  Pages = "316-40",  edition={3rd ed.} , xyz = {1-2},
 url={https://doi.org/10.1037/a1}
}
rest 1-2"""
    new = text.replace('"316-40"', '"316--340"').replace("3rd ed.", "3").replace("url={https://doi.org/", "doi={")
    assert fix(text) == new


KEPT = {
    "edition in a word, which older styles want": "@book{a, edition = {Third}}",
    "pages that run backwards stay so": "@book{a, pages = {340--316}}",
    "value joined from parts": '@string{p = "316"}\n@book{a, pages = p # {-340}}',
    "value over two lines": "@book{a, doi = {doi:\n10.1037/a1}}",
    "address beside a DOI": "@book{a, doi = {10.1037/a1}, url = {https://doi.org/10.1037/a1}}",
    "title case, which needs judgement": "@book{a, title = {The Role of Empathy}}",
    "no BibTeX at all": "pages = {1-2}",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_needs_judgement_stays(name: str) -> None:
    assert fix(KEPT[name]) == KEPT[name]


def test_an_unreadable_file_is_fixed_where_it_can_be_read() -> None:
    assert fix("@book{a, pages = {1-2}\n@book{b, pages = {3-4}}") == "@book{a, pages = {1--2}\n@book{b, pages = {3--4}}"


TIDY = (
    """% The library.
@string{j = "Journal"}

% ===== One =====

% about b
@BOOK{b, year = 1990, title = {B}, % said of year
   xyz = {z},
   author = {Lee, K.}} % behind b
@article(a,
  % the title
  title = {A
    long one},
  journal = j # { 2}
)

% ===== Two =====

@book{d, title = {D}}
@incollection{c, crossref = {d}, title = {C}}
%@book{old, title = {Old}}
""",
    """% The library.
@string{j = "Journal"}

% ===== One =====

@article(a,
  % the title
  title = {A
    long one},
  journal = j # { 2},
)

% about b
@BOOK{b,
  author = {Lee, K.},
  title = {B},
  year = 1990,
  xyz = {z},
} % behind b

% ===== Two =====

@incollection{c,
  crossref = {d},
  title = {C},
}

@book{d,
  title = {D},
}

%@book{old, title = {Old}}
""",
)


def test_order_and_layout() -> None:
    before, after = (text.replace(" % said of year", "") for text in TIDY)
    assert tidied(Source("a.bib", before), silent) == after
    assert tidied(Source("a.bib", after), silent) == after


@pytest.mark.parametrize("text", [TIDY[0], "@book{a, title = {A}", "@book{a,}\n@book{A,}", "no entries", ""])
def test_a_file_with_faults_stays_as_it_is(text: str) -> None:
    assert tidied(Source("a.bib", text), silent) == text


def test_the_course_in_order_has_the_same_works() -> None:
    text = (PROJECT / "bib" / "references.bib").read_text("utf-8")
    new = tidied(Source("a.bib", text), silent)
    works = [
        {(entry.key, entry.kind, frozenset((field.name, field.value) for field in entry.fields)) for entry in entries}
        for entries in (read_bibliography([Source("a.bib", one)], print).entries for one in (text, new))
    ]
    assert works[0] == works[1]
    assert {line for line in text.splitlines() if line.startswith("%")} == {
        line for line in new.splitlines() if line.startswith("%")
    }


PARTS = """@book{a, | @article{b, | @book(c, | } | ) | % c | title = {T}, | pages = {1-2}, | doi = "doi:10.1/2",
edition = 3, | x = { | , | " | # | @string{s = {1-2}} | pages = s, | free text"""
PIECES = st.lists(st.sampled_from([*PARTS.replace("\n", " | ").split("|"), "\n"]), max_size=30).map("".join)


@given(st.text() | PIECES)
def test_nothing_is_lost_whatever_stands_in_the_file(text: str) -> None:
    source = Source("a.bib", text)
    again, mended = tidied(source, silent), fixed(source)
    assert sorted("".join(again.replace(",", "").split())) == sorted("".join(text.replace(",", "").split()))
    assert fixed(Source("a.bib", mended)) == mended
    assert [line for line in mended.splitlines() if line.lstrip().startswith("%")] == [
        line for line in text.splitlines() if line.lstrip().startswith("%")
    ]


def test_a_crash_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "a.bib"
    file.write_text("old", "utf-8")
    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        replace_file(file, "new")
    assert file.read_text("utf-8") == "old"
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.bib", tmp_path / "b.bib"
    file.write_text("old", "utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    replace_file(link, "new")
    assert (file.read_text("utf-8"), link.is_symlink(), file.stat().st_mode & 0o777) == ("new", True, 0o640)


BIB = (
    b"\xef\xbb\xbf% caf\xc3\xa9\r\n@book{lee2001, author = {Lee, K.}, title = {T}, publisher = {P}, year = 2001,\r\n"
    b" pages = {1-2}}\r\n"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A course with one work, whose file has a byte-order mark and Windows line ends; gives the file."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("---\ntitle: T\n---\nText.\n", "utf-8")
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "apa.csl").symlink_to(PROJECT / "bib" / "apa.csl")
    file = tmp_path / "bib" / "a.bib"
    file.write_bytes(BIB)
    return file


def test_fix_shows_the_change_and_asks(run: Run, library: Path) -> None:
    result = run("check", "--fix", root=library.parent.parent)  # the question gets no answer
    assert "- pages = {1-2}}" in result.output
    assert "+ pages = {1--2}}" in result.output
    assert library.read_bytes() == BIB


def test_fix_writes_with_yes_and_keeps_bytes(run: Run, library: Path) -> None:
    result = run("check", "--fix", "--yes", root=library.parent.parent)
    assert (result.exit_code, library.read_bytes()) == (0, BIB.replace(b"1-2", b"1--2"))
    assert "1 file written." in result.output
    assert "Nothing to fix." in run("check", "--fix", root=library.parent.parent).output


def test_format_puts_in_order(run: Run, library: Path) -> None:
    result = run("cite", "format", "--yes", root=library.parent.parent)
    assert result.exit_code == 0
    assert library.read_bytes().startswith(b"\xef\xbb\xbf% caf\xc3\xa9\r\n@book{lee2001,\r\n  author = {Lee, K.},\r\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"@book{lee2001,\n  author = {Lee, K.}\n  title = {T}\n}\n", "a.bib:2:20: error: A comma is missing"),
        (b"@book{b, title={B}}@book{a, title={A}}\n", ""),
        (b"@book{lee2001, title = {caf\xe9}}\n", "a.bib:1:28: error: This byte is not UTF-8 (0xe9)."),
    ],
)
def test_format_says_what_stands_in_its_way(run: Run, library: Path, text: bytes, words: str) -> None:
    library.write_bytes(text)
    result = run("cite", "format", "--yes", root=library.parent.parent)
    assert words in result.output
    assert (result.exit_code, library.read_bytes() == text) == ((1, True) if words else (0, False))


def test_fix_goes_with_text_alone(run: Run, library: Path) -> None:
    result = run("check", "--fix", "--format", "json", root=library.parent.parent)
    assert (result.exit_code, library.read_bytes()) == (2, BIB)

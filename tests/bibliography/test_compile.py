"""Works in the course's style, by pandoc; what is kept, and what is told when it can't be had."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from coursewright.bibliography import (
    Bibliography,
    Reference,
    Store,
    compile_references,
    csl_json,
    open_store,
    read_bibliography,
    write_lock,
)
from coursewright.bibliography import compile as compiling
from coursewright.bibliography.formatting import format_works
from coursewright.diagnostics import Diagnostic
from coursewright.source import Source

BIB = Path(__file__).resolve().parents[2] / "bib"
STYLE = BIB / "apa.csl"


def read(bibtex: str) -> Bibliography:
    return read_bibliography([Source("bib/a.bib", bibtex)], lambda _: None)


def fail(problem: Diagnostic) -> None:
    raise AssertionError(problem)


def compiled(bibtex: str) -> dict[str, Reference]:
    return compile_references(read(bibtex), STYLE, Store(fail))


TWINS = compiled(
    """
    @book{b, author={Rogers, Carl R.}, title={The zebra}, publisher={P}, year={1957}}
    @book{a, author={Rogers, Carl R.}, title={An apple}, publisher={P}, year={1957}}
    @book{m, author={Rogers, Carl R.}, title={The mango}, publisher={P}, year={1957}}
    @book{n, author={Rogers, Carl R. and Smith, A.}, title={Both}, publisher={P}}
    @book{s, author={Smith, Sam}, title={On}, publisher={P}, year={1970}, origdate={1923}}
    @book{t, author={Smith, Tom}, title={Off}, publisher={P}, year={in press}}
    @book{v, author={van der Kolk, Bessel}, title={Body}, publisher={P}, year={2014}}
    @misc{w, title={What a *title*_}, year={2001}, url={https://a.org/b_c}}
    @article{x, title={Fine \\& {<b>}}, journal={J}, year={2002}}
    @book{g, author={{Simon & Schuster}}, title={Books}, year={2003}}
    """
)
IN_TEXT = {
    "a": ("Rogers", "Rogers", "1957a"),
    "m": ("Rogers", "Rogers", "1957b"),
    "b": ("Rogers", "Rogers", "1957c"),
    "n": ("Rogers & Smith", "Rogers and Smith", "n.d."),
    "s": ("S. Smith", "S. Smith", "1923/1970"),
    "t": ("T. Smith", "T. Smith", "in press"),
    "v": ("van der Kolk", "van der Kolk", "2014"),
    "w": ("What a *Title*_", "What a *Title*_", "2001"),
    "g": ("Simon & Schuster", "Simon & Schuster", "2003"),
    "x": ("“Fine & <b>”", "“Fine & <b>”", "2002"),
}


@pytest.mark.parametrize("key", IN_TEXT)
def test_author_and_year_in_the_text(key: str) -> None:
    work = TWINS[key]
    assert (work.author, work.author_narrative, work.year) == IN_TEXT[key]


def test_the_list_is_alphabetical_and_letters_pass_over_articles() -> None:
    assert [(work.key, work.position) for work in TWINS.values()] == [
        (key, place) for place, key in enumerate(["x", "a", "m", "b", "n", "g", "s", "t", "v", "w"])
    ]


ENTRIES = {
    "a": "Rogers, C. R. (1957a). <em>An apple</em>. P.",
    "s": "Smith, S. (1970). <em>On</em>. P. (Original work published 1923)",
    "w": '<em>What a *title*_</em>. (2001). <a href="https://a.org/b_c">https://a.org/b_c</a>',
    "x": "Fine &amp; &lt;b&gt;. (2002). <em>J</em>.",
}


@pytest.mark.parametrize("key", ENTRIES)
def test_entries_of_the_list(key: str) -> None:
    assert TWINS[key].html == ENTRIES[key]


def test_only_titles_in_italics_are_italic() -> None:
    assert [key for key, work in TWINS.items() if work.italic] == ["w"]


def test_of_more_than_twenty_authors_nineteen_and_the_last_are_listed() -> None:
    names = " and ".join(f"Name{chr(65 + number)}, X." for number in range(22))
    works = compiled(
        f"@book{{a, author={{Ab, C. and Xy, Z. and {names}}}, title={{T}}, year=2000}}"
        f"@book{{b, author={{Ab, C. and Wv, Z. and {names}}}, title={{U}}, year=2000}}"
    )
    assert works["a"].author == "Ab, Xy, et al."
    assert works["a"].text.partition(" …")[0].count(" X.,") == 17
    assert works["a"].text.startswith("Ab, C., Xy, Z., NameA")


def course() -> Bibliography:
    return read((BIB / "references.bib").read_text("utf-8"))


def test_the_lock_of_this_course_is_fresh_and_needs_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "find_pandoc", lambda: None)
    monkeypatch.setattr(compiling, "pandoc_version", lambda: "")
    references = compile_references(course(), STYLE, open_store(BIB / "references.lock.json", None, fail))
    assert len(references) == len(course())


def test_groups_formatted_apart_give_what_the_whole_list_would() -> None:
    references = compile_references(course(), STYLE, open_store(BIB / "references.lock.json", None, fail))
    bibliography = course()
    whole = format_works([csl_json(entry, bibliography) for entry in bibliography.entries], STYLE)
    assert list(references.values()) == [Reference(**asdict(work), position=place) for place, work in enumerate(whole)]


def test_an_unconfirmed_doi_is_printed_nowhere() -> None:
    lock = (BIB / "references.lock.json").read_text("utf-8")
    hidden = [entry.value("unverifieddoi") for entry in course().entries if entry.value("unverifieddoi")]
    assert len(hidden) > 10
    assert [doi for doi in hidden if doi in lock] == []


ONE = "@book{a, author={Rogers, Carl}, title={On}, year={1961}}"


def test_what_is_cached_is_not_formatted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path / "lock.json", tmp_path / "cache", fail)
    first = compile_references(read(ONE), STYLE, store)
    monkeypatch.setattr(compiling, "find_pandoc", lambda: None)
    assert compile_references(read(ONE), STYLE, store) == first


def test_the_lock_does_not_hang_on_the_order_of_entries(tmp_path: Path) -> None:
    two = "@book{b, author={Bion, W.}, title={X}, year=1962}"
    texts = []
    for name, bibtex in (("one", ONE + two), ("two", two + ONE)):
        lock = tmp_path / name
        assert write_lock(read(bibtex), STYLE, open_store(lock, None, fail), lock) == 2
        texts.append(lock.read_text("utf-8"))
    assert texts[0] == texts[1]
    assert texts[0].endswith("}\n")
    assert [group["name"] for group in json.loads(texts[0])["groups"]] == ["bion", "rogers"]


def test_without_pandoc_the_fix_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "find_pandoc", lambda: None)
    told: list[Diagnostic] = []
    assert compile_references(read("\n" + ONE), STYLE, open_store(tmp_path / "no.json", None, told.append)) == {}
    assert [(problem.place.line, problem.message) for problem in told] == [
        (2, "1 work is not in the lock file of references, and pandoc is not installed.")
    ]
    assert "pip install pypandoc_binary" in told[0].hint


def test_a_style_that_pandoc_cannot_read_is_told_once(tmp_path: Path) -> None:
    style = tmp_path / "bad.csl"
    style.write_text("<style>", "utf-8")
    told: list[Diagnostic] = []
    assert compile_references(read(ONE), style, Store(told.append)) == {}
    assert [problem.message.partition(":")[0] for problem in told] == ["The citation style can't be read"]


def test_a_work_of_which_nothing_can_be_printed_is_told() -> None:
    told: list[Diagnostic] = []
    assert list(compile_references(read(ONE + "\n@book{b, year=2000}"), STYLE, Store(told.append))) == ["a"]
    assert [problem.message for problem in told] == ["The work 'b' has neither an author nor a title."]


def test_a_style_that_is_missing_is_told(tmp_path: Path) -> None:
    told: list[Diagnostic] = []
    assert compile_references(read(ONE), tmp_path / "no.csl", Store(told.append)) == {}
    assert [problem.message for problem in told] == ["The citation style can't be read."]


def test_a_damaged_lock_is_told_and_does_not_stop_the_course(tmp_path: Path) -> None:
    lock = tmp_path / "references.lock.json"
    lock.write_text("<<<<<<< HEAD", "utf-8")
    told: list[Diagnostic] = []
    store = open_store(lock, None, told.append)
    assert [problem.message for problem in told] == ["The lock file of references can't be read."]
    assert list(compile_references(read(ONE), STYLE, store)) == ["a"]


def test_a_damaged_cache_is_passed_over(tmp_path: Path) -> None:
    store = open_store(tmp_path / "lock.json", tmp_path, fail)
    compile_references(read(ONE), STYLE, store)
    for path in tmp_path.glob("*.json"):
        path.write_text("{}", "utf-8")
    assert list(compile_references(read(ONE), STYLE, store)) == ["a"]


def test_the_style_is_the_unchanged_file_of_the_csl_project() -> None:
    digest = hashlib.sha256(STYLE.read_bytes()).hexdigest()
    assert digest == "1ece4fb3c295e66d04b4394e295aa58a87741ceeef1658192437eb9953c2f13e"
    assert "https://citationstyles.org/" in (BIB / "NOTICE").read_text("utf-8")

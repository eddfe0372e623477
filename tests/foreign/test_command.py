"""`coursewright check --citations`, and what is made for pre-commit."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.foreign import NoBibliographyError, check_folder
from coursewright.foreign.metadata import Metadata, blocks, works
from coursewright.source import Source
from tests.conftest import PROJECT, Run

WORK = "@misc{ames2001, author = {Ames, Ada}, title = {Small steps}, year = {2001}}\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    root = tmp_path / "book"
    root.mkdir()
    (root / "_quarto.yml").write_text("bibliography: works.bib\n", encoding="utf-8")
    (root / "works.bib").write_text(WORK, encoding="utf-8")
    (root / "index.qmd").write_text("Steps [@ames2001; @bell2002].\n", encoding="utf-8")
    return root


def test_text_names_the_place_from_the_current_folder(run: Run, book: Path) -> None:
    result = run("check", "--citations", "book", root=book.parent)
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "book/index.qmd:1:19: error: No reference has the key 'bell2002'. [citation-known]\n"
    )
    assert "     1 | Steps [@ames2001; @bell2002]." in result.stdout


def test_a_folder_elsewhere_is_named_from_itself(run: Run, book: Path) -> None:
    assert run("check", "--citations", book).stdout.startswith("index.qmd:1:19: error:")


def test_formats(run: Run, book: Path) -> None:
    record = json.loads(run("check", "--citations", book, "--format", "json").stdout)[0]
    assert record["rule"] == "citation-known"
    assert (record["path"], record["line"], record["column"]) == ("index.qmd", 1, 19)
    result = json.loads(run("check", "--citations", book, "--format", "sarif").stdout)["runs"][0]["results"][0]
    assert result["ruleId"] == "citation-known"
    github = run("check", "--citations", "book", "--format", "github", root=book.parent)
    assert github.stdout.startswith("::error file=book/index.qmd,line=1,col=19,title=citation-known::")


def test_paths_keep_to_some_files(run: Run, book: Path) -> None:
    assert run("check", "--citations", ".", "works.bib", root=book).exit_code == 0


def test_exit_codes(run: Run, book: Path, tmp_path: Path) -> None:
    (book / "index.qmd").write_text("Steps [@ames2001].\n", encoding="utf-8")
    assert run("check", "--citations", book).exit_code == 0
    (tmp_path / "empty").mkdir()
    empty = run("check", "--citations", tmp_path / "empty")
    assert (empty.exit_code, "Name it with --bib FILE." in empty.stderr) == (2, True)
    assert run("check", "--citations", tmp_path / "gone").exit_code == 2
    assert run("check", "--bib", book / "works.bib").exit_code == 2


def test_bib_stands_for_what_is_named(run: Run, book: Path) -> None:
    (book / "other.bib").write_text(
        "@misc{bell2002, author = {Bell, B.}, title = {Long walks}, year = {2002}}\n", encoding="utf-8"
    )
    both = ("--bib", book / "works.bib", "--bib", book / "other.bib")
    result = run("check", "--citations", book, *both, "--format", "json")
    assert [each["rule"] for each in json.loads(result.stdout)] == []


def test_the_hook_for_pre_commit_runs_the_command() -> None:
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "coursewright check --citations"
    assert (hook["language"], hook["pass_filenames"], hook["args"]) == ("python", False, ["."])


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=200), min_size=5, max_size=5))
def test_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    root = tmp_path_factory.mktemp("bytes")
    for name, data in zip(("_quarto.yml", "a.qmd", "index.Rmd", "works.bib", "works.json"), contents, strict=True):
        (root / name).write_bytes(data)
    (root / "b.md").write_bytes(b"---\nbibliography: [works.bib, works.json]\n---\n" + contents[1])
    with suppress(NoBibliographyError):
        check_folder(root, root, (), lambda _: None)


DEEP = ["[" * 100_000, "{a: " * 50_000, "- " * 100_000 + "a", "\n".join(" " * each + "a:" for each in range(3000))]


@pytest.mark.parametrize("text", [*DEEP, "&a [*a]", "a: &b {c: *b}", "\tx", "a: b: c", "!!python/object x"])
def test_metadata_never_raises(text: str) -> None:
    source = Source("x.yml", text)
    list(Metadata(source, 0, len(text)).leaves("bibliography", "a"))
    for metadata in blocks(Source("x.md", f"---\nreferences:\n{text}\n---\n")):
        list(works(metadata))

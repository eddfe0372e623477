"""The course as a site: what MkDocs builds is what the engine wove; mistakes and misspelt editions stop the build."""

import json
import os
import re
import shutil
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import markdown
import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from coursewright.sections import plain_text
from coursewright.weave import Site, weave
from tests.conftest import PROJECT, mkdocs_build
from tests.test_tooling_build import digests
from tests.test_worlds import load, read_world

WORLD = Path(__file__).parent / "worlds" / "a-small-whole-course.txt"
EXTENSIONS = yaml_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
SECRETS = ("The secret answer.", "the windowpane test", "that time alone decides", "Would Ruth agree?")


def write_bread(root: Path, **settings: object) -> Path:
    """The small course as an MkDocs site with the plainest of themes: a page's content and nothing else."""
    root.mkdir()
    read_world(WORLD.read_text(encoding="utf-8")).write(root)
    config = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8")) | {
        "theme": {"name": None, "custom_dir": "theme"},
        "hooks": [str(PROJECT / "hooks" / "publish.py")],
        "markdown_extensions": EXTENSIONS,
        "plugins": [],
        **settings,
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("{{ page.content }}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bread(tmp_path_factory.mktemp("publish") / "bread")


@pytest.fixture(scope="module")
def learner(bread: Path) -> Path:
    site = bread.parent / "learner"
    build = mkdocs_build(bread, site)
    assert build.returncode == 0, build.stdout
    return site


def everything(site: Path) -> str:
    files = (file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix != ".gz")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_page_is_built(learner: Path) -> None:
    pages = {file.relative_to(learner).as_posix() for file in learner.rglob("*.html")}
    assert pages == {
        "index.html",
        "1-dough/index.html",
        "1-dough/kneading/index.html",
        "cases/rye/index.html",
        "questions/index.html",
        "sets/dough-talk/index.html",
        "glossary/index.html",
        "references/index.html",
    }


def plainly(text: str, path: str) -> str:
    """Woven Markdown as Python-Markdown alone renders it, links between files resolved as a site generator does."""
    names = [next(iter(item)) if isinstance(item, dict) else item for item in EXTENSIONS]
    configs: dict[str, Any] = {name: item[name] for item in EXTENSIONS if isinstance(item, dict) for name in item}
    names = [*(name for name in ("toc", "tables", "fenced_code") if name not in names), *names]
    html = markdown.markdown(text, extensions=names, extension_configs=configs)

    def address(match: re.Match[str]) -> str:
        return f'href="{Site().link(path, normpath(join(dirname(path), match[1])), match[2] or "")}"'

    return re.sub(r'href="([^"#:]+\.md)(?:#([^"]*))?"', address, html)


def without_spare_lines(html: str) -> str:
    """Line ends between elements show nothing."""
    return re.sub(r"(?<=>)\s*\n\s*(?=<)", "", html).strip()


def test_plain_markdown_renders_a_woven_page_as_mkdocs_does(bread: Path, learner: Path) -> None:
    """The portable seam: `weave` as a preprocessor anywhere else gives the same pages."""
    course, _ = load(bread)
    for path, page in course.pages.items():
        woven = weave(page.source.text[page.body :], course, path)
        built = (learner / Site().address(path) / "index.html").read_text(encoding="utf-8")
        assert without_spare_lines(plainly(woven, path)) == without_spare_lines(built), path


def test_learners_get_nothing_that_is_for_facilitators_and_instructors_do(bread: Path, learner: Path) -> None:
    instructor = bread.parent / "instructor"
    build = mkdocs_build(bread, instructor, EDITION="instructor")
    assert build.returncode == 0, build.stdout
    assert [secret for secret in SECRETS if secret in everything(learner)] == []
    assert [secret for secret in SECRETS if secret not in everything(instructor)] == []


def test_two_builds_are_the_same_to_the_byte(bread: Path, learner: Path) -> None:
    again = bread.parent / "again"
    build = mkdocs_build(bread, again, PYTHONHASHSEED="7", EDITION="learner")
    assert build.returncode == 0, build.stdout
    assert digests(again) == digests(learner)


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("instuctor", "EDITION=instuctor: there is no such edition; did you mean 'instructor'?"),
        ("xyzzy", "EDITION=xyzzy: there is no such edition; editions: learner, instructor"),
        ("Learner", "EDITION=Learner: there is no such edition; did you mean 'learner'?"),
    ],
)
def test_an_edition_that_does_not_exist_is_one_clear_error(
    bread: Path, tmp_path: Path, edition: str, said: str
) -> None:
    build = mkdocs_build(bread, tmp_path / "site", EDITION=edition)
    assert build.returncode == 1
    assert said in build.stdout
    assert "Traceback" not in build.stdout
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "docs/index.md",
            "\nAs [@calvel1991] says.\n",
            ["ERROR   -  docs/index.md:10:5: error: No reference has the key 'calvel1991'. [citation-known]", "^^^^^"],
        ),
        (
            "docs/1-dough/folding.md",
            "---\nid: folding\ntitle: Folding\nminutes: 5\nobjectives:\n  fold: Fold a dough\n---\nText.\n",
            ["WARNING -  docs/1-dough/folding.md:6:3: warning: No question asks the learning objective 'fold'."],
        ),
    ],
    ids=["error", "warning"],
)
def test_errors_and_warnings_stop_a_strict_build(tmp_path: Path, path: str, text: str, said: list[str]) -> None:
    root = write_bread(tmp_path / "bread")
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 1
    assert [line for line in said if line not in build.stdout] == []


def test_a_build_that_fails_leaves_the_last_site_whole(tmp_path: Path) -> None:
    root = write_bread(tmp_path / "bread")
    assert mkdocs_build(root, tmp_path / "site").returncode == 0
    whole = digests(tmp_path / "site")
    (root / "docs" / "index.md").write_text("---\ntitle: Home\n---\nAs [@calvel1991] says.\n", encoding="utf-8")
    assert mkdocs_build(root, tmp_path / "site").returncode == 1
    assert digests(tmp_path / "site") == whole


def test_files_and_entries_that_lead_nowhere_are_told_and_end_nothing(tmp_path: Path) -> None:
    root = write_bread(tmp_path / "bread", nav=["index.md", "indx.md"])
    (root / "docs" / "gone.md").symlink_to("nowhere.md")
    (root / "docs" / "gone.png").symlink_to("nowhere.png")
    (root / os.fsdecode(b"docs/caf\xe9.md")).write_text("Text", encoding="utf-8")
    (root / "docs" / "again").symlink_to(root / "docs" / "1-dough")
    (root / "docs" / "café (1) #2.md").write_text("---\ntitle: Café\n---\nText.\n", encoding="utf-8")
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 1
    assert "Traceback" not in build.stdout
    told = re.findall(r"^ERROR   -  (.+?): error: (.+)", build.stdout, re.M)
    assert sorted(told) == [
        ("docs/again:1:1", "Pages behind a link to a folder are not read. [source-found]"),
        ("docs/caf\ufffd.md:1:1", "The file's name is not UTF-8. [source-utf8]"),
        ("docs/gone.md:1:1", "The file can't be read: No such file or directory. [source-found]"),
        ("docs/gone.png:1:1", "The file can't be read. [source-found]"),
        ("mkdocs.yml:17:3", "There is no page 'indx.md'. [link-known]"),
    ]


def test_advice_does_not_stop_a_strict_build_nor_is_it_printed(tmp_path: Path) -> None:
    root = write_bread(tmp_path / "bread")
    with (root / "bib" / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{spare2000, author = {Spare, S.}, title = {Spare}, publisher = {S}, year = {2000}}\n")
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 0, build.stdout
    assert "spare2000" not in build.stdout


def test_pages_can_have_addresses_that_end_in_html(tmp_path: Path) -> None:
    root = write_bread(tmp_path / "bread", use_directory_urls=False)
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 0, build.stdout
    lesson = (tmp_path / "site" / "1-dough" / "kneading.html").read_text(encoding="utf-8")
    targets = [target.partition("#")[0] for target in re.findall(r'href="([^"#:]+\.html[^"]*)"', lesson)]
    assert "../cases/rye.html" in targets
    assert [target for target in targets if not (tmp_path / "site" / "1-dough" / target).is_file()] == []


def test_the_search_holds_what_is_read_and_not_the_lists_that_repeat_it(learner: Path) -> None:
    index = json.loads((learner / "assets/search.json").read_text(encoding="utf-8"))
    assert all(set(page) == {"address", "title", "part", "sections"} for page in index)
    pages = {page["address"]: page for page in index}
    assert pages["1-dough/kneading/"]["title"] == "Kneading"
    text = " ".join(" ".join(section) for section in pages["1-dough/kneading/"]["sections"])
    lesson = (learner / "1-dough/kneading/index.html").read_text(encoding="utf-8")
    assert '<details class="cw-format"' in lesson
    assert "cw-" not in text
    assert "&" not in text
    assert len(text) < len(plain_text(lesson)) / 2, "discussion questions and references stand elsewhere"


def test_a_style_sheet_that_is_not_there_is_one_clear_error(bread: Path, tmp_path: Path) -> None:
    root = write_bread(tmp_path / "bread", extra_css=["assets/css/none.css"])
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 1
    assert "mkdocs.yml: extra_css names assets/css/none.css, which docs/ does not hold" in build.stdout
    assert "Traceback" not in build.stdout


def test_what_is_remembered_never_shows(tmp_path: Path) -> None:
    bread = write_bread(tmp_path / "bread")
    lesson = bread / "docs/1-dough/kneading.md"
    typed = lesson.read_text(encoding="utf-8")

    def built(name: str) -> dict[str, str]:
        build = mkdocs_build(bread, tmp_path / name)
        assert build.returncode == 0, build.stdout
        return digests(tmp_path / name)

    first = built("first")
    lesson.write_text(f"{typed}\nAnother sentence.\n", encoding="utf-8")
    edited = built("edited")
    shutil.rmtree(bread / ".cache")
    assert edited == built("afresh") != first
    lesson.write_text(typed, encoding="utf-8")
    assert built("taken back") == first

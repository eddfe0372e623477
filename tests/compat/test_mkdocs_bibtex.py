"""A course that was written for mkdocs-bibtex, built by it and by us: both cite the same works on each page."""

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import yaml

from coursewright.bibliography import read_bibliography
from coursewright.bibliography.latex import to_text
from coursewright.source import Source
from tests.conftest import PROJECT

COURSE = Path(__file__).parent / "course"
BIB = (COURSE / "bib" / "references.bib").read_text("utf-8")
TITLES = {
    entry.key: to_text(entry.value("title")).replace("’", "'")
    for entry in read_bibliography([Source("bib/references.bib", BIB)], lambda _: None).entries
}
CODE = re.compile(r"<pre.*?</pre>|<code.*?</code>|<!--.*?-->|<title>.*?</title>", re.S)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that mkdocs-bibtex makes."""
    root = shutil.copytree(COURSE, tmp_path_factory.mktemp("theirs") / "course")
    shutil.copy2(PROJECT / "bib" / "apa.csl", root)
    return build(root)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that we make of the same pages and works: its one plugin is taken out, our hook is put in."""
    root = shutil.copytree(COURSE, tmp_path_factory.mktemp("ours") / "course")
    shutil.copy2(PROJECT / "bib" / "apa.csl", root / "bib")
    config = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    config |= {"plugins": [], "hooks": [str(PROJECT / "hooks" / "publish.py")]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return build(root, "--strict")


def build(root: Path, *options: str) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site"), *options],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def cited(site: Path, page: str) -> set[str]:
    """The keys of the works whose titles the reader of a page sees, in a list or in the text."""
    html = CODE.sub("", (site / page / "index.html").read_text("utf-8"))
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).replace("’", "'").split())
    return {key for key, title in TITLES.items() if title in text}


PAGES = {
    "": {"calvel1990", "hamelman2004", "gobbetti-1998"},
    "part/own-list": {"david_1977", "calvel1990"},
    "part/narrative": {"whitley2006", "calvel1990", "hamelman2004"},
    "part/nothing": set(),
    "all": set(TITLES),
}


@pytest.mark.parametrize(("page", "works"), PAGES.items(), ids=lambda item: item if isinstance(item, str) else "")
def test_both_cite_the_same_works(theirs: Path, ours: Path, page: str, works: set[str]) -> None:
    assert cited(theirs, page) == cited(ours, page) == works


def test_every_page_is_compared(ours: Path) -> None:
    pages = {file.parent.relative_to(ours).as_posix().removeprefix(".") for file in ours.rglob("index.html")}
    assert pages - {"differences"} == set(PAGES)


def test_only_they_take_code_and_comments_for_citations(theirs: Path, ours: Path) -> None:
    assert cited(ours, "differences") == {"whitley2006"}
    assert cited(theirs, "differences") == {"whitley2006", "calvel1990", "hamelman2004", "gobbetti-1998"}
    page = (ours / "differences" / "index.html").read_text("utf-8")
    assert "<code>[@calvel1990]</code>" in page
    assert "[@hamelman2004]" in page


def test_the_list_stands_where_the_page_asks_for_it(ours: Path) -> None:
    page = (ours / "part" / "own-list" / "index.html").read_text("utf-8")
    assert page.index('id="works"') < page.index('id="ref-david_1977"') < page.index('id="after-the-works"')


def test_a_narrative_citation_is_author_and_year_and_not_the_whole_reference(theirs: Path, ours: Path) -> None:
    own, other = ((site / "part/narrative/index.html").read_text("utf-8") for site in (ours, theirs))
    assert re.search(r"As <span class=\"citation\"><a [^>]+>Whitley \(2006\)</a></span> says", own)
    assert "As Whitley, A. (2006). <em>Bread matters</em>. Fourth Estate. says" in other

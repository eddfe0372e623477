"""Building the course: what is printed, and that the same sources give the same site anywhere."""

import hashlib
import re
import shutil
from pathlib import Path

from coursewright.offline import PACKED
from coursewright.publication import SHELF
from tests.conftest import PROJECT, Site, mkdocs_build


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file, by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_build_prints_nothing_but_that_it_builds(site: Site) -> None:
    usual = re.compile(
        "INFO    -  (Cleaning site directory|Building documentation to directory: .+|Documentation built in .+ seconds)"
    )
    assert [line for line in site.log.splitlines() if not usual.fullmatch(line)] == []


def test_another_folder_and_an_empty_cache_give_the_same_bytes(site: Site, course_copy: Path, tmp_path: Path) -> None:
    """With the same printed sheets and the same zip at hand, which a build only takes."""
    for made in (SHELF, PACKED):
        if (PROJECT / made).is_dir():
            shutil.copytree(PROJECT / made, course_copy / made)
    again = mkdocs_build(course_copy, tmp_path / "again")
    assert again.returncode == 0, again.stdout
    assert digests(tmp_path / "again") == digests(site.folder)


def test_no_page_names_a_folder_of_this_machine(site: Site) -> None:
    folder = str(Path(__file__).resolve().parent.parent)
    assert [file for file in site.folder.rglob("*.html") if folder in file.read_text(encoding="utf-8")] == []

"""A course on another subject, made as the manual says: it checks, builds and holds nothing of this one."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import COURSE, PROJECT, Run, copy_course, mkdocs_build

MANUAL = (PROJECT / "docs/authors/your-own-course.md").read_text("utf-8")
FILES = dict(re.findall(r"^`([^`\n]+)`[^\n]*:\n\n```\w+\n(.*?)^```$", MANUAL, re.M | re.S))


@pytest.fixture
def birds(tmp_path: Path) -> Path:
    root = copy_course(tmp_path / "birds")
    (root / "tests").mkdir()
    removal = re.findall(r"^```sh\n(.*?)^```$", MANUAL, re.M | re.S)[0]
    subprocess.run(["sh", "-ec", removal], cwd=root, check=True)
    for path, text in FILES.items():
        (root / path).write_text(text, encoding="utf-8")
    site = (root / "mkdocs.yml").read_text("utf-8")
    navigation = re.findall(r"^```yaml\n(nav:\n.*?)^```$", MANUAL, re.M | re.S)[0]
    (root / "mkdocs.yml").write_text(site[: site.index("\nnav:")] + "\n" + navigation, encoding="utf-8")
    return root


def test_the_manual_names_every_file_of_the_smallest_course() -> None:
    assert {path.partition("/")[0] for path in FILES} == set(COURSE) - {"hooks", "mkdocs.yml"}


def test_check_tells_what_led_to_the_old_course_and_then_the_new_one_builds(
    birds: Path, run: Run, tmp_path: Path
) -> None:
    told = [
        line for line in run("check", root=birds).stdout.splitlines() if ": error: " in line or ": warning: " in line
    ]
    assert len(told) == 1
    assert "There is no page with the id 'instructors'" in told[0]
    present = birds / "docs/questions/present.md"
    present.write_text(re.sub(r"\[([^\]]+)\]\(page:instructors[^)]*\)", r"\1", present.read_text("utf-8")), "utf-8")
    assert run("check", root=birds).stdout == "No problems.\n"
    build = mkdocs_build(birds, tmp_path / "site")
    assert build.returncode == 0, build.stdout
    lesson = (tmp_path / "site/1-seeing/first-light/index.html").read_text("utf-8")
    assert "Why might a robin sing before sunrise?" in lesson
    assert "Catchpole &amp; Slater, 2008" in lesson
    assert [page for page in (tmp_path / "site").rglob("*.html") if "Maya" in page.read_text("utf-8")] == []

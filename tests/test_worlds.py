"""Worlds: each file `tests/worlds/*.txt` is a whole small course and what has to be said of it.

    A sentence or two: what this world shows.
    === docs/index.md
    Rogers held that … [@roger1961].
    === bib/references.bib
    @book{rogers1961, …}
    === problems
    docs/index.md:1:23: error: No reference has the key 'roger1961'. [citation-known]
        did you mean 'rogers1961'?
    === page docs/index.md
    Rogers held that …

`=== path` begins a file, whose text goes on to the next `===` line; blank lines at its end are dropped, one newline is
kept. `=== problems` holds every diagnostic that is expected, sorted by place, as `coursewright check` words it without
the source line: headline, then the hint, indented by four spaces. A world without it has no problems.
`=== page docs/x.md` holds the page's Markdown as it is after weaving, without front matter; spare blank lines aside.
A world with works and no citation style gets the project's.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.load import load_course
from coursewright.messages import as_text
from coursewright.weave import weave
from tests.conftest import PROJECT

STYLE = "bib/apa.csl"
WORLDS = sorted(Path(__file__).parent.glob("worlds/*.txt"))
_SECTION = re.compile(r"^=== (.+)\n", re.M)


@dataclass(frozen=True)
class World:
    """One file of `tests/worlds/`, read."""

    about: str
    files: dict[str, str]
    pages: dict[str, str]
    problems: str

    def write(self, root: Path) -> None:
        for path, text in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="")
        if (root / "bib").exists() and not [*root.glob("bib/*.csl")]:
            (root / STYLE).symlink_to(PROJECT / STYLE)


def read_world(text: str) -> World:
    about, *parts = _SECTION.split(text)
    names, bodies = parts[::2], [body.rstrip("\n") + "\n" for body in parts[1::2]]
    assert len(set(names)) == len(names), "a section stands twice"
    sections = dict(zip(names, bodies, strict=True))
    problems = sections.pop("problems", "").strip("\n")
    pages = {name.removeprefix("page docs/"): sections.pop(name) for name in names if name.startswith("page ")}
    return World(about.strip(), sections, pages, problems)


def load(root: Path) -> tuple[Course, str]:
    """The course and its problems as worlds write them."""
    found: list[Diagnostic] = []
    course = load_course(root, found.append)
    return course, "\n".join(as_text(diagnostic, lambda path, line: "") for diagnostic in found)


def without_spare_lines(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text.strip("\n"))


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
def test_world(path: Path, tmp_path: Path) -> None:
    world = read_world(path.read_text(encoding="utf-8"))
    assert world.about, "a world begins with what it shows"
    world.write(tmp_path)
    course, problems = load(tmp_path)
    assert problems == world.problems
    for page, expected in world.pages.items():
        source = course.pages[page].source.text[course.pages[page].body :]
        assert without_spare_lines(weave(source, course, page)) == without_spare_lines(expected)

"""Small worlds of other people's projects: each file `worlds/*.txt` is a folder, and all that has to be said of it.

They are written as those of `tests/test_worlds.py`, with advice and without hints, which have their own tests.
"""

from pathlib import Path

import pytest

from coursewright.diagnostics import Diagnostic
from coursewright.foreign import NoBibliographyError, check_folder
from coursewright.messages import headline
from tests.test_worlds import read_world

WORLDS = sorted(Path(__file__).parent.glob("worlds/*.txt"))


def told(root: Path, *bibs: Path) -> str:
    """Everything that is said of a folder, advice too."""
    found: list[Diagnostic] = []
    check_folder(root, root, bibs, found.append)
    return "\n".join(headline(diagnostic) for diagnostic in found)


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
def test_world(path: Path, tmp_path: Path) -> None:
    world = read_world(path.read_text(encoding="utf-8"))
    assert world.about
    for name, text in world.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert told(tmp_path) == world.problems


def test_given_bibliographies_stand_for_those_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nbibliography: gone.bib\n---\n[@ames2001; @bell2002]\n", encoding="utf-8")
    (tmp_path / "given.bib").write_text("@misc{ames2001, author = {Ames, A.}, title = {T}, year = 2001}\n", "utf-8")
    assert told(tmp_path, tmp_path / "given.bib").startswith("a.md:4:13: error: No reference has the key 'bell2002'.")


def test_a_folder_without_bibliography_can_not_be_checked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[@ames2001]\n", encoding="utf-8")
    with pytest.raises(NoBibliographyError):
        told(tmp_path)

"""What a build remembers never shows: with it, without it and with a damaged one, the course comes out the same."""

import shutil
from pathlib import Path

import pytest

from coursewright.memory import Memory
from coursewright.preparation import make_publication
from coursewright.publication import Publication, remembered
from coursewright.site import Site
from tests.test_worlds import read_world

WORLD = Path(__file__).parent / "worlds" / "a-small-whole-course.txt"
LESSON = "docs/1-dough/kneading.md"
EDITS = (
    (LESSON, "/// pause | kneading-when\n", "Another sentence about Ruth.\n\n/// pause | kneading-when\n"),
    (LESSON, "/// pause | kneading-when\n///\n", ""),
    (LESSON, "[@calvel1990", "[@nobody1990"),
    (LESSON, "title: ", "title: Slowly "),
    (LESSON, "objectives:", "objective:"),
    ("course/questions/rye.yml", "Why is rye different?", "Is rye different?"),
    ("course/glossary.yml", "The inside of a loaf.", "What is inside."),
    ("course/blocks/safety.md", "stand back", "stand well back"),
    ("course/formats.yml", "title: In pairs", "title: Two by two"),
    ("course/course.yml", "title: Bread", "title: Bread again"),
    ("bib/references.bib", "title", "year = {1991},\n  title"),
    ("mkdocs.yml", "  - 1-dough/kneading.md\n", ""),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "bread"
    folder.mkdir()
    read_world(WORLD.read_text(encoding="utf-8")).write(folder)
    return folder


def build(root: Path) -> Publication:
    return remembered(root, Site(), root / ".cache/coursewright", make_publication)


def afresh(root: Path) -> Publication:
    """What comes out where nothing is remembered; what is remembered stays."""
    (root / ".cache").rename(root / "away")
    made = build(root)
    shutil.rmtree(root / ".cache")
    (root / "away").rename(root / ".cache")
    return made


def kept(root: Path) -> list[Path]:
    return sorted(file for file in (root / ".cache").rglob("*") if file.is_file())


@pytest.mark.parametrize(("path", "old", "new"), EDITS, ids=range(len(EDITS)))
def test_an_edit_is_seen_and_taken_back(root: Path, path: str, old: str, new: str) -> None:
    first = build(root)
    assert build(root) == first
    typed = (root / path).read_text(encoding="utf-8")
    assert old in typed
    (root / path).write_text(typed.replace(old, new, 1), encoding="utf-8")
    edited = build(root)
    assert edited == afresh(root) != first
    (root / path).write_text(typed, encoding="utf-8")
    assert build(root) == first


@pytest.mark.parametrize("damage", ["", "[", "null", "[[1]]", '{"a": 1}', "[]x", '"words"'])
def test_damage_costs_only_time(root: Path, damage: str) -> None:
    first = build(root)
    for file in kept(root):
        file.write_text(damage, encoding="utf-8")
    assert build(root) == first


def test_what_is_out_of_use_is_removed(root: Path) -> None:
    first, before = build(root), kept(root)
    (root / LESSON).write_text((root / LESSON).read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (root / "course/questions/rye.yml").write_text("case: rye\nquestions: []\n", encoding="utf-8")
    build(root)
    assert len(kept(root)) == len(before)
    assert first != build(root)


def test_after_a_new_sentence_the_lesson_alone_is_woven_again(root: Path) -> None:
    first = build(root)
    (root / LESSON).write_text((root / LESSON).read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    again = build(root)
    assert [path for path in first.pages if again.pages[path] != first.pages[path]] == [LESSON.removeprefix("docs/")]


def test_a_folder_that_cannot_be_written_to_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    memory = Memory(tmp_path / "file" / "memory")
    memory.keep("name", 1)
    memory.save()
    assert Memory(tmp_path / "file" / "memory").recall("name", int) is None


def test_a_result_stays_until_a_build_has_no_use_for_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "memory"
    memory = Memory(path)
    memory.keep("one", "words\nand\ttabs")
    memory.keep("two", [2])
    memory.save()
    memory = Memory(path)
    assert memory.recall("one", str) == "words\nand\ttabs"
    memory.save()
    assert Memory(path).recall("two", list) is None
    assert Memory(path).recall("one", str) == "words\nand\ttabs"

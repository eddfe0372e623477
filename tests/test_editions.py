"""Editions: a word planted in everything that is for facilitators alone is in no file that learners get.

The whole course is copied, planted, printed and built, as its authors would; then every file is opened and searched.
"""

import gzip
import inspect
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from coursewright import model
from tests.conftest import copy_course, mkdocs_build

FACILITATOR = {"Question": ("probes", "listen_for", "misreadings")}
"""Fields of the model that are for facilitators alone, by class; with the block `facilitator` that is all."""
LEARNER = {
    "Ref": "name place",
    "Minutes": "low high",
    "Objective": "id text place",
    "Diagram": "name title description width markup",
    "Page": "path source body place id title description terms",
    "Lesson": "page minutes objectives cases",
    "Person": "id name role pronouns",
    "Case": "page provenance setting people",
    "Parameter": "name description default place",
    "ReusableBlock": "id title parameters source body place",
    "Stage": "title parts instruction",
    "Format": "id title group minutes materials instructions stages source place",
    "Row": "label values case place",
    "Question": "id place owner objective process stance minutes formats stem rows cites sharing alternative care_note",
    "Variant": "question row format text",
    "Scope": "lessons cases objectives",
    "Blueprint": "id title instructions scope minutes forms processes formats places",
    "Term": "id term also definition see place",
    "CourseFacts": "title language licence severities authors year url citation_style level",
}
"""All other fields. Whoever adds one says here for whom it is; what is for facilitators is planted below."""

SET = """id: planted
title: Planted
instructions: Take the questions in order.
scope: {lessons: [ethos]}
minutes: 30
forms: [A, B]
"""


def test_every_field_of_the_model_is_for_learners_or_for_facilitators() -> None:
    classes = [item for _, item in inspect.getmembers(model, inspect.isclass) if item.__module__ == model.__name__]
    for item in classes:
        assert is_dataclass(item)
        known = {*LEARNER.get(item.__name__, "").split(), *FACILITATOR.get(item.__name__, ())}
        assert {field.name for field in fields(item)} == known, f"{item.__name__}: for whom is the new field?"
    assert {item.__name__ for item in classes} == set(LEARNER)


@dataclass(frozen=True)
class Planted:
    """A copy of the course; `words` are the planted ones, each with where it stands."""

    root: Path
    words: dict[str, str]
    sites: dict[str, Path]


def plant(root: Path) -> dict[str, str]:
    """A word of its own in every facilitator field of every question, and in a facilitator block of every text."""
    words: dict[str, str] = {}

    def new(where: str) -> str:
        words[f"zqx{len(words):05d}k"] = where
        return list(words)[-1]

    for path in sorted((root / "course" / "questions").glob("*.yml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for question in data["questions"]:
            for name in FACILITATOR["Question"]:
                where = f"{name} of {question['id']}"
                question[name] = [*question.get(name, []), f"They say {new(where)} here."]
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    for path in [*sorted((root / "docs").rglob("*.md")), *sorted((root / "course" / "blocks").glob("*.md"))]:
        where = path.relative_to(root).as_posix()
        block = f"/// facilitator | Why {new(f'title in {where}')}\nBecause of {new(f'block in {where}')}.\n///\n"
        nested = f"//// note\n/// facilitator\nAnd {new(f'nested block in {where}')}.\n///\n////\n"
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{block}\n{nested}", "utf-8")
    return words


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """Both editions of the planted course, built with all sheets on the shelf, those for facilitators too."""
    folder = tmp_path_factory.mktemp("editions")
    root = copy_course(folder / "course")
    words = plant(root)
    for path in (root / "course" / "sets").glob("*.yml"):
        path.unlink()
    (root / "course" / "sets" / "planted.yml").write_text(SET, "utf-8")
    program = "from coursewright.cli import main; main()"
    command = [sys.executable, "-c", program, "print", "--offered", "--facilitator", "--root", str(root)]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
    sites = {}
    for edition in ("learner", "instructor"):
        sites[edition] = folder / edition
        build = mkdocs_build(root, sites[edition], "--no-strict", EDITION=edition)
        assert build.returncode == 0, build.stdout
    return Planted(root, words, sites)


def texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The words of a file, by its name; files inside zips, and so inside DOCX, by their own."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from texts(f"{name}!{inner}", archive.read(inner))
    elif data[:2] == b"\x1f\x8b":
        yield from texts(f"{name}!", gzip.decompress(data))
    elif data[:5] == b"%PDF-":
        reader = PdfReader(io.BytesIO(data))
        yield name, " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])
    else:
        yield name, data.decode("utf-8", "replace")


def found(folder: Path, words: dict[str, str]) -> dict[str, set[str]]:
    """Planted word → the files that have it, also where a line was broken inside it or an element divides it."""
    places: dict[str, set[str]] = {word: set() for word in words}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for name, text in texts(path.relative_to(folder).as_posix(), path.read_bytes()):
                plain = re.sub(r"<[^<>]*>|[\s\u00ad\u2010-]", "", text)
                for word in re.findall(r"zqx\d{5}k", plain):
                    places[word].add(name)
    return places


def test_the_copy_was_planted(planted: Planted) -> None:
    kinds = [where.split()[0] for where in planted.words.values()]
    assert {*FACILITATOR["Question"], "title", "block", "nested"} == set(kinds)
    assert min(kinds.count(kind) for kind in set(kinds)) >= 20


def test_no_file_of_the_learner_edition_has_a_planted_word(planted: Planted) -> None:
    files = {path.suffix for path in planted.sites["learner"].rglob("*") if path.is_file()}
    assert {".html", ".json", ".bib", ".pdf", ".docx", ".md"} <= files
    places = found(planted.sites["learner"], planted.words)
    leaks = {planted.words[word]: files for word, files in places.items() if files}
    assert leaks == {}


def test_the_instructor_edition_has_every_one(planted: Planted) -> None:
    places = found(planted.sites["instructor"], planted.words)
    assert [planted.words[word] for word, files in places.items() if not files] == []


def test_a_facilitators_guide_has_the_notes_of_its_questions_in_every_kind_of_file(planted: Planted) -> None:
    places = found(planted.sites["instructor"], planted.words)
    folder = planted.sites["instructor"] / "sets" / "planted"
    guides = {path.name for path in folder.glob("*-facilitator*")}
    assert {Path(name).suffix for name in guides} == {".pdf", ".docx", ".html", ".md"}
    for letter in ("a", "b"):
        text = (folder / f"planted-{letter}-facilitator.md").read_text("utf-8")
        words = re.findall(r"zqx\d{5}k", text)
        assert len(words) >= 6
        for name in (name for name in guides if name.startswith(f"planted-{letter}-")):
            path = f"sets/planted/{name}"
            held = {word for word, files in places.items() if any(file.startswith(path) for file in files)}
            assert held == set(words), name

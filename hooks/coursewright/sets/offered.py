"""The files of an offered set: which there are of each form, what they are called, and how they are kept.

Choosing questions and writing PDFs takes longer than building a site. So `coursewright print --offered` does both and
puts the results on a shelf, each under a name made of all that it is made from; a site build looks there and takes what
it finds. What is not there was not made yet; what is there under its name is never out of date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from coursewright.course import Course
from coursewright.model import Blueprint
from coursewright.sets.candidates import entries
from coursewright.sets.model import Entry, Form, QuestionSet
from coursewright.sets.sheet import Sheet, make_sheet
from coursewright.sets.stored import read_forms

LIBRARIES = ("typst", "python-docx")
"""What writes PDF and DOCX: another version may write other bytes."""

_ENGINE = Path(__file__).parent.parent


@dataclass(frozen=True)
class FileKind:
    """A kind of file as people choose it; the other fields are what `write_sheet` takes."""

    label: str
    kind: str
    paper: str = "a4"
    large: bool = False
    suffix: str = ""


FILE_KINDS = (
    FileKind("PDF A4", "pdf"),
    FileKind("PDF Letter", "pdf", paper="letter", suffix="-letter"),
    FileKind("PDF in large print", "pdf", large=True, suffix="-large"),
    FileKind("Word", "docx"),
    FileKind("HTML", "html"),
    FileKind("Markdown", "md"),
)
"""What every form of an offered set is printed as."""


@dataclass(frozen=True)
class SheetFile:
    """One file of one form. `path` is below the site's root, `key` its name on the shelf."""

    letter: str
    facilitator: bool
    label: str
    path: str
    key: str
    sheet: Sheet
    kind: FileKind


@dataclass(frozen=True)
class Made:
    """What the shelf holds of an offered set. `files`: those that have been made, with their bytes in number."""

    chosen: QuestionSet
    files: tuple[tuple[SheetFile, int], ...]
    is_whole: bool


def set_path(name: str) -> str:
    """The page of an offered set below `docs/`; it is made by the build, no file holds it."""
    return f"sets/{name}.md"


def sheet_files(course: Course, form: Form, for_instructors: bool) -> Iterator[SheetFile]:
    """The files of a form: the learner's sheet in every kind, then for instructors the facilitator's guide."""
    for facilitator in (False, True)[: 1 + for_instructors]:
        sheet = make_sheet(course, form, facilitator)
        content = repr(sheet)
        for kind in FILE_KINDS:
            path = f"sets/{form.blueprint.id}/{sheet.name}{kind.suffix}.{kind.kind}"
            key = f"{_sum(_writers(), repr(kind), content)}.{kind.kind}"
            yield SheetFile(form.letter, facilitator, kind.label, path, key, sheet, kind)


def choice_key(course: Course, blueprint: Blueprint) -> str:
    """The name under which the forms of a set are kept: of all that decides which questions it asks."""
    asked = (blueprint.id, blueprint.minutes, blueprint.forms, blueprint.processes)
    objectives = [ref.name for ref in blueprint.scope.objectives]
    return f"{_sum(_code('sets'), repr((asked, objectives, [*map(_entry, entries(course, blueprint))])))}.json"


def take_stock(course: Course, shelf: Path, for_instructors: bool) -> Mapping[str, Made]:
    """What the shelf holds of each offered set, by the set's id; a set whose forms are not there is left out."""
    stock = {}
    for blueprint in course.sets.values():
        if chosen := _taken(course, shelf, blueprint):
            files = [file for form in chosen.forms for file in sheet_files(course, form, for_instructors)]
            sizes = ((file, _size(shelf / file.key)) for file in files)
            there = tuple((file, size) for file, size in sizes if size)
            stock[blueprint.id] = Made(chosen, there, len(there) == len(files))
    return stock


def _taken(course: Course, shelf: Path, blueprint: Blueprint) -> QuestionSet | None:
    if not shelf.is_dir():
        return None
    try:
        kept = (shelf / choice_key(course, blueprint)).read_text("utf-8")
    except OSError:
        return None
    return read_forms(course, blueprint, kept)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _entry(entry: Entry) -> tuple[object, ...]:
    question = entry.question
    rows = [(item.id, row.label) for item, row in entry.wordings]
    return entry.id, rows, question.objective.name, question.process, question.stance, question.minutes


def _sum(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:24]


@cache
def _writers() -> str:
    """The programs that write files: another one may write other bytes."""
    return " ".join([_code("printing"), *(version(name) for name in LIBRARIES)])


@cache
def _code(folder: str) -> str:
    summed = sha256()
    for path in sorted((_ENGINE / folder).rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            summed.update(path.relative_to(_ENGINE).as_posix().encode() + path.read_bytes())
    return summed.hexdigest()

"""`coursewright print --offered`: every sheet of every offered set, kept where the next site build finds it."""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import click

from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Blueprint
from coursewright.printing import MissingLettersError, write_sheet
from coursewright.publication import SHELF
from coursewright.sets import Infeasible, QuestionSet, build_set
from coursewright.sets.offered import SheetFile, choice_key, sheet_files
from coursewright.sets.stored import read_forms, write_forms

_FEW = 12  # sheets that are made before another process would have started


def print_offered(course: Course, root: Path, facilitator: bool) -> None:
    """Make what is missing, take away what is out of date, and say so. Facilitator's guides only where asked for."""
    shelf = root / SHELF
    shelf.mkdir(parents=True, exist_ok=True)
    sets = [chosen for blueprint in course.sets.values() if (chosen := _chosen(course, shelf, blueprint))]
    forms = [form for chosen in sets for form in chosen.forms]
    kept = [file for form in forms for file in sheet_files(course, form, True)]
    wanted = {file.key: file for file in kept if facilitator or not file.facilitator}
    missing = [file for file in wanted.values() if not (shelf / file.key).is_file()]
    faults = _make(missing, shelf) if missing else []
    for fault in faults:
        click.echo(fault, err=True)
    _tidy(shelf, {file.key for file in kept} | {choice_key(course, chosen.blueprint) for chosen in sets})
    made = f"{len(missing) - len(faults)} made" if missing else "none was missing"
    click.echo(f"{count(len(wanted), 'sheet')} of {count(len(sets), 'offered set')}: {made}.")


def _chosen(course: Course, shelf: Path, blueprint: Blueprint) -> QuestionSet | None:
    """The forms of a set, chosen now if they were not before; a set that can't be built is told by `check`."""
    path = shelf / choice_key(course, blueprint)
    if path.is_file() and (kept := read_forms(course, blueprint, path.read_text("utf-8", "replace"))):
        return kept
    built = build_set(course, blueprint)
    if isinstance(built, Infeasible):
        click.echo(f"The set '{blueprint.id}' can't be built: coursewright check says why.", err=True)
        return None
    _keep(path, write_forms(built).encode())
    return built


def _make(files: Sequence[SheetFile], shelf: Path) -> list[str]:
    """Write files, in as many processes as there are cores; what could not be written is told in sentences."""
    click.echo(f"Making {count(len(files), 'sheet')} ...", err=True)
    with _workers(len(files)) as workers:
        done = workers.map(partial(_write, shelf), files) if workers else map(partial(_write, shelf), files)
        with click.progressbar(done, len(files), file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
            return [fault for fault in bar if fault]


def _workers(number: int) -> AbstractContextManager[ProcessPoolExecutor | None]:
    """A process for each core, where there is work enough; new ones, because the solver may have threads."""
    cores = min(os.cpu_count() or 1, number // _FEW)
    return ProcessPoolExecutor(cores, get_context("spawn")) if cores > 1 else nullcontext()


def _write(shelf: Path, file: SheetFile) -> str:
    """Make one file; why not, where it can't be made."""
    try:
        _keep(shelf / file.key, write_sheet(file.sheet, file.kind.kind, file.kind.paper, file.kind.large))
    except MissingLettersError as error:
        return f"{file.path}: {error}"
    return ""


def _keep(path: Path, data: bytes) -> None:
    """A file whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


def _tidy(shelf: Path, names: set[str]) -> None:
    for path in shelf.iterdir():
        if path.name not in names:
            path.unlink(missing_ok=True)

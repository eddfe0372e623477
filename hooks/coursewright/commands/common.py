"""What commands share: where the course is, reading it, choices that must exist."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coursewright import messages
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.load import CHECKS, load_course
from coursewright.memory import Memory
from coursewright.source import suggest

if TYPE_CHECKING:
    from coursewright.bibliography.checks import Retractions

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="The course's folder.",
)


def load(root: Path, notices: "Retractions | None" = None) -> tuple[Course, list[Diagnostic]]:
    """The course and its problems; a folder without one can't be worked on."""
    if not (root / "docs").is_dir():
        raise click.UsageError(
            f"There is no course in '{root}': it has no folder 'docs'. Name the course's folder with --root."
        )
    found: list[Diagnostic] = []
    return load_course(root, found.append, notices, Memory(root / CHECKS)), found


def require(what: str, value: str | None, known: Iterable[str]) -> None:
    """A choice that does not exist is a slip, not an empty list."""
    names = tuple(known)
    if value is not None and value not in names:
        hint = suggest(value, names) or ("there are: " + ", ".join(names) if names else "there are none")
        raise click.UsageError(f"There is no {what} '{value}'; {hint}")


def mention_problems(found: list[Diagnostic]) -> None:
    """Say that the course has problems, where the command itself was about something else."""
    if messages.fails(found):
        click.echo(f"The course has problems ({messages.summary(found)[:-1]}): run 'coursewright check'.", err=True)


def below(path: str, paths: tuple[str, ...], root: Path) -> bool:
    """Whether a file is one of `paths` (given relative to the current folder or the root) or below one."""
    if not paths:
        return True
    here = (root / path).resolve()
    return any(
        here.is_relative_to(Path(item).resolve()) or here.is_relative_to((root / item).resolve()) for item in paths
    )


def bib_files(folder: Path, paths: tuple[str, ...], root: Path) -> list[Path]:
    """The .bib files below a folder, of those that `paths` keep to."""
    return [file for file in sorted(folder.rglob("*.bib")) if below(str(file.resolve()), paths, root)]

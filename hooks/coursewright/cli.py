"""The command `coursewright`."""

import json
import sys
from pathlib import Path

import click

from coursewright import messages
from coursewright.bibliography import open_store, write_lock
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.listing import variant_records, vocabulary
from coursewright.load import CACHE, LOCK, citation_style, load_course
from coursewright.source import Source, suggest
from coursewright.wording import count

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="The course's folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="coursewright")
def main() -> None:
    """Check a course, list its questions, compile its references.

    \b
    Example: coursewright check
    """


@main.command()
@click.argument("paths", nargs=-1)
@_ROOT
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json", "sarif"]), default="text", show_default=True
)
@click.option("--advice/--no-advice", default=False, help="Show advice too.", show_default=True)
def check(paths: tuple[str, ...], root: Path, form: str, advice: bool) -> None:
    """Check the course; PATHS keep to problems in these files or folders.

    Exit code 0: no errors or warnings; 1: some; 2: the check can't run.

    \b
    Example: coursewright check docs/cases --format github
    """
    for path in paths:
        if not (Path(path).exists() or (root / path).exists()):
            raise click.UsageError(f"There is no file or folder '{path}'.")
    _, found = _load(root)
    chosen = [item for item in found if _below(item.place.path, paths, root)]
    shown = chosen if advice or form in ("json", "sarif") else [item for item in chosen if messages.fails([item])]
    if form == "json":
        click.echo(messages.as_json(shown))
    elif form == "sarif":
        click.echo(messages.as_sarif(shown))
    elif form == "github":
        for item in shown:
            click.echo(messages.as_github(item))
    else:
        read_line = _line_reader(root)
        for item in shown:
            click.echo(messages.as_text(item, read_line))
        hidden = len(chosen) - len(shown)
        click.echo(
            messages.summary(shown)
            + (f" {count(hidden, 'piece')} of advice not shown: --advice shows them." if hidden else "")
        )
    sys.exit(1 if messages.fails(chosen) else 0)


@main.command()
@_ROOT
@click.option("--lesson", help="Only questions of this lesson.")
@click.option("--case", help="Only questions of this case, or rows about it.")
@click.option("--objective", help="Only questions of this objective ('lesson-id/objective-id').")
@click.option("--process", help="Only questions of this process (revised Bloom).")
@click.option("--discussion-format", "format_id", help="Only variants in this discussion format.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def questions(root: Path, form: str, **wanted: str | None) -> None:
    """List the question variants: question × row × format.

    \b
    Example: coursewright questions --lesson ethos --discussion-format pair
    """
    course, found = _load(root)
    known = vocabulary(course)
    for name, value in wanted.items():
        _require(_FIELDS[name], value, known[_FIELDS[name]])
    records = [record for record in variant_records(course) if _matches(record, wanted)]
    if form == "json":
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for record in records:
            click.echo(f"{record['id']}\n    {record['text']}")
        number = len({record["question"] for record in records})
        click.echo(f"{count(len(records), 'variant')} of {count(number, 'question')}.")
    if messages.fails(found):
        click.echo(f"The course has problems ({messages.summary(found)[:-1]}): run 'coursewright check'.", err=True)


_FIELDS = {"lesson": "lesson", "case": "case", "objective": "objective", "process": "process", "format_id": "format"}


def _require(what: str, value: str | None, known: tuple[str, ...]) -> None:
    """A choice that does not exist is a slip, not an empty list."""
    if value is not None and value not in known:
        hint = suggest(value, known) or "there are: " + ", ".join(known)
        raise click.UsageError(f"There is no {what} '{value}'; {hint}")


def _matches(record: dict[str, object], wanted: dict[str, str | None]) -> bool:
    return all(record[_FIELDS[name]] == value for name, value in wanted.items() if value is not None)


@main.group()
def cite() -> None:
    """Work on the bibliography.

    \b
    Example: coursewright cite lock
    """


@cite.command()
@_ROOT
def lock(root: Path) -> None:
    """Compile every reference and write bib/references.lock.json, so that builds need no citation processor.

    \b
    Example: coursewright cite lock
    """
    course, found = _load(root)
    store = open_store(root / LOCK, root / CACHE, found.append)
    number = write_lock(course.bibliography, citation_style(root), store, root / LOCK)
    click.echo(f"{number} references are in {LOCK}.")
    if messages.fails(found):
        click.echo(f"The course has problems ({messages.summary(found)[:-1]}): run 'coursewright check'.", err=True)


def _load(root: Path) -> tuple[Course, list[Diagnostic]]:
    """The course and its problems; a folder without one can't be worked on."""
    if not (root / "docs").is_dir():
        raise click.UsageError(
            f"There is no course in '{root}': it has no folder 'docs'. Name the course's folder with --root."
        )
    found: list[Diagnostic] = []
    return load_course(root, found.append), found


def _below(path: str, paths: tuple[str, ...], root: Path) -> bool:
    """Whether a file is one of `paths` (given relative to the current folder or the root) or below one."""
    wanted = [Path(item) for item in paths]
    here = (root / path).resolve()
    return not wanted or any(
        here.is_relative_to(item.resolve()) or here.is_relative_to((root / item).resolve()) for item in wanted
    )


def _line_reader(root: Path) -> messages.ReadLine:
    texts: dict[str, Source] = {}

    def read_line(path: str, number: int) -> str:
        if path not in texts:
            file = root / path
            texts[path] = Source(path, file.read_text("utf-8", "replace") if file.is_file() else "")
        return texts[path].line(number)

    return read_line

"""`coursewright check`: the problems of a course, or of the citations in any folder."""

import sys
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

import click

from coursewright import messages
from coursewright.bibliography.checks import Retractions, read_retractions
from coursewright.bibliography.fix import fixed
from coursewright.commands.common import ROOT, below, bib_files, load
from coursewright.diagnostics import Diagnostic
from coursewright.english import count
from coursewright.foreign import NoBibliographyError, check_folder
from coursewright.rewrite import offer, rewrites
from coursewright.source import read_again


@click.command()
@click.argument("paths", nargs=-1)
@ROOT
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json", "sarif"]), default="text", show_default=True
)
@click.option("--advice/--no-advice", default=False, help="Show advice too.", show_default=True)
@click.option(
    "--citations",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check the citations of a Quarto, R Markdown, MyST or pandoc project, or of any folder, instead of a course.",
)
@click.option(
    "--bib",
    "bibs",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --citations: a bibliography, in place of those that the project names. May be given again.",
)
@click.option(
    "--retractions",
    "retracted",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tell works that were retracted, by this file: the CSV of the Retraction Watch database.",
)
@click.option("--fix", is_flag=True, help="First mend what is safe in .bib files: forms of DOIs, pages and editions.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
def check(
    paths: tuple[str, ...],
    root: Path,
    form: str,
    advice: bool,
    folder: Path | None,
    bibs: tuple[Path, ...],
    retracted: Path | None,
    fix: bool,
    yes: bool,
) -> None:
    """Check the course; PATHS keep to problems in these files or folders.

    Exit code 0: no errors or warnings; 1: some; 2: the check can't run.

    \b
    Example: coursewright check docs/cases --format github
             coursewright check --citations my-book
    """
    if bibs and not folder:
        raise click.UsageError("--bib goes with --citations.")
    for path in paths:
        if not (Path(path).exists() or (root / path).exists()):
            raise click.UsageError(f"There is no file or folder '{path}'.")
    if fix:
        _fix(bibs or bib_files(folder or root / "bib", paths, root), form, yes)
    notices = _retractions(retracted) if retracted else None
    if folder:
        root, found = _check_foreign(folder, bibs, notices)
    else:
        _, found = load(root, notices)
    chosen = [item for item in found if below(item.place.path, paths, root)]
    _tell(chosen, form, advice, root)
    sys.exit(1 if messages.fails(chosen) else 0)


def _fix(files: Iterable[Path], form: str, yes: bool) -> None:
    """Offer the safe fixes; what a machine reads must not be mixed with the changes shown."""
    if form != "text":
        raise click.UsageError("--fix goes with --format text.")
    offer(rewrites(files, fixed), "fix", yes)


def _retractions(path: Path) -> Retractions:
    """The file read; how old it is, is said beside the report."""
    try:
        found = read_retractions(path)
    except (OSError, ValueError) as error:
        raise click.UsageError(f"'{path}' can't be read as a list of retractions: {error}.") from error
    newest = f", the newest of {found.newest.isoformat()}" if found.newest else ""
    click.echo(f"Retractions: {count(found.rows, 'notice')} in {path.name}{newest}.", err=True)
    return found


def _check_foreign(folder: Path, bibs: tuple[Path, ...], notices: Retractions | None) -> tuple[Path, list[Diagnostic]]:
    """What paths are relative to (the current folder, where the checked one is below it), and the problems."""
    here = Path.cwd()
    base = here if folder.resolve().is_relative_to(here.resolve()) else folder
    found: list[Diagnostic] = []
    try:
        check_folder(folder, base, bibs, found.append, notices)
    except NoBibliographyError:
        raise click.UsageError(
            f"There is no bibliography in '{folder}', and nothing there names one. Name it with --bib FILE."
        ) from None
    return base, found


def _tell(chosen: list[Diagnostic], form: str, advice: bool, root: Path) -> None:
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


def _line_reader(root: Path) -> messages.ReadLine:
    read = cache(partial(read_again, root))
    return lambda path, number: read(path).line(number)

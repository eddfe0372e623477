"""`coursewright cite`: work on the bibliography."""

from pathlib import Path

import click

from coursewright.bibliography import open_store, write_lock
from coursewright.bibliography.tidy import tidied
from coursewright.commands.common import ROOT, bib_files, load, mention_problems
from coursewright.diagnostics import Diagnostic, Report, Severity
from coursewright.load import CACHE, LOCK, citation_style
from coursewright.messages import as_text
from coursewright.rewrite import offer, rewrites
from coursewright.source import Source, decode
from coursewright.verify.commands import add, verify


@click.group()
def cite() -> None:
    """Work on the bibliography.

    \b
    Example: coursewright cite lock
    """


cite.add_command(add)
cite.add_command(verify)


@cite.command(name="format")
@click.argument("paths", nargs=-1)
@ROOT
@click.option("--yes", is_flag=True, help="Write without asking.")
def format_(paths: tuple[str, ...], root: Path, yes: bool) -> None:
    """Put the bibliography in order: entries by key inside each section, one field a line. PATHS keep to these files.

    A section begins with a comment or other text that stands by itself. A file that can't be read without a fault stays
    as it is. The changes are shown before anything is written.

    \b
    Example: coursewright cite format bib/references.bib
    """
    told: list[str] = []
    files = bib_files(root / "bib", paths, root)
    changes = list(rewrites(files, lambda source: tidied(source, _teller(source, told))))
    for file in files:
        _tell_lost(file, told)
    for words in told:
        click.echo(words, err=True)
    if told:
        click.echo("What is told above stands in the way: its file stays as it is.", err=True)
    if changes or not told:
        offer(changes, "put in order", yes)
    if told:
        raise click.exceptions.Exit(1)


def _teller(source: Source, told: list[str]) -> Report:
    return lambda fault: told.append(as_text(fault, lambda _, line: source.line(line)))


def _tell_lost(file: Path, told: list[str]) -> None:
    """Tell bytes that are not UTF-8, for which a file is passed over."""
    faults: list[Diagnostic] = []
    source = decode(file.as_posix(), file.read_bytes(), faults.append)
    for fault in faults:
        if fault.level is Severity.ERROR:
            _teller(source, told)(fault)


@cite.command()
@ROOT
def lock(root: Path) -> None:
    """Compile every reference and write bib/references.lock.json, so that builds need no citation processor.

    \b
    Example: coursewright cite lock
    """
    course, found = load(root)
    store = open_store(root / LOCK, root / CACHE, found.append)
    number = write_lock(course.bibliography, citation_style(root, course.facts), store, root / LOCK)
    click.echo(f"{number} references are in {LOCK}.")
    mention_problems(found)

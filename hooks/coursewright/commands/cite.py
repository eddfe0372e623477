"""`coursewright cite`: work on the bibliography."""

from pathlib import Path

import click

from coursewright.bibliography import open_store, write_lock
from coursewright.bibliography.tidy import tidied
from coursewright.commands.common import ROOT, bib_files, load, mention_problems
from coursewright.load import CACHE, LOCK, citation_style
from coursewright.rewrite import offer, rewrites
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
    offer(rewrites(bib_files(root / "bib", paths, root), tidied), "put in order", yes)


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

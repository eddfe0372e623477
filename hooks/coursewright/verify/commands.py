"""`coursewright cite verify` and `coursewright cite add`: the commands that ask a network."""

import re
import sys
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.bibliography.forms import DOI, doi_form
from coursewright.bibliography.writing import balanced
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.load import load_course
from coursewright.messages import as_text
from coursewright.rewrite import replace_file
from coursewright.source import Source, decode, suggest

if TYPE_CHECKING:
    from coursewright.verify.ask import Catalogues
    from coursewright.verify.record import Record

CACHE = Path(".cache/coursewright/verify")
SERVICES: dict[str, Any] = {}  # where the catalogues are, if not where they usually are; tests have their own
_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="The course's folder.",
)
_EMAIL = click.option(
    "--email", default="", help="Your address, sent along: Crossref serves those better whom it can reach."
)


@click.command()
@click.argument("keys", nargs=-1)
@_ROOT
@_EMAIL
def verify(keys: tuple[str, ...], root: Path, email: str) -> None:
    """Compare works of the bibliography with Crossref and Open Library; all of them if no KEYS are named.

    What is sent is a work's DOI or ISBN, else its title, first author and year. Answers are kept in
    .cache/coursewright/verify/; no file of the course is changed. Exit code 0: all that could be asked agree; 1: some
    differ or are not found; 2: some got no answer, or nothing can be asked.

    \b
    Example: coursewright cite verify bordin1979 --email you@example.org
    """
    catalogues = _catalogues(root, email)
    from coursewright.verify.lookup import Finding, Outcome, look_up
    from coursewright.verify.table import exit_code, table

    bibliography = _bibliography(root)
    for key in keys:
        if key not in bibliography:
            near = suggest(key, bibliography)
            raise click.UsageError(f"No reference has the key '{key}'{f'; {near}' if near else '.'}")
    entries = [bibliography.by_key[key] for key in dict.fromkeys(keys or bibliography)]
    findings: list[Finding] = []
    with (
        suppress(KeyboardInterrupt),  # who stops it sees what has come so far; the rest counts as unanswered
        click.progressbar(entries, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar,
    ):
        findings.extend(look_up(entry, bibliography, catalogues) for entry in bar)
    stopped = [Finding(entry.key, Outcome.NO_ANSWER, remark="It was not asked.") for entry in entries[len(findings) :]]
    click.echo(table([*findings, *stopped]))
    sys.exit(exit_code([*findings, *stopped]))


@click.command()
@click.argument("number", metavar="DOI|ISBN")
@_ROOT
@click.option("--bib", type=click.Path(dir_okay=False, path_type=Path), help="The file that the entry joins.")
@_EMAIL
def add(number: str, root: Path, bib: Path | None, email: str) -> None:
    """Add the work with this DOI or ISBN to the bibliography, from its record at Crossref or Open Library.

    The key is the first surname and the year. A work that is there already is not added. Exit code 0: added; 1: not
    found, or there already; 2: nothing can be asked.

    \b
    Example: coursewright cite add 10.1037/h0085885 --email you@example.org
    """
    record = _record(number, _catalogues(root, email))
    from coursewright.verify.adding import new_entry, tell_twin

    bibliography = _bibliography(root)
    file = bib or next(iter(sorted((root / "bib").glob("*.bib"))), root / "bib" / "references.bib")
    key, text = new_entry(record, bibliography)
    if twin := tell_twin(text, file.name, bibliography):
        raise click.ClickException(f"Not added. {twin.message}")
    try:
        _append(file, text)
    except OSError as error:
        raise click.ClickException(
            f"{file} can't be written ({error.strerror}). This was to be added:\n{text}"
        ) from error
    click.echo(f"{text}Added to {file}: cite it as [@{key}].")
    _tell_faults(root, file, key)


class _NoAnswerError(click.ClickException):
    """A catalogue did not answer: nothing can be asked."""

    exit_code = 2


def _catalogues(root: Path, email: str) -> "Catalogues":
    """The catalogues; they need a library that the engine itself does without."""
    if find_spec("habanero") is None:
        message = "Asking the catalogues needs a library that is not installed: pip install 'coursewright[verify]'"
        raise click.UsageError(message)
    from coursewright.verify.ask import Catalogues, Services

    return Catalogues(Services(email=email, **SERVICES), root / CACHE)


def _bibliography(root: Path) -> Bibliography:
    files = [path for path in sorted((root / "bib").glob("*.bib")) if path.is_file()]
    sources = (decode(path.relative_to(root).as_posix(), path.read_bytes(), _pass_over) for path in files)
    return read_bibliography(sources, _pass_over)


def _pass_over(diagnostic: Diagnostic) -> None:
    """Faults of the bibliography are told by the check."""


def _record(number: str, catalogues: "Catalogues") -> "Record":
    """The record of the work with this DOI or ISBN."""
    from coursewright.bibliography.checks.identifiers import is_valid, numbers
    from coursewright.verify.ask import NoAnswerError
    from coursewright.verify.crossref import read_work
    from coursewright.verify.open_library import read_book

    doi, isbn = doi_form(number), next(iter(numbers(number, (10, 13))), "")
    is_doi = DOI.fullmatch(doi) is not None
    if not is_doi and not (re.fullmatch(r"\d{9}(?:\d{3})?[\dX]", isbn) and is_valid(isbn)):
        raise click.UsageError(f"'{number}' is neither a DOI, such as 10.1037/h0085885, nor an ISBN whose digits fit.")
    source = "Crossref" if is_doi else "Open Library"
    try:
        found = catalogues.work(doi) if is_doi else catalogues.book(isbn)
    except NoAnswerError as failure:
        raise _NoAnswerError(f"{source} {failure}. Nothing was added.") from failure
    if not isinstance(found, dict):
        raise click.ClickException(f"{source} has no record of {number}.")
    record = read_work(found) if is_doi else read_book(found, isbn)
    if not record.title:
        raise click.ClickException(f"{source}'s record of {number} has no title.")
    return replace(record, doi=doi) if is_doi and not balanced(record.doi or "{") else record


def _append(file: Path, text: str) -> None:
    """Put an entry at a file's end, with the line ends of the file; a crash leaves the file as it was."""
    try:
        old = file.read_bytes().decode() if file.exists() else ""
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is not UTF-8: save it as UTF-8 first.") from error
    ends = "\r\n" if "\r\n" in old else "\n"
    gap = "" if not old else "\n" if old.endswith(("\n", "\r")) else "\n\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    replace_file(file, old + (gap + text).replace("\n", ends))


def _tell_faults(root: Path, file: Path, key: str) -> None:
    """What the check says of the new entry; that nothing cites it yet goes without saying."""
    found: list[Diagnostic] = []
    course = load_course(root, found.append)
    entry = course.bibliography.get(key)
    if entry is None or not file.resolve().is_relative_to(root.resolve()):
        return
    source = Source(entry.place.path, file.read_text("utf-8"))
    for item in found:
        inside = item.place.path == entry.place.path and item.place.line >= entry.place.line
        if inside and item.rule is not Rule.REFERENCE_USED:
            click.echo(as_text(item, lambda path, line: source.line(line)))

"""`coursewright print`: question sheets of an offered set, of one asked for here, of a fingerprint or a link."""

import re
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from coursewright.commands.common import ROOT, load, mention_problems, require
from coursewright.commands.offered import print_offered
from coursewright.course import Course
from coursewright.diagnostics import Place
from coursewright.english import count
from coursewright.listing import vocabulary
from coursewright.model import PROCESSES, Blueprint, Minutes, Ref, Scope
from coursewright.printing import KINDS, PAPERS, MissingLettersError, file_name, write_sheet
from coursewright.sets import Form, Infeasible, build_set, make_sheet
from coursewright.sets.fingerprint import FingerprintError, read_fingerprint
from coursewright.sets.link import LinkError, read_link
from coursewright.sets.linked import linked_forms
from coursewright.sets.rebuild import rebuild

_TYPED = Place("", 1, 1)
_RANGE = re.compile(r"(\d{1,3})(?:[-–](\d{1,3}))?\Z")


@click.command("print")
@click.argument("name", metavar="[SET]", required=False)
@click.option("--lesson", "lessons", multiple=True, help="Without SET: questions of this lesson. May be given again.")
@click.option("--case", "cases", multiple=True, help="Without SET: only questions about this case.")
@click.option("--objective", "objectives", multiple=True, help="Without SET: ask this ('lesson-id/objective-id').")
@click.option("--minutes", metavar="N[-M]", help="Without SET: how long it may take.")
@click.option("--process", "processes", multiple=True, metavar="PROCESS=N[-M]", help="Without SET: how many of them.")
@click.option("--format-id", "formats", multiple=True, help="Without SET: a discussion format that is allowed.")
@click.option("--forms", metavar="A,B,C", help="The forms to print; by default all of SET, else A.")
@click.option("--fingerprint", metavar="CODE", help="Print the sheet that has this code again.")
@click.option("--link", metavar="ADDRESS", help="Print the set in this link of the set builder, in quotes.")
@click.option("--offered", is_flag=True, help="Make every sheet of every offered set, for the site; -o is not used.")
@click.option("--facilitator", is_flag=True, help="Print the facilitator's sheets too.")
@click.option("--to", "kinds", multiple=True, type=click.Choice(KINDS), help="By default pdf; may be given again.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
@click.option("--large", is_flag=True, help="Large print: 18 points, more room to write.")
@click.option(
    "-o", "folder", type=click.Path(file_okay=False, path_type=Path), default="build/sheets", show_default=True,
    help="Where the files go.",
)  # fmt: skip
@ROOT
def print_(
    name: str | None, forms: str | None, fingerprint: str | None, link: str | None, offered: bool, facilitator: bool,
    kinds: tuple[str, ...], paper: str, large: bool, folder: Path, root: Path, minutes: str | None,
    **lists: tuple[str, ...],
) -> None:  # fmt: skip
    """Print question sheets: of a SET that the course offers, of any set of questions, of a fingerprint or a link.

    \b
    Example: coursewright print ethos-50 --forms A,B --facilitator
             coursewright print --lesson ethos --minutes 30 --forms A,B --to docx --paper letter
             coursewright print --fingerprint 01JWE-JP8T5-C38EW-270JM-RKZM5-S
             coursewright print --offered
             coursewright print --link 'https://example.org/questions/build/#set=1&title=…' --forms A,B
    """
    own = bool(minutes or any(lists.values()))
    if sum(map(bool, (name, own, fingerprint, link, offered))) != 1:
        raise click.UsageError(
            "Name a SET, or describe one (--minutes 30 --lesson ethos), or give a --fingerprint or a --link."
        )
    if fingerprint and forms:
        raise click.UsageError("A fingerprint stands for one form: leave out --forms.")
    course, found = load(root)
    if offered:
        print_offered(course, root, facilitator)
        return mention_problems(found)
    if fingerprint:
        made = _again(course, fingerprint)
    elif link:
        made = _linked(course, link, forms)
    else:
        made = _forms(course, _offered(course, name, forms) if name else _described(course, minutes, forms, lists))
    for form in made:
        for path in _write(course, form, facilitator, kinds or ("pdf",), paper, large, folder):
            click.echo(f"Form {form.letter}, {form.minutes} minutes, {count(len(form.asked), 'question')}: {path}")
    mention_problems(found)


def _write(
    course: Course, form: Form, facilitator: bool, kinds: Iterable[str], paper: str, large: bool, folder: Path
) -> Iterable[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in (make_sheet(course, form, for_facilitator) for for_facilitator in (False, True)[: 1 + facilitator]):
        for kind in dict.fromkeys(kinds):
            path = folder / file_name(sheet, kind, paper, large)
            try:
                path.write_bytes(write_sheet(sheet, kind, paper, large))
            except MissingLettersError as error:
                raise click.ClickException(str(error)) from None
            yield path


def _again(course: Course, code: str) -> tuple[Form, ...]:
    """The one form of a fingerprint."""
    try:
        rebuilt = rebuild(course, read_fingerprint(code))
    except FingerprintError as error:
        raise click.UsageError(str(error)) from None
    for note in rebuilt.notes:
        click.echo(note, err=True)
    if rebuilt.form is None:
        sys.exit(1)
    return (rebuilt.form,)


def _linked(course: Course, link: str, forms: str | None) -> tuple[Form, ...]:
    """The form that a link is open at, or the forms asked for; what is no longer in the bank is told."""
    try:
        linked = read_link(link)
    except LinkError as error:
        raise click.UsageError(str(error)) from None
    built = linked_forms(course, linked, _letters(forms) if forms else (linked.letter,))
    for note in built.notes:
        click.echo(note, err=True)
    if not built.forms:
        sys.exit(1)
    return built.forms


def _forms(course: Course, blueprint: Blueprint) -> tuple[Form, ...]:
    built = build_set(course, blueprint)
    if isinstance(built, Infeasible):
        click.echo("There is no such set.", err=True)
        for reason in built.reasons:
            click.echo(f"{reason.message} Remedy: {reason.hint}.", err=True)
        sys.exit(1)
    return built.forms


def _offered(course: Course, name: str, forms: str | None) -> Blueprint:
    require("set", name, course.sets)
    blueprint = course.sets[name]
    return replace(blueprint, forms=_letters(forms)) if forms else blueprint


def _described(course: Course, minutes: str | None, forms: str | None, lists: dict[str, tuple[str, ...]]) -> Blueprint:
    if minutes is None:
        raise click.UsageError("Say how long it may take: --minutes 30, or --minutes 25-30.")
    known = vocabulary(course)
    for field, names in (("lesson", "lessons"), ("case", "cases"), ("objective", "objectives"), ("format", "formats")):
        for value in lists[names]:
            require(field, value, known[field])
    refs = {names: tuple(Ref(value, _TYPED) for value in values) for names, values in lists.items()}
    scope = Scope(refs["lessons"], refs["cases"], refs["objectives"])
    processes = tuple(_process(item) for item in lists["processes"])
    letters = _letters(forms) if forms else ("A",)
    return Blueprint("", "", "", scope, _range(minutes, "--minutes"), letters, processes, refs["formats"])


def _process(typed: str) -> tuple[str, Minutes]:
    process, equals, number = typed.partition("=")
    require("process", process, PROCESSES)
    if not equals:
        raise click.UsageError(f"Say how many: --process {process}=2, or --process {process}=1-3.")
    return process, _range(number, f"--process {process}=")


def _range(typed: str, option: str) -> Minutes:
    match = _RANGE.match(typed)
    low, high = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 0 < low <= high:
        raise click.UsageError(f"{option} takes a number or a range such as 25-30, not '{typed}'.")
    return Minutes(low, high)


def _letters(typed: str) -> tuple[str, ...]:
    letters = tuple(dict.fromkeys(re.findall(r"[^\s,]+", typed.upper())))
    if not letters or not all(re.fullmatch("[A-Z]", letter) for letter in letters):
        raise click.UsageError(f"--forms takes letters from A to Z with commas between them, not '{typed}'.")
    return letters

"""Offered sets on pages: which belong to a page, what they are, and the sheets to download."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from coursewright.course import Course
from coursewright.english import count, listed
from coursewright.model import Blueprint, Page
from coursewright.sets.offered import Made, SheetFile, set_path
from coursewright.sets.places import owners, sets_of
from coursewright.weave.head import module_title
from coursewright.weave.html import element, items, link, paragraph, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver

HOW_TO_MAKE = (
    "Not every sheet has been made for this copy of the site: <code>coursewright print --offered</code>, "
    "which <code>make build</code> begins with, makes them for the next."
)
_GUIDE = "facilitator’s guide"


def render_page_sets(weaver: Weaver) -> str:
    """A lesson's or a case's sets, below its discussion; nothing where it has none."""
    found = sets_of(weaver.course, weaver.page) if weaver.course.sets else ()
    return _section(weaver, found) if found else ""


def _render_sets(use: Use) -> str:
    weaver = use.weaver
    found = sets_of(weaver.course, weaver.page)
    if len(found) < len(weaver.course.sets):
        return _section(weaver, found) if found else "\n"
    parts = []
    for title, group in groupby(_by_part(weaver.course, found), key=lambda pair: pair[0]):
        parts += [paragraph("cw-title", weaver.inline(title)), *(_set(weaver, blueprint) for _, blueprint in group)]
    return _whole(weaver, parts, found) if parts else "\n"


def _by_part(course: Course, blueprints: Iterable[Blueprint]) -> list[tuple[str, Blueprint]]:
    """Sets with the part of the course that they are about: modules in order, several of them, cases."""
    titles = [module_title(course, _first(course, folder)) for folder in course.modules]
    parts = [*titles, "Across modules", "Cases"]

    def part(blueprint: Blueprint) -> str:
        names = owners(course, blueprint)
        if not set(names) <= set(course.lessons):
            return "Cases"
        folders = [*dict.fromkeys(course.lessons[name].page.module for name in names)]
        return titles[list(course.modules).index(folders[0])] if len(folders) == 1 else "Across modules"

    return sorted(((part(item), item) for item in blueprints), key=lambda pair: parts.index(pair[0]))


def _first(course: Course, folder: str) -> Page:
    return next(lesson.page for lesson in course.lessons.values() if lesson.page.module == folder)


def _section(weaver: Weaver, blueprints: Sequence[Blueprint]) -> str:
    label = paragraph("cw-label", "Sheets to print")
    return _whole(weaver, [label, *(_set(weaver, blueprint) for blueprint in blueprints)], blueprints)


def _whole(weaver: Weaver, parts: Iterable[str], blueprints: Iterable[Blueprint]) -> str:
    made = all(item.id in weaver.made and weaver.made[item.id].is_whole for item in blueprints)
    note = "" if made else paragraph("cw-note", HOW_TO_MAKE)
    return raw(element("section", "cw cw-sets", *parts, note), searchable=False)


def _set(weaver: Weaver, blueprint: Blueprint) -> str:
    title = link(weaver.address(set_path(blueprint.id)), weaver.inline(blueprint.title))
    made = weaver.made.get(blueprint.id)
    files = "".join(downloads(weaver, made, letter) for letter in blueprint.forms) if made else ""
    closed = element("details", "cw-set-files", element("summary", "", "Download"), files) if files else ""
    about = paragraph("cw-facts", facts(blueprint, made))
    return element("div", "cw-set", paragraph("cw-set-title", title), about, closed)


def facts(blueprint: Blueprint, made: Made | None) -> str:
    """'50 minutes · 4 questions · forms A, B and C'."""
    number = [count(len(made.chosen.forms[0].asked), "question")] if made else []
    minutes = made.chosen.forms[0].minutes if made else blueprint.minutes
    forms = ("forms " if len(blueprint.forms) > 1 else "form ") + listed(blueprint.forms)
    return " · ".join([f"{minutes} minutes", *number, forms])


def downloads(weaver: Weaver, made: Made, letter: str, below_heading: bool = False) -> str:
    """The files of one form: the sheet, and in the instructor edition the facilitator’s guide."""
    lines = []
    for facilitator, whole, short in (
        (False, f"Form {letter}", ""),
        (True, f"Form {letter}, {_GUIDE}", _GUIDE.capitalize()),
    ):
        files = [pair for pair in made.files if (pair[0].letter, pair[0].facilitator) == (letter, facilitator)]
        label = short if below_heading else whole
        if files:
            shown = element("span", "cw-form", label) if label else ""
            lines.append(shown + " · ".join(_links(weaver, whole, files)))
    return items(lines, "ul", "cw-files")


def _links(weaver: Weaver, name: str, files: Iterable[tuple[SheetFile, int]]) -> Iterator[str]:
    """Links that say all when they are read alone: 'Form A · PDF A4 (84 KB)'."""
    for file, size in files:
        whole = element("span", "visually-hidden", f"{name} · ")
        yield link(weaver.file(file.path), f"{whole}{file.label} ({kilobytes(size)})")


def kilobytes(size: int) -> str:
    """A file's size as people read it: '84 KB', '1.2 MB'."""
    return f"{max(1, round(size / 1000))} KB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"


RENDERERS: dict[str, Callable[[Use], str]] = {"sets": _render_sets}

"""The page of an offered set: what it covers, then each form with its sheets and its questions."""

from collections.abc import Iterator, Mapping

from coursewright.course import Course
from coursewright.diagnostics import Place
from coursewright.model import Blueprint, Page
from coursewright.pieces import Pieces, without
from coursewright.sets.contents import cases_of, objective_words
from coursewright.sets.link import write_link
from coursewright.sets.linked import link_form
from coursewright.sets.model import Asked, Balance, BalanceRow, Form
from coursewright.sets.offered import Made, set_path
from coursewright.sets.places import owners
from coursewright.site import Site
from coursewright.source import Source
from coursewright.weave.html import element, items, link, paragraph, raw
from coursewright.weave.page import with_references
from coursewright.weave.sets import HOW_TO_MAKE, downloads, facts
from coursewright.weave.weaver import Weaver

_PRESENT = "questions/present.md"


def weave_set_page(course: Course, blueprint: Blueprint, site: Site, made: Mapping[str, Made]) -> tuple[str, Pieces]:
    """The page as Markdown, with its finished HTML apart; its path is `set_path`."""
    path = set_path(blueprint.id)
    page = Page(path, Source(path, ""), 0, Place(path, 1, 1), title=blueprint.title)
    weaver = Weaver(course, page, site, made)
    parts = [_head(weaver, blueprint, made.get(blueprint.id)), *_body(weaver, blueprint, made.get(blueprint.id))]
    return without(with_references(weaver, "".join(parts)))


def _head(weaver: Weaver, blueprint: Blueprint, made: Made | None) -> str:
    inner = (
        paragraph("cw-kicker", "Question set"),
        element("h1", "", weaver.inline(blueprint.title)),
        paragraph("cw-facts", facts(blueprint, made)),
    )
    return raw(element("header", "cw-head", *inner))


def _body(weaver: Weaver, blueprint: Blueprint, made: Made | None) -> Iterator[str]:
    yield raw(paragraph("", weaver.inline(blueprint.instructions)))
    if made is None:
        yield raw(_read_first(weaver, blueprint, ()) + paragraph("cw-note", HOW_TO_MAKE))
        return
    yield "\n\n## What it covers\n"
    yield raw(_covers(weaver, blueprint, made))
    if not made.is_whole:
        yield raw(paragraph("cw-note", HOW_TO_MAKE), searchable=False)
    for form in made.chosen.forms:
        yield f"\n\n## Form {form.letter}\n"
        questions = element("ol", "cw-questions", *(_question(weaver, item) for item in form.asked))
        code = paragraph("cw-facts", f"Code {form.fingerprint}, which prints this very form again")
        files = downloads(weaver, made, form.letter, below_heading=True)
        yield raw(files + _present(weaver, form) + questions + code, searchable=False)
    if weaver.site.for_instructors:
        yield "\n\n## How the forms compare\n"
        yield raw(_balance(weaver, made.chosen.forms[0].balance), searchable=False)


def _present(weaver: Weaver, form: Form) -> str:
    """The link that shows this form in the room, on sites that have the page for it."""
    if _PRESENT not in weaver.course.pages:
        return ""
    address = weaver.address(_PRESENT, write_link(link_form(form)))
    whole = element("span", "visually-hidden", f" form {form.letter}")
    return paragraph("cw-present", link(address, f"Present{whole} in the room"))


def _covers(weaver: Weaver, blueprint: Blueprint, made: Made) -> str:
    course, form = weaver.course, made.chosen.forms[0]
    names = dict.fromkeys(row.name for row in form.balance.rows if row.kind == "objective")
    objectives = items(weaver.inlines(objective_words(course, name) for name in names))
    left = items(weaver.inlines(objective_words(course, name) for name in made.chosen.not_asked))
    missing = paragraph("", "It leaves out:") + left if left else ""
    return objectives + missing + _read_first(weaver, blueprint, made.chosen.forms)


def _read_first(weaver: Weaver, blueprint: Blueprint, forms: tuple[Form, ...]) -> str:
    """The lessons that a set is about and the cases that one of its forms is."""
    course = weaver.course
    about = owners(course, blueprint)
    cases = [case for case in course.cases if case in about or any(case in cases_of(course, form) for form in forms)]
    pages = [course.page_ids[name] for name in dict.fromkeys([*about, *cases])]
    links = [link(weaver.address(page.path), weaver.inline(page.title)) for page in pages]
    return paragraph("", f"Read first: {', '.join(links)}") if links else ""


def _question(weaver: Weaver, item: Asked) -> str:
    variant = item.variant
    about = f"{weaver.inline(variant.format.title)} · {item.minutes} minutes"
    stem = paragraph("cw-stem", weaver.inline(variant.text))
    return element("li", "cw-question", stem, paragraph("cw-facts", about))


def _balance(weaver: Weaver, balance: Balance) -> str:
    """How many questions of each kind every form has."""
    head = "".join(element("th", "", f"Form {letter}", scope="col") for letter in balance.letters)
    rows = [("Minutes", balance.minutes), *((_words(weaver, row), row.counts) for row in balance.rows)]
    body = (
        element("tr", "", element("th", "", name, scope="row"), *(element("td", "", str(each)) for each in counts))
        for name, counts in rows
    )
    top = element("tr", "", element("td", ""), head)
    return element("table", "cw-balance", element("thead", "", top), element("tbody", "", *body))


def _words(weaver: Weaver, row: BalanceRow) -> str:
    course = weaver.course
    name = objective_words(course, row.name) if row.kind == "objective" else row.name
    name = course.formats[row.name].title if row.kind == "format" and row.name in course.formats else name
    return weaver.inline(f"{row.kind.capitalize()}: {name}")

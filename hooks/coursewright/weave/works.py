"""The page of references: every work that the course cites, how it was checked, and what cites it.

Each entry carries what the browser filters by; without JavaScript the whole list is there.
"""

import re
from collections.abc import Callable, Mapping

from coursewright.bibliography import Entry
from coursewright.citations import render_reference_list
from coursewright.cited import Citing, cited_in
from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Page
from coursewright.weave.downloads import BIBTEX, CSL_JSON, RIS
from coursewright.weave.head import module_title
from coursewright.weave.html import element, inline, items, link, paragraph, plain, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver

CHECKED = {
    "record": ("Checked against a record", "an independent record of the work was seen, such as a catalogue’s"),
    "reference-lists": ("Found in reference lists", "several public reference lists name the work"),
    "none": ("Not yet checked", "nobody has looked the work up"),
}
_YEAR = re.compile(r"\d{4}")
_CASES, _OTHER = "cases", "other"


def _render_works(use: Use) -> str:
    weaver, course = use.weaver, use.weaver.course
    citing = cited_in(course, weaver.site.for_instructors)
    if not citing:
        return "\n"
    notes = {key: _note(weaver, key, where) for key, where in citing.items()}
    parts = (
        _meanings(course, citing),
        _filter(course, citing),
        element("p", "cw-works-count", count(len(citing), "work"), role="status"),
        _downloads(weaver),
        render_reference_list(citing, course.references, {}, notes, course.coins),
    )
    return raw(element("div", "cw-works", *parts), searchable=False)


def _note(weaver: Weaver, key: str, where: Citing) -> str:
    course = weaver.course
    entry = course.bibliography.get(key)
    checked = entry.verification if entry else ""
    kind = f"cw-checked cw-checked-{checked}"
    words = element("span", kind, f"{CHECKED[checked][0]}.") if checked in CHECKED else ""
    return element(
        "span",
        "cw-work",
        words,
        " " if words else "",
        _cited_in(weaver, key, where),
        data_parts=" ".join(_parts(course, where)),
        data_years=_years(entry) if entry else "",
        data_checked=checked,
    )


def _cited_in(weaver: Weaver, key: str, where: Citing) -> str:
    """'Cited in The ethos of partnership, Glossary; in questions 1, 2.'"""
    pages, bank = weaver.course.pages, weaver.course.page_with("bank")
    links = [link(weaver.address(path, f"ref-{key}"), weaver.inline(pages[path].title or path)) for path in where.pages]
    parts = [f"in {', '.join(links)}"] if links else []
    if bank and where.questions:
        addresses = [weaver.address(bank, question.id) for question in where.questions]
        parts.append(_questions(addresses))
    return element("span", "cw-cited-in", f"Cited {'; '.join(parts)}.") if parts else ""


def _questions(addresses: list[str]) -> str:
    if len(addresses) == 1:
        return f"in {link(addresses[0], 'one question')}"
    numbered = enumerate(addresses, 1)
    links = (element("a", "", str(number), href=at, aria_label=f"question {number}") for number, at in numbered)
    return f"in questions {', '.join(links)}"


def _parts(course: Course, where: Citing) -> list[str]:
    """The parts of the course that cite a work: folders of modules, cases, other pages."""
    owners = (course.owner_page(question) for question in where.questions)
    pages = [*(course.pages[path] for path in where.pages), *(page for page in owners if page)]
    return list(dict.fromkeys(_part(course, page) for page in pages))


def _part(course: Course, page: Page) -> str:
    if page.module in course.modules:
        return page.module
    return _CASES if page.id in course.cases else _OTHER


def _years(entry: Entry) -> str:
    """Every year of a work: of this edition and of the first."""
    return " ".join(
        dict.fromkeys(_YEAR.findall(f"{entry.value('date', 'year')} {entry.value('origdate', 'origyear')}"))
    )


def _downloads(weaver: Weaver) -> str:
    """Links to the files, named for the course."""
    name = re.sub(r"[^a-z0-9]+", "-", plain(weaver.course.facts.title).lower()).strip("-") or "references"
    links = [
        element(
            "a", "", label, href=weaver.site.file(weaver.page.path, path), download=f"{name}.{path.rpartition('.')[2]}"
        )
        for label, path in (("BibTeX", BIBTEX), ("CSL-JSON", CSL_JSON), ("RIS", RIS))
    ]
    return paragraph("cw-downloads", f"All of them as a file: {', '.join(links)}")


def _meanings(course: Course, citing: Mapping[str, Citing]) -> str:
    """What the words about checking mean, with the number of works for each."""
    counts = _checked(course, citing)
    lines = (
        f"<strong>{CHECKED[name][0]}</strong> ({number}): {CHECKED[name][1]}."
        for name, number in counts.items()
        if name in CHECKED
    )
    return items(lines, "ul", "cw-meanings")


def _checked(course: Course, citing: Mapping[str, Citing]) -> dict[str, int]:
    found = [entry.verification for key in citing if (entry := course.bibliography.get(key))]
    return {name: found.count(name) for name in CHECKED if name in found}


def _filter(course: Course, citing: Mapping[str, Citing]) -> str:
    """The form that narrows the list; hidden until a script can answer it."""
    used = {part for where in citing.values() for part in _parts(course, where)}
    named = {folder: inline(module_title(course, page)) for folder, page in _first_pages(course).items()}
    named |= {_CASES: "Cases", _OTHER: "Other pages"}
    checked = {name: CHECKED[name][0] for name in _checked(course, citing)}
    fields = (
        _field("words", "Author, title or journal", "input", type="search", autocomplete="off", spellcheck="false"),
        _choice("part", "Cited in", {part: name for part, name in named.items() if part in used}),
        _field("from", "From year", "input", inputmode="numeric", maxlength="4", autocomplete="off"),
        _field("to", "to year", "input", inputmode="numeric", maxlength="4", autocomplete="off"),
        _choice("checked", "How it was checked", checked) if len(checked) > 1 else "",
        element("button", "", "Show all", type="reset"),
    )
    return element("form", "cw-works-filter", *fields, role="search", aria_label="References", hidden="hidden")


def _first_pages(course: Course) -> dict[str, Page]:
    firsts: dict[str, Page] = {}
    for lesson in course.lessons.values():
        firsts.setdefault(lesson.page.module, lesson.page)
    return firsts


def _choice(name: str, label: str, choices: Mapping[str, str]) -> str:
    options = [
        '<option value="">All</option>',
        *(element("option", "", text, value=key) for key, text in choices.items()),
    ]
    return _field(name, label, "select", *options)


def _field(name: str, label: str, tag: str, *inner: str, **attributes: str) -> str:
    field = element(tag, "", *inner, id=f"works-{name}", name=name, **attributes)
    field = field.removesuffix("</input>")
    return element("p", f"cw-field cw-field-{name}", element("label", "", label, for_=f"works-{name}"), field)


RENDERERS: dict[str, Callable[[Use], str]] = {"works": _render_works}

"""Blocks that show a whole collection: the question bank, the glossary, the rules, the kinds of block."""

from collections.abc import Callable, Collection, Iterable
from html import escape

from coursewright.blocks import OWN
from coursewright.course import Course
from coursewright.diagnostics import Rule
from coursewright.english import count
from coursewright.model import Page, Question, Term
from coursewright.questions import filled
from coursewright.sets.offered import set_path
from coursewright.sets.places import own_set
from coursewright.weave.discussion import facilitator_notes, question_facts
from coursewright.weave.head import module_title
from coursewright.weave.html import element, heading, items, link, paragraph, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver

_FEW_TERMS = 20


def _render_bank(use: Use) -> str:
    """Every question: lessons by module, then cases. Headings are Markdown: the table of contents wants them."""
    weaver, course = use.weaver, use.weaver.course
    parts = [raw("<div data-bank-tools hidden></div>", searchable=False)]  # filled by the page's script
    for folder in course.modules:
        pages = [lesson.page for lesson in course.lessons.values() if lesson.page.module == folder]
        parts.append(heading(2, module_title(course, pages[0])))
        parts += [_owner(weaver, page) for page in pages]
    if course.cases:
        parts.append("\n\n## Cases\n")
        parts += [_owner(weaver, case.page) for case in course.cases.values()]
    return "".join(parts)


def _owner(weaver: Weaver, page: Page) -> str:
    questions = weaver.course.questions_of(page.id)
    if not questions:
        return ""
    facts = [count(len(questions), "question"), link(weaver.address(page.path), "Read it")]
    if blueprint := own_set(weaver.course, page):
        facts.append(link(weaver.address(set_path(blueprint.id)), "Sheets to print"))
    entries = element("ol", "cw-bank", *(_bank_question(weaver, question) for question in questions))
    return heading(3, page.title) + raw(paragraph("cw-facts", " · ".join(facts)) + entries, searchable=False)


def _bank_question(weaver: Weaver, question: Question) -> str:
    rows = (
        element("span", "cw-row", row.label) + " " + element("span", "cw-stem", weaver.inline(filled(question, row)))
        for row in question.rows
    )
    formats = weaver.course.formats
    names = " · ".join(weaver.inline(formats[ref.name].title) for ref in question.formats if ref.name in formats)
    return element(
        "li",
        "cw-bank-question",
        question_facts(question),
        items(rows, "ul", "cw-bank-rows"),
        paragraph("cw-bank-formats", names),
        paragraph("cw-bank-objective", weaver.inline(_objective_text(weaver.course, question))),
        facilitator_notes(weaver, question),
        id=question.id,
    )


def _objective_text(course: Course, question: Question) -> str:
    lesson_id, _, name = question.objective.name.partition("/")
    lesson = course.lessons.get(lesson_id)
    return next((objective.text for objective in lesson.objectives if objective.id == name), "") if lesson else ""


def _render_glossary(use: Use) -> str:
    users: dict[str, list[Page]] = {}
    for page in use.weaver.course.pages.values():
        for ref in page.terms:
            users.setdefault(ref.name, []).append(page)
    terms = use.weaver.course.terms.values()
    entries = (_term(use.weaver, term, users.get(term.id, [])) for term in terms)
    return _letters(terms) + raw(element("dl", "cw-glossary", *entries))


def _letters(terms: Collection[Term]) -> str:
    """Links to the first term of each letter; nothing where all terms are soon looked through."""
    first: dict[str, Term] = {}
    for term in terms:
        first.setdefault(term.term[:1].upper(), term)
    links = (link(f"#term-{term.id}", escape(letter)) for letter, term in first.items())
    nav = element("nav", "cw-letters", items(links), aria_label="Terms by letter")
    return raw(nav, searchable=False) if len(terms) > _FEW_TERMS else ""


def _term(weaver: Weaver, term: Term, users: list[Page]) -> str:
    terms = weaver.course.terms
    also = element("span", "cw-also", "(also ", weaver.inline(", ".join(term.also)), ")") if term.also else ""
    see = [link(f"#term-{ref.name}", weaver.inline(terms[ref.name].term)) for ref in term.see if ref.name in terms]
    used = [link(weaver.address(page.path), weaver.inline(page.title)) for page in users]
    definition = element(
        "dd",
        "",
        paragraph("cw-definition", weaver.inline(term.definition.text)),
        paragraph("cw-see", "See " + ", ".join(see) if see else ""),
        paragraph("cw-used-in", "Used in " + ", ".join(used) if used else ""),
    )
    return element("div", "", element("dt", "", weaver.inline(term.term), " ", also), definition, id=f"term-{term.id}")


def _render_rules(use: Use) -> str:
    rows = (
        _row(f"<code>{rule.label}</code>", rule.severity, use.weaver.inline(rule.purpose), anchor=f"rule-{rule.label}")
        for rule in sorted(Rule, key=lambda rule: rule.label)
    )
    return raw(_table("cw-rules", ("Rule", "Severity", "What a good course does"), rows))


def _render_kinds(use: Use) -> str:
    rows = (
        _row(
            f"<code>{kind.name}</code>",
            kind.argument,
            kind.content,
            ", ".join(f"<code>{option}</code>" for option in kind.options if option != "*") or "–",
            use.weaver.inline(kind.purpose),
            anchor=f"kind-{kind.name}",
        )
        for kind in OWN
    )
    return raw(_table("cw-kinds", ("Block", "Argument", "Content", "Options", "What it is for"), rows))


def _row(*cells: str, anchor: str) -> str:
    return element("tr", "", *(element("td", "", cell) for cell in cells), id=anchor)


def _table(kind: str, heads: tuple[str, ...], rows: Iterable[str]) -> str:
    head = element("tr", "", *(element("th", "", text, scope="col") for text in heads))
    return element("table", kind, element("thead", "", head), element("tbody", "", *rows))


RENDERERS: dict[str, Callable[[Use], str]] = {
    "bank": _render_bank,
    "glossary": _render_glossary,
    "rules": _render_rules,
    "kinds": _render_kinds,
}

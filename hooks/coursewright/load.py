"""A folder → a course: the list of all readers and checks, in order."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coursewright.bibliography import Bibliography, Reference, compile_references, open_store, read_bibliography
from coursewright.blocks import check_reusable_blocks, read_reusable_block
from coursewright.checks import (
    check_bank,
    check_citations_of_course,
    check_fragment,
    check_navigation,
    check_page,
    check_phrases,
    check_retractions_of_course,
    check_stray_files,
)
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.diagrams import FOLDER, read_diagram
from coursewright.echoes import missing_lists, without_echoes
from coursewright.facts import read_facts
from coursewright.formats import read_formats
from coursewright.fragments import Fragment, scan_fragment
from coursewright.glossary import read_glossary
from coursewright.memory import Memory
from coursewright.model import CourseFacts, Question, Ref, ReusableBlock
from coursewright.navigation import Navigation, read_navigation
from coursewright.pages import PageFile, read_page, unique_pages
from coursewright.questions import check_unique, read_questions
from coursewright.sets.read import check_sets, read_set, unique_sets
from coursewright.silences import apply_severities, apply_silences
from coursewright.sources import Sources
from coursewright.words import check_words

if TYPE_CHECKING:
    from coursewright.bibliography.checks import Retractions

LOCK = Path("bib/references.lock.json")
CACHE = Path(".cache/coursewright/references")
CHECKS = Path(".cache/coursewright/checks.jsonl")
"""Where a `Memory` of checks may be; what it holds is the same for every edition."""


def load_course(
    root: Path, report: Report, retractions: "Retractions | None" = None, memory: Memory | None = None
) -> Course:
    """The course in a folder. Every problem goes to `report`, sorted by place; a broken file hides no other.

    With `retractions`, works that were retracted are told too. `memory`, which is this course's alone, spares checks of
    what has not changed.
    """
    memory = memory or Memory()
    found: list[Diagnostic] = []
    sources = Sources(root, found.append)
    course = _read(root, sources, memory, found.append)
    memory.save()
    found += check_retractions_of_course(course, retractions) if retractions else ()
    found += missing_lists(found, root)
    heard = apply_silences(without_echoes(dict.fromkeys(found), sources.read), sources.read)
    told = apply_severities(heard, dict(course.facts.severities))
    for diagnostic in sorted(told, key=lambda item: (item.place, item.rule.label)):
        report(diagnostic)
    return course


def _read(root: Path, sources: Sources, memory: Memory, report: Report) -> Course:
    """Read every noun, then check what refers to what."""
    facts_file = sources.one("course/course.yml")
    facts = read_facts(facts_file, report) if facts_file else CourseFacts()
    bibliography = read_bibliography(sources.matching("bib", "*.bib"), report)
    references = _references(root, facts, bibliography, report)
    site_file = sources.one("mkdocs.yml")
    navigation = read_navigation(site_file, report) if site_file else Navigation()
    pages = _ordered(navigation, [read_page(source, report) for source in sources.matching("docs", "**/*.md")])
    first = unique_pages(pages, report)
    blocks = _reusable_blocks(sources, report)
    read_banks = [read_questions(source, report) for source in sources.matching("course/questions", "*.yml")]
    all_questions = tuple(question for questions, _, _ in read_banks for question in questions)
    formats_file, glossary_file = sources.one("course/formats.yml"), sources.one("course/glossary.yml")
    course = Course(
        facts=facts,
        pages={item.page.path: item.page for item in pages},
        lessons={item.lesson.id: item.lesson for item in first if item.lesson},
        cases={item.case.id: item.case for item in first if item.case},
        formats={item.id: item for item in read_formats(formats_file, report)} if formats_file else {},
        sets=unique_sets(
            filter(None, [read_set(source, report) for source in sources.matching("course/sets", "*.yml")]), report
        ),
        terms={item.id: item for item in read_glossary(glossary_file, report)} if glossary_file else {},
        blocks=blocks,
        diagrams={Path(item.path).stem: read_diagram(item, report) for item in sources.matching(FOLDER, "*.svg")},
        questions=_in_page_order(pages, check_unique(all_questions, report)),
        bibliography=bibliography,
        references=references,
        files=sources.names("docs"),
    )
    course = replace(course, fragments=_fragments(course, report))
    owners = tuple((owner, kind) for _, owner, kind in read_banks if owner)
    _check(course, owners, all_questions, report)
    texts = {source.path: source.text for source in sources.read}
    words = check_words(course, all_questions, texts, memory)
    for diagnostic in (*check_navigation(course, navigation), *check_stray_files(root), *words):
        report(diagnostic)
    return course


def _references(root: Path, facts: CourseFacts, bibliography: Bibliography, report: Report) -> dict[str, Reference]:
    """Every work in the course's citation style, from the lock file or the cache where they are fresh."""
    if not bibliography.entries:
        return {}
    style, named = citation_style(root, facts), facts.citation_style
    if not style.is_file():
        place, path = (named.place, f"'{named.name}'") if named else (Place("bib", 1, 1), "in 'bib/'")
        hint = "put a CSL file there, such as apa.csl of the Citation Style Language project"
        report(Diagnostic(Rule.CITATION_RENDERED, place, f"There is no citation style {path}.", hint))
        return {}
    return compile_references(bibliography, style, open_store(root / LOCK, root / CACHE, report))


def citation_style(root: Path, facts: CourseFacts) -> Path:
    """The CSL file that a course names, else the first in `bib/`; where there is none, the one that it should have."""
    if facts.citation_style:
        return root / facts.citation_style.name
    return next(iter(sorted((root / "bib").glob("*.csl"))), root / "bib" / "apa.csl")


def _ordered(navigation: Navigation, pages: list[PageFile]) -> list[PageFile]:
    """Pages in the order of the navigation, then the others by path."""
    order = {ref.name: index for index, ref in enumerate(navigation.pages)}
    return sorted(pages, key=lambda item: (order.get(item.page.path, len(order)), item.page.path))


def _reusable_blocks(sources: Sources, report: Report) -> dict[str, ReusableBlock]:
    blocks = (read_reusable_block(source, report) for source in sources.matching("course/blocks", "*.md"))
    return {block.id: block for block in blocks if block}


def _in_page_order(pages: Iterable[PageFile], questions: dict[str, Question]) -> dict[str, Question]:
    """Questions in the order of the pages that own them; inside a file as they stand."""
    order = {item.page.id: index for index, item in enumerate(pages)}
    return dict(sorted(questions.items(), key=lambda item: order.get(item[1].owner, len(order))))


def _fragments(course: Course, report: Report) -> dict[str, Fragment]:
    known = course.bibliography
    pages = {path: scan_fragment(page.source, page.body, known, report) for path, page in course.pages.items()}
    blocks = {
        f"block:{item.id}": scan_fragment(item.source, item.body, known, report) for item in course.blocks.values()
    }
    return pages | blocks


def _check(
    course: Course, owners: tuple[tuple[Ref, str], ...], questions: tuple[Question, ...], report: Report
) -> None:
    uses = {
        name: tuple(block for block in course.fragments[f"block:{name}"].walk() if block.kind == "block")
        for name in course.blocks
    }
    checks = [
        *(check_page(course, path) for path in course.pages),
        *(check_fragment(course, fragment) for fragment in course.fragments.values()),
        check_phrases(course),
        check_reusable_blocks(uses, course.blocks),
        check_bank(course, owners, questions),
        check_sets(course),
        check_citations_of_course(course, questions, report),
    ]
    for check in checks:
        for diagnostic in check:
            report(diagnostic)

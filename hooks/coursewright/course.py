"""The course as one value: every noun by its id, in the order in which learners meet them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from coursewright.bibliography import Bibliography, Reference
from coursewright.bibliography.coins import coins_of
from coursewright.citations import Citation, scan_citations
from coursewright.fragments import Fragment, silent
from coursewright.markdown_mask import mask
from coursewright.model import (
    Blueprint,
    Case,
    CourseFacts,
    Diagram,
    Format,
    Lesson,
    Page,
    Question,
    ReusableBlock,
    Term,
)
from coursewright.source import Source


@dataclass(frozen=True)
class Course:
    """Mappings are in reading order: pages as in the navigation, questions by lesson and case, terms by alphabet.

    `fragments` holds the scan of each page by its path below `docs/` and of each reusable block by 'block:' and its id.
    """

    facts: CourseFacts = field(default_factory=CourseFacts)
    pages: Mapping[str, Page] = field(default_factory=dict)
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)
    sets: Mapping[str, Blueprint] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    blocks: Mapping[str, ReusableBlock] = field(default_factory=dict)
    diagrams: Mapping[str, Diagram | None] = field(default_factory=dict)  # None: a file that can't be shown
    fragments: Mapping[str, Fragment] = field(default_factory=dict)
    bibliography: Bibliography = field(default_factory=Bibliography)
    references: Mapping[str, Reference] = field(default_factory=dict)
    files: frozenset[str] = frozenset()  # every path below docs/

    @cached_property
    def page_ids(self) -> Mapping[str, Page]:
        """Pages that have an id, lessons and cases among them; of two with one id the first."""
        named: dict[str, Page] = {}
        for page in self.pages.values():
            named.setdefault(page.id, page)
        return {name: page for name, page in named.items() if name}

    @cached_property
    def modules(self) -> Mapping[str, Page | None]:
        """Folders that hold lessons, in order, with their index page."""
        folders = dict.fromkeys(lesson.page.module for lesson in self.lessons.values())
        return {folder: self.pages.get(f"{folder}/index.md") for folder in folders}

    @cached_property
    def _by_owner(self) -> Mapping[str, tuple[Question, ...]]:
        owners: dict[str, list[Question]] = {}
        for question in self.questions.values():
            owners.setdefault(question.owner, []).append(question)
        return {owner: tuple(items) for owner, items in owners.items()}

    def questions_of(self, owner: str) -> tuple[Question, ...]:
        """The questions of a lesson or case, in the order of its file."""
        return self._by_owner.get(owner, ())

    def owner_page(self, question: Question) -> Page | None:
        """The page of the lesson or case that a question belongs to."""
        return self.page_ids.get(question.owner)

    @cached_property
    def coins(self) -> Callable[[str], str]:
        """Citation key → the work as reference managers read it from a page."""
        return coins_of(self.bibliography)

    @cached_property
    def citations_in(self) -> Callable[[str], tuple[Citation, ...]]:
        """Short text (a stem, a definition) → its citations; scanned once, its faults are told where it stands."""

        @cache
        def find(text: str) -> tuple[Citation, ...]:
            return scan_citations(Source("", text), mask(text), silent, self.references) if "@" in text else ()

        return find

    def page_with(self, kind: str) -> str | None:
        """The path of the first page that holds a block of this kind, for instance the glossary."""
        return self._pages_by_kind.get(kind)

    @cached_property
    def _pages_by_kind(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for path in self.pages:
            for block in self.fragments[path].walk() if path in self.fragments else ():
                found.setdefault(block.kind, path)
        return found

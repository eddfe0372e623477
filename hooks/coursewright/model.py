"""The nouns of a course, all frozen. What refers to something by its id is a `Ref`, which keeps its place."""

from dataclasses import dataclass, field

from coursewright.diagnostics import Place
from coursewright.phrase import Phrase
from coursewright.source import Source

PROCESSES = ("remember", "understand", "apply", "analyze", "evaluate", "create")
"""Cognitive processes of the revised Bloom taxonomy (Anderson & Krathwohl, 2001), simplest first."""

STANCES = tuple("opening evidence clarification hypothetical cause perspective assumption linking synthesis".split())
"""What a question asks talk to do, after Brookfield and Preskill and the Socratic types; in the order of a talk."""

SHARING = ("private", "optional", "group")
"""How far an answer is meant to travel: nobody else, the learner's choice, the group."""

PRONOUNS = ("she", "he", "they")


@dataclass(frozen=True)
class Ref:
    """A name that refers to something else, where it was written."""

    name: str
    place: Place


@dataclass(frozen=True)
class Minutes:
    """A range of minutes, both ends included."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True)
class Objective:
    """A learning objective: an observable verb and one idea."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True)
class Page:
    """A Markdown file below `docs/`; `path` is relative to `docs/`. `id` is empty for pages that have none."""

    path: str
    source: Source
    body: int  # offset in the source where the Markdown begins
    place: Place
    id: str = ""
    title: str = ""
    description: str = ""
    terms: tuple[Ref, ...] = ()

    @property
    def module(self) -> str:
        """The folder that the page is in; empty at the top."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True)
class Lesson:
    """A page that teaches: how long it takes, what it is for, which cases it uses."""

    page: Page
    minutes: Minutes
    objectives: tuple[Objective, ...]
    cases: tuple[Ref, ...]

    @property
    def id(self) -> str:
        return self.page.id


@dataclass(frozen=True)
class Person:
    """Somebody in a case."""

    id: str
    name: str
    role: str
    pronouns: str


@dataclass(frozen=True)
class Case:
    """A case-study page: who is in it, where it happens, where it comes from."""

    page: Page
    provenance: str
    setting: str
    people: tuple[Person, ...]

    @property
    def id(self) -> str:
        return self.page.id


@dataclass(frozen=True)
class Parameter:
    """What a reusable block asks of the page that uses it; `default` is None where it must be given."""

    name: str
    description: str
    default: str | None
    place: Place


@dataclass(frozen=True)
class ReusableBlock:
    """A piece of Markdown that pages include by its id."""

    id: str
    title: str
    parameters: tuple[Parameter, ...]
    source: Source
    body: int
    place: Place


@dataclass(frozen=True)
class Diagram:
    """A drawing that pages show; `width` is in its own units, of which a small text is 16 high."""

    name: str
    title: str
    description: str
    width: float
    markup: str  # for `diagrams.draw`, which makes its ids those of one place on one page


@dataclass(frozen=True)
class Stage:
    """One step of a discussion format; `parts` is its share of the question's minutes."""

    title: str
    parts: int
    instruction: str


@dataclass(frozen=True)
class Format:
    """A way of talking about a question; it changes how, never what is asked. `group` is a range of people."""

    id: str
    title: str
    group: Minutes
    minutes: Minutes
    materials: str
    instructions: str
    stages: tuple[Stage, ...]
    source: Phrase | None
    place: Place


@dataclass(frozen=True)
class Row:
    """One binding of a question's slots. `case` is the case it is about, if any."""

    label: str
    values: tuple[tuple[Ref, Phrase], ...]
    case: Ref | None
    place: Place


@dataclass(frozen=True)
class Question:
    """A question of the bank, owned by a lesson or a case; `objective` is 'lesson-id/objective-id'."""

    id: str
    place: Place
    owner: str
    objective: Ref
    process: str
    stance: str
    minutes: Minutes
    formats: tuple[Ref, ...]
    stem: Phrase
    rows: tuple[Row, ...]
    cites: tuple[Ref, ...] = ()
    sharing: str = "optional"
    alternative: str = ""
    care_note: str = ""
    probes: tuple[Phrase, ...] = ()
    listen_for: tuple[Phrase, ...] = ()
    misreadings: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Variant:
    """Question × row × format: what one learner or group is asked. `text` is Markdown with its slots filled."""

    question: Question
    row: Row
    format: Format
    text: str

    @property
    def id(self) -> str:
        return f"{self.question.id}/{self.row.label}@{self.format.id}"


@dataclass(frozen=True)
class Scope:
    """Where a set takes its questions from; a field that is empty does not narrow it."""

    lessons: tuple[Ref, ...] = ()
    cases: tuple[Ref, ...] = ()
    objectives: tuple[Ref, ...] = ()  # 'lesson-id/objective-id'; each has to be asked


@dataclass(frozen=True)
class Blueprint:
    """What a set of questions has to be. `processes` says how many questions of a process; `formats` is empty for any.

    `id` is empty for a set that nobody offers, only asked for once. `places` holds where each field was written.
    """

    id: str
    title: str
    instructions: str
    scope: Scope
    minutes: Minutes
    forms: tuple[str, ...]
    processes: tuple[tuple[str, Minutes], ...] = ()
    formats: tuple[Ref, ...] = ()
    places: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Term:
    """A glossary entry."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: Phrase
    see: tuple[Ref, ...]
    place: Place


@dataclass(frozen=True)
class CourseFacts:
    """What `course.yml` says."""

    title: str = ""
    language: str = "en"
    licence: str = ""
    severities: tuple[tuple[str, str], ...] = field(default=())
    authors: tuple[str, ...] = ()  # 'Family, Given'; a group as it is named
    year: int = 0
    url: str = ""  # where the course is on the web
    citation_style: Ref | None = None  # path of a CSL file; without one the first in bib/
    level: str = ""  # whom it is for, in the words that search engines know: 'beginner', 'graduate'

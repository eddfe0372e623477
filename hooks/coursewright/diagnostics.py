"""What can be wrong with a course, and where: places, rules, diagnostics. Standard library only."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum


class Severity(StrEnum):
    """How much a problem matters: errors and warnings fail a check, advice does not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line of a source file; line and column count from 1, column and length in characters."""

    path: str
    line: int
    column: int
    length: int = 1


class Rule(Enum):
    """Every rule, named for what a good course does: (name, default severity, what it asks and why)."""

    SOURCE_UTF8 = (
        "source-utf8",
        Severity.ERROR,
        "Every file is UTF-8, so that names and quotations survive every machine.",
    )
    SOURCE_FOUND = ("source-found", Severity.ERROR, "Files that the course is made of exist and can be read.")
    YAML_VALID = (
        "yaml-valid",
        Severity.ERROR,
        "YAML can be read: indented with spaces, quoted where a value holds ': '.",
    )
    FIELD_KNOWN = (
        "field-known",
        Severity.ERROR,
        "Every field is one that means something; a misspelt field would be lost in silence.",
    )
    FIELD_PRESENT = ("field-present", Severity.ERROR, "Required fields are there.")
    FIELD_VALID = ("field-valid", Severity.ERROR, "A field holds the kind of value it is for.")
    ID_FORM = (
        "id-form",
        Severity.ERROR,
        "Ids are lower-case words joined by hyphens, so that addresses and files can carry them.",
    )
    ID_UNIQUE = (
        "id-unique",
        Severity.ERROR,
        "An id names one thing; journals and printed sheets refer to it for years.",
    )
    LESSON_KNOWN = ("lesson-known", Severity.ERROR, "A lesson that is named exists.")
    CASE_KNOWN = ("case-known", Severity.ERROR, "A case that is named exists.")
    PAGE_KNOWN = ("page-known", Severity.ERROR, "A page that is linked by its id exists.")
    OBJECTIVE_KNOWN = (
        "objective-known",
        Severity.ERROR,
        "A question belongs to a learning objective that a lesson has.",
    )
    OBJECTIVE_ASKED = (
        "objective-asked",
        Severity.WARNING,
        "Every learning objective is asked by a question; one that is not cannot be discussed.",
    )
    QUESTION_KNOWN = ("question-known", Severity.ERROR, "A question that a page shows is in the bank.")
    FORMAT_KNOWN = ("format-known", Severity.ERROR, "A discussion format that a question names is defined.")
    TERM_KNOWN = ("term-known", Severity.ERROR, "A glossary term that is named is defined.")
    LINK_KNOWN = ("link-known", Severity.ERROR, "A link to another page of the course leads somewhere.")
    BLOCK_KNOWN = (
        "block-known",
        Severity.ERROR,
        "A block is of a kind that exists; an unknown one would be printed as typed.",
    )
    BLOCK_PLACED = (
        "block-placed",
        Severity.ERROR,
        "A block begins at the left margin with a line of its own form; else it would be printed as typed.",
    )
    BLOCK_CLOSED = (
        "block-closed",
        Severity.ERROR,
        "A block that is opened is closed, and nothing is closed that was not opened.",
    )
    BLOCK_ACYCLIC = ("block-acyclic", Severity.ERROR, "A reusable block does not contain itself.")
    BLOCK_CONTENT = ("block-content", Severity.ERROR, "A block has the content and the argument its kind needs.")
    PARAMETER_KNOWN = ("parameter-known", Severity.ERROR, "Options and parameters are ones that the block has.")
    PARAMETER_GIVEN = (
        "parameter-given",
        Severity.ERROR,
        "Parameters without a default are given wherever the block is used.",
    )
    PARAMETER_USED = (
        "parameter-used",
        Severity.ERROR,
        "A parameter that a reusable block declares stands in its text.",
    )
    VARIANT_FILLED = (
        "variant-filled",
        Severity.ERROR,
        "Every row of a question gives a value to every slot of its stem.",
    )
    VARIANT_DISTINCT = ("variant-distinct", Severity.ERROR, "Two rows of a question read differently.")
    SLOT_USED = ("slot-used", Severity.ERROR, "A value that a row gives stands in the stem.")
    MINUTES_FIT = ("minutes-fit", Severity.WARNING, "A question's minutes lie inside the range of each of its formats.")
    CITATION_KNOWN = ("citation-known", Severity.ERROR, "Every citation key is in the bibliography.")
    CITATION_SYNTAX = ("citation-syntax", Severity.ERROR, "A citation is written so that it means one thing.")
    REFERENCE_USED = ("reference-used", Severity.ADVICE, "A work in the bibliography is cited somewhere.")
    KEY_UNIQUE = (
        "key-unique",
        Severity.ERROR,
        "A citation key names one work, in all files and whatever its capitals.",
    )
    BIBTEX_VALID = (
        "bibtex-valid",
        Severity.ERROR,
        "BibTeX can be read: braces close, commas separate, strings are defined.",
    )
    WORK_VERIFIED = ("work-verified", Severity.WARNING, "No claim rests on a work that nobody has seen in a catalogue.")
    CITATION_RENDERED = (
        "citation-rendered",
        Severity.ERROR,
        "Every cited work can be formatted in the course's citation style.",
    )
    RULE_KNOWN = ("rule-known", Severity.ERROR, "A rule that is set or silenced is one that exists.")
    SILENCE_USED = (
        "silence-used",
        Severity.WARNING,
        "A silence silences something; a stale one hides the next mistake.",
    )

    def __init__(self, label: str, severity: Severity, purpose: str) -> None:
        self.label = label
        self.severity = severity
        self.purpose = purpose


@dataclass(frozen=True)
class Diagnostic:
    """One problem at one place: a sentence that says what is wrong and, where one is known, the fix."""

    rule: Rule
    place: Place
    message: str
    hint: str = ""
    severity: Severity | None = None

    @property
    def level(self) -> Severity:
        """The severity in force: the one set for this diagnostic, else the rule's own."""
        return self.severity or self.rule.severity


Report = Callable[[Diagnostic], None]

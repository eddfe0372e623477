"""What a good course does: every rule by its name, with its severity and its reason. The manual shows this table."""

from enum import Enum, StrEnum


class Severity(StrEnum):
    """How much a problem matters: errors and warnings fail a check, advice does not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


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
    LINK_KNOWN = (
        "link-known",
        Severity.ERROR,
        "A link to a page, a file or a footnote of the course leads somewhere, and so does what `mkdocs.yml` names.",
    )
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
    PAGE_INERT = (
        "page-inert",
        Severity.ERROR,
        "A page runs no script and brings no style of its own, and nothing in it comes from another host.",
    )
    IMAGE_DESCRIBED = (
        "image-described",
        Severity.WARNING,
        "An image has words that say what it shows, for readers who hear the page.",
    )
    HEADING_ORDERED = (
        "heading-ordered",
        Severity.WARNING,
        "Headings stand below the page's title and leave out no level: who hears a page finds the way by them.",
    )
    DIAGRAM_KNOWN = ("diagram-known", Severity.ERROR, "A diagram that a page shows is in `docs/assets/diagrams/`.")
    DIAGRAM_VALID = (
        "diagram-valid",
        Severity.ERROR,
        "A diagram is SVG that can be read and says how large its drawing is.",
    )
    DIAGRAM_DESCRIBED = (
        "diagram-described",
        Severity.ERROR,
        "A diagram has a title and a description, for readers who hear it.",
    )
    DIAGRAM_INERT = (
        "diagram-inert",
        Severity.ERROR,
        "A diagram only draws: nothing in it runs, and nothing is fetched from elsewhere.",
    )
    DIAGRAM_THEMED = (
        "diagram-themed",
        Severity.WARNING,
        "The colours of a diagram come from classes, so that it can be seen on dark pages and on paper.",
    )
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
    QUESTION_OPEN = (
        "question-open",
        Severity.WARNING,
        "A question for talk can't be answered with yes, no or one word.",
    )
    QUESTION_FAIR = (
        "question-fair",
        Severity.WARNING,
        "A question does not tell the answer that it expects ('Don't you think …').",
    )
    QUESTION_NEUTRAL = (
        "question-neutral",
        Severity.WARNING,
        "A question takes no judgement for granted that its answer should be free to question ('Why are they so …').",
    )
    QUESTION_FOCUSED = (
        "question-focused",
        Severity.WARNING,
        "A question gives its answer something to hold to; 'What do you think about X?' does not.",
    )
    QUESTION_SINGLE = (
        "question-single",
        Severity.WARNING,
        "A question asks one thing; of two, one is lost, and no one can tell which was answered.",
    )
    CLAIM_CITED = (
        "claim-cited",
        Severity.WARNING,
        "A question that leans on research, a theory or an author cites the work.",
    )
    PROCESS_MATCHED = (
        "process-matched",
        Severity.WARNING,
        "The verb of a question is not one that every list puts under another process.",
    )
    ARTICLE_AGREES = ("article-agrees", Severity.ERROR, "In every row 'a' and 'an' fit the word behind them.")
    VARIANT_JOINED = (
        "variant-joined",
        Severity.ERROR,
        "A value joins the stem without a word or a mark that stands twice.",
    )
    VERB_AGREES = ("verb-agrees", Severity.ERROR, "A verb agrees with its subject in every row.")
    PRONOUN_AGREES = (
        "pronoun-agrees",
        Severity.ERROR,
        "Pronouns are those of the person they stand for, as a case's front matter gives them.",
    )
    QUESTION_DISTINCT = (
        "question-distinct",
        Severity.WARNING,
        "No two rows or questions ask nearly the same; a set would hold one thing twice.",
    )
    QUESTION_SHORT = (
        "question-short",
        Severity.WARNING,
        "A question can be held in mind when it is heard once: 40 words at most.",
    )
    QUESTION_SAYABLE = (
        "question-sayable",
        Severity.WARNING,
        "A question can be read aloud: short sentences, one parenthesis, no stacks of nouns.",
    )
    CASE_OWN = (
        "case-own",
        Severity.ERROR,
        "A row that is about a case uses the people and the setting of that case alone.",
    )
    CLIENT_PROTECTED = (
        "client-protected",
        Severity.ERROR,
        "No question asks for what would show who a client is.",
    )
    SHARING_FREE = (
        "sharing-free",
        Severity.ERROR,
        "Nobody has to share something of their own; there is another way to take part.",
    )
    PROCESSES_MIXED = (
        "processes-mixed",
        Severity.WARNING,
        "The questions of a lesson ask for three processes or more.",
    )
    STANCES_MIXED = ("stances-mixed", Severity.WARNING, "The questions of a lesson take three stances or more.")
    SET_FEASIBLE = (
        "set-feasible",
        Severity.ERROR,
        "A question set that the course offers can be built: there are questions for its minutes, mix and forms.",
    )
    CITATION_KNOWN = ("citation-known", Severity.ERROR, "Every citation key is in the bibliography.")
    CITATION_SYNTAX = ("citation-syntax", Severity.ERROR, "A citation is written so that it means one thing.")
    CITATION_KEYED = (
        "citation-keyed",
        Severity.WARNING,
        "A work is cited by its key; one typed by hand has no link and no entry in the list of references.",
    )
    CITATION_AGREES = (
        "citation-agrees",
        Severity.WARNING,
        "An author or a year typed beside a key is that of the work; readers would look for another.",
    )
    QUOTATION_LOCATED = (
        "quotation-located",
        Severity.WARNING,
        "A quotation says where in the work it stands, so that a reader can find it (APA 7 §8.25).",
    )
    LOCATOR_FORM = (
        "locator-form",
        Severity.WARNING,
        "A page or chapter is written after its key, in words the style knows, and lies inside the work.",
    )
    NAMES_BY_KEY = (
        "names-by-key",
        Severity.WARNING,
        "Names beside a key are left to the style, which knows when 'et al.' and '&' are right (APA 7 §8.17).",
    )
    REFERENCES_BY_KEY = (
        "references-by-key",
        Severity.WARNING,
        "A list of references is made from the works cited; one typed into a page goes stale.",
    )
    SOURCE_READ = (
        "source-read",
        Severity.WARNING,
        "Only the work that was read has a key; one known through it is named in plain words (APA 7 §8.6).",
        True,
    )
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
    WORK_VERIFIED = (
        "work-verified",
        Severity.WARNING,
        "No claim rests on a work that nobody has seen in a catalogue.",
        True,
    )
    CITATION_RENDERED = (
        "citation-rendered",
        Severity.ERROR,
        "Every cited work can be formatted in the course's citation style.",
    )
    WORK_ONCE = (
        "work-once",
        Severity.ERROR,
        "A work has one key, in all files; under two it would be listed twice and lettered a and b.",
    )
    WORK_COMPLETE = (
        "work-complete",
        Severity.WARNING,
        "A work has what APA 7 asks of its kind, so that readers find it again.",
    )
    KIND_KNOWN = (
        "kind-known",
        Severity.ERROR,
        "The kind of a work is one that exists; a misspelt one would be printed as a plain document.",
    )
    YEAR_VALID = (
        "year-valid",
        Severity.ERROR,
        "Years and dates can be: four digits, not in the future, the original before the reprint.",
    )
    NAME_FORM = (
        "name-form",
        Severity.ERROR,
        "Names are written so that each author is one: 'Family, Given', joined by 'and'.",
    )
    NAME_FILED = (
        "name-filed",
        Severity.ADVICE,
        "A name with a particle is filed under the letter that its author means, and spelt in one way.",
        True,
    )
    GROUP_BRACED = (
        "group-braced",
        Severity.WARNING,
        "A body that is an author stands in braces, or it would be printed as a person with initials.",
    )
    TITLE_CASE = (
        "title-case",
        Severity.WARNING,
        "Titles are in sentence case, as APA 7 prints them; journals keep their capitals.",
        True,
    )
    TITLE_PLAIN = (
        "title-plain",
        Severity.WARNING,
        "Titles end with their last word: no full stop, edition or kind of work follows, which the style sets.",
        True,
    )
    CAPITAL_KEPT = (
        "capital-kept",
        Severity.ADVICE,
        "Proper names in titles stand in braces, so that other programs keep their capitals too.",
        True,
    )
    PAGES_FORM = (
        "pages-form",
        Severity.WARNING,
        "Pages are whole numbers, the first before the last, with an en dash; volumes and issues are numbers alone.",
        True,
    )
    EDITION_FORM = ("edition-form", Severity.WARNING, "An edition is a number, to which the style adds 'ed.'.", True)
    PUBLISHER_PLAIN = (
        "publisher-plain",
        Severity.WARNING,
        "A publisher is named without its place, as in APA 7.",
        True,
    )
    DOI_FORM = ("doi-form", Severity.ERROR, "A DOI is one, written bare, so that the link made from it works.")
    NUMBER_VALID = (
        "number-valid",
        Severity.ERROR,
        "The check digits of ISBN and ISSN are right; a wrong one finds another work or none.",
    )
    ADDRESS_VALID = ("address-valid", Severity.ERROR, "A web address is one that a reader can follow.")
    PAGE_DATED = ("page-dated", Severity.WARNING, "A web page without a date says on which day it was read.", True)
    TEXT_WHOLE = ("text-whole", Severity.ERROR, "Names and titles are whole: no program has spoilt their letters.")
    TEX_KNOWN = (
        "tex-known",
        Severity.WARNING,
        "TeX commands in names and titles are known ones; others would be printed by their names.",
    )
    KEY_LETTER = ("key-letter", Severity.ADVICE, "The letter in a key is the one that is printed with the year.", True)
    WORK_STANDS = (
        "work-stands",
        Severity.ERROR,
        "No claim rests on a retracted work, unless the text says that it was retracted.",
    )
    BIBLIOGRAPHY_READ = (
        "bibliography-read",
        Severity.WARNING,
        "A bibliography that a project names is there and can be read; else no key can be told from a slip.",
    )
    RULE_KNOWN = ("rule-known", Severity.ERROR, "A rule that is set or silenced is one that exists.")
    SILENCE_USED = (
        "silence-used",
        Severity.WARNING,
        "A silence silences something; a stale one hides the next mistake.",
    )

    def __init__(self, label: str, severity: Severity, purpose: str, house: bool = False) -> None:
        self.label = label
        self.severity = severity
        self.purpose = purpose
        self.house = house
        """Whether it is a matter of house style, APA 7 as it is set here: other styles and programs do without."""

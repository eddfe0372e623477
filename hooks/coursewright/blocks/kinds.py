"""The kinds of block: what each needs and what it is for. The manual's catalogue is made from this table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of block. `argument` and `content` are 'none', 'optional' or 'required'."""

    name: str
    argument: str
    content: str
    options: tuple[str, ...]
    purpose: str


OWN = (
    Kind("objectives", "none", "none", (), "The lesson's learning objectives, from its front matter."),
    Kind(
        "pause",
        "required",
        "none",
        (),
        "A reflection prompt from the bank, with a private box; the argument is a question's id.",
    ),
    Kind(
        "block", "required", "none", ("*",), "A reusable block; the argument is its id, the options are its parameters."
    ),
    Kind(
        "case", "required", "optional", (), "A teaser for a case; the argument is its id, the content what to look for."
    ),
    Kind("discussion", "none", "none", (), "The question variants of this lesson or case, by discussion format."),
    Kind(
        "contrast",
        "required",
        "required",
        (),
        "The view that disagrees, in its strongest form; the argument is its title.",
    ),
    Kind(
        "dialogue",
        "optional",
        "required",
        (),
        "Speech: each turn is a line 'Name: words'; a line in parentheses is a stage direction.",
    ),
    Kind("practice", "required", "required", ("minutes",), "An exercise to try."),
    Kind(
        "evidence",
        "required",
        "optional",
        ("effect", "interval", "size", "means", "caution", "source"),
        "A research finding: its effect, its size, what it means, how far to trust it, its source.",
    ),
    Kind(
        "diagram",
        "required",
        "optional",
        ("words",),
        "A drawing; the argument is its file's name in `docs/assets/diagrams/`, the content its caption.",
    ),
    Kind("keypoints", "none", "required", (), "What to remember: three to five points."),
    Kind("terms", "none", "none", (), "The page's key terms, from its front matter and the glossary."),
    Kind("content-note", "required", "required", (), "What heavy material follows, and where to turn."),
    Kind("decision", "required", "required", (), "A point in a case where the reader chooses before reading on."),
    Kind("voice", "required", "required", (), "One person's account in the first person; the argument says whose."),
    Kind(
        "facilitator", "optional", "required", (), "Notes for the person who teaches; in the instructor edition alone."
    ),
    Kind("references", "none", "none", (), "The works that this page cites."),
    Kind("lessons", "none", "none", (), "The lessons of this module, or of every module on a page at the top."),
    Kind("map", "none", "none", (), "The whole course by module and lesson, with the cases that each lesson uses."),
    Kind("cases", "none", "none", (), "All cases, with their settings."),
    Kind("bank", "none", "none", (), "The whole question bank by module."),
    Kind("sets", "none", "none", (), "The question sets of a module with their sheets; elsewhere all of the course."),
    Kind("formats", "none", "none", (), "Every discussion format: stages with minutes, group size, materials, source."),
    Kind("glossary", "none", "none", (), "All glossary terms, each with the lessons that use it."),
    Kind("works", "none", "none", (), "Every work of the bibliography that is cited, with where it is cited."),
    Kind(
        "journal",
        "none",
        "none",
        (),
        "Every pause of the course in reading order; the browser adds the learner's notes.",
    ),
    Kind("rules", "none", "none", (), "Every rule that the course is checked by."),
    Kind("kinds", "none", "none", (), "Every kind of block."),
)

KINDS = {kind.name: kind for kind in OWN}

ELSEWHERE = {
    **dict.fromkeys("note attention caution danger error tip hint warning".split(), ("attrs",)),
    "admonition": ("type", "attrs"),
    "details": ("type", "attrs", "open"),
    "html": ("attrs", "markdown"),
}
"""Kinds that pymdownx brings and `mkdocs.yml` turns on, with their options; they pass through as typed."""

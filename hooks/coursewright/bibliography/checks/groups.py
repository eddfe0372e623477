"""Bodies that are authors: without braces they are read as people, and cut at 'and' (APA 7 §9.11)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.checks.names import Written, written_names
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule

_BODY = re.compile(
    r"\b(?:Association|Universit(?:y|ies|ät|é|à|eit)|Universidad|Department|Organi[sz]ations?|Institut(?:e|es|o)?|Commission"
    r"|Committee|Ministry|Foundation|Federation|Society|Agency|Administration|Consortium|Collaboration|Corporation"
    r"|Council|Bureau|Task ?[Ff]orce|Secretariat|Observatory|Directorate|Authority|Parliament|Cent(?:er|re)s? for|Office (?:of|for)"
    r"|Board of|College of|School of|Academy|Library of|Bundesministerium|Bundesamt|Gesellschaft|Verein|Ministère|Ministerio"
    r"|Network|Initiative|Programme|Inc\.|Ltd\.?|LLC|GmbH|(?:Core|Development|Research|RStudio|JASP|jamovi) Team|Working Group"
    r"|Study Group|Research Group|Investigators|Collaborators|Government|United Nations|World Bank|European Union"
    r"|National Health Service|Statistics Canada|Services)(?!\w)"
)
_LAST_WORD = re.compile(r"(?:\S+ ){2,}(?:Group|Team|Center|Centre|College|Service|Alliance|Partnership|Trust|Press)$")


def check_groups(entry: Entry) -> Iterator[Diagnostic]:
    """Names of bodies in `author` and `editor` that stand without braces of their own."""
    for role in ("author", "editor"):
        field = entry.field(role)
        names = list(written_names(field)) if field else []
        if field and any(_is_body(name) for name in names):
            yield from _check_bodies(field, names)


def _check_bodies(field: Field, names: list[Written]) -> Iterator[Diagnostic]:
    """One diagnostic for a body that 'and' cuts in two, else one for each body."""
    if len(names) > 1 and all(_is_part(name) for name in names) and sum(_is_body(name) for name in names) < len(names):
        message = f"'{field.value}' is read as {len(names)} authors, cut at 'and'."
        place = field.phrase.place(0, len(field.value))
        yield Diagnostic(Rule.GROUP_BRACED, place, message, f"if it is one body, write {{{{{field.value}}}}}")
        return
    for name in filter(_is_body, names):
        message = f"The body '{name.text}' is read as a person."
        yield Diagnostic(Rule.GROUP_BRACED, name.place, message, f"put braces around its name: {{{name.text}}}")


def _is_body(name: Written) -> bool:
    """Whether a name without comma and braces holds a word that only bodies have."""
    return _is_part(name) and (_BODY.search(name.text) or _LAST_WORD.match(name.text)) is not None


def _is_part(name: Written) -> bool:
    """Whether a name may belong to a body: several words or one, without comma and braces; no initials."""
    return "," not in name.text and "{" not in name.text and not re.search(r"\b[A-Z]\. ", name.text)

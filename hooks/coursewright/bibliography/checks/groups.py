"""Bodies that are authors: without braces they are read as people, and cut at 'and' (APA 7 §9.11)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.checks.names import Written, written_names
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule

_BODY = re.compile(
    r"\b(?:Association|Universit(?:y|ies|ät|é|à|eit)|Universidad|Department|Organi[sz]ations?|Institut(?:e|es|o)?"
    r"|Commission|Committee|Ministry|Foundation|Federation|Society|Agency|Administration|Consortium|Collaboration"
    r"|Corporation|Council|Bureau|Task ?[Ff]orce|Secretariat|Observatory|Directorate|Authority|Parliament|Government"
    r"|Cent(?:er|re)s? for|Office (?:of|for)|Board of|College of|School of|Academy|Library of|Network|Initiative"
    r"|Programme|Bundesministerium|Bundesamt|Gesellschaft|Verein|Ministère|Ministerio|Inc\.|Ltd\.?|LLC|GmbH"
    r"|(?:Core|Development|Research|RStudio|JASP|jamovi) Team|(?:Working|Study|Research) Group|Investigators"
    r"|Collaborators|United Nations|World Bank|European Union|National Health Service|Statistics Canada|Services)(?!\w)"
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
    """One diagnostic for all where 'and' may cut one body in two, else one for each body."""
    if len(names) > 1 and all(_is_part(name) for name in names):
        message = f"'{field.value}' is read as {len(names)} people."
        each = " and ".join(f"{{{name.text}}}" for name in names)
        hint = f"write {{{{{field.value}}}}} if it is one body, {each} if not"
        yield Diagnostic(Rule.GROUP_BRACED, field.phrase.place(0, len(field.value)), message, hint)
        return
    for name in filter(_is_body, names):
        message = f"The body '{name.text}' is read as a person."
        yield Diagnostic(Rule.GROUP_BRACED, name.place, message, f"put braces around its name: {{{name.text}}}")


def _is_body(name: Written) -> bool:
    """Whether a name without comma and braces holds a word that only bodies have."""
    return _is_part(name) and (_BODY.search(name.text) or _LAST_WORD.match(name.text)) is not None


def _is_part(name: Written) -> bool:
    """Whether a name may belong to a body: several words or one, without comma and braces; no initials."""
    return "," not in name.text and "{" not in name.text and not re.search(r"(?<!\S)[A-Z]\. ", name.text)

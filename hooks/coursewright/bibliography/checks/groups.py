"""Bodies that are authors: without braces they are read as people, and cut at 'and' (APA 7 §9.11)."""

from collections.abc import Iterator

from coursewright.bibliography.checks.bodies import cut_body, is_body, is_part, turned_body
from coursewright.bibliography.checks.written import Written, written_names
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule


def check_groups(entry: Entry) -> Iterator[Diagnostic]:
    """Names of bodies in `author` and `editor` that stand without braces of their own."""
    for role in ("author", "editor"):
        field = entry.field(role)
        names = list(written_names(field)) if field else []
        if field and any(is_body(name.text) for name in names):
            yield from _check_bodies(field, names)
        for name in names:
            if body := turned_body(name.text):
                message = f"The body '{body}' is turned round like a person's name."
                yield Diagnostic(Rule.GROUP_BRACED, name.place, message, f"write {{{body}}}")
            elif cut_body(name.text):
                message = f"The body '{name.text}' is cut at its comma."
                yield Diagnostic(Rule.GROUP_BRACED, name.place, message, f"put braces around its name: {{{name.text}}}")


def _check_bodies(field: Field, names: list[Written]) -> Iterator[Diagnostic]:
    """One diagnostic for all where 'and' may cut one body in two, else one for each body."""
    if len(names) > 1 and all(is_part(name.text) for name in names):
        message = f"'{field.value}' is read as {len(names)} people."
        each = " and ".join(f"{{{name.text}}}" for name in names)
        hint = f"write {{{{{field.value}}}}} if it is one body, {each} if not"
        yield Diagnostic(Rule.GROUP_BRACED, field.phrase.place(0, len(field.value)), message, hint)
        return
    for name in (name for name in names if is_body(name.text)):
        message = f"The body '{name.text}' is read as a person."
        yield Diagnostic(Rule.GROUP_BRACED, name.place, message, f"put braces around its name: {{{name.text}}}")

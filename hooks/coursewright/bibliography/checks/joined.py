"""What joins names: 'and' in small letters; BibTeX takes 'AND' too, pandoc 3.9 takes it for part of a name."""

import re
from collections.abc import Iterator

from coursewright.bibliography.model import Field
from coursewright.diagnostics import Diagnostic, Rule, Severity

_AND = re.compile(r"[{}]|(?<=\s)(?!and)(?i:and)(?=\s)")


def check_joined(field: Field) -> Iterator[Diagnostic]:
    """One diagnostic for a field, at the first 'AND' that stands outside braces."""
    depth = 0
    for match in _AND.finditer(field.value):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth <= 0:
            message = f"'{match[0]}' joins no names in pandoc, which reads two people as one."
            yield Diagnostic(
                Rule.NAME_FORM, field.phrase.place(*match.span()), message, "write 'and'", Severity.WARNING
            )
            return

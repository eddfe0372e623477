"""The names of a field one by one, as they are typed and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coursewright.bibliography.model import Field
from coursewright.bibliography.names import split
from coursewright.diagnostics import Place

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True)
class Written:
    """One name of a field as typed, from `start` of its value; `parts` are what commas separate."""

    text: str
    field: Field
    start: int

    @property
    def place(self) -> Place:
        """Where it stands; a name that is missing has the place of the 'and' beside it."""
        return self.field.phrase.place(self.start, self.start + (len(self.text) or len("and")))

    @cached_property
    def parts(self) -> list[str]:
        return split(self.text, "comma")

    @property
    def braced(self) -> bool:
        """Whether the whole name stands in braces: then it is complete as written."""
        return self.text.startswith("{") and len(split(self.text, "space")) == 1


def written_names(field: Field) -> Iterator[Written]:
    """The names of a field in order, empty ones too."""
    at = 0
    for name in split(field.value, "and"):
        at = max(field.value.find(name, at), at)
        gap = _SPACE.match(field.value, at)
        start = gap.end() if gap and not name else at
        yield Written(name, field, start)
        at += len(name)

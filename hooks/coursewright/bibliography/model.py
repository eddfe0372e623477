"""The nouns of a bibliography: fields and entries as typed, with their places; references as a reader sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from coursewright.bibliography.authors import AuthorIndex, index_authors
from coursewright.diagnostics import Place
from coursewright.phrase import Phrase


@dataclass(frozen=True)
class Field:
    """One field as typed (LaTeX kept, white space folded); `place` is its name's, `value_place` where its value is.

    `phrase` is the value with the place of each character; its offsets hold braces or quotation marks too.
    """

    name: str
    value: str
    place: Place
    value_place: Place
    phrase: Phrase = field(repr=False, compare=False)


@dataclass(frozen=True)
class Entry:
    """One work: its key as typed, its kind in lower case, its fields in order; `place` is the key's."""

    key: str
    kind: str
    fields: tuple[Field, ...]
    place: Place

    def field(self, name: str) -> Field | None:
        """The field of that name (lower case), if there is one."""
        return self._by_name.get(name)

    def value(self, *names: str) -> str:
        """The value of the first of these fields that has one; empty where none has."""
        return next((field.value for name in names if (field := self.field(name)) and field.value), "")

    @cached_property
    def _by_name(self) -> Mapping[str, Field]:
        return {field.name: field for field in reversed(self.fields)}

    @property
    def verification(self) -> str:
        """How the work was checked ('record', 'reference-lists', 'none'), by the field `verification`; else empty."""
        return self.value("verification")


@dataclass(frozen=True)
class Bibliography:
    """All works in the order of their files; of entries that share a key the first counts."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Entry]:
        """Entries by their key, capitals as typed."""
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def authors(self) -> AuthorIndex:
        """Who wrote what, by surname."""
        return index_authors(self.entries)

    @cached_property
    def csl_items(self) -> dict[str, tuple[Entry, dict[str, Any]]]:
        """The CSL-JSON items made so far, by key, each with the entry that it is made of; see `csl_json`."""
        return {}

    def get(self, key: str) -> Entry | None:
        """The entry with exactly this key."""
        return self.by_key.get(key)

    def __contains__(self, key: object) -> bool:
        return key in self.by_key

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_key)

    def __len__(self) -> int:
        return len(self.entries)


LOCATOR = "{locator}"
"""Stands for a locator in the wording of a style and in the forms of a work."""


@dataclass(frozen=True)
class Wording:
    """How a citation style other than APA puts citations together. `kind` is 'number', 'note' or 'text'.

    A cluster is `opening`, its works joined by `delimiter`, `closing`; `before` and `after` stand around each work in
    it, `separator` before a locator. `sorts`: whether the style puts the works of a cluster in order; `range` joins the
    ends of a run of numbers, where the style shortens runs; `locators` gives by label how one place and several are
    worded, with '{locator}' for the number.
    """

    kind: str
    opening: str
    closing: str
    before: str
    after: str
    delimiter: str
    separator: str
    sorts: bool
    range: str
    locators: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Formatted:
    """A work in the course's citation style.

    `author` and `author_narrative` are plain text ('Anderson & Goolishian', 'Anderson and Goolishian'); where a title
    stands for a missing author, `italic` says whether it is set in italics. `year` carries the letter that tells works
    of one year apart ('2018a'). `html` is the inner HTML of the list entry, `text` the same without markup; both are
    empty for what is cited in the text alone, such as a letter. `forms` are the citations of a style that is not APA.
    """

    key: str
    author: str
    author_narrative: str
    year: str
    html: str
    text: str
    italic: bool
    forms: Mapping[str, str] = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True)
class Reference(Formatted):
    """A formatted work in its place in the alphabetical list of all works, from 0.

    `short` is the abbreviation of a group author, to be used once its name has been given in full ('NIMH'). `wording`
    is how a style that is not APA puts citations together.
    """

    position: int
    short: str = ""
    wording: Wording | None = None

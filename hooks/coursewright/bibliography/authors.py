"""Who wrote what, by surname: what a name and a year in running text can mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coursewright.bibliography.collation import sort_key
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.names import csl_names, surname

if TYPE_CHECKING:
    from coursewright.bibliography.model import Entry

_YEAR = re.compile(r"\d{4}")
_SMALL = frozenset("a an and at by for from in of on or the to &".split())
_ROLES = ("author", "editor", "translator", "institution", "organization")


@dataclass(frozen=True)
class Author:
    """A person or a group as the entry has it; `folded` is the surname as names are compared: 'vanderkolk'."""

    surname: str
    given: str
    folded: str
    group: bool


@dataclass(frozen=True)
class Work:
    """An entry's authors (else its editors, else the body that speaks) and its years; 'n.d.' where it has none.

    `helpers` are editors and translators, by folded surname: a text may well name one of them beside the key.
    """

    key: str
    title: str
    authors: tuple[Author, ...]
    years: tuple[str, ...]
    helpers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class AuthorIndex:
    """Works by key; by the folded surname of any author; by the folded name of a group; by its abbreviation as typed."""

    works: Mapping[str, Work] = field(default_factory=dict)
    surnames: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)

    def ends(self) -> frozenset[str]:
        """Folded last words of groups' names: a quick way to see that no group stands before a place."""
        last = (author.surname.split()[-1:] for work in self.works.values() for author in work.authors if author.group)
        return frozenset(sort_key(word) for words in last for word in words)


def index_authors(entries: Iterable["Entry"]) -> AuthorIndex:
    """The index of all entries; of those that share a key the first counts."""
    by_key = {entry.key: entry for entry in reversed(list(entries))}
    works = {key: _work(entry, by_key) for key, entry in reversed(by_key.items())}
    surnames: dict[str, dict[str, Work]] = {}
    groups: dict[str, dict[str, Work]] = {}
    abbreviations: dict[str, dict[str, Work]] = {}
    for work in works.values():
        for author in work.authors:
            for name in _surnames(author):
                surnames.setdefault(name, {})[work.key] = work
            if author.group:
                groups.setdefault(author.folded, {})[work.key] = work
                abbreviations.setdefault(_initials(author.surname), {})[work.key] = work
        for short in csl_names(by_key[work.key].value("shortauthor")):
            abbreviations.setdefault(surname(short), {})[work.key] = work
    return AuthorIndex(works, _frozen(surnames), _frozen(groups), _frozen(abbreviations))


def _frozen(found: Mapping[str, Mapping[str, Work]]) -> dict[str, tuple[Work, ...]]:
    return {name: tuple(works.values()) for name, works in found.items() if name}


def _work(entry: "Entry", by_key: Mapping[str, "Entry"]) -> Work:
    whole = by_key.get(entry.value("crossref"), entry)
    authors = next((found for role in _ROLES if (found := _authors(entry.value(role)))), ())
    helpers = frozenset(author.folded for role in _ROLES for author in _authors(entry.value(role)))
    dates = [to_text(entry.value(name) or whole.value(name)) for name in ("date", "year", "origdate", "origyear")]
    years = [year for date in dates for year in (_YEAR.findall(date) or [date.lower()]) if year]
    return Work(entry.key, to_text(entry.value("title")), authors, tuple(dict.fromkeys(years)) or ("n.d.",), helpers)


def _authors(value: str) -> tuple[Author, ...]:
    names = [(surname(name), name) for name in csl_names(value)]
    return tuple(
        Author(text, name.get("given", ""), sort_key(text), "literal" in name) for text, name in names if sort_key(text)
    )


def _surnames(author: Author) -> tuple[str, ...]:
    """A surname as it may be typed: with its particle ('vanderkolk') and without ('kolk')."""
    if author.group:
        return (author.folded,) if " " not in author.surname else ()
    words = author.surname.split()
    bare = [word for word in words if not word[:1].islower()]
    return (author.folded, *([sort_key(" ".join(bare))] if bare and bare != words else []))


def _initials(name: str) -> str:
    """'WHO' for 'World Health Organization'; empty for a single word."""
    words = [word for word in re.findall(r"[^\W\d_][\w’']*", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""

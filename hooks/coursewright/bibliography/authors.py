"""Who wrote what, by surname: what a name and a year in running text can mean."""

import re
from bisect import bisect_left
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
    """A person or a group as the entry has it.

    `folded` are the surname's forms as names are compared, with the particle and without: 'vanderkolk', 'kolk'.
    """

    surname: str
    given: str
    folded: tuple[str, ...]
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
    """Works by key; by the folded surname of any author; by the folded name of a group; by its abbreviation as typed.

    `ends` are the folded last words of groups' names: where none of them stands, no group does. `titles` are folded
    titles, whole and without the subtitle, in order; `entitled` are the works that have them.
    """

    works: Mapping[str, Work] = field(default_factory=dict)
    surnames: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)
    ends: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    entitled: Mapping[str, tuple[Work, ...]] = field(default_factory=dict)

    def is_title(self, words: str) -> bool:
        """Whether words are the title of a work, or begin one."""
        folded = sort_key(words)
        at = bisect_left(self.titles, folded)
        return bool(folded) and at < len(self.titles) and self.titles[at].startswith(folded)


def index_authors(entries: Iterable["Entry"]) -> AuthorIndex:
    """The index of all entries; of those that share a key the first counts."""
    by_key = {entry.key: entry for entry in reversed(list(entries))}
    works = {key: _work(entry, by_key) for key, entry in reversed(by_key.items())}
    surnames: dict[str, dict[str, Work]] = {}
    groups: dict[str, dict[str, Work]] = {}
    abbreviations: dict[str, dict[str, Work]] = {}
    entitled: dict[str, dict[str, Work]] = {}
    for work in works.values():
        for author in work.authors:
            if not author.group or " " not in author.surname:
                for name in author.folded:
                    surnames.setdefault(name, {})[work.key] = work
            if author.group:
                groups.setdefault(author.folded[0], {})[work.key] = work
                abbreviations.setdefault(_initials(author.surname), {})[work.key] = work
        for short in csl_names(by_key[work.key].value("shortauthor")):
            abbreviations.setdefault(surname(short), {})[work.key] = work
        for title in (work.title, work.title.partition(":")[0]):
            entitled.setdefault(sort_key(title), {})[work.key] = work
    ends = (author.surname.split()[-1] for work in works.values() for author in work.authors if author.group)
    frozen = _frozen(surnames), _frozen(groups), _frozen(abbreviations)
    titles = tuple(sorted(entitled))
    return AuthorIndex(works, *frozen, frozenset(sort_key(word) for word in ends), titles, _frozen(entitled))


def _frozen(found: Mapping[str, Mapping[str, Work]]) -> dict[str, tuple[Work, ...]]:
    return {name: tuple(works.values()) for name, works in found.items() if name}


def _work(entry: "Entry", by_key: Mapping[str, "Entry"]) -> Work:
    whole = by_key.get(entry.value("crossref"), entry)
    authors = next((found for role in _ROLES if (found := _authors(entry.value(role)))), ())
    helpers = frozenset(name for role in _ROLES for author in _authors(entry.value(role)) for name in author.folded)
    dates = [to_text(entry.value(name) or whole.value(name)) for name in ("date", "year", "origdate", "origyear")]
    years = [year for date in dates for year in (_YEAR.findall(date) or [date.lower()]) if year]
    return Work(entry.key, to_text(entry.value("title")), authors, tuple(dict.fromkeys(years)) or ("n.d.",), helpers)


def _authors(value: str) -> tuple[Author, ...]:
    names = [(surname(name), name) for name in csl_names(value)]
    return tuple(
        Author(text, name.get("given", ""), _folded(text), "literal" in name) for text, name in names if sort_key(text)
    )


def _folded(name: str) -> tuple[str, ...]:
    words = name.split()
    bare = sort_key(" ".join(word for word in words if not word[:1].islower()))
    return tuple(dict.fromkeys(form for form in (sort_key(name), bare) if form))


def _initials(name: str) -> str:
    """'WHO' for 'World Health Organization'; empty for a single word."""
    words = [word for word in re.findall(r"[^\W\d_][\w’']*", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""

"""Which works of the bibliography a name and a year can mean; a work that is not sure is never given as if it were."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.bibliography.authors import Author, AuthorIndex, Work
from coursewright.bibliography.collation import sort_key
from coursewright.citations.prose.names import Name, Names, without_possessive
from coursewright.citations.prose.tokens import Token

_DIGITS = re.compile(r"\d{4}")
_LETTER = re.compile(r"(?<=\d)[a-z]\Z|-[a-z]\Z")
_LONGEST_GROUP = 14


@dataclass(frozen=True)
class Candidates:
    """Works whose authors are exactly those typed, and works that the first of them wrote with others."""

    exact: tuple[Work, ...] = ()
    near: tuple[Work, ...] = ()

    def of(self, year: str) -> tuple[Work, ...]:
        """Works by exactly these authors of that year."""
        return tuple(work for work in self.exact if bare_year(year) in work.years)

    def near_of(self, year: str) -> tuple[Work, ...]:
        """Works with these authors among others of that year."""
        return tuple(work for work in self.near if bare_year(year) in work.years)

    @property
    def all(self) -> tuple[Work, ...]:
        return self.exact + self.near


def bare_year(year: str) -> str:
    """A year without the letter that tells works apart; '1961/1995' is 1961, 'n. d.' is 'n.d.'."""
    if found := _DIGITS.search(year):
        return found[0]
    words = " ".join(_LETTER.sub("", year.lower()).split())
    return "n.d." if words.startswith("n.") else words


def candidates(names: Names, index: AuthorIndex) -> Candidates:
    """The works that the names can stand for."""
    folded = [_folded(name, index) for name in names.names]
    exact, first, others = list[Work](), list[Work](), list[Work]()
    for work in index.surnames.get(folded[0], ()):
        if not any(_is(author, folded[0], names.names[0]) for author in work.authors):
            continue
        pairs = zip(work.authors, folded, names.names, strict=False)
        typed = all(_is(author, surname, name) for author, surname, name in pairs)
        number = len(work.authors)
        whole = number > len(folded) if names.et_al else number == len(folded)
        leads = _is(work.authors[0], folded[0], names.names[0])
        (exact if typed and whole else first if leads else others).append(work)
    return Candidates(tuple(exact), tuple(first) or (() if exact else tuple(others)))


def _folded(name: Name, index: AuthorIndex) -> str:
    """The surname as it is compared; what looks like a given name may be the first half of it."""
    if name.given and (whole := sort_key(f"{name.given} {name.surname}")) in index.surnames:
        return whole
    return sort_key(name.surname)


def _is(author: Author, folded: str, name: Name) -> bool:
    if folded not in author.folded:
        return False
    given = name.given if folded == sort_key(name.surname) else ""
    return not given or not author.given or sort_key(given)[:1] == sort_key(author.given)[:1]


def group_before(tokens: Sequence[Token], index: AuthorIndex) -> tuple[tuple[Work, ...], int]:
    """The works of the group whose name or abbreviation the tokens end with, and where it begins; none: (), -1."""
    end = len(tokens)
    if end and tokens[-1].lead.endswith(("[", "(")) and tokens[-1].text.isupper():
        end -= 1  # 'American Psychological Association [APA], 2020'
    if not end:
        return (), -1
    last, (text, _) = tokens[end - 1], without_possessive(tokens[end - 1])
    if works := index.abbreviations.get(text):
        return works, last.start
    if (name := sort_key(text)) not in index.ends:
        return (), -1
    found = index.groups.get(name, ()), last.start
    for token in reversed(tokens[max(0, end - _LONGEST_GROUP) : end - 1]):
        name = (more := sort_key(token.text)) + name
        if more and name in index.groups:
            found = index.groups[name], token.start
    return found

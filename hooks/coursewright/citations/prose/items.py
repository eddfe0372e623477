"""One work typed by hand: the names that end before a year, read, matched against the bibliography, and judged."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.prose.around import SPEECH, WORK_NOUNS
from coursewright.citations.prose.both_sides import Context
from coursewright.citations.prose.evidence import Evidence
from coursewright.citations.prose.groups import read_group
from coursewright.citations.prose.matching import Candidates, candidates, group_before
from coursewright.citations.prose.name_reader import read_names
from coursewright.citations.prose.names import Names
from coursewright.citations.prose.not_authors import is_doubtful
from coursewright.citations.prose.tokens import Token
from coursewright.citations.prose.verdict import is_citation

_ACCORDING = re.compile(r"\baccording to (?:the )?[^.;,()]{2,80}\Z", re.I)
_PRESENT = re.compile(r"(?:\w+ly )?(?!(?:was|is|has|this|thus|its|his)\b)[a-z]{2,}s\b")
_BETWEEN_YEARS = re.compile(r"\s*(?:,(?!\s?[b-k]\b)|;|&amp;|&|\band\b)\s*")


@dataclass(frozen=True)
class Item:
    """One work as typed: `label` are its names, `start` where they begin in the text they were read from."""

    start: int
    label: str
    years: tuple[str, ...]
    works: Candidates
    names: Names | None
    prefix: str = ""
    suffix: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether the form of the names is one that only citations have: 'Smith et al.', 'Baltagi/Li'."""
        return self.names is not None and (self.names.et_al or "/" in self.label)

    @property
    def has_initials(self) -> bool:
        """Whether the person is named with initials: 'A. Freud'."""
        return self.names is not None and self.names.names[0].initials

    @property
    def is_group(self) -> bool:
        """Whether several people are named whose names are no other words."""
        if self.names is None or not (self.names.et_al or self.names.joined):
            return False
        return not any(is_doubtful(name.surname) for name in self.names.names)


@dataclass(frozen=True)
class ItemReader:
    """Reads items; `is_plain` says whether the text also writes a word without a capital, `known` what names mean."""

    index: AuthorIndex
    is_plain: Callable[[str], bool]
    known: dict[tuple[object, ...], tuple[Candidates, int]] = field(default_factory=dict)

    def read(self, text: str, tokens: Sequence[Token], years: str, context: Context) -> Item | None:
        """The work of these years that the tokens of a text end with, if it is a citation."""
        each = tuple(year.strip() for year in _BETWEEN_YEARS.split(years) if year.strip())
        last = tokens[-1]
        end = last.end + (last.tail.startswith(".") and keeps_full_stop(last))
        works, start = group_before(tokens, self.index)
        if works:
            return Item(start, text[start:end], each, Candidates(works), None)
        if (begin := self._group(tokens, context)) is not None:
            return Item(begin, text[begin:end], each, Candidates(), None)
        names = self._names(tokens, each, listed=not context.narrative)
        if names is None:
            return None
        found, names = self._candidates(names, each)
        exact = any(found.of(year) or found.near_of(year) for year in each)
        evidence = Evidence(names, each, found, exact, context, tokens[: names.before], self._is_plain)
        return Item(names.start, text[names.start : end], each, found, names) if is_citation(evidence) else None

    def _names(self, tokens: Sequence[Token], years: Sequence[str], *, listed: bool) -> Names | None:
        """The names; also the one before them that may be a place, where they wrote a work of these years with it."""
        names = read_names(tokens, listed=listed)
        if names is None or not names.before or tokens[names.before - 1].mark != ",":
            return names
        longer = read_names(tokens, listed=listed, led=True)
        known = candidates(longer, self.index) if longer else Candidates()
        return longer if any(known.of(year) for year in years) else names

    def _group(self, tokens: Sequence[Token], context: Context) -> int | None:
        """Where an unknown body begins whose name is cited: a comma before the year, a locator, or what it says."""
        if any(token.low.rstrip(".") in ("v", "vs", "versus") for token in tokens[-12:]):
            return None
        begin = read_group(tokens, listed=not context.narrative)
        if not context.narrative:
            sure = context.comma or context.strong or tokens[-1].lead.endswith(("(", "["))
            return begin if sure else None
        after = context.after
        said = re.match(SPEECH, after) or re.match(WORK_NOUNS, after) or _PRESENT.match(after)
        return begin if said or _ACCORDING.search(context.before) else None

    def _candidates(self, names: Names, years: Sequence[str]) -> tuple[Candidates, Names]:
        """What the names can mean; where the list of them reaches too far back, what its end can mean."""
        key = (*((name.surname, name.given) for name in names.names), names.et_al, *years)
        if key not in self.known:
            self.known[key] = self._resolved(names, years)
        found, drop = self.known[key]
        return found, _without(names, drop)

    def _resolved(self, names: Names, years: Sequence[str]) -> tuple[Candidates, int]:
        found = candidates(names, self.index)
        for drop in range(1, 0 if found.all else len(names.names)):
            less = candidates(_without(names, drop), self.index)
            if any(less.of(year) for year in years):
                return less, drop
        return found, 0

    def _is_plain(self, word: str) -> bool:
        return word.lower() not in self.index.surnames and self.is_plain(word.lower())


def _without(names: Names, drop: int) -> Names:
    """The names but for the first of them."""
    rest = names.names[drop:]
    return replace(names, names=rest, start=rest[0].start) if drop else names


def keeps_full_stop(token: Token) -> bool:
    """Whether the full stop belongs to the word: 'al.', 'Jr.', 'R.'."""
    return token.low in ("al", "co", "jr", "sr", "u.a") or (
        len(token.text.replace(".", "")) <= 2 and token.text[:1].isupper()
    )

"""Names in the sentence, their year in brackets behind them: 'Rogers (1961, p. 3)', 'Rogers’s idea (1961)'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coursewright.bibliography.collation import sort_key
from coursewright.citations.prose.around import WORK_NOUNS
from coursewright.citations.prose.both_sides import Context
from coursewright.citations.prose.items import Item, ItemReader, keeps_full_stop
from coursewright.citations.prose.matching import Candidates, candidates
from coursewright.citations.prose.name_reader import read_names
from coursewright.citations.prose.names import is_possessive
from coursewright.citations.prose.not_authors import is_doubtful
from coursewright.citations.prose.text import GONE, Prose
from coursewright.citations.prose.tokens import WINDOW, Token, is_gone, last_tokens
from coursewright.citations.prose.typed import ENDS, SECONDARY, Typed, is_strong
from coursewright.citations.prose.years import AFTER, LOCATOR, NUMBERS, YEARS

_LEADS = re.compile(
    r"(?:eds?\.,?|trans\.|orig\.|see(?: also)?|cf\.|e\.g\.,?|i\.e\.,?|esp\.|especially|notably)\s+", re.I
)
_MORE = r"[^\W\d_a-z][^\W\d_]+(?: et al\.)?,? \d{4}"
_PARAGRAPH = r"\n[ \t>\n]*\n|(?:\A|\n)[ \t>]*(?:[-*+•]|\[?\d+[.)\]]|\[\^[^\]\n]*\]:)[ \t]"
_NAMES_ALONE = r"(?s)(?:(?:[^\W\d_a-zß-öø-ÿ][\w’'.‐-]*|and|et|al\.?|van|von|der|de|la|&|,|\.\.\.|…)[,.]?\s*)+"
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]+")
_QUOTES = '*_"“”«»'
_TITLE_AFTER = r"[*_]*[.,:]\s+(?:[\"“‘*_\[]|[^\W_a-zß-öø-ÿ])"
_LONGEST_NAMES = 600
_LONGEST_PHRASE = 6
_AFTER = 90


@dataclass(frozen=True)
class NarrativeReader:
    """Looks at what stands before one bracket of a text after the other.

    `near` keeps what was found before brackets with the same words around them: a text of nothing but citations is read
    once.
    """

    prose: Prose
    text: str
    reader: ItemReader
    near: dict[tuple[str, int, int], tuple[Typed | None, int]] = field(default_factory=dict)

    def read(self, match: re.Match[str], content: str, begin: int) -> Typed | None:
        """'Rogers (1961, p. 3)': the year leads the bracket, the name stands before it, and behind `begin`."""
        start, end = match.span()
        first = max(0, start - WINDOW)
        around = self.text[first : end + _AFTER], start - first, max(start - begin, 0)
        if around not in self.near:
            self.near[around] = self._read(match, content, begin), start
        found, read_at = self.near[around]
        if found is None or self._is_reference(match):
            return None
        by = start - read_at
        return replace(found, start=found.start + by, end=found.end + by) if by else found

    def _read(self, match: re.Match[str], content: str, begin: int) -> Typed | None:
        lead = _LEADS.match(content)
        years = YEARS.match(content, lead.end() if lead else len(content) - len(content.lstrip()))
        if not years or (GONE in content and SECONDARY.search(content)):
            return None
        rest = content[years.end() :]
        located = re.match(LOCATOR, rest)
        free = bool(rest.strip()) and not located and not re.match(AFTER, rest) and not _goes_on(rest)
        tokens = last_tokens(self.text, begin, match.start())
        if len(tokens) > 1 and not tokens[-1].text and not tokens[-1].lead.strip("*_"):
            tokens.pop()  # emphasis of the year
        paged = bool(located and not located[0].strip(" ,").isdigit())
        item = self._named(tokens, years[0], match, strong=paged or is_strong(years[0]))
        item = item or self._entitled(tokens, years[0], match.start())
        if item is None and paged and match["round"] is not None and self._names_somebody(match.start()):
            item = self._spoken_of(last_tokens(self.text, 0, match.start()), years[0], match.start(), paged=True)
        if item is None or (free and not item.is_group):
            return None
        whole = not NUMBERS.search(rest) and GONE not in content
        return Typed(item.start, match.end(), True, (replace(item, suffix=rest.strip()),), whole)

    def _named(self, tokens: Sequence[Token], years: str, match: re.Match[str], *, strong: bool) -> Item | None:
        """The work of the names right before a bracket, or of those whose work is named there."""
        if not tokens or not self._touches(tokens[-1], match):
            return None
        after = self.text[match.end() : match.end() + _AFTER].partition("\n\n")[0].lstrip(" \n\t*_")
        around = Context(strong, False, True, self.text[max(0, match.start() - WINDOW) : match.start()], after)
        item = self.reader.read(self.text, tokens, years, around) or self._owned(tokens, years, around)
        item = item or self._spoken_of(tokens, years, match.start(), paged=False)
        glued = tokens[-1].end + len(tokens[-1].tail) == match.start()
        return None if item and glued and not (item.works.all or item.is_sure) else item

    def _owned(self, tokens: Sequence[Token], years: str, around: Context) -> Item | None:
        """'Rogers's idea of growth' before a year: whose it is, and what, a work or whatever a known work may be."""
        for at in range(len(tokens) - 2, max(-1, len(tokens) - 2 - _LONGEST_PHRASE), -1):
            if tokens[at].mark.strip("'’") or not tokens[at + 1].text.islower():
                return None
            phrase = self.text[tokens[at + 1].start : tokens[-1].end]
            if is_possessive(tokens[at]):
                after = f"{phrase} {around.after}"
                item = self.reader.read(self.text, tokens[: at + 1], years, replace(around, after=after))
                if item is None or item.names is None or is_doubtful(item.names.names[-1].surname):
                    return None
                if not re.match(WORK_NOUNS, phrase) and not any(item.works.of(year) for year in item.years):
                    return None
                return replace(item, label=self.text[item.start : tokens[-1].end])
        return None

    def _spoken_of(self, tokens: Sequence[Token], years: str, start: int, *, paged: bool) -> Item | None:
        """'Rogers is plainer in a later essay' before a year: a work that the bibliography has, by somebody named.

        A year with a page needs no such noun: 'Rogers thinks otherwise (1961, p. 33)'.
        """
        if not paged and not re.fullmatch(WORK_NOUNS, tokens[-1].low):
            return None
        for at in range(len(tokens) - 2, -1, -1):
            if tokens[at].tail[-1:] in (".", "?", "!") and tokens[at].low != "al":
                return None
            if sort_key(tokens[at].text) in self.reader.index.surnames and (names := read_names(tokens[: at + 1])):
                works = candidates(names, self.reader.index)
                if works.of(years):
                    return Item(start, "", (years,), works, replace(names, possessive=True))
        return None

    def _names_somebody(self, start: int) -> bool:
        """Whether a surname that the bibliography has stands before a place: the cheapest question first."""
        words = _CAPITALISED.findall(self.text, max(0, start - WINDOW), start)
        return any(sort_key(word) in self.reader.index.surnames for word in words)

    def _entitled(self, tokens: Sequence[Token], years: str, start: int) -> Item | None:
        """'Rogers's *On becoming a person*' before a year: a work that the bibliography has, by its title."""
        if not tokens or not tokens[-1].tail or tokens[-1].tail[-1] not in _QUOTES:
            return None
        opener = next((token for token in reversed(tokens) if token.lead and token.lead[-1] in _QUOTES), None)
        title = self.text[opener.start : tokens[-1].end] if opener else ""
        works = Candidates(self.reader.index.entitled.get(sort_key(title), ())) if " " in title else Candidates()
        return Item(start, "", (years,), works, None) if works.of(years) else None

    def _is_reference(self, match: re.Match[str]) -> bool:
        """Whether the year is that of an entry in a list: names alone before it, a full stop and a title after."""
        if not re.match(_TITLE_AFTER, self.text[match.end() : match.end() + _AFTER]):
            return False
        before = self.text[max(0, match.start() - _LONGEST_NAMES) : match.start()]
        return bool(re.fullmatch(_NAMES_ALONE, re.split(_PARAGRAPH, before)[-1].strip())) and "," in before

    def _touches(self, last: Token, match: re.Match[str]) -> bool:
        """Whether nothing but a space parts a name from a bracket."""
        if last.mark not in ENDS or is_gone(last) or (last.mark[:1] == "." and not keeps_full_stop(last)):
            return False
        gap = self.prose.source.text[last.end + len(last.tail) : match.start()].replace("&nbsp;", " ")
        return not gap.strip(" \t\n>*_\u00a0") and bool(gap or (match["round"] is not None and last.mark != ","))


def _goes_on(rest: str) -> bool:
    """Whether more works follow in the same bracket: '; Bordin, 1979'."""
    return GONE in rest or (rest[:1] in ";," and bool(re.search(_MORE, rest)))

"""Citations typed by hand: '(see Rogers, 1961, p. 3; Jones & Lee, 2011a)', 'Rogers (1961)', 'C. R. Rogers [1961]'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.prose.both_sides import Context
from coursewright.citations.prose.items import Item, ItemReader, keeps_full_stop
from coursewright.citations.prose.name_form import is_name
from coursewright.citations.prose.not_authors import is_doubtful
from coursewright.citations.prose.text import GONE, Prose
from coursewright.citations.prose.tokens import WINDOW, Token, is_gone, last_tokens
from coursewright.citations.prose.years import AFTER, LETTER, LOCATOR, NUMBERS, YEARS

_GROUP = re.compile(r"\((?P<round>[^()]{4,700})\)|(?<![\w\]])\[(?P<square>[^\[\]]{4,400})\](?![(\[:])")
_LEADS = re.compile(r"(?:see(?: also)?|cf\.|e\.g\.,?|i\.e\.,?|esp\.|especially|notably)\s+", re.I)
_CAPITALS = (
    "See|Cf|E\\.g|I\\.e|Also|For|As|Adapted|Based|After|From|But|And|Compare|Cited|Quoted|Reviewed|Contra|Source|In"
)
_PREFIX = re.compile(rf"(?:(?:{_CAPITALS}|e\.g|i\.e|[a-z’'-]+)[.,:]*\s+)*")
_SIGNALS = re.compile(r"\b(?:see|cf|compare|e\.g|cited in|quoted in|adapted from|reviewed|review)\b|&|;", re.I)
_NOT_AUTHORS = re.compile(
    r"\b(?:born|died|founded|built|opened|released|director|dir\.|directed by|starring|photo|photograph|image|winner|"
    r"champion|president|mayor|composer|painted|personal communication|retrieved|accessed|updated|modified|copyright|"
    r"dated|filmed|recorded|edition|translated by|trans\.)(?:\s+(?:by|in|on|from|of))?[\s,:]*\Z",
    re.I,
)
_SECONDARY = re.compile(r"\b(?:cited|quoted|discussed|reported|reprinted|translated) (?:in|by)\b|\bin\s+\ufffc", re.I)
_NEXT_NAME = re.compile(r"\s*,\s*(?:and\s+|&\s*)?([^\W\d_][^\s,]*)")
_MORE = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: et al\.)?,? \d{4}")
_LETTER_SENT = re.compile(r"\bpersonal communication\b", re.I)
_PARAGRAPH = re.compile(r"\n[ \t>\n]*\n|(?:\A|\n)[ \t>]*(?:[-*+•]|\[?\d+[.)\]]|\[\^[^\]\n]*\]:)[ \t]")
_NAMES_ALONE = re.compile(
    r"(?:(?:[^\W\d_a-zß-öø-ÿ][\w’'.‐-]*|and|et|al\.?|van|von|der|de|la|&|,|\.\.\.|…)[,.]?\s*)+", re.S
)
_TITLE_AFTER = re.compile(r"[*_]*[.,:]\s+[\"“‘*_A-Z\[]?[\w“\"*_\[]")
_LONGEST_NAMES = 600
_AFTER = 90
_ENDS = ("", ",", "'", "’", ".", ".,", ".'", ".’")


@dataclass(frozen=True)
class Typed:
    """A citation typed by hand, from `start` to `end`; narrative where the name stands outside the brackets.

    `whole`: its items are all that its brackets hold, so that keys can take their place.
    """

    start: int
    end: int
    narrative: bool
    items: tuple[Item, ...]
    whole: bool


def find_hand_typed(prose: Prose, index: AuthorIndex) -> Iterator[Typed]:
    """Every citation typed by hand, in order."""
    finder, behind = _Finder(prose, ItemReader(index, lambda word: word in prose.plain_words)), 0
    for match in _GROUP.finditer(prose.text):
        content = match["round"] if match["round"] is not None else match["square"]
        begin, behind = behind, match.end()  # no name reaches past another bracket
        if NUMBERS.search(content) and "\n\n" not in content:
            found = finder.narrative(match, content, begin) or finder.parenthetical(match, content)
            if found and not prose.is_linked(found.start, found.end):
                yield found


@dataclass(frozen=True)
class _Finder:
    """Looks at one bracket after the other.

    `seen` keeps what brackets of the same words were found to hold, `near` what was found before brackets with the same
    words around them: a text of nothing but citations is read once.
    """

    prose: Prose
    reader: ItemReader
    seen: dict[str, tuple[tuple[Item, ...], bool]] = field(default_factory=dict)
    near: dict[tuple[str, int], tuple[Typed | None, int]] = field(default_factory=dict)

    def narrative(self, match: re.Match[str], content: str, begin: int) -> Typed | None:
        """'Rogers (1961, p. 3)': the year leads the bracket, the name stands before it, and behind `begin`."""
        start, end = match.span()
        around = self.prose.text[max(0, start - WINDOW) : end + _AFTER], max(start - begin, 0)
        if around not in self.near:
            self.near[around] = self._narrative(match, content, begin), start
        found, read_at = self.near[around]
        if found is None or self._is_reference(match):
            return None
        by = start - read_at
        return replace(found, start=found.start + by, end=found.end + by) if by else found

    def _narrative(self, match: re.Match[str], content: str, begin: int) -> Typed | None:
        lead = _LEADS.match(content)
        years = YEARS.match(content, lead.end() if lead else len(content) - len(content.lstrip()))
        if not years or (GONE in content and _SECONDARY.search(content)):
            return None
        rest = content[years.end() :]
        located = LOCATOR.match(rest)
        free = bool(rest.strip()) and not located and not AFTER.match(rest) and not _goes_on(rest)
        tokens = last_tokens(self.prose.text, begin, match.start())
        if not tokens or not self._touches(tokens[-1], match):
            return None
        strong = bool(located and not located[0].strip(" ,").isdigit()) or _is_strong(years[0])
        after = self.prose.text[match.end() : match.end() + _AFTER].partition("\n\n")[0].lstrip(" \n\t*_")
        before = self.prose.text[max(0, match.start() - WINDOW) : match.start()]
        item = self.reader.read(self.prose.text, tokens, years[0], Context(strong, False, True, before, after))
        glued = tokens[-1].end + len(tokens[-1].tail) == match.start()
        if item is None or (glued and not (item.works.all or item.is_sure)) or (free and not item.is_group):
            return None
        whole = not NUMBERS.search(rest) and GONE not in content
        return Typed(item.start, match.end(), True, (replace(item, suffix=rest.strip()),), whole)

    def _is_reference(self, match: re.Match[str]) -> bool:
        """Whether the year is that of an entry in a list: names alone before it, a full stop and a title after."""
        if not _TITLE_AFTER.match(self.prose.text, match.end()):
            return False
        before = self.prose.text[max(0, match.start() - _LONGEST_NAMES) : match.start()]
        return bool(_NAMES_ALONE.fullmatch(_PARAGRAPH.split(before)[-1].strip())) and "," in before

    def _touches(self, last: Token, match: re.Match[str]) -> bool:
        """Whether nothing but a space parts a name from a bracket."""
        if last.mark not in _ENDS or is_gone(last) or (last.mark[:1] == "." and not keeps_full_stop(last)):
            return False
        gap = self.prose.source.text[last.end + len(last.tail) : match.start()]
        return not gap.strip(" \t\n>\u00a0") and bool(gap or (match["round"] is not None and last.mark != ","))

    def parenthetical(self, match: re.Match[str], content: str) -> Typed | None:
        """'(see Rogers, 1961; Jones & Lee, 2011a, p. 3)'."""
        if content not in self.seen:
            self.seen[content] = self._items(content)
        items, whole = self.seen[content]
        return Typed(match.start(), match.end(), False, items, whole) if items else None

    def _items(self, content: str) -> tuple[tuple[Item, ...], bool]:
        """The works that stand in a bracket, each with its words, and whether they are all that it holds."""
        if _LETTER_SENT.search(content) or (GONE in content and _SECONDARY.search(content)):
            return (), False
        items, start, number, signal = list[Item](), 0, 0, bool(_SIGNALS.search(content))
        for years in YEARS.finditer(content):
            number += 1
            begin = max(start, content.rfind(";", start, years.start()) + 1)
            if content[begin : years.start()].strip():
                item = self._item(content, begin, years, signal)
                items += [item] if item else []
                start = years.end()
        return tuple(items), len(items) == number > content.count(";") and GONE not in content

    def _item(self, content: str, begin: int, years: re.Match[str], signal: bool) -> Item | None:
        """One work between `begin` and the next semicolon."""
        stop = content.find(";", years.end())
        rest = content[years.end() : stop if stop >= 0 else len(content)].rstrip(" .")
        located = LOCATOR.match(rest)
        free = bool(rest.strip()) and not located and not AFTER.match(rest)
        tokens = last_tokens(content, begin, years.start())
        if (free and not rest.lstrip().startswith(",")) or not tokens or is_gone(tokens[-1]):
            return None
        mark = tokens[-1].mark
        if mark not in (*_ENDS, "],", "]", "),") or (mark == "." and not keeps_full_stop(tokens[-1])):
            return None
        strong = bool(located) or signal or _is_strong(years[0])
        item = self.reader.read(content, tokens, years[0], Context(strong, "," in mark, False))
        if item is None:
            return None
        if free and not (strong or item.works.all or item.is_sure or _names_next(rest)):
            return None
        prefix = content[begin : item.start].strip().lstrip(",").strip()
        usual = not prefix or item.is_sure or _PREFIX.fullmatch(f"{prefix} ")
        if _NOT_AUTHORS.search(prefix) or not usual:
            return None
        return replace(item, prefix=prefix, suffix=rest.strip())


def _goes_on(rest: str) -> bool:
    """Whether more works follow in the same bracket: '; Bordin, 1979'."""
    return GONE in rest or (rest[:1] in ";," and bool(_MORE.search(rest)))


def _is_strong(years: str) -> bool:
    """Whether years are of a form that only citations have: a letter, several of them, 'n.d.'."""
    return bool(LETTER.search(years)) or len(NUMBERS.findall(years)) > 1 or not years[-1:].isdigit()


def _names_next(rest: str) -> bool:
    """Whether a comma joins the next work: ', Jones, 2011'."""
    word = _NEXT_NAME.match(rest)
    return bool(word and is_name(word[1]) and not is_doubtful(word[1]))

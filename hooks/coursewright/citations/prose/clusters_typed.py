"""Works typed by hand inside brackets: '(see Rogers, 1961; Jones & Lee, 2011a, p. 3)'."""

import re
from dataclasses import dataclass, field, replace

from coursewright.citations.prose.around import OBJECTS, VERBS
from coursewright.citations.prose.both_sides import Context
from coursewright.citations.prose.items import Item, ItemReader, keeps_full_stop
from coursewright.citations.prose.name_form import is_name
from coursewright.citations.prose.not_authors import is_doubtful
from coursewright.citations.prose.text import GONE
from coursewright.citations.prose.tokens import is_gone, last_tokens
from coursewright.citations.prose.typed import ENDS, SECONDARY, is_strong
from coursewright.citations.prose.years import AFTER, LOCATOR, YEARS

_CAPITALS = (
    "The|See|Cf|E\\.g|I\\.e|Also|For|As|Adapted|Based|After|From|But|And|Compare|Cited|Quoted|Reviewed|Contra|Source|In"
)
_PREFIX = rf"(?:(?:{_CAPITALS}|e\.g|i\.e|[a-z’'-]+|\d{{1,3}})[.,:]*\s+)*"
_THROUGH = r"\b(?:cited|quoted|reported|discussed|reprinted)\s(?:in|by)\Z"
_SIGNALS = re.compile(r"\b(?:see|cf|compare|e\.g|cited in|quoted in|adapted from|reviewed|review)\b|&|;", re.I)
_NOT_AUTHORS = (
    r"(?i)\b(?:born|died|founded|built|opened|released|director|dir\.|directed by|starring|photo|photograph|image|"
    r"winner|champion|president|mayor|composer|painted|personal communication|retrieved|accessed|updated|modified|"
    r"copyright|dated|filmed|recorded|edition|translated by|trans\.)(?:\s+(?:by|in|on|from|of))?[\s,:]*\Z"
)
_NEXT_NAME = r"\s*,\s*(?:and\s+|&\s*)?([^\W\d_][^\s,]*)"
_LETTER_SENT = re.compile(r"\bpersonal communication\b", re.I)
_PLAINLY = re.compile(r",?\s*(?:\((?:eds?|hrsg|hg|dir)\.?\)|\[(?:eds?|hrsg|hg|dir)\.?\]|\beds?\.(?=,))|\s+(?=,)", re.I)
"""What editors have behind their names, and spaces before a comma."""
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]*)(?P<mark>[*_\"”’»]*)\s*\Z")
_UNBRACKETED = str.maketrans("[]", "  ")


@dataclass(frozen=True)
class ClusterReader:
    """Reads the works that stand in brackets; `seen` keeps what brackets of the same words were found to hold."""

    reader: ItemReader
    seen: dict[tuple[str, bool], tuple[tuple[Item, ...], bool]] = field(default_factory=dict)

    def read(self, content: str, before: str) -> tuple[tuple[Item, ...], bool]:
        """The works, each with its words, and whether they are all that the bracket holds; `before` is before it."""
        last = _LAST_WORD.search(before)
        captions = last is not None and (bool(last["mark"]) or last["word"].lower() in OBJECTS)
        if (content, captions) not in self.seen:
            found = self._items(_PLAINLY.sub("", content).replace(" / ", "; "), captions)
            if "[" in content and not found[0]:  # brackets in brackets, as of a link, are no part of names
                found = self._items(content.translate(_UNBRACKETED), captions)[0], False
            self.seen[content, captions] = found
        return self.seen[content, captions]

    def _items(self, content: str, captions: bool) -> tuple[tuple[Item, ...], bool]:
        """The works that stand in a bracket, each with its words, and whether they are all that it holds."""
        if GONE in content and SECONDARY.search(content):
            return (), False
        items, start, number, signal = list[Item](), 0, 0, bool(_SIGNALS.search(content))
        for years in YEARS.finditer(content):
            number += 1
            begin = max(start, content.rfind(";", start, years.start()) + 1)
            if content[begin : years.start()].strip():
                item = self._item(content, begin, years, Context(signal, False, False, captions=captions))
                items += [item] if item else []
                start = years.end()
        return tuple(items), len(items) == number > content.count(";") and GONE not in content

    def _item(self, content: str, begin: int, years: re.Match[str], around: Context) -> Item | None:
        """One work between `begin` and the next semicolon."""
        stop = content.find(";", years.end())
        stop = stop if stop >= 0 else len(content)
        rest = content[years.end() : stop].rstrip(" .")
        if _LETTER_SENT.search(content, begin, stop):
            return None
        located = re.match(LOCATOR, rest)
        free = bool(rest.strip()) and not located and not re.match(AFTER, rest)
        tokens = last_tokens(content, begin, years.start())
        if (free and not rest.lstrip().startswith(",")) or not tokens or is_gone(tokens[-1]):
            return None
        mark = tokens[-1].mark
        if mark not in (*ENDS, "],", "]", "),", ")") or (mark == "." and not keeps_full_stop(tokens[-1])):
            return None
        strong = bool(located) or around.strong or is_strong(years[0])
        item = self.reader.read(content, tokens, years[0], replace(around, strong=strong, comma="," in mark))
        if item is None:
            return None
        said = _names_next(rest) or re.match(VERBS, rest.lstrip(", "))
        if free and not (strong or item.works.all or item.is_sure or said):
            return None
        prefix = content[begin : item.start].strip().lstrip(",").strip()
        usual = (
            not prefix
            or item.is_sure
            or item.is_group
            or re.fullmatch(_PREFIX, f"{prefix} ")
            or re.search(_THROUGH, prefix)
        )
        if re.search(_NOT_AUTHORS, prefix) or not usual:
            return None
        return replace(item, prefix=prefix, suffix=rest.strip())


def _names_next(rest: str) -> bool:
    """Whether a comma joins the next work: ', Jones, 2011'."""
    word = re.match(_NEXT_NAME, rest)
    return bool(word and is_name(word[1]) and not is_doubtful(word[1]))

"""Direct quotations that a citation follows or introduces without saying where in the work they stand.

Method: APA 7 §8.25–8.28: a quotation gives the page, or for a work without pages a paragraph, heading or time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coursewright.bibliography import Bibliography
from coursewright.bibliography.checks.title_words import SMALL
from coursewright.citations.model import Citation, CitationKind
from coursewright.citations.prose.advice import at
from coursewright.citations.prose.block_quotations import is_unlocated, sources_of_blocks
from coursewright.citations.prose.text import GONE, Prose
from coursewright.diagnostics import Diagnostic, Rule

FEWEST = 4
_LONGEST = 1500
_PAIRS = {"”": "“„", "“": "„", "»": "«", "«": "»", '"': '"', "’": "‘", "'": "'"}
_CLOSE = re.compile(r"[.,;:!?…*_]*(?P<mark>[”“»«\"’'])[.,;:!?…*_)]*[ \t]*\n?[ \t>]*\Z")
_GOES_ON = re.compile(r"[\w,][”\"][,]?\s+(?:he|she|they|\w+)\s+\w{3,12},\s*\Z")
_NEXT = re.compile(r"[^.!?\n;“”\"«»‘]{0,90}(?:\n[^.!?\n;“”\"«»‘]{1,90})?(?P<mark>[“\"«])")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_LOCATED = re.compile(
    r"[\"”’»]?[.,]?\s*[(\[]?\s*(?:pp?\.\s*[\divxlce]|paras?\.|¶|chap\.|sec\.|§|chapter\s|section\s|pages?\s\d|lines?\s|"
    r"p\s?\d|location\s|\d+:\d\d|slide|table|figure|act\s)",
    re.I,
)
_BEFORE_EXAMPLE = (
    r"[\"”’]\s*(?:to|or)|such as|e\.g\.,?|for (?:example|instance),?|items?|questions?|prompts?|asks?|asked|asking|"
    r"statements?|like|interview|talk|lecture|podcast|episode|poem|song|post|"
    r"titled|entitled|(?:book|paper|article|film|chapter|essay|one|so) called|named|book|article|"
    r"paper|chapter|essay|so-called|known as|labell?ed|terms?|scale|the words?|motto|slogan|proverb|saying|title|"
    r"(?:considered|rated|judged|classed|graded|referred to)(?: as| to be| being| at){1,2}"
)
_EXAMPLE = rf"(?i:{_BEFORE_EXAMPLE})[,:]?\s*(?:\([^()]{{0,40}}\)\s*)?\Z"
_SHORT = 25  # characters of the longest of these
_SAY = (
    r"wr[io]tes?|writing|said|says?|puts?|argu(?:es?|ed)|claim(?:s|ed)?|not(?:es?|ed)|stat(?:es?|ed)|observ(?:es?|ed)|"
    r"conclud(?:es?|ed)|ask(?:s|ed)?|insist(?:s|ed)?|remark(?:s|ed)?|warn(?:s|ed)?|describ(?:es?|ed)|defin(?:es?|ed)|"
    r"explain(?:s|ed)?|suggest(?:s|ed)?|recall(?:s|ed)?|declar(?:es?|ed)|add(?:s|ed)?|held|holds?|maintain(?:s|ed)?|"
    r"report(?:s|ed)?|remind(?:s|ed)?|emphasi[sz](?:es?|ed)|admit(?:s|ted)?|repl(?:y|ies|ied)|sum(?:s|med)?|words"
)
_SAYS = (
    rf"(?i:\b(?:{_SAY}|"
    r"call(?:s|ed)?|speaks?|spoke|believ(?:es?|ed)|propos(?:es?|ed)|characteri[sz](?:es?|ed)|view(?:s|ed)?|"
    r"see[ns]?|saw|regard(?:s|ed)?|found|finds?|recommend(?:s|ed)?|quot(?:es?|ed))\b"
    r"[^.!?\n“”\"«»]{0,60}|[:,])\s*\Z"
)
_SAID_BY = re.compile(
    rf"(?P<mark>[”“»«\"])[.,!?…*_]*\s(?:[–—]\sso\s|(?:as\s|so\s)?(?:{_SAY})\s|in the words of\s|(?P<as>as)\s|\("
    r"|(?:is|was|are|were|comes?|came)\s(?:by|from)\s)\Z"
)
_SAYS_IT = re.compile(rf"\s(?:{_SAY})\b(?: it)?")
_ACCORDING = re.compile(r"(?:\b(?:according to|in the words of|following|for))\s\Z", re.I)
_ATTRIBUTION = 40  # characters of 'as she writes' between a quotation and its citation
_SLASHES = re.compile(r"^/{3,}[ \t]*(?P<name>\w*)", re.M)
_SPEAKER = re.compile(r"[ \t>]*(?:[-*+]\s+)?\*{0,2}[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}:?\*{0,2}:\*{0,2}\s+[“\"‘']")
_UNPAGED = frozenset("online electronic www misc video audio movie music".split())


def check_quotations(prose: Prose, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """Each quotation whose citation has no locator; one diagnostic a citation, at its key."""
    checker = _Checker(prose, bibliography)
    told = set()
    quoted = any(mark in prose.body for mark in _PAIRS)
    for citation in prose.citations if quoted else ():
        if is_unlocated(citation) and checker.quotes(citation) and not checker.in_dialogue(citation.start):
            told.add(citation.start)
    told |= set(sources_of_blocks(prose))
    for citation in prose.citations:
        if citation.start in told:
            yield checker.tell(citation)


def _is_example(before: str) -> bool:
    """Whether what stands before a quotation makes it an example or a title."""
    tail = before if ")" in before[-_SHORT:] else before[-_SHORT:]
    return bool(re.search(_EXAMPLE, tail))


def _is_headline(words: str) -> bool:
    """Whether words are written as titles are: with a capital each, but for small ones."""
    large = [word for word in _WORDS.findall(words) if word.lower() not in SMALL]
    return len(large) > 2 and all(word[0].isupper() for word in large)


@dataclass(frozen=True)
class _Checker:
    prose: Prose
    bibliography: Bibliography

    def tell(self, citation: Citation) -> Diagnostic:
        item = citation.items[0] if citation.kind is CitationKind.NARRATIVE else citation.items[-1]
        entry = self.bibliography.get(item.key)
        paged = entry is None or entry.kind not in _UNPAGED
        place = "p. …" if paged else "para. …"
        form = f"{at(item.key)} [{place}]" if citation.kind is CitationKind.NARRATIVE else f"[{at(item.key)}, {place}]"
        hint = f"write {form}" + ("" if paged else ", or name the heading or the time")
        return Diagnostic(
            Rule.QUOTATION_LOCATED, item.place, "A quotation does not say where in the work it stands.", hint
        )

    def quotes(self, citation: Citation) -> bool:
        """Whether a quotation ends at a citation, or follows it, or is said behind it to be the work's."""
        narrative = citation.kind is CitationKind.NARRATIVE
        if narrative and (self.introduces_quotation(citation) or self.is_said_to_speak(citation)):
            return True
        return (not narrative or citation.items[0].suppress_author) and self.ends_quotation(citation)

    def ends_quotation(self, citation: Citation) -> bool:
        """'“…” [@key]': a quotation closes right before the citation, in the same paragraph."""
        text, end = self.prose.body, citation.start
        close = _CLOSE.search(text, max(0, end - 12), end)
        if not close or (close["mark"] not in "»«" and text[close.start("mark") - 1].isspace()):
            return False
        return self._is_unlocated(close.start("mark"), citation.end)

    def introduces_quotation(self, citation: Citation) -> bool:
        """'@key wrote: “…”': a quotation in the same sentence, without a page behind it."""
        text, at_ = self.prose.body, citation.end
        match = _NEXT.match(text, at_)
        if not match or GONE in match[0]:
            return False
        if not re.search(_SAYS, match[0][:-1]) and not _ACCORDING.search(text, max(0, at_ - 200), citation.start):
            return False
        closing = {"“": "”", '"': '"', "«": "»"}[match["mark"]]
        close = text.find(closing, match.end(), match.end() + _LONGEST)
        if close < 0 or "\n\n" in text[match.end() : close]:
            return False
        behind = text[close + 1 : close + 60]
        if _LOCATED.match(behind) or behind.lstrip(" .,;:!?\n")[:1] == GONE:
            return False
        return self._is_quoted(match.start("mark"), close)

    def is_said_to_speak(self, citation: Citation) -> bool:
        """'“…”, writes @key', '“…”, as @key puts it', '“…” (@key)': a quotation before a narrative citation."""
        text = self.prose.body
        said = _SAID_BY.search(text, max(0, citation.start - _ATTRIBUTION), citation.start)
        if said is None:
            return False
        says = _SAYS_IT.match(text, citation.end) if said["as"] else None
        if said["as"] and not says:
            return False
        return self._is_unlocated(said.start("mark"), says.end() if says else citation.end)

    def _is_unlocated(self, close: int, end: int) -> bool:
        """Whether a quotation closes at an offset, and what follows where its source is named is no place in it."""
        if _LOCATED.match(self.prose.body[end : end + 24]):
            return False
        start = self._opening(close)
        return start is not None and self._is_quoted(start, close)

    def in_dialogue(self, offset: int) -> bool:
        """Whether a place is speech: a block of dialogue, or a line that begins with who speaks."""
        line = self.prose.masked.rfind("\n", max(0, offset - _LONGEST), offset) + 1
        if _SPEAKER.match(self.prose.masked, line, line + 60):
            return True
        last = bisect_right(self._dialogues, (offset, len(self.prose.masked))) - 1
        return last >= 0 and offset < self._dialogues[last][1]

    @cached_property
    def _dialogues(self) -> tuple[tuple[int, int], ...]:
        found, opened = [], -1
        for match in _SLASHES.finditer(self.prose.masked):
            if match["name"]:
                opened = match.start() if match["name"] in ("dialogue", "transcript") else opened
            elif opened >= 0:
                found.append((opened, match.end()))
                opened = -1
        return tuple(found)

    def _opening(self, close: int) -> int | None:
        """Where the quotation that closes at an offset opens."""
        text, mark = self.prose.body, self.prose.body[close]
        first = max(0, close - _LONGEST)
        first = max(first, text.rfind("\n\n", first, close) + 1)
        for opener in _PAIRS[mark]:
            at_ = close
            while (at_ := text.rfind(opener, first, at_)) >= 0:
                before, after = text[at_ - 1 : at_] if at_ else " ", text[at_ + 1 : at_ + 2]
                if not before.isalnum() and (opener in "«»" or not after.isspace()) and after:
                    return at_
        return None

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether words from `start` to `end` are quoted from a work: enough of them, no title, no example."""
        text = self.prose.body
        words = text[start + 1 : end]
        before = text[max(0, start - 60) : start]
        fewest = 2 if _GOES_ON.search(before) else FEWEST
        if len(_WORDS.findall(words)) < fewest or GONE in words or _is_example(before):
            return False
        return not (_is_headline(words) or self.bibliography.authors.is_title(words))

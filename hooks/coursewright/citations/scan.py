"""Citations in Markdown, by pandoc's syntax: '[see @a, p. 4; @b]', '@a [p. 3]', '[-@a]'; slips are told with their fix.

What the scan finds is what is rendered. Code, links, addresses and escapes are blank in masked text and never found.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from coursewright.citations.brackets import Bracket, Layout, is_foreign, layout
from coursewright.citations.keys import Meaning, key_of
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.parentheses import check_parentheses
from coursewright.citations.parts import ItemReader, Key, parts_of
from coursewright.citations.sentences import opens_sentence
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.garbage import collection_paused
from coursewright.source import Placed

_UNCLOSED = ("The bracket of this citation is not closed.", "put ']' after the last work")
_BEFORE_BRACKET = frozenset(" \t\n[")
_GAP = re.compile(r"[ \t]*\n?[ \t]*(?=\[)")
_COMMAND = re.compile(r"^[ \t]*(?P<command>\\(?:full_)?bibliography)[ \t]*$", re.M)


@collection_paused()
def scan_citations(
    source: Placed, masked: str, report: Report, known: Container[str], apart: Iterable[int] = ()
) -> tuple[Citation, ...]:
    """All citations of a text in order; `masked` is the text with all that is not prose blanked, offsets kept.

    `known` are the keys of the bibliography: a bare '@word' is a citation only if it is one of them or looks like one.
    `apart` are offsets of line ends that no citation crosses, as between the turns of a dialogue.
    """
    scanner = _Scanner(source, masked, report, ItemReader(source, report, known), Meaning(known))
    citations = tuple(scanner.citations(apart))
    for double in check_parentheses(source, masked, citations):
        report(double)
    return citations


def find_bibliography_commands(masked: str) -> tuple[tuple[int, int, str], ...]:
    """Lines that are '\\bibliography' or '\\full_bibliography', as in mkdocs-bibtex: (start, end, command)."""
    return tuple((*match.span("command"), match["command"]) for match in _COMMAND.finditer(masked))


@dataclass(frozen=True)
class _Scanner:
    source: Placed
    masked: str
    report: Report
    reader: ItemReader
    meaning: Meaning

    def citations(self, apart: Iterable[int]) -> Iterator[Citation]:
        """Clusters and bare keys in the order of the text; what lies inside one that is found is passed over."""
        page = layout(self.masked, apart)
        self._tell_unclosed(page.unclosed)
        found: Iterable[tuple[int, Key | Bracket]] = ((key.start(), key) for key in page.bare)
        if page.brackets:
            found = sorted([*found, *page.brackets.items()], key=itemgetter(0))
        at = 0
        for start, thing in found:
            if start < at:
                continue
            if isinstance(thing, Bracket):
                at, citation = self._bracket(thing)
            else:
                citation = self._narrative(thing, page)
            if citation:
                at = citation.end
                yield citation

    def _bracket(self, bracket: Bracket) -> tuple[int, Citation | None]:
        """Where to go on after a bracket has begun, and its citation, if it is one."""
        if is_foreign(bracket, self.source.text, self.masked):
            return bracket.end + 1, None
        if bracket.keys:
            items = tuple(self.reader.items(parts_of(bracket, self.source.text)))
            return 0, self._citation(bracket.start, bracket.end + 1, CitationKind.PARENTHETICAL, items)
        return 0, None

    def _narrative(self, key: Key, page: Layout) -> Citation | None:
        """A bare key with the bracket behind it, if that holds its locator or more works."""
        name, end = key_of(key, self.reader.known)
        if not key["braced"] and not self.meaning.is_meant(name):
            return None
        kind = CitationKind.PARENTHETICAL if key["minus"] else CitationKind.NARRATIVE
        bracket = self._bracket_behind(end, page) if page.brackets else None
        if bracket is None:
            return self._citation(key.start(), end, kind, (self.reader.bare(key, name, end),))
        first, *others = parts_of(bracket, self.source.text)
        if first.keys:
            items = (self.reader.item(key, end), *self.reader.items([first, *others]))
        else:
            items = (self.reader.item(key, first.end, skip=first.start), *self.reader.items(others))
        return self._citation(key.start(), bracket.end + 1, kind, items)

    def _bracket_behind(self, end: int, page: Layout) -> Bracket | None:
        if self.source.text[end : end + 1] not in _BEFORE_BRACKET:
            return None
        gap = _GAP.match(self.source.text, end)
        bracket = page.brackets.get(gap.end()) if gap else None
        if bracket is None or is_foreign(bracket, self.source.text, self.masked):
            return None
        if self.source.text.find("\n", end, bracket.start) in page.bounds:
            return None
        return bracket

    def _citation(self, start: int, end: int, kind: CitationKind, items: tuple[CitationItem, ...]) -> Citation:
        typed = self.source.text[start:end]
        opens = kind is CitationKind.NARRATIVE and opens_sentence(self.source.text, start)
        return Citation(start, end, kind, items, typed, opens)

    def _tell_unclosed(self, unclosed: Iterable[tuple[int, Key]]) -> None:
        """The first of each line: where one is not closed, the others of its line may be."""
        told = -1
        for start, key in unclosed:
            if start > told and self.meaning.is_meant(key_of(key, self.reader.known)[0]):
                self.report(Diagnostic(Rule.CITATION_SYNTAX, self.source.place(start), *_UNCLOSED))
                end = self.source.text.find("\n", start)
                told = end if end >= 0 else len(self.source.text)

"""Citations in Markdown, by pandoc's syntax: '[see @a, p. 4; @b]', '@a [p. 3]', '[-@a]'; slips are told with their fix.

What the scan finds is what is rendered. Code, links, addresses and escapes are blank in masked text and never found.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from coursewright.citations.brackets import Bracket, is_foreign, layout
from coursewright.citations.keys import is_meant, key_of
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.parentheses import check_parentheses
from coursewright.citations.parts import ItemReader, Key, parts_of
from coursewright.citations.sentences import opens_sentence
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.garbage import collection_paused
from coursewright.source import Placed

_GAP = re.compile(r"[ \t]*\n?[ \t]*(?=\[)")
_COMMAND = re.compile(r"^[ \t]*(?P<command>\\(?:full_)?bibliography)[ \t]*$", re.M)


@collection_paused()
def scan_citations(source: Placed, masked: str, report: Report, known: Container[str]) -> tuple[Citation, ...]:
    """All citations of a text in order; `masked` is the text with all that is not prose blanked, offsets kept.

    `known` are the keys of the bibliography: a bare '@word' is a citation only if it is one of them or looks like one.
    """
    citations = tuple(_Scanner(source, masked, report, ItemReader(source, report, known)).citations())
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

    def citations(self) -> Iterator[Citation]:
        """Clusters and bare keys in the order of the text; what lies inside one that is found is passed over."""
        page = layout(self.masked)
        found: list[tuple[int, Key | Bracket]] = [(key.start(), key) for key in page.bare]
        found += [(bracket.start, bracket) for bracket in page.brackets.values()]
        at = 0
        for start, thing in sorted(found, key=lambda pair: pair[0]):
            if start < at:
                continue
            if isinstance(thing, Bracket):
                at, citation = self._bracket(thing)
            else:
                citation = self._narrative(thing, page.brackets)
            if citation:
                at = citation.end
                yield citation

    def _bracket(self, bracket: Bracket) -> tuple[int, Citation | None]:
        """Where to go on after a bracket has begun, and its citation, if it is one."""
        if bracket.end < 0:
            self._tell_unclosed(bracket)
        elif is_foreign(bracket, self.source.text, self.masked):
            return bracket.end + 1, None
        elif bracket.keys:
            items = tuple(self.reader.items(parts_of(bracket)))
            return 0, self._citation(bracket.start, bracket.end + 1, CitationKind.PARENTHETICAL, items)
        return 0, None

    def _narrative(self, key: Key, brackets: Mapping[int, Bracket]) -> Citation | None:
        """A bare key with the bracket behind it, if that holds its locator or more works."""
        name, end = key_of(key, self.reader.known)
        if not key["braced"] and not is_meant(name, self.reader.known):
            return None
        kind = CitationKind.PARENTHETICAL if key["minus"] else CitationKind.NARRATIVE
        bracket = self._bracket_behind(end, brackets)
        if bracket is None:
            return self._citation(key.start(), end, kind, (self.reader.item(key, end),))
        first, *others = parts_of(bracket)
        if first.keys:
            items = (self.reader.item(key, end), *self.reader.items([first, *others]))
        else:
            items = (self.reader.item(key, first.end, skip=first.start), *self.reader.items(others))
        return self._citation(key.start(), bracket.end + 1, kind, items)

    def _bracket_behind(self, end: int, brackets: Mapping[int, Bracket]) -> Bracket | None:
        gap = _GAP.match(self.source.text, end)
        bracket = brackets.get(gap.end()) if gap else None
        if bracket is None or bracket.end < 0 or is_foreign(bracket, self.source.text, self.masked):
            return None
        return bracket

    def _citation(self, start: int, end: int, kind: CitationKind, items: tuple[CitationItem, ...]) -> Citation:
        typed = self.source.text[start:end]
        opens = kind is CitationKind.NARRATIVE and opens_sentence(self.source.text, start)
        return Citation(start, end, kind, items, typed, opens)

    def _tell_unclosed(self, bracket: Bracket) -> None:
        if bracket.keys and is_meant(key_of(bracket.keys[0], self.reader.known)[0], self.reader.known):
            place = self.source.place(bracket.start)
            message = "The bracket of this citation is not closed."
            self.report(Diagnostic(Rule.CITATION_SYNTAX, place, message, "put ']' after the last work"))

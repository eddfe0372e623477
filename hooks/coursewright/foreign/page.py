"""One page of somebody's Markdown: what it cites, and which of that no bibliography knows."""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace

from coursewright.bibliography import Bibliography
from coursewright.citations import Citation, CitationItem, scan_citations, unknown_key
from coursewright.diagnostics import Diagnostic, Place
from coursewright.foreign.commands import check_roles, command_citations, uncited
from coursewright.foreign.dialect import blank_spans, mask_dialect
from coursewright.foreign.metadata import blocks
from coursewright.foreign.works import Works
from coursewright.source import Source

_IDENTIFIER = re.compile(
    r"(?:doi|pmid|pmc|pmcid|arxiv|isbn|url|https?|wikidata|raw|zenodo|rrid|github)[:.]|10\.\d{4,}/", re.I
)  # manubot and mystmd fetch such works themselves
_MOST_HINTS = 300  # a page with more unknown keys has another fault than slips, and looking for each takes its time
_NONE = Bibliography()
_WORD = re.compile(r"\w")
_LINK = re.compile(r"^ {0,3}\[@(?P<key>[^\]\s]+)\]:[ \t]*\S", re.M)


@dataclass(frozen=True)
class ScannedPage:
    """A page's text with all but prose blanked, its citations, and what was told while they were found."""

    source: Source
    masked: str
    citations: tuple[Citation, ...]
    commands: tuple[Citation, ...]
    told: tuple[Diagnostic, ...]

    def speaks_pandoc(self, place: Place) -> bool:
        """Whether what stands at a place is no role or command, for which hints in pandoc's words would be wrong."""
        return not any(item.place == place for each in self.commands for item in each.items)

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """Citations of every syntax, in the order of the text."""
        return tuple(sorted((*self.citations, *self.commands), key=lambda citation: citation.start))


def scan_page(source: Source, works: Works) -> ScannedPage:
    """Find the citations of a page; a bare '@word' that is neither known nor looks like a key is left alone."""
    masked = mask_dialect(source.text, _Keys(works))
    commands = tuple(command_citations(source, masked))
    if "@" not in masked:
        return ScannedPage(source, masked, (), commands, ())
    citations, told = _scan(source, masked, works)
    links = frozenset(match["key"].casefold() for match in _LINK.finditer(source.text))  # labels know no case
    if strangers := [(each.start, each.end) for each in citations if _is_stranger(each, links, works)]:
        masked = blank_spans(masked, strangers)
        citations, told = _scan(source, masked, works)
    return ScannedPage(source, masked, citations, commands, tuple(told))


def check_page(page: ScannedPage, works: Works, is_label: Callable[[str], bool]) -> Iterator[Diagnostic]:
    """Slips of syntax, and keys that no work has; a label of the project, or an identifier, is not taken for one."""
    yield from page.told
    yield from check_roles(page.source, page.masked, _Keys(works))
    if not works.complete:
        return
    items = [item for each in page.all_citations for item in each.items]
    if "nocite" in page.source.text:
        items += [item for metadata in blocks(page.source) for item in uncited(metadata)]
    told: dict[str, Diagnostic] = {}
    for item in items:
        if not works.has(item.key) and _is_key(item) and not is_label(item.key):
            if item.key not in told:
                told[item.key] = _unknown(item, works, looked=len(told) < _MOST_HINTS)
            yield replace(told[item.key], place=item.place)


def _unknown(item: CitationItem, works: Works, *, looked: bool) -> Diagnostic:
    """The diagnostic for an unknown key, with the work that is meant if it is `looked` for."""
    found = unknown_key(item.key, item.place, works.all if looked else _NONE)
    hint = found.hint.replace("to bib/", "to the bibliography")
    return replace(found, hint=hint if item.typed.startswith("@") else hint.partition(", or write")[0])


def _is_key(item: CitationItem) -> bool:
    return bool(_WORD.search(item.key)) and item.key != "*" and not _IDENTIFIER.match(item.key)


def _is_stranger(citation: Citation, links: Container[str], works: Works) -> bool:
    """Whether what looks like a citation is a handle, the text of a reference link, or a word with '@' before it."""
    item = citation.items[0]
    if works.has(item.key):
        return False
    if not citation.typed.startswith("["):
        return not works.is_plausible(item.key)
    return item.key.casefold() in links or not (works.named or works.is_plausible(item.key))


def _scan(source: Source, masked: str, works: Works) -> tuple[tuple[Citation, ...], list[Diagnostic]]:
    told: list[Diagnostic] = []
    citations = scan_citations(source, masked, told.append, works)
    return citations, [each for each in told if not _is_about_reference(each, source)]


def _is_about_reference(diagnostic: Diagnostic, source: Source) -> bool:
    """Whether a part of a cluster that names no work holds a cross-reference."""
    place = diagnostic.place
    typed = source.line(place.line)[place.column - 1 : place.column - 1 + place.length]
    return "names no work" in diagnostic.message and "@" in typed


@dataclass(frozen=True)
class _Keys:
    """Exactly the keys of some works."""

    works: Works

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.works.has(key)

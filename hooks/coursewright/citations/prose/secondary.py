"""Works known only through another: the one that was read has the key, the other is named in words (APA 7 §8.6)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coursewright.bibliography.authors import AuthorIndex
from coursewright.citations.model import Citation, CitationItem
from coursewright.citations.prose.advice import at
from coursewright.citations.prose.text import Prose
from coursewright.diagnostics import Diagnostic, Rule

_VERBS = "cited|quoted|reported|mentioned|referenced|discussed"
_THROUGH = re.compile(rf"(?:as\s+)?(?:{_VERBS})\s+(?:in|by)\b|\bas\s+cited\b", re.I)
_LEADS = re.compile(rf"[\s,;(]*(?:{_THROUGH.pattern})", re.I)
_BEHIND = re.compile(r"[ \t\n]*\((?:as\s+)?(?:cited|quoted)\s+in\b|,?[ \t\n]+as\s+(?:cited|quoted)\s+in\b", re.I)


def names_a_source_read(masked: str) -> bool:
    """Whether a text has any of the words without which it cites nothing through another work."""
    low = masked.lower()
    return any(verb in low for verb in _VERBS.split("|"))


def check_secondary(prose: Prose, citation: Citation, index: AuthorIndex) -> Iterator[Diagnostic]:
    """'[@rogers1951, as cited in @bordin1979]', '@rogers1951 (as cited in Bordin, 1979)'."""
    for first, second in pairwise(citation.items):
        if _LEADS.match(second.prefix) or _THROUGH.search(first.suffix):
            yield _tell(first, at(second.key), index)
    last = citation.items[-1]
    if _LEADS.match(last.suffix) or _BEHIND.match(prose.masked, citation.end, citation.end + 40):
        yield _tell(last, "…", index)


def _tell(item: CitationItem, through: str, index: AuthorIndex) -> Diagnostic:
    work = index.works.get(item.key)
    names = [author.surname for author in work.authors] if work else []
    name = (f"{names[0]} et al." if len(names) > 2 else " & ".join(names)) if names else "Author"
    year = work.years[0] if work else "year"
    message = f"'{item.key}' is cited through another work, so it must not be in the list of references."
    hint = f"name it in words: [{name}, {year}, as cited in {through}]"
    return Diagnostic(Rule.SOURCE_READ, item.place, message, hint)

"""Citation keys that no work has, with the work that is meant."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from coursewright.bibliography import Bibliography, Entry
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.names import csl_names, surname
from coursewright.citations.model import Citation
from coursewright.diagnostics import Diagnostic, Place, Rule

_STEM = re.compile(r"[^\W\d_]+")


def check_citations(citations: Iterable[Citation], bibliography: Bibliography) -> Iterator[Diagnostic]:
    """A diagnostic for each item of each citation whose key is not in the bibliography."""
    for citation in citations:
        for item in citation.items:
            if item.key not in bibliography:
                yield unknown_key(item.key, item.place, bibliography)


def unknown_key(key: str, place: Place, bibliography: Bibliography) -> Diagnostic:
    """The diagnostic for a key that no work has; the hint names the work that is probably meant."""
    entry = _nearest(key, bibliography)
    hint = "add the work to bib/, or write \\@ for a plain @"
    if entry:
        hint = f"did you mean '{entry.key}' ({describe(entry)})?"
    return Diagnostic(Rule.CITATION_KNOWN, place, f"No reference has the key '{key}'.", hint)


def describe(entry: Entry) -> str:
    """A work in a few words: 'Rogers, 1961, On becoming a person'; its subtitle is left out."""
    names = csl_names(entry.value("author", "editor"))
    title = to_text(entry.value("title")).partition(":")[0]
    parts = (surname(names[0]) if names else "", to_text(entry.value("year", "date")), title)
    return ", ".join(part for part in parts if part)


def _nearest(key: str, bibliography: Bibliography) -> Entry | None:
    """The entry whose key is meant: the same but for capitals, else the nearest key of the nearest surname."""
    folded = {known.casefold(): known for known in bibliography}
    if same := folded.get(key.casefold()):
        return bibliography.get(same)
    families: dict[str, list[str]] = {}
    for known in folded:
        families.setdefault(_stem(known), []).append(known)
    stems = get_close_matches(_stem(key), families, n=1, cutoff=0.75)
    near = get_close_matches(key.casefold(), families[stems[0]], n=1, cutoff=0.0) if stems else []
    return bibliography.get(folded[near[0]]) if near else None


def _stem(key: str) -> str:
    """The letters at a key's front, which name the author by custom: 'rogers' of 'rogers1961b'."""
    match = _STEM.match(key)
    return match[0].casefold() if match else key.casefold()

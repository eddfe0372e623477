"""Citation keys that no work has, with the work that is meant."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches

from coursewright.bibliography import Bibliography, Entry
from coursewright.bibliography.collation import sort_key
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.names import csl_names, surname
from coursewright.citations.model import Citation
from coursewright.diagnostics import Diagnostic, Place, Rule

_STEM = re.compile(r"[^\W\d_]+")
_MOST = 3
_MOST_HINTS = 100
_ADD = "add the work to bib/, or write \\@ for a plain @"


def check_citations(citations: Iterable[Citation], bibliography: Bibliography) -> Iterator[Diagnostic]:
    """A diagnostic for each item of each citation whose key is not in the bibliography.

    Of very many such keys only the first are looked for: then the bibliography is missing, not a letter.
    """
    hints: dict[str, str] = {}
    for citation in citations:
        for item in citation.items:
            if item.key not in bibliography:
                if item.key not in hints:
                    hints[item.key] = _hint(item.key, bibliography) if len(hints) < _MOST_HINTS else _ADD
                yield _unknown(item.key, item.place, hints[item.key])


def unknown_key(key: str, place: Place, bibliography: Bibliography) -> Diagnostic:
    """The diagnostic for a key that no work has; the hint names the work meant, or what else its author wrote."""
    return _unknown(key, place, _hint(key, bibliography))


def describe(entry: Entry) -> str:
    """A work in a few words: 'Rogers, 1961, On becoming a person'; its subtitle is left out."""
    names = csl_names(entry.value("author", "editor"))
    title = to_text(entry.value("title")).partition(":")[0]
    parts = (surname(names[0]) if names else "", to_text(entry.value("year", "date")), title)
    return ", ".join(part for part in parts if part)


def _unknown(key: str, place: Place, hint: str) -> Diagnostic:
    return Diagnostic(Rule.CITATION_KNOWN, place, f"No reference has the key '{key}'.", hint)


def _hint(key: str, bibliography: Bibliography) -> str:
    """One work if it must be that one; several if the year fits; else the works of the author whom the key names.

    A work of another year may be another work: it is never given as what was meant.
    """
    same = [known for known in bibliography if known.casefold() == key.casefold()]
    family = _family(key, bibliography)
    fits = same or [known for known in family if _years(known) == _years(key)]
    if not _years(key) or not family:
        fits = same or _alike(key, fits or (known for known in bibliography if _years(known) == _years(key)))
    if fits:
        return f"did you mean {_either(fits[:_MOST], bibliography)}?"
    if family and len({describe(bibliography.by_key[known]).partition(",")[0] for known in family}) == 1:
        there = _works(family, bibliography)
        return f"only the author is known: {there}; cite the one that is meant, or add the work to bib/"
    return _ADD


def _family(key: str, bibliography: Bibliography) -> list[str]:
    """The keys that begin with the same surname; where there are none, with one that differs by a slip."""
    families: dict[str, list[str]] = {}
    for known in bibliography:
        families.setdefault(_stem(known), []).append(known)
    stem = _stem(key)
    near = [stem] if stem in families else [known for known in families if _is_slip(stem, known)]
    if stem not in families and (works := bibliography.authors.surnames.get(sort_key(stem))):
        return [work.key for work in works]
    return [known for stem in near for known in families[stem]]


def _is_slip(one: str, other: str) -> bool:
    """Whether two surnames differ by a slip: one letter, two in long names, or two letters swapped."""
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < 4:
        return False
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    slips = sum(max(end - start, last - first) for tag, start, end, first, last in steps if tag != "equal")
    return slips <= (2 if min(len(one), len(other)) > 7 or sorted(one) == sorted(other) else 1)


def _alike(key: str, known: Iterable[str]) -> list[str]:
    """The one key that is nearly the same as a whole."""
    return get_close_matches(key, list(known), n=1, cutoff=0.92)


def _either(keys: Sequence[str], bibliography: Bibliography) -> str:
    return " or ".join(f"'{key}' ({describe(bibliography.by_key[key])})" for key in keys)


def _works(keys: Sequence[str], bibliography: Bibliography) -> str:
    """'of Rogers there is 'rogers1951' (1951, Client-centered therapy), …'"""
    name, _, _ = describe(bibliography.by_key[keys[0]]).partition(",")
    shown = (f"'{key}' ({describe(bibliography.by_key[key]).removeprefix(f'{name}, ')})" for key in keys[:_MOST])
    more = f" and {len(keys) - _MOST} more" if len(keys) > _MOST else ""
    return f"of {name} there is {', '.join(shown)}{more}"


def _years(key: str) -> str:
    return "".join(re.findall(r"\d+", key))


def _stem(key: str) -> str:
    """The letters at a key's front, which name the author by custom: 'rogers' of 'rogers1961b'."""
    match = _STEM.match(key)
    return match[0].casefold() if match else key.casefold()

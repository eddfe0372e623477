"""The works that a page can cite: from BibTeX files as a bibliography, from CSL files and metadata their keys alone."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coursewright.bibliography import Bibliography, Entry
from coursewright.diagnostics import Place
from coursewright.foreign.metadata import Metadata, works
from coursewright.source import Source

BIBTEX = (".bib", ".bibtex", ".biblatex")
CSL = (".json", ".yaml", ".yml", ".csljson")
_STEM = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Works:
    """What a page's bibliographies hold; `complete` when all could be read, `named` when somebody chose them.

    `key in works` holds for keys that are there, and for any that one slip of a finger makes of one: a bare '@key' like
    that is meant as a citation.
    """

    bibliography: Bibliography
    others: Mapping[str, Place] = field(default_factory=dict)
    complete: bool = True
    named: bool = True

    def has(self, key: str) -> bool:
        """Whether a work has exactly this key."""
        return key in self.bibliography or key in self.others

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (self.has(key) or self._near(key))

    def is_plausible(self, key: str) -> bool:
        """Whether an unknown key that stands bare in the text is meant as one: it has a year, or a known name."""
        if re.search(r"[^\W\d].*(?:1[5-9]|20)\d\d", key) or self._near(key):
            return True
        match = _STEM.match(key)
        return bool(match and len(match[0]) > 3 and match[0].casefold() in self._stems and re.search(r"\d", key))

    @cached_property
    def all(self) -> Bibliography:
        """All works, those without BibTeX as entries with a key alone: for suggestions."""
        bare = (Entry(key, "misc", (), place) for key, place in self.others.items())
        return Bibliography((*self.bibliography.entries, *bare))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(match[0].casefold() for key in self.all if (match := _STEM.match(key)))

    @cached_property
    def _shortened(self) -> frozenset[str]:
        return frozenset(short for key in self.all if len(key) > 4 for short in _one_less(key.casefold()))

    def _near(self, key: str) -> bool:
        """Whether one character more, less, other or swapped makes it a known key; its capitals do not matter."""
        if not 4 < len(key) < 80:
            return False
        return any(short in self._shortened for short in _one_less(key.casefold()))


def _one_less(word: str) -> Iterator[str]:
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def csl_keys(source: Source) -> dict[str, Place] | None:
    """The ids in a CSL-JSON or CSL-YAML bibliography, where they stand; None where it is neither."""
    if source.text.lstrip().startswith(("[", "{")):
        return _json_keys(source)
    found = dict(works(Metadata(source, 0, len(source.text))))
    return found or None


def _json_keys(source: Source) -> dict[str, Place] | None:
    try:
        data = json.loads(source.text)
    except (ValueError, RecursionError):
        return None
    items = data.get("references", data.get("items")) if isinstance(data, dict) else data
    if not isinstance(items, list):
        return None
    ids = [item.get("id", item.get("citation-key")) for item in items if isinstance(item, dict)]
    first = source.place(0)
    return {str(name): first for name in ids if name is not None}

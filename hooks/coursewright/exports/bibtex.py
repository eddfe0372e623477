"""Works as a BibTeX file: their fields as typed, without those that are for the course's own authors."""

from collections.abc import Iterable, Iterator

from coursewright.bibliography import Bibliography, Entry, inherit
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.writing import balanced, tex, write_entry

_PUBLIC = tuple(
    "author editor translator title subtitle shorttitle booktitle booksubtitle maintitle journal journaltitle series"
    " volume number issue part pages eid chapter edition year month date origdate origyear publisher institution school"
    " organization address location type howpublished eventtitle venue isbn issn doi url urldate eprint eprinttype"
    " pubstate language langid".split()
)
"""Fields that describe the work. All others stay behind: notes, keywords, how it was checked, an unconfirmed DOI."""


def bibtex(entries: Iterable[Entry], bibliography: Bibliography) -> str:
    """A BibTeX file of these works in their order; what a work inherits by `crossref` is written out."""
    whole = (inherit(entry, bibliography) for entry in entries)
    return "\n".join(write_entry(entry.kind, entry.key, _fields(entry)) for entry in whole)


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in _PUBLIC:
        value = entry.value(name)
        yield name, value if balanced(value) else tex(to_text(value))

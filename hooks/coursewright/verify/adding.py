"""A catalogue's record as a new entry of a bibliography: key and fields; and whether its work is there already."""

import unicodedata
from collections.abc import Iterator
from itertools import count
from string import ascii_lowercase

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.bibliography.checks.twins import check_twins
from coursewright.bibliography.collation import sort_key
from coursewright.bibliography.forms import edition_form, pages_form
from coursewright.bibliography.names import CslName, surname
from coursewright.bibliography.tidy import tidied
from coursewright.bibliography.writing import balanced, kept_capitals, tex, write_entry
from coursewright.diagnostics import Diagnostic
from coursewright.source import Source
from coursewright.verify.record import Record


def tell_twin(text: str, file: str, bibliography: Bibliography) -> Diagnostic | None:
    """What the check would say of a new entry if its work is there already, by DOI, ISBN, or title, author and year."""
    (entry,) = read_bibliography([Source(file, text)], _pass_over).entries
    found = check_twins(Bibliography((*bibliography.entries, entry)))
    return next((twin for twin in found if twin.place == entry.place), None)


def _pass_over(diagnostic: Diagnostic) -> None:
    """An entry that was made here has no faults of form."""


def new_entry(record: Record, bibliography: Bibliography) -> tuple[str, str]:
    """The key and the text of a new entry, marked as seen in a record. Capitals of the title are the catalogue's."""
    key = new_key(record, bibliography)
    people = "author" if record.authors else "editor"
    inside = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}.get(record.kind, "")
    publisher = {"techreport": "institution", "phdthesis": "school"}.get(record.kind, "publisher")
    fields = (
        ("author", _listed(record.authors)),
        ("editor", _listed(record.editors) if people == "editor" or record.kind != "article" else ""),
        ("title", kept_capitals(record.whole_title)),
        (inside, tex(next(iter(record.containers), ""))),
        ("year", str(next(iter(record.years), ""))),
        ("volume", tex(record.volume)),
        ("number", tex(record.issue)),
        ("pages", tex(pages_form(record.pages).replace("–", "--") or record.article)),
        ("edition", tex(edition_form(record.edition)) if record.edition != "1" else ""),
        (publisher, tex(record.publisher) if record.kind != "article" else ""),
        ("isbn", record.isbn if record.kind == "book" else ""),
        ("doi", record.doi if balanced(record.doi) else ""),
        ("verification", "record"),
    )
    text = write_entry(record.kind, key, ((name, value) for name, value in fields if name))
    return key, tidied(Source(f"{key}.bib", text), lambda _: None)


def new_key(record: Record, bibliography: Bibliography) -> str:
    """First surname and year ('rogers1961'), with a letter where that is taken ('rogers1961b')."""
    names = record.authors or record.editors
    name = surname(names[0]) if names else " ".join(record.title.split()[:2])
    plain = unicodedata.normalize("NFKD", sort_key(name)).encode("ascii", "ignore").decode()
    base = (plain or "work") + str(next(iter(record.years), "nd"))
    taken = {key.casefold() for key in bibliography}
    return next(key for key in _lettered(base) if key not in taken)


def _lettered(base: str) -> Iterator[str]:
    yield base
    for letter in ascii_lowercase[1:]:
        yield base + letter
    for number in count(27):
        yield f"{base}-{number}"


def _listed(names: tuple[CslName, ...]) -> str:
    return " and ".join(_tex_name(name) for name in names)


def _tex_name(name: CslName) -> str:
    if "literal" in name:
        return f"{{{tex(name['literal'])}}}"
    return ", ".join(tex(part) for part in (surname(name), name.get("suffix"), name.get("given")) if part)

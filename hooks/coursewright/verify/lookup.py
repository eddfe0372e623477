"""Which catalogue knows an entry's work, and what it says: by DOI, by ISBN, else by title, first author and year."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coursewright.bibliography import Bibliography, CslItem, Entry, csl_json
from coursewright.bibliography.checks.identifiers import numbers
from coursewright.bibliography.coins import without_markup
from coursewright.bibliography.forms import DOI, doi_form
from coursewright.bibliography.names import surname
from coursewright.verify.ask import Catalogues, NoAnswerError
from coursewright.verify.compare import Difference, differences, is_same_work
from coursewright.verify.crossref import read_work
from coursewright.verify.open_library import read_book, read_document
from coursewright.verify.record import Record

_IN_CROSSREF = ("article-journal", "chapter", "entry-encyclopedia", "paper-conference", "report", "thesis")


class Outcome(StrEnum):
    """What came of looking an entry up."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_FOUND = "not found"
    NO_ANSWER = "no answer"
    NOT_ASKED = "not asked"


@dataclass(frozen=True)
class Finding:
    """One entry beside one catalogue; `remark` says in a sentence what else there is to say."""

    key: str
    outcome: Outcome
    source: str = ""
    differences: tuple[Difference, ...] = ()
    remark: str = ""


def look_up(entry: Entry, bibliography: Bibliography, catalogues: Catalogues) -> Finding:
    """Compare one entry with the catalogue that should know it."""
    item = csl_json(entry, bibliography)
    source, find, where = _question(entry, item, catalogues)
    if find is None:
        return Finding(entry.key, Outcome.NOT_ASKED, remark=where)
    try:
        record = find()
    except NoAnswerError as failure:
        return Finding(entry.key, Outcome.NO_ANSWER, source, remark=f"{source} {failure}.")
    if record is None:
        return Finding(entry.key, Outcome.NOT_FOUND, source, remark=f"{source} has no record {where}.")
    found = differences(item, record)
    outcome = Outcome.DIFFERS if found else Outcome.AGREES
    return Finding(entry.key, outcome, source, found, _remark(entry, item, record, not found))


Find = Callable[[], Record | None]


def _question(entry: Entry, item: CslItem, catalogues: Catalogues) -> tuple[str, Find | None, str]:
    """The catalogue to ask, how, and by what; where none keeps this kind of work, why it is not asked."""
    doi = str(item.get("DOI", "")) or unconfirmed_doi(entry)
    isbn = next((number for number in numbers(entry.value("isbn"), (10, 13)) if len(number) in (10, 13)), "")
    title, author, year = _described(item)
    if doi:
        return "Crossref", lambda: _read(catalogues.work(doi)), f"of the DOI {doi}"
    if item["type"] == "book" and isbn:
        return "Open Library", lambda: _read_book(catalogues.book(isbn), isbn), f"of the ISBN {isbn}"
    if item["type"] == "book" and title:
        documents: Find = lambda: _best(item, catalogues.books(title, author), read_document)  # noqa: E731
        return "Open Library", documents, "of this title and author"
    if item["type"] in _IN_CROSSREF and title:
        works: Find = lambda: _best(item, catalogues.works(title, author, year), read_work)  # noqa: E731
        return "Crossref", works, "of this title and author"
    return "", None, "It has neither a DOI nor an ISBN, and no catalogue that can be asked keeps works of this kind."


def unconfirmed_doi(entry: Entry) -> str:
    """The DOI that no source has confirmed yet; it is sent to be confirmed, and never shown as the work's."""
    doi = doi_form(entry.value("unverifieddoi").replace("\\", ""))
    return doi if DOI.fullmatch(doi) else ""


def _described(item: CslItem) -> tuple[str, str, str]:
    """Title, first author and year, in plain text."""
    names = item.get("author") or item.get("editor") or [{}]
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return without_markup(str(item.get("title", ""))), surname(names[0]), str(parts[0]) if parts else ""


def _read(message: Any) -> Record | None:
    return read_work(message) if isinstance(message, dict) else None


def _read_book(data: Any, isbn: str) -> Record | None:
    return read_book(data, isbn) if isinstance(data, dict) else None


def _best(item: CslItem, found: list[Any], read: Callable[[dict[str, Any]], Record]) -> Record | None:
    """The record that is of the same work; one that differs in nothing else comes first."""
    records = [record for data in found if isinstance(data, dict) and is_same_work(item, record := read(data))]
    return min(records, key=lambda record: len(differences(item, record)), default=None)


def _remark(entry: Entry, item: CslItem, record: Record, agrees: bool) -> str:
    """What the author may do now."""
    if "DOI" not in item and (doi := unconfirmed_doi(entry)):
        if agrees:
            return f"The unconfirmed DOI {doi} is this work's: move it to 'doi'."
        return f"The unconfirmed DOI {doi} may be another work's."
    if "DOI" not in item and record.doi:
        return f"Its DOI may be {record.doi}."
    if agrees and entry.verification != "record":
        return "Its field 'verification' may say 'record'."
    return ""

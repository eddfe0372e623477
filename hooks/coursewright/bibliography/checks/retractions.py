"""Retracted works, from a file in the form of the Retraction Watch database, which the user gives.

Columns: OriginalPaperDOI, OriginalPaperPubMedID, RetractionNature, RetractionDate, RetractionDOI. Works are matched by
DOI, then by PubMed number, exactly. Corrections are passed over; a reinstated work stands.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from coursewright.bibliography.forms import doi_form, doi_in_address
from coursewright.bibliography.model import Bibliography, Entry
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_COLUMNS = ("OriginalPaperDOI", "RetractionNature", "RetractionDate")
_NONE = ("", "unavailable", "0", "n/a")
_GRAVE = {"retraction": Severity.ERROR, "expression of concern": Severity.WARNING}
_DATES = ("%m/%d/%Y", "%Y-%m-%d", "%d/%m/%Y")
_OWNED = re.compile(r"\bretract|\bexpression of concern", re.I)


@dataclass(frozen=True)
class Notice:
    """That a work was retracted, or is doubted: `nature` as the file says, when (None if not readable), and where."""

    nature: str
    day: date | None
    doi: str

    @property
    def severity(self) -> Severity:
        return _GRAVE[self.nature.casefold()]


@dataclass(frozen=True)
class Retractions:
    """Notices by the work's DOI and PubMed number; `rows` were read, `newest` is the day of the last notice."""

    by_doi: Mapping[str, Notice]
    by_pubmed: Mapping[str, Notice]
    rows: int
    newest: date | None

    def of(self, entry: Entry) -> Notice | None:
        """The notice about a work, if there is one."""
        doi = doi_form(entry.value("doi")) or doi_in_address(entry.value("url"))
        number = entry.value("pmid", "pubmed") or (entry.value("eprint") if _is_pubmed(entry) else "")
        return self.by_doi.get(_plain(doi)) or self.by_pubmed.get(number.strip())


def _is_pubmed(entry: Entry) -> bool:
    return entry.value("eprinttype", "archiveprefix").casefold() == "pubmed"


def read_retractions(path: Path) -> Retractions:
    """Read the file (CSV, UTF-8 or Windows-1252). Raises OSError; ValueError where a column is missing."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    rows = csv.DictReader(io.StringIO(text.replace("\0", ""), newline=""))
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"the column '{missing[0]}' is missing")
    try:
        return _collect(rows)
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _collect(rows: Iterable[Mapping[str, str | None]]) -> Retractions:
    by_doi: dict[str, Notice] = {}
    by_pubmed: dict[str, Notice] = {}
    stands: set[str] = set()
    count, days = 0, []
    for row in rows:
        count += 1
        nature, day = (row.get("RetractionNature") or "").strip(), _day(row.get("RetractionDate") or "")
        days += [day] if day else []
        names = (_plain(row.get("OriginalPaperDOI") or ""), (row.get("OriginalPaperPubMedID") or "").strip())
        if nature.casefold() == "reinstatement":
            stands.update(names)
        if nature.casefold() in _GRAVE:
            notice = Notice(nature, day, (row.get("RetractionDOI") or "").strip())
            for known, name in zip((by_doi, by_pubmed), names, strict=True):
                _keep(known, name, notice)
    for known in (by_doi, by_pubmed):
        for name in stands & known.keys():
            del known[name]
    return Retractions(by_doi, by_pubmed, count, max(days, default=None))


def _keep(known: dict[str, Notice], name: str, notice: Notice) -> None:
    """Of several notices about one work the gravest counts."""
    if name.casefold() not in _NONE and (name not in known or notice.severity is Severity.ERROR):
        known[name] = notice


def _day(text: str) -> date | None:
    for form in _DATES:
        try:
            return datetime.strptime(text.strip().split(" ")[0], form).date()
        except ValueError:
            continue
    return None


def _plain(doi: str) -> str:
    return doi_form(doi).replace("\\", "").strip().casefold()


def check_retractions(
    bibliography: Bibliography, cited: Collection[tuple[str, Place, str]], retractions: Retractions
) -> Iterator[Diagnostic]:
    """A diagnostic at each citation of a work with a notice, or at its entry if nothing cites it.

    `cited` are citations as (key, place, words after the key); one whose words say 'retracted' is accepted.
    """
    for entry in bibliography.entries:
        notice = retractions.of(entry)
        places = [(place, words) for key, place, words in cited if key == entry.key]
        if notice:
            for place in [place for place, words in places if not _OWNED.search(words)] if places else [entry.place]:
                yield _tell(entry, notice, place)


def _tell(entry: Entry, notice: Notice, place: Place) -> Diagnostic:
    where = f" (https://doi.org/{doi_form(notice.doi)})" if notice.doi.casefold() not in _NONE else ""
    retracted = notice.severity is Severity.ERROR
    when = f" {'on' if retracted else 'of'} {notice.day.isoformat()}" if notice.day else ""
    what = "was retracted" if retracted else "has an expression of concern"
    hint = (
        f"take it out, or say so: [@{entry.key}, retracted]" if retracted else "read the notice before you rely on it"
    )
    return Diagnostic(Rule.WORK_STANDS, place, f"The work '{entry.key}' {what}{when}{where}.", hint, notice.severity)

"""Kinds of work: BibTeX's and biblatex's names for them as CSL types, and what APA 7 chapter 10 and 11 want of each."""

import re
from collections.abc import Mapping
from typing import Any

from coursewright.bibliography.model import Entry

KINDS: Mapping[str, str] = {
    "article": "article-journal", "periodical": "article-journal", "suppperiodical": "article-journal",
    "book": "book", "booklet": "book", "collection": "book", "mvbook": "book", "mvcollection": "book", "manual": "book",
    "reference": "book", "proceedings": "book",
    "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "inreference": "entry-encyclopedia", "inproceedings": "paper-conference", "conference": "paper-conference",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report", "unpublished": "manuscript",
    "online": "webpage", "electronic": "webpage", "www": "webpage",
    "jurisdiction": "legal_case", "legal": "legal_case", "legislation": "legislation",
    "letter": "personal_communication", "video": "motion_picture", "movie": "motion_picture", "audio": "song",
    "music": "song", "image": "graphic", "artwork": "graphic", "dataset": "dataset", "software": "software",
}  # fmt: skip
_SUBTYPES: Mapping[str, str] = {
    "magazine": "article-magazine", "newspaper": "article-newspaper", "blog": "post-weblog",
    "podcast": "broadcast", "tvseries": "broadcast", "tvepisode": "broadcast",
}  # fmt: skip
_DESCRIPTIONS: Mapping[str, str] = {
    "dataset": "Data set",
    "motion_picture": "Film",
}  # where APA's word is not the style's
THESES: Mapping[str, str] = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master’s thesis"}
_REPORTER = re.compile(r"(?P<volume>\d+) (?P<reporter>.+?)(?: (?P<page>\d+))?(?: \((?P<court>[^()]+)\))?")
_SPEECH = re.compile(
    r"(?P<genre>[^,]*\b(?:address|lecture|presentation|talk|poster|paper|workshop)\b[^,]*), (?P<event>.+)", re.I
)
_PLACE = re.compile(r"[^:]+: (?P<publisher>.+)")


def kind_of(entry: Entry) -> str:
    """The CSL type of an entry; `entrysubtype` tells magazines, newspapers, blogs, podcasts and series apart."""
    kind = KINDS.get(entry.kind, "document")
    if entry.kind == "inproceedings" and entry.value("eventtitle") and not entry.value("pages", "volume", "number"):
        kind = "speech"  # what was said at a conference, and is in no proceedings (APA 7 §10.5)
    return _SUBTYPES.get(entry.value("entrysubtype").lower(), kind)


def refine(item: dict[str, Any], howpublished: str) -> dict[str, Any]:
    """The item as its kind wants it; `howpublished` is what a @misc says of itself."""
    is_case = item["type"] == "legal_case" or " v. " in item.get("title", "")
    if is_case and (reporter := _REPORTER.fullmatch(howpublished)):
        return _legal_case(item, reporter)
    if item["type"] in _DESCRIPTIONS and "genre" not in item:
        item.setdefault("medium", _DESCRIPTIONS[item["type"]])
    if item["type"] == "legislation":
        item["container-title"] = howpublished  # the code and its section, or the public law (APA 7 §11.5)
    elif item["type"] == "manuscript" and howpublished:
        item.setdefault("medium", howpublished)
    elif speech := _SPEECH.fullmatch(howpublished):
        item |= {"type": "speech", "genre": speech["genre"], "event-title": speech["event"]}
    elif howpublished:
        match = _PLACE.fullmatch(howpublished)
        item["publisher"] = match["publisher"] if match else howpublished
    if item["type"] == "report":
        item = _report(item)
    if item["type"] == "book" and "volume" in item and "collection-title" in item:
        item |= {"title": item.pop("collection-title"), "volume-title": item["title"]}
    return _without_repeated_publisher(item)


def _legal_case(item: dict[str, Any], match: re.Match[str]) -> dict[str, Any]:
    """A court case: name, volume, reporter, page, court, year (APA 7 §11.4); parallel reporters stay in one string."""
    court = match["court"] or next((name["literal"] for name in item.get("author", []) if "literal" in name), "")
    case = {"id": item["id"], "type": "legal_case", "title": re.sub(r"</?span[^>]*>", "", item["title"])}
    case |= {"volume": match["volume"], "container-title": match["reporter"]}
    case |= {"page": match["page"]} if match["page"] else {}
    if not _is_obvious(court, match["reporter"]):
        case["authority"] = court
    return case | {name: item[name] for name in ("issued", "URL") if name in item}


def _is_obvious(court: str, reporter: str) -> bool:
    """Whether a reporter names the court: 'Cal. 3d' prints the Supreme Court of California (Bluebook 10.4)."""
    state = court.removeprefix("Supreme Court of ").removeprefix("the ")
    return not court or (state != court and state.startswith(reporter.split(".")[0]))


def _report(item: dict[str, Any]) -> dict[str, Any]:
    """A report's type and number: 'Report' says nothing without a number; 'X No. (Y)' with Z is number 'No. (Y) Z'."""
    genre, number = item.get("genre", ""), item.get("number", "")
    kind, no, series = genre.partition(" No.")
    if no and number:
        return item | {"genre": kind, "number": f"No.{series} {number}"}
    if re.fullmatch(r"[\w.]*\d[\w.]*-[\w.-]+", number):
        return item | {"number": f"No. {number}"}  # the style would take '18-2424' for several numbers
    return {name: value for name, value in item.items() if name != "genre" or number or genre.lower() != "report"}


def _without_repeated_publisher(item: dict[str, Any]) -> dict[str, Any]:
    """Leave the publisher out where the author is the publisher (APA 7 §9.29), also by its initials."""
    names = [name["literal"] for name in item.get("author", []) if "literal" in name]
    shorts = ["".join(word[0] for word in name.split() if word[0].isupper()) for name in names]
    return {name: value for name, value in item.items() if name != "publisher" or value not in (*names, *shorts)}

"""How a citation style other than APA puts citations together, learnt from what pandoc prints of four made-up works.

APA is assembled from authors and years, with its finer points. Any other style is taken at its word: each work's
citation is a string that pandoc made, and only what joins the works of a cluster, numbers and locators are filled in.
"""

import re
from dataclasses import asdict, replace
from functools import reduce
from html import unescape
from itertools import takewhile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from coursewright.bibliography.model import LOCATOR, Wording
from coursewright.bibliography.pandoc import cite
from coursewright.bibliography.pandoc_inlines import to_html

PROBE = "987654"
"""A locator that no work has by itself."""
LABELS = (
    "page", "paragraph", "chapter", "section", "volume", "part", "book", "figure", "column", "folio", "issue", "line",
    "note", "opus", "verse",
)  # fmt: skip
_CSL = {"csl": "http://purl.org/net/xbiblio/csl"}
_EDGE = re.compile(r"(?P<opening>\W*).*?(?P<closing>\W*)", re.S)
_TAG = re.compile(r"<[^<>]+>")
_WORKS = tuple(
    {"id": letter, "type": "book", "title": f"{letter * 3} work", "issued": {"date-parts": [[2001 + number]]}}
    | {"author": [{"family": letter * 2, "given": letter}], "publisher": "Zz"}
    for number, letter in enumerate("ABCD")
)
FILLER = _WORKS[3]
"""A work to cite between two others."""


def is_apa(style: bytes) -> bool:
    """Whether a CSL file's bytes are APA's, which is put together by rule."""
    return _identity(style)[0].rpartition("/")[2].startswith("apa")


def learn_wording(style: Path) -> Wording:
    """The wording of a style that is not APA. Raises PandocError and OSError."""
    kind = _identity(style.read_bytes())[1]
    plain, numbered = _probe_locators(style)
    *single, apart, run = _ask(style, "[@w0]", "[@w1]", "[@w2]", "[@w2; @w0]", "[@w0; @w1; @w2]")
    if kind == "number":
        opening, closing = single[0].split("1", 1)
        first, third = "1", "3"
    elif kind == "note":
        opening, closing = "", "." if single[0].endswith(".") else ""
        apart, first, third = _shortened(style)
    else:
        edges = _EDGE.fullmatch(single[0])
        opening, closing = (edges["opening"], edges["closing"]) if edges else ("", "")
        first, third = (text.removeprefix(opening).removesuffix(closing) for text in (single[0], single[2]))
    sorts = apart.find(first) < apart.find(third)
    ends = (first, third) if sorts else (third, first)
    delimiter = apart.partition(ends[0])[2].rpartition(ends[1])[0]
    joined = run.partition("1")[2].rpartition("3")[0] if kind == "number" and "2" not in run else ""
    separator, phrases = _phrases(plain, numbered)
    return _per_work(Wording(kind, opening, closing, "", "", delimiter, separator, sorts, joined, phrases))


def wording_to_json(wording: Wording) -> dict[str, Any]:
    """What a lock file holds of a wording."""
    return asdict(wording)


def wording_from_json(data: Any) -> Wording:
    """A wording from a lock file. Raises KeyError, TypeError and ValueError."""
    locators = {str(label): (str(one), str(several)) for label, (one, several) in data["locators"].items()}
    return Wording(**{**data, "locators": locators})


def without_markup(html: str) -> str:
    """HTML as plain text."""
    return unescape(_TAG.sub("", html))


def _identity(style: bytes) -> tuple[str, str]:
    """A style's id and its kind; a file that is no CSL has neither, and pandoc says what is wrong with it."""
    try:
        root = ElementTree.fromstring(style)
    except ElementTree.ParseError:
        return "", "text"
    formats = [item.get("citation-format") for item in root.iterfind("csl:info/csl:category", _CSL)]
    kind = "note" if root.get("class") == "note" else "number" if "numeric" in formats else "text"
    return root.findtext("csl:info/csl:id", "", _CSL), kind


def _ask(style: Path, *citations: str) -> list[str]:
    *paragraphs, _ = cite(_WORKS, style, citations)
    return [citation_html(paragraph["c"]) for paragraph in paragraphs]


def citation_html(inlines: list[Any]) -> str:
    """A citation's HTML; of a note style what its footnote says."""
    content = inlines[0]["c"][1] if inlines and inlines[0]["t"] == "Cite" else inlines
    notes = [inline["c"] for inline in content if inline["t"] == "Note"]
    html = to_html(notes[0][0]["c"] if notes else inlines)
    return re.sub(r"</?a\b[^>]*>", "", html)


def _probe_locators(style: Path) -> tuple[str, list[tuple[str, str]]]:
    """The citation of a work that was cited before, bare and with each kind of locator, one and several."""
    places = [f"[@w0, {label} {number}]" for label in LABELS for number in (PROBE, f"{PROBE}, {PROBE}")]
    asked = [citation for place in places for citation in (place, "[@w1]")]
    _, _, bare, *found = _ask(style, "[@w0]", "[@w1]", "[@w0]", *asked)
    found = found[::2]
    return bare, list(zip(found[::2], found[1::2], strict=True))


def _phrases(bare: str, found: list[tuple[str, str]]) -> tuple[str, dict[str, tuple[str, str]]]:
    """What separates a locator from the work, and what it adds by label."""
    added = [[_added(bare, text) for text in pair] for pair in found]
    separator = reduce(_shared, [text for pair in added for text in pair])
    separator = separator[: separator.find(PROBE)] if PROBE in separator else separator
    phrases = ([text.removeprefix(separator) for text in pair] for pair in added)
    several = f"{PROBE}, {PROBE}"
    return separator, {
        label: (one.replace(PROBE, LOCATOR), more.replace(several, LOCATOR))
        for label, (one, more) in zip(LABELS, phrases, strict=True)
    }


def _added(bare: str, text: str) -> str:
    start = len(_shared(bare, text))
    end = len(_shared(bare[start:][::-1], text[start:][::-1]))
    return text[start : len(text) - end]


def _shared(one: str, other: str) -> str:
    """What two texts begin with."""
    return "".join(char for char, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _shortened(style: Path) -> tuple[str, str, str]:
    """Of a note style: two works cited again in one note, and what each is there."""
    first, second, third = "[@w0]", "[@w1]", "[@w2]"
    *_, one, _, three, _, apart = _ask(style, first, second, third, first, second, third, second, "[@w2; @w0]")
    return apart, one.removesuffix("."), three.removesuffix(".")


def _per_work(wording: Wording) -> Wording:
    """Brackets that stand around each work, not around the cluster, become part of each number: '[1], [3]'."""
    opening, closing, between = wording.opening, wording.closing, wording.delimiter
    if wording.kind != "number" or not between.startswith(closing) or not between.endswith(opening) or not opening:
        return wording
    inner = between[len(closing) : len(between) - len(opening)]
    shortened = wording.range.removeprefix(closing).removesuffix(opening)
    return replace(wording, opening="", closing="", before=opening, after=closing, delimiter=inner, range=shortened)

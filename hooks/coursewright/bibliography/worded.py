"""Works in a citation style other than APA: citations and list entries as pandoc prints them, taken as they are."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from coursewright.bibliography.csl_json import CslItem
from coursewright.bibliography.csl_people import makers
from coursewright.bibliography.model import LOCATOR, Formatted, Wording
from coursewright.bibliography.names import surname
from coursewright.bibliography.pandoc import cite
from coursewright.bibliography.pandoc_inlines import to_html, to_plain
from coursewright.bibliography.wording import FILLER, PROBE, citation_html, without_markup

_AT = f", p. {PROBE}]"


def format_worded(items: Sequence[CslItem], style: Path, wording: Wording) -> list[Formatted]:
    """Each item formatted, in the order of the list of works. Raises PandocError.

    `forms` of a work by text: 'cited', 'rest' (without its author), of one in notes: 'cited', 'again' (cited before);
    each also with '_at' and '{locator}' where a locator goes. Numbers need none.
    """
    numbers = range(len(items))
    if wording.kind == "number":
        forms, blocks = _no_forms(items), cite(items, style)
    elif wording.kind == "note":
        forms, blocks = _note_forms(items, style, wording)
    else:
        forms, blocks = _text_forms(items, style, wording)
    listed = {str(block["c"][0][0].removeprefix("ref-")): _entry(block) for block in blocks[-1]["c"][1]}
    order = [number for key in listed if (number := int(key.removeprefix("w"))) in numbers]
    missing = [number for number in numbers if number not in order]
    return [_formatted(items[number], forms[number], listed.get(f"w{number}", [])) for number in order + missing]


def _no_forms(items: Sequence[CslItem]) -> list[dict[str, str]]:
    return [{} for _ in items]


def _formatted(item: CslItem, forms: dict[str, str], listed: list[Any]) -> Formatted:
    author = forms.pop("author", "") or _author(item)
    year = without_markup(forms.get("rest", "")) or _year(item)
    entry = to_html(listed), to_plain(listed)
    return Formatted(str(item["id"]), author, author, year if author else "", *entry, False, forms=forms)


def _text_forms(items: Sequence[CslItem], style: Path, wording: Wording) -> tuple[list[dict[str, str]], list[Any]]:
    """The five citations of each work: bare, at a place, in the sentence, without its author, and that at a place."""
    asked = [
        citation
        for number in range(len(items))
        for citation in (f"[@w{number}]", f"[@w{number}{_AT}", f"@w{number}", f"[-@w{number}]", f"[-@w{number}{_AT}")
    ]
    *paragraphs, listed = cite(items, style, asked)
    printed = [citation_html(paragraph["c"]) for paragraph in paragraphs]
    forms = []
    for start in range(0, len(printed), 5):
        cited, cited_at, narrative, rest, rest_at = printed[start : start + 5]
        texts = {"cited": cited, "cited_at": cited_at, "rest": rest, "rest_at": rest_at}
        works = {name: _inner(text, wording) for name, text in texts.items()}
        forms.append(works | {"author": without_markup(narrative.removesuffix(rest).rstrip())})
    return forms, [*paragraphs, listed]


def _note_forms(items: Sequence[CslItem], style: Path, wording: Wording) -> tuple[list[dict[str, str]], list[Any]]:
    """The notes on each work: when it is new, and when it was cited before, but not in the note before."""
    count, works = len(items), [*items, FILLER]
    rounds = []
    for end in ("]", _AT):
        asked = [*(f"[@w{number}{end}" for number in range(count)), f"[@w{count}]"]
        *paragraphs, _ = blocks = cite(works, style, [*asked, *asked[:count]])
        printed = [_inner(citation_html(paragraph["c"]), wording) for paragraph in paragraphs]
        rounds.append((printed[:count], printed[count + 1 :]))
    (cited, again), (cited_at, again_at) = rounds
    columns = zip(cited, cited_at, again, again_at, strict=True)
    return [dict(zip(("cited", "cited_at", "again", "again_at"), row, strict=True)) for row in columns], blocks


def _inner(html: str, wording: Wording) -> str:
    """A work's citation without what stands around a cluster, with '{locator}' for its place."""
    place = wording.locators["page"][0].replace(LOCATOR, PROBE)
    html = html.removeprefix(wording.opening).removesuffix(wording.closing)
    if wording.kind == "note" and html.endswith(f"{wording.closing}”"):
        html = html.removesuffix(f"{wording.closing}”") + "”"  # the full stop of the note stands inside
    return html.replace(place, LOCATOR) if place else html


def _entry(block: Any) -> list[Any]:
    """A list entry's inlines; the number at its margin is left out, since each page has its own."""
    if block["t"] in ("Div", "Span") and "csl-left-margin" in block["c"][0][1]:
        return []
    if block["t"] == "Div" or (block["t"] == "Span" and "csl-right-inline" in block["c"][0][1]):
        return [inline for inner in block["c"][1] for inline in _entry(inner)]
    return [inline for inner in block["c"] for inline in _entry(inner)] if block["t"] in ("Para", "Plain") else [block]


def _author(item: CslItem) -> str:
    """Whom a sentence names for a work: 'Rogers', 'Anderson and Goolishian', 'Elliott et al.', or its title."""
    names = [surname(name) for name in makers(item)]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names) or without_markup(str(item.get("title", "")))


def _year(item: CslItem) -> str:
    issued = item.get("issued", {})
    years: Iterable[Sequence[int]] = issued.get("date-parts", ())
    return str(issued.get("literal") or "–".join(str(parts[0]) for parts in years) or item.get("status") or "n.d.")

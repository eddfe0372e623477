"""The list of the works that a page cites: alphabetical, each with ways back to where it is cited."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from coursewright.bibliography import Reference
from coursewright.citations.protect import fragment


def render_reference_list(
    keys: Iterable[str],
    references: Mapping[str, Reference],
    backlinks: Mapping[str, Sequence[str]],
    notes: Mapping[str, str] | None = None,
    coins: Callable[[str], str] | None = None,
) -> str:
    """The works of these keys as an HTML list in the order of the whole list; by number in a style that has numbers.

    Keys that are not known, and works that are cited in the text alone, are left out. `backlinks` gives for a key the
    ids of the places on the page that cite it, `notes` HTML that follows the work, `coins` the work as reference
    managers read it (an OpenURL context object, in an empty span of class Z3988). Empty where there are no works.
    """
    listed = _listed(keys, references)
    numbers = _numbers(dict.fromkeys(keys), references) if backlinks else {}
    listed.sort(key=lambda reference: numbers.get(reference.key, 0))
    items = "\n".join(
        _item(
            reference,
            numbers.get(reference.key, 0),
            backlinks.get(reference.key, ()),
            (notes or {}).get(reference.key, ""),
            coins(reference.key) if coins else "",
        )
        for reference in listed
    )
    return f'<ul class="references" role="list">\n{items}\n</ul>' if items else ""


def render_reference_list_text(keys: Iterable[str], references: Mapping[str, Reference]) -> str:
    """The same list as plain text, a work a line."""
    return "".join(f"{reference.text}\n" for reference in _listed(keys, references))


def _listed(keys: Iterable[str], references: Mapping[str, Reference]) -> list[Reference]:
    known = {key: references[key] for key in keys if key in references and references[key].html}
    return sorted(known.values(), key=lambda reference: reference.position)


def _numbers(keys: Iterable[str], references: Mapping[str, Reference]) -> dict[str, int]:
    """Key → number on the page, in a style that numbers works."""
    works = [references[key] for key in keys if key in references and references[key].html]
    numbered = (work.key for work in works if work.wording and work.wording.kind == "number")
    return {key: number for number, key in enumerate(numbered, 1)}


def _item(reference: Reference, number: int, anchors: Sequence[str], note: str, context: str) -> str:
    back = f' <span class="backlinks">{_back(reference, anchors)}</span>' if anchors else ""
    work = f'{_label(reference, number)}<span class="reference">{reference.html}</span>'
    coin = f'<span class="Z3988" title="{escape(context)}"></span>' if context else ""
    return f'<li id="{escape("ref-" + reference.key)}">{work}{coin}{back}{" " + note if note else ""}</li>'


def _label(reference: Reference, number: int) -> str:
    """'[1] ' as the text has it, or '1. ' where a number stands bare in the text."""
    if not number or reference.wording is None:
        return ""
    before, after = reference.wording.before, reference.wording.after
    return f'<span class="number">{before}{number}{after if before else "."}</span> '


def _back(reference: Reference, anchors: Sequence[str]) -> str:
    """'↩ 1, 2': a link for each place, whose label says where it leads."""
    work = escape(f"{reference.author}, {reference.year}")
    links = (
        f'<a href="{fragment(anchor)}" aria-label="Back to citation {number} of {work}">{number}</a>'
        for number, anchor in enumerate(anchors, 1)
    )
    return f'<span aria-hidden="true">↩</span> {", ".join(links)}'

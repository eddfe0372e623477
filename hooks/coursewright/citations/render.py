"""Citations as HTML inside Markdown, and as plain text: clusters put together from references as the style has them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from coursewright.bibliography import Reference, Wording
from coursewright.citations.clusters import Piece, arrange
from coursewright.citations.locators import word_locator
from coursewright.citations.met import Met
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.protect import fragment, protected
from coursewright.citations.worded import WordedPainter

Link = Callable[[CitationItem], str | None]
Inline = Callable[[str], str]


def render_citation(
    citation: Citation,
    references: Mapping[str, Reference],
    link: Link,
    render_inline: Inline = str,
    met: Met | None = None,
) -> str:
    """A citation as HTML that may stand in Markdown: '<span class="citation">(<a …>Rogers, 1961</a>, p. 33)</span>'.

    `link` gives the id of the place that cites an item, once for each in the order of the text, or None for no link; it
    is not asked for what is in no list. `render_inline` turns the Markdown of prefixes and suffixes into what the
    output is; by default it stays Markdown. `met` is what the page has cited before. A citation of which no key is
    known stays as typed.
    """
    if not any(item.key in references for item in citation.items):
        return citation.typed
    anchors = {id(item): link(item) for item in citation.items if _is_listed(references.get(item.key))}
    met = met or Met()

    def link_to(item: CitationItem, html: str) -> str:
        return _linked(item, html, anchors.get(id(item)))

    if wording := _wording(citation, references):
        html = WordedPainter(wording, references, link_to, render_inline, met).paint(citation)
        return f'<span class="citation">{html}</span>'
    painter = _Painter(
        link=link_to,
        text=protected,
        title=lambda html: f"<em>{html}</em>",
        inline=render_inline,
        met=met,
    )
    return f'<span class="citation">{_assemble(citation, references, painter)}</span>'


def render_citation_text(citation: Citation, references: Mapping[str, Reference], render_inline: Inline = str) -> str:
    """A citation as plain text: 'Rogers (1961, p. 33)'. It stands alone: abbreviations are introduced in each.

    Author and year stand in it whatever the style: numbers and notes would lead to nothing.
    """
    if not any(item.key in references for item in citation.items):
        return citation.typed
    return _assemble(citation, references, _Painter(lambda _, text: text, str, str, render_inline, Met()))


def _wording(citation: Citation, references: Mapping[str, Reference]) -> Wording | None:
    """The wording of the style, if it is not APA."""
    return next((references[item.key].wording for item in citation.items if item.key in references), None)


def _is_listed(reference: Reference | None) -> bool:
    return reference is not None and bool(reference.html)


@dataclass(frozen=True)
class _Painter:
    """How parts are written: `link` wraps author and year, `text` escapes, `title` is italic, `inline` Markdown.

    `met` knows which abbreviations of group authors have been introduced (APA 7 §8.21).
    """

    link: Callable[[CitationItem, str], str]
    text: Callable[[str], str]
    title: Callable[[str], str]
    inline: Inline
    met: Met

    def author(self, reference: Reference, name: str) -> str:
        """The author, or the title that stands for one."""
        return self.title(self.text(name)) if reference.italic else self.text(name)

    def locator(self, item: CitationItem) -> str:
        """', p. 33', or nothing."""
        return f", {self.text(word_locator(item.locator))}" if item.locator else ""

    def prefix(self, item: CitationItem) -> str:
        """The words before a work, with the space after them."""
        return f"{self.inline(_folded(item.prefix))} " if item.prefix else ""

    def suffix(self, item: CitationItem) -> str:
        """The words after a work, with what they begin with: a comma, a space."""
        return self.inline(_folded(item.suffix)) if item.suffix else ""


def _linked(item: CitationItem, html: str, anchor: str | None) -> str:
    if anchor is None:
        return html
    return f'<a class="cite" href="{fragment("ref-" + item.key)}" id="{escape(anchor)}">{html}</a>'


def _assemble(citation: Citation, references: Mapping[str, Reference], painter: _Painter) -> str:
    first, *others = citation.items
    reference = references.get(first.key)
    if citation.kind is CitationKind.NARRATIVE and reference:
        name = reference.author_narrative
        name = name[:1].upper() + name[1:] if citation.opens_sentence else name  # 'De Jong (2021)', APA 7 §9.44
        return _narrative(first, reference, name, arrange(others, references, after=reference), painter)
    return f"({_joined(arrange(citation.items, references), painter)})"


def _narrative(item: CitationItem, reference: Reference, name: str, others: list[Piece], painter: _Painter) -> str:
    """'Rogers (1961, p. 3)'; the link reaches as far as no words of the author's own come between.

    A group's abbreviation is introduced before the year: 'National Institute of Mental Health (NIMH, 2020)'.
    """
    abbreviation = reference.short and painter.text(reference.short)
    if abbreviation and painter.met.introduces(reference.author):
        who, inside = painter.author(reference, name), f"{abbreviation}, "
    else:
        who, inside = abbreviation or painter.author(reference, name), ""
    inside += painter.text(reference.year) + painter.locator(item)
    if not others and not item.suffix:
        return painter.link(item, f"{who} ({inside})")
    rest = "; " + _joined(others, painter) if others else ""
    return f"{painter.link(item, who)} ({inside}{painter.suffix(item)}{rest})"


def _joined(pieces: list[Piece], painter: _Painter) -> str:
    parts = []
    for number, piece in enumerate(pieces):
        item, cited = piece.item, painter.link(piece.item, _author_year(piece, painter))
        separator = piece.separator if number else ""
        parts.append(f"{separator}{painter.prefix(item)}{cited}{painter.locator(item)}{painter.suffix(item)}")
    return "".join(parts)


def _author_year(piece: Piece, painter: _Painter) -> str:
    """'Rogers, 1961'; a comma goes inside a closing quotation mark (APA 7 §6.7)."""
    reference = piece.reference
    if reference is None:
        return painter.text(piece.item.typed)
    year = painter.text(reference.year)
    if not piece.named:
        return year
    name = reference.author
    if reference.short:
        name = f"{name} [{reference.short}]" if painter.met.introduces(name) else reference.short
    inside = name.endswith("”")
    author = painter.author(reference, f"{name[:-1]},”" if inside else name)
    return f"{author}{' ' if inside else ', '}{year}"


def _folded(markdown: str) -> str:
    """Markdown on one line; a space at its front stays."""
    lead = " " if markdown[:1].isspace() else ""
    return lead + " ".join(markdown.split())

"""Citations in a style other than APA: each work as pandoc worded it, joined, numbered and placed as the style does.

Numbers count the works of a page in order of first use; notes are counted too, and their texts are kept for its end.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import groupby

from coursewright.bibliography import LOCATOR, Reference, Wording
from coursewright.citations.locators import has_several, word_value
from coursewright.citations.met import Met
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.protect import protected

Html = Callable[[str], str]
_TAG = re.compile(r"(<[^<>]*>)")
_QUOTED = re.compile(r"(.*)(”(?:</\w+>)*)", re.S)


@dataclass(frozen=True)
class WordedPainter:
    """`link` makes an item's citation a link, `inline` turns Markdown into what the output is; `met` is what was cited
    before on the page. What pandoc made is protected from Markdown, but for the text of notes, which is HTML.
    """

    wording: Wording
    references: Mapping[str, Reference]
    link: Callable[[CitationItem, str], str]
    inline: Html
    met: Met

    def paint(self, citation: Citation) -> str:
        """A citation's HTML, safe in Markdown; of a note style the mark, whose note joins `met.notes`."""
        narrative = citation.kind is CitationKind.NARRATIVE
        reference = self.references.get(citation.items[0].key)
        author = protected(reference.author_narrative) if narrative and reference else ""
        if self.wording.kind == "note":
            return author + self._mark(citation)
        space = "" if self.wording.opening.startswith("<sup") or not author else " "
        return author + space + self._cluster(citation, self.inline, in_markdown)

    def _mark(self, citation: Citation) -> str:
        """The number of a new note, which leads to its text; the note has a link back."""
        note = self._cluster(citation, self.met.inline, str)
        self.met.notes.append(note[:1].upper() + note[1:])
        number = len(self.met.notes)
        return f'<sup class="note"><a href="#note-{number}" id="note-{number}-mark">{number}</a></sup>'

    def _cluster(self, citation: Citation, inline: Html, text: Html) -> str:
        """What stands in brackets or in the note: the works in the style's order, runs of numbers shortened."""
        wording, items = self.wording, list(citation.items)
        bare = citation.kind is CitationKind.NARRATIVE
        if wording.kind == "number":
            for item in items:
                self._number(item)
        if wording.sorts and not any(item.prefix or item.suffix for item in items):
            items.sort(key=self._place)
        parts = [
            part
            for _, run in groupby(enumerate(items), key=lambda pair: self._run(*pair))
            for part in self._shortened([self._item(item, bare and not number, inline, text) for number, item in run])
        ]
        works = text(wording.delimiter).join(parts)
        closing = wording.closing
        if wording.kind == "note":  # one full stop, inside a quotation mark that ends the note
            quoted = _QUOTED.fullmatch(works)
            works, closing = (quoted[1], f"{closing}{quoted[2]}") if quoted else (works.removesuffix(closing), closing)
        return f"{text(wording.opening)}{works}{text(closing)}"

    def _place(self, item: CitationItem) -> int:
        if self.wording.kind == "number":
            return self._number(item)
        reference = self.references.get(item.key)
        return reference.position if reference else len(self.references)

    def _run(self, index: int, item: CitationItem) -> object:
        """Numbers that follow one another are a run; anything else stands by itself."""
        plain = self.wording.range and not (item.prefix or item.suffix or item.locator)
        return self._number(item) - index if plain else item

    def _shortened(self, run: Sequence[str]) -> Sequence[str]:
        return [f"{run[0]}{self.wording.range}{run[-1]}"] if len(run) > 2 and self.wording.range else run

    def _number(self, item: CitationItem) -> int:
        """The number of a work that is in the bibliography."""
        return self.met.number(item.key) if item.key in self.references else 0

    def _item(self, item: CitationItem, bare: bool, inline: Html, text: Html) -> str:
        """One work with the author's words around it; `bare`: its author is named in the sentence."""
        cited = self.link(item, text(self._cited(item, bare or item.suppress_author)))
        prefix = f"{inline(' '.join(item.prefix.split()))} " if item.prefix else ""
        suffix = inline(item.suffix.rstrip()) if item.suffix else ""
        return f"{prefix}{text(self.wording.before)}{cited}{text(self.wording.after)}{suffix}"

    def _cited(self, item: CitationItem, bare: bool) -> str:
        reference, wording = self.references.get(item.key), self.wording
        if reference is None:
            return escape(item.typed, quote=False)
        if wording.kind == "number":
            number = str(self._number(item))
            return self._placed(item, number, f"{number}{wording.separator}{LOCATOR}")
        form = "again" if wording.kind == "note" and item.key in self.met.numbers else "cited"
        form = "rest" if wording.kind == "text" and bare else form
        self._number(item)
        return self._placed(item, reference.forms.get(form, ""), reference.forms.get(f"{form}_at", ""))

    def _placed(self, item: CitationItem, cited: str, cited_at: str) -> str:
        """A citation at its locator, where it has one and the style prints any."""
        if item.locator is None or LOCATOR not in cited_at:
            return cited
        phrase = self.wording.locators.get(item.locator.label, (LOCATOR, LOCATOR))[has_several(item.locator)]
        return cited_at.replace(LOCATOR, phrase.replace(LOCATOR, escape(word_value(item.locator), quote=False)))


def render_notes(met: Met) -> str:
    """The notes of a page in order, each with a way back to its mark; empty where there are none."""
    notes = (f'<li id="note-{number}">{note} {_way_back(number)}</li>\n' for number, note in enumerate(met.notes, 1))
    return f'<ol class="notes">\n{"".join(notes)}</ol>' if met.notes else ""


def _way_back(number: int) -> str:
    return f'<a href="#note-{number}-mark" aria-label="Back to note {number} in the text">↩</a>'


def in_markdown(html: str) -> str:
    """HTML whose text means nothing to Markdown."""
    return "".join(part if part.startswith("<") else protected(unescape(part)) for part in _TAG.split(html))

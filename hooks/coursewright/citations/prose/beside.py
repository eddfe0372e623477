"""What is typed beside a key: an author or a year that is not the work's, names that the style writes by itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from coursewright.bibliography.authors import AuthorIndex, Work
from coursewright.bibliography.collation import sort_key
from coursewright.citations.model import Citation, CitationItem, CitationKind
from coursewright.citations.prose.advice import at
from coursewright.citations.prose.matching import bare_year
from coursewright.citations.prose.name_reader import read_names
from coursewright.citations.prose.names import Names, can_end_names
from coursewright.citations.prose.text import Prose
from coursewright.citations.prose.tokens import Token, is_gone, last_tokens
from coursewright.citations.prose.typed import Typed
from coursewright.diagnostics import Diagnostic, Rule, Severity

_YEAR_AFTER = re.compile(r"(?:['’]s)?[ \t]?\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?(?:,[^()]{0,40})?\)")
_ET_AL_AFTER = re.compile(r"[ \t]\*?et al\b\.?\*?")
_PREFIX_YEAR = re.compile(r"(?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)?[,:;]?\s*\Z")
_LONGEST_WORD = 40


def check_beside(prose: Prose, index: AuthorIndex) -> Iterator[Diagnostic]:
    """Names and years that stand directly before or behind a key."""
    behind = 0
    for citation in prose.citations:
        item = citation.items[0]
        work = index.works.get(item.key)
        if work is not None:
            beside = _Beside(prose, index, citation, item, work)
            if _may_be_named(prose.text[max(behind, citation.start - _LONGEST_WORD) : citation.start]):
                yield from beside.before(last_tokens(prose.text, behind, citation.start))
            yield from beside.after()
        for each in citation.items:
            if each.prefix and (cited := index.works.get(each.key)):
                yield from _in_prefix(each, cited)
        behind = citation.end


def _may_be_named(before: str) -> bool:
    """Whether the last word before a key can be that of a name; most are not, and need no closer look."""
    words = before.rsplit(None, 1)
    return bool(words) and can_end_names(words[-1])


def disagrees(typed: Typed, citation: Citation, index: AuthorIndex) -> str | None:
    """What is wrong with a hand-typed citation right before a key: a sentence, '' for nothing, None for other works."""
    work = index.works.get(citation.items[0].key)
    item = typed.items[-1]
    if work is None or item.names is None:
        return None
    author = any(_wrote(name.surname, work) for name in item.names.names)
    year = any(bare_year(each) in work.years for each in item.years)
    if author and not year:
        return f"The year typed here is {item.years[0]}, but '{work.key}' is of {work.years[0]}."
    if year and not author:
        return f"The author typed here is {item.names.names[0].surname}, but '{work.key}' is by {_names(work)}."
    return "" if author else None


@dataclass(frozen=True)
class _Beside:
    prose: Prose
    index: AuthorIndex
    citation: Citation
    item: CitationItem
    work: Work

    def before(self, tokens: Sequence[Token]) -> Iterator[Diagnostic]:
        if not tokens or is_gone(tokens[-1]) or not self._touches(tokens[-1]):
            return
        names = read_names(tokens)
        if names is None:
            return
        wrote = any(_wrote(name.surname, self.work) for name in names.names)
        place = self.prose.source.place(names.start, names.end)
        if self.citation.kind is CitationKind.NARRATIVE:
            if wrote and not names.possessive:
                message = f"The author of '{self.work.key}' is typed beside the key, which brings the name."
                yield Diagnostic(Rule.NAMES_BY_KEY, place, message, f"write {self.citation.typed} alone")
        elif wrote:
            yield from self._typed_names(names)
        elif self.item.suppress_author and (hint := self._is_other(names)):
            said = self.prose.text[names.start : names.end]
            message = f"'{said}' stands beside '{self.work.key}', which is by {_names(self.work)}."
            yield Diagnostic(Rule.CITATION_AGREES, place, message, hint)

    def after(self) -> Iterator[Diagnostic]:
        """A year or 'et al.' typed behind a key that stands in the sentence."""
        if self.citation.kind is not CitationKind.NARRATIVE:
            return
        text, end = self.prose.masked, self.citation.end
        if match := _YEAR_AFTER.match(text, end):
            place = self.prose.source.place(match.start("year"), match.end("year"))
            if match["year"] in self.work.years:
                message, rule = f"The year is typed beside '{self.work.key}', which brings it.", Rule.NAMES_BY_KEY
            else:
                message = f"The year typed here is {match['year']}, but '{self.work.key}' is of {self.work.years[0]}."
                rule = Rule.CITATION_AGREES
            yield Diagnostic(rule, place, message, f"write {self.citation.typed} alone, or another key")
        elif match := _ET_AL_AFTER.match(text, end):
            message = f"'et al.' is typed beside '{self.work.key}', which brings its authors."
            place = self.prose.source.place(match.start() + 1, match.end())
            yield Diagnostic(Rule.NAMES_BY_KEY, place, message, f"write {self.citation.typed} alone")

    def _touches(self, last: Token) -> bool:
        if last.mark.strip("'’") not in ("", ".") or (last.mark.startswith(".") and last.low not in ("al", "jr", "sr")):
            return False
        return not self.prose.source.text[last.end + len(last.tail) : self.citation.start].strip(" \t\n>*_")

    def _typed_names(self, names: Names) -> Iterator[Diagnostic]:
        """'Smith et al. [@smith2010]', 'Rogers & Dymond [-@rogers1954]'."""
        typed = self.prose.text[names.start : names.end]
        mark = "et al." if names.et_al and " al" in typed else "&" if names.joined and "&" in typed else ""
        if not mark:
            return
        right = self.item.suppress_author and names.et_al and len(self.work.authors) > 2
        page = self.item.locator if self.item.locator and self.item.locator.label == "page" else None
        locator = f" [p. {page.value}]" if page else ""
        yield Diagnostic(
            Rule.NAMES_BY_KEY,
            self.prose.source.place(names.start, names.end),
            f"'{mark}' is typed beside '{self.work.key}'; the style knows how its authors are named.",
            f"write {at(self.work.key)}{locator}",
            Severity.ADVICE if right else None,
        )

    def _is_other(self, names: Names) -> str:
        """How to put it right if the names are surely somebody else's: known to the bibliography, or nearly right."""
        name = names.names[-1].surname
        folded = sort_key(name)
        if folded in sort_key(self.work.title):
            return ""
        if folded in self.index.surnames and not names.emphasised:
            return "name the work's author, or another key"
        near = get_close_matches(folded, [form for author in self.work.authors for form in author.folded], 1, 0.8)
        return f"did you mean '{_names(self.work)}'?" if near else ""


def _in_prefix(item: CitationItem, work: Work) -> Iterator[Diagnostic]:
    """'[Rogers, 1962, @rogers1961]': a year typed before a key in its brackets."""
    match = _PREFIX_YEAR.search(item.prefix)
    names = read_names(last_tokens(item.prefix, 0, match.start()), listed=True) if match else None
    if match is None or names is None or not any(_wrote(name.surname, work) for name in names.names):
        return
    if match["year"] in work.years:
        message, rule = f"Author and year are typed beside '{work.key}', which brings them.", Rule.NAMES_BY_KEY
    else:
        message = f"The year typed here is {match['year']}, but '{work.key}' is of {work.years[0]}."
        rule = Rule.CITATION_AGREES
    yield Diagnostic(rule, item.place, message, f"write [{at(work.key)}] alone, or another key")


def _wrote(surname: str, work: Work) -> bool:
    """Whether somebody of that name had a part in the work; a group may be named by a part of its name."""
    folded = sort_key(surname)
    return folded in work.helpers or any(author.group and folded in author.folded[0] for author in work.authors)


def _names(work: Work) -> str:
    names = [author.surname for author in work.authors]
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names) or work.title

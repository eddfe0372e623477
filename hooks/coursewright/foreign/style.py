"""Which style a project prints its references in, and so whether what APA 7 asks for is asked of it.

Sources: the manuals of pandoc and Quarto for `csl`; papaja, apaquarto and the class apa7 make manuscripts in APA style.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from coursewright.bibliography import Bibliography
from coursewright.bibliography.checks.languages import is_english
from coursewright.bibliography.checks.titles import is_title_case
from coursewright.foreign.folder import Folder
from coursewright.foreign.metadata import Metadata, front_matter

_APA = re.compile(r"(?:.*/)?(?:apa|american-psychological-association)\d?(?:[-_.][^/]*)?", re.I)
_FEWEST, _MOST_RAISED = 12, 1 / 8
_MANUSCRIPT = re.compile(r"\b(?:papaja::|apaquarto|apa[67]\b)")


def wants_apa(folder: Folder, pages: Iterable[Path], settings: Iterable[Metadata], *, is_plain: bool) -> bool | None:
    """Whether the references are in APA style; None where nothing tells.

    A folder without any page is a bibliography alone, and is held to the style of this program. A program's project
    that names no style has that of its program, which is not APA; a plain folder (`is_plain`) tells nothing.
    """
    pages = tuple(pages)
    named = list(_styles([*settings, *_fronts(folder, pages)]))
    if named:
        return any(named)
    return None if pages and is_plain else not pages


def is_in_sentence_case(bibliographies: Iterable[Bibliography]) -> bool:
    """Whether nearly all titles are in sentence case: whoever typed them keeps to it, so that the others are slips."""
    fields = ((entry, entry.field("title")) for each in bibliographies for entry in each.entries)
    titles = [field.value for entry, field in fields if field and is_english(entry, field)]
    return len(titles) >= _FEWEST and sum(map(is_title_case, titles)) <= _MOST_RAISED * len(titles)


def _styles(metadata: Iterable[Metadata]) -> Iterator[bool]:
    """Whether each style that is named is APA."""
    for each in metadata:
        if _MANUSCRIPT.search(each.text):
            yield True
        yield from (_APA.fullmatch(leaf.value.strip()) is not None for leaf in each.leaves("csl"))


def _fronts(folder: Folder, pages: Iterable[Path]) -> Iterator[Metadata]:
    for page in pages:
        source = folder.read(page)
        if source and ("csl" in source.text or "apa" in source.text) and (found := front_matter(source)):
            yield found

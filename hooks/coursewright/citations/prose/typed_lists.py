"""Lists of references typed into a page: a heading such as 'References' with at least three works under it."""

import re
from collections.abc import Iterator

from coursewright.citations.prose.text import Prose, is_listed
from coursewright.diagnostics import Diagnostic, Rule

_TITLE = re.compile(
    r"[ \t>]*(?:#{1,6}[ \t]+)?[*_]*(?:\d+[.)]?\s+)?(?:the |list of |selected |key )?"
    r"(?:references?(?: list)?|bibliograph(?:y|ies)|works cited|cited works|literature(?: cited)?|sources|"
    r"literatur(?:verzeichnis|hinweise)?|références|bibliographie|bibliografía|referencias|bibliografia|riferimenti)"
    r"[*_:.]*[ \t]*(?:\{[^}\n]*\}|#+)?[ \t]*\Z",
    re.I,
)
_FEWEST = 3


def check_typed_lists(prose: Prose) -> Iterator[Diagnostic]:
    """One diagnostic a list, at its heading."""
    headings = prose.headings
    for number, heading in enumerate(headings):
        if _TITLE.match(heading[0]):
            end = headings[number + 1].start() if number + 1 < len(headings) else len(prose.body)
            works = sum(is_listed(line) for line in prose.body[heading.end() : end].split("\n"))
            if works >= _FEWEST:
                start = heading.start() + len(heading[0]) - len(heading[0].lstrip(" \t>#"))
                yield Diagnostic(
                    Rule.REFERENCES_BY_KEY,
                    prose.source.place(start, heading.end()),
                    f"{works} works are typed into this list by hand.",
                    r"keep the works in the bibliography; '\bibliography' or a block 'references' makes the list",
                )

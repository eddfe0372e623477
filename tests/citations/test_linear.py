"""Time grows with the length of a text and no faster, whatever the text: the scanners on inputs made to be hard.

A scanner that looks back for each character takes many seconds for these; ours take hundredths of one.
`SCANNED=1000000 pytest tests/citations/test_linear.py` tries a megabyte.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.names import csl_names
from coursewright.blocks import scan_blocks
from coursewright.citations import check_citations, scan_citations
from coursewright.citations.prose import check_prose
from coursewright.foreign.dialect import mask_dialect
from coursewright.markdown_mask import escaped_ats, mask
from coursewright.source import Source

SIZE = int(os.environ.get("SCANNED", 30_000))
LIMIT = 2.0 if SIZE > 100_000 else 1.0  # seconds of CPU


def silent(_: object) -> None:
    """What is told is other tests' business."""


NOTHING = Bibliography()
BIB = Path(__file__).resolve().parents[2] / "bib" / "references.bib"
WORKS = read_bibliography([Source("references.bib", BIB.read_text("utf-8"))], silent)


def prose_with_citations(text: str) -> object:
    """All checks of prose, citations among it."""
    source = Source("a", text)
    return list(check_prose(source, text, scan_citations(source, text, silent, {"a"}), NOTHING))


def checked_against_works(text: str) -> object:
    """The same with the works of this course, and keys that none of them has."""
    source = Source("a", text)
    citations = scan_citations(source, text, silent, WORKS)
    return [*check_citations(citations, WORKS), *check_prose(source, text, citations, WORKS)]


SCANNERS: dict[str, Callable[[str], object]] = {
    "bibtex": lambda text: read_bibliography([Source("a", text)], silent),
    "bibtex in a value": lambda text: read_bibliography([Source("a", "@book{a, title={" + text)], silent),
    "latex": lambda text: to_text(text, protect=True),
    "names": csl_names,
    "mask": mask,
    "escapes": escaped_ats,
    "citations": lambda text: scan_citations(Source("a", text), text, silent, {"a"}),
    "citations of a page": lambda text: scan_citations(Source("a", text), mask(text), silent, {"a"}),
    "prose": lambda text: list(check_prose(Source("a", text), text, (), NOTHING)),
    "prose with citations": prose_with_citations,
    "prose with works": checked_against_works,
    "another dialect": lambda text: mask_dialect(text, {"a"}),
    "blocks": lambda text: scan_blocks(Source("a", text), mask(text), 0, silent),
}
HARD = (
    "[", "]", "[@a", "[@a; ", "@a [", "@a [p. 1; ", "(@a)", "[@a, {", "-@a", "[^", "`", "``", "```\n", "<!--", "<",
    "<a ", "<a\n", "<script>", "$$", "\\", "\\@", "{", "}", "@{", "@a{", "@book{a,", "a = {", "\n", "\n\n", "    a\n",
    "> ", "- ", "///\n", "/// a\n", "/// a\n    b: c\n", "www.", "a@b.c", "a ", "a and ", "---\n", '"', "'", "\u0301",
    "@", "@@", "*[", "[[@a", "[@a]{", "@a [@a ", "(", "((", "\\[", "\\{", "“", "“a b c d” ", "«", "‘", "“a [@a] ", "*",
    "(1961) ", "Rogers (1961) ", "(Rogers, 1961; ", "(A, 1961) ", "A/B ", "A and ", "al. ", "van ", "A. ", "1961, ",
    "@a. ", "[@a, p. 3; ", "[@{", "@{a", "-@", "@word ", "@rogrs1961 ", "[@rogers1961, p. 3] ", "“a b c d” [@a] ",
    "Smith (2004), ", "Smith, ", "(Smith, 2004; ", "(Smith, 2004) ", "Aa and Bb (1999) ", "1999 ", "n.d. ", "et al. ",
    "&", "x", "Aa ", "Aa-", "A. B. ", "World Health Organization ", "(“", "| ", "\\\\", "# References\n", "@a (1999) ",
    "As @a wrote:\n\n> one two three four five six seven eight\n\n", "/// dialogue\n“a b c d” [@a]\n///\n", "> @a\n\n",
    "see Aa 1999 ", "# A (Bb, 1999)\n", "| Aa (1999) |\n", "[Aa (1999)](b) ", "<table>(A, 1999)</table>\n",
    "<cite", "<cite>", "<cite> ", "<cite><a>(A, 1999)",
    "_", "*_", "|a\n", "# a\n", "a\n=\n", "> a\n> ", "$a", "{{", "{a=", "```{note}\n", "![", "^[", "(@a) ",
    "[^1]: Aa ", "[^1]: Aa (1999), ", "\n[^1]:\n    A\n",
)  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("name", SCANNERS)
def test_time_is_linear(name: str) -> None:
    scan, slow = SCANNERS[name], {}
    for pattern in HARD:
        text = (pattern * (SIZE // len(pattern) + 1))[:SIZE]
        started = time.process_time()
        scan(text)
        spent = time.process_time() - started
        if spent > LIMIT:
            slow[pattern] = spent
    assert slow == {}

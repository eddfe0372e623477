"""Keys that no work has."""

import pytest

from coursewright.bibliography import Bibliography
from coursewright.citations import check_citations, describe, scan_citations, unknown_key
from coursewright.diagnostics import Place
from coursewright.source import Source

MEANT = [
    ("roger1961", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("Rogers1961", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("rogers1962", "only the author is known: of Rogers there is 'rogers1951' (1951, Client-centered therapy), "
     "'rogers1957' (1957, The necessary and sufficient conditions of therapeutic personality change), 'rogers1961' "
     "(1961, On becoming a person); cite the one that is meant, or add the work to bib/"),
    ("bordin1997", "only the author is known: of Bordin there is 'bordin1979' (1979, The generalizability of the "
     "psychoanalytic concept of the working alliance); cite the one that is meant, or add the work to bib/"),
    ("bordan1979", "did you mean 'bordin1979' (Bordin, 1979, The generalizability of the psychoanalytic concept of the "
     "working alliance)?"),
    ("goolishian1992", "did you mean 'anderson1992' (Anderson, 1992, The client is the expert)?"),
    ("rogers1961a", "did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?"),
    ("whitney1990", "add the work to bib/, or write \\@ for a plain @"),
    ("nosuch2000", "add the work to bib/, or write \\@ for a plain @"),
    ("", "add the work to bib/, or write \\@ for a plain @"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "hint"), MEANT)
def test_the_hint_names_the_work_that_is_meant(key: str, hint: str, bibliography: Bibliography) -> None:
    problem = unknown_key(key, Place("page.md", 1, 1), bibliography)
    assert (problem.rule.label, problem.message) == ("citation-known", f"No reference has the key '{key}'.")
    assert problem.hint == hint


def test_a_group_is_described_by_its_name(bibliography: Bibliography) -> None:
    entry = bibliography.get("aca2014")
    assert entry
    assert describe(entry) == "American Counseling Association, 2014, ACA code of ethics"


def test_of_very_many_unknown_keys_the_first_are_looked_for(bibliography: Bibliography) -> None:
    text = " ".join(f"@rogrs1961x{number}" for number in range(150)) + " @roger1961 @rogrs1961x3"
    citations = scan_citations(Source("page.md", text), text, lambda _: None, bibliography)
    hints = [problem.hint for problem in check_citations(citations, bibliography)]
    assert len(hints) == 152
    assert hints[3] == hints[-1] != hints[-2] == "add the work to bib/, or write \\@ for a plain @"


def test_a_word_near_a_key_is_meant_unless_very_many_words_are_unknown(bibliography: Bibliography) -> None:
    def found(text: str) -> int:
        return len(scan_citations(Source("page.md", text), text, lambda _: None, {"freireschule"}))

    handles = "".join(f"@{chr(97 + first)}{chr(97 + second)}uu " for first in range(10) for second in range(10))
    assert found("@freireschul says") == 1
    assert found(f"{handles}@freireschul says") == 0

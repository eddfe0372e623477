"""LaTeX into text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography.latex import to_text

WORDS = [
    (r"Fl\"uckiger, Fl{\"u}ckiger, Fl\"{u}ckiger", "Flückiger, Flückiger, Flückiger"),
    (r"Garc{\'\i}a, Mar\'{\i}a, Garc\'ia", "García, María, García"),
    (r"\v{S}, \c{c}, \c c, \k{a}, \H{o}, \r{a}, \=o", "Š, ç, ç, ą, ő, å, ō"),
    (r"{\O}sterg{\aa}rd, \L{}ukasz, stra{\ss}e", "Østergård, Łukasz, straße"),
    (r"Research \& Practice, 5\%, a\_b", "Research & Practice, 5%, a_b"),
    ("252--260 --- so", "252–260 — so"),
    ("``everyone'' and `one'", "“everyone” and ‘one’"),
    ("clients' and therapist's", "clients’ and therapist’s"),
    (r"the \emph{Tao} of {\it Pooh}", "the <i>Tao</i> of <i>Pooh</i>"),
    (r"a~b \unknown{c} $x$", "a\u00a0b unknown c x"),
    ("{ACA} code", "ACA code"),
    (r"35 U.S. Code \textsection{} 284, \textsection 285", "35 U.S. Code § 284, §285"),
    ("brace { open", "brace  open"),
    (r"ends in \ ", "ends in"),
]


@pytest.mark.parametrize(("latex", "text"), WORDS)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert to_text(latex) == text


def test_braces_mark_capitals_to_keep() -> None:
    assert to_text("A study of {Norway} and {{the {UN}}}", protect=True) == (
        'A study of <span class="nocase">Norway</span> and <span class="nocase">the UN</span>'
    )


@given(st.text(alphabet="\\{}'\"`^~-$ aiou\n"))
def test_any_text_is_read(latex: str) -> None:
    to_text(latex, protect=True)

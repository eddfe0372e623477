"""No text makes the checks of prose raise or hang, and what they point at is in the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography import Bibliography
from coursewright.citations import scan_citations
from coursewright.citations.prose import check_prose
from coursewright.markdown_mask import mask
from coursewright.source import Source

WORDS = (
    "Rogers|Bordin|van der|Kolk|et al.|and|&|,|;|:|.|(|)|[|]|1961|1961a|n.d.|in press|see|cf.|p. 3|pp. 3-5|@rogers1961|"
    "-@bordin1979|[@rogers1961]|as cited in|“|”|\"|'|’|*|_|>|#|\n|\n\n| |said|“a b c d e”|C. R.|Jr.|O’Hara|the|v.|May|"
    "American Psychological Association|APA|London|# References\n|Rogers, C. R. (1961). *On*.\n|wrote:|\ufffc|É|İ|ß|٣"
).split("|")
PIECES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.lists(st.sampled_from(WORDS)).map("".join)


@given(st.text() | PIECES)
def test_no_text_raises(bibliography: Bibliography, text: str) -> None:
    source, masked = Source("page.md", text), mask(text)
    citations = scan_citations(source, masked, lambda _: None, bibliography)
    lines = text.split("\n")
    for found in check_prose(source, masked, citations, bibliography):
        place = found.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= place.column + place.length - 1 <= max(1, len(lines[place.line - 1]))
        assert found.message
        assert found.hint


@given(PIECES)
def test_the_same_words_are_told_the_same(bibliography: Bibliography, text: str) -> None:
    def told(markdown: str) -> list[str]:
        source, masked = Source("page.md", markdown), mask(markdown)
        citations = scan_citations(source, masked, lambda _: None, bibliography)
        return [f"{each.message}{each.hint}" for each in check_prose(source, masked, citations, bibliography)]

    assert told(text) == told(text)


@pytest.mark.timing
@pytest.mark.parametrize(
    "piece",
    [
        "A (1961) ", "(Smith, 1999, Jones, 2000), ", "Rogers, C. R. (1961). ", "A-", "@rogers1961 said “",
        "[@rogers1961; ", "> “a b c d e” [@rogers1961]\n", "a|b\n-|-\n",
        "# References\nRogers, C. (1999). A\n", "/// dialogue\n", "'a ",
    ],
)  # fmt: skip
def test_time_is_linear(piece: str, bibliography: Bibliography) -> None:
    text = piece * (100_000 // len(piece))
    source, masked = Source("page.md", text), mask(text)
    citations = scan_citations(source, masked, lambda _: None, bibliography)
    started = time.process_time()
    for _ in check_prose(source, masked, citations, bibliography):
        pass
    assert time.process_time() - started < 0.8  # 1 MB takes at most 2 s

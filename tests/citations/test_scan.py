"""Which characters of Markdown are citations, what they say, and which slips are told."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.citations import Citation, CitationItem, find_bibliography_commands, scan_citations
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source

Scan = Callable[[str], tuple[tuple[Citation, ...], list[Diagnostic]]]


def said(item: CitationItem) -> str:
    """An item as 'prefix|-key|label value|suffix', empty parts left empty."""
    locator = f"{item.locator.label} {item.locator.value}" if item.locator else ""
    return f"{item.prefix}|{'-' if item.suppress_author else ''}{item.key}|{locator}|{item.suffix}"


CITATIONS = {
    "one work": ("A [@rogers1961].", ["[@rogers1961]: |rogers1961||"]),
    "with a page": ("[@rogers1961, p. 33]", ["[@rogers1961, p. 33]: |rogers1961|page 33|"]),
    "two works": (
        "[see @rogers1961, p. 4; @bordin1979, chap. 2, passim]",
        [
            "[see @rogers1961, p. 4; @bordin1979, chap. 2, passim]: "
            "see|rogers1961|page 4| + |bordin1979|chapter 2|, passim"
        ],
    ),
    "narrative": ("@rogers1961 said", ["@rogers1961: |rogers1961||"]),
    "narrative with a page": ("@rogers1961 [p. 3] said", ["@rogers1961 [p. 3]: |rogers1961|page 3|"]),
    "narrative with words": ("@rogers1961 [sic]", ["@rogers1961 [sic]: |rogers1961||, sic"]),
    "narrative over a line end": ("@rogers1961\n[p. 3]", ["@rogers1961\n[p. 3]: |rogers1961|page 3|"]),
    "narrative and more works": (
        "@rogers1961 [p. 3; cf. @bordin1979]",
        ["@rogers1961 [p. 3; cf. @bordin1979]: |rogers1961|page 3| + cf.|bordin1979||"],
    ),
    "year only": ("[-@rogers1961] -@bordin1979", ["[-@rogers1961]: |-rogers1961||", "-@bordin1979: |-bordin1979||"]),
    "emphasis around": ("_@rogers1961_ **@bordin1979**", ["@rogers1961: |rogers1961||", "@bordin1979: |bordin1979||"]),
    "emphasis inside": ("[*see* @rogers1961, *so*]", ["[*see* @rogers1961, *so*]: *see*|rogers1961||, *so*"]),
    "possessive, comma, full stop": (
        "@rogers1961's, @rogers1957, @rogers1951.",
        ["@rogers1961: |rogers1961||", "@rogers1957: |rogers1957||", "@rogers1951: |rogers1951||"],
    ),
    "a semicolon in quotation marks": (
        '[e.g., "leap first; look later" @rogers1961; “so; so” @bordin1979]',
        [
            '[e.g., "leap first; look later" @rogers1961; “so; so” @bordin1979]: '
            'e.g., "leap first; look later"|rogers1961|| + “so; so”|bordin1979||'
        ],
    ),
    "one quotation mark": (
        '[5" @rogers1961; 6 @bordin1979]',
        ['[5" @rogers1961; 6 @bordin1979]: 5"|rogers1961|| + 6|bordin1979||'],
    ),
    "braces around the key": ("[@{rogers1961}]", ["[@{rogers1961}]: |rogers1961||"]),
    "over a line end": ("[see\n@rogers1961]", ["[see\n@rogers1961]: see|rogers1961||"]),
    "after a footnote mark": ("x[^1] [@rogers1961]", ["[@rogers1961]: |rogers1961||"]),
    "before a link": ("[@rogers1961] [text](url)", ["[@rogers1961]: |rogers1961||"]),
    "a link is no locator": ("@rogers1961 [text](http://a.org)", ["@rogers1961: |rogers1961||"]),
    "a footnote is no locator": ("@rogers1961 [^1]", ["@rogers1961: |rogers1961||"]),
    "inside other brackets": ("[a [@rogers1961] b]", ["[@rogers1961]: |rogers1961||"]),
    "two in a row": ("[@rogers1961][@bordin1979]", ["[@rogers1961]: |rogers1961||", "[@bordin1979]: |bordin1979||"]),
    "in a heading and a table": (
        "# On @rogers1961\n\n| [@bordin1979] |",
        ["@rogers1961: |rogers1961||", "[@bordin1979]: |bordin1979||"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CITATIONS)
def test_citations(name: str, scan: Scan) -> None:
    markdown, expected = CITATIONS[name]
    citations, told = scan(markdown)
    found = [
        f"{markdown[each.start : each.end]}: {' + '.join(said(item) for item in each.items)}" for each in citations
    ]
    assert found == expected
    assert [each.typed for each in citations] == [markdown[each.start : each.end] for each in citations]
    assert told == []


NONE = {
    "escaped": r"\@rogers1961 and \[\@rogers1961\]",
    "code": "`[@rogers1961]` and\n\n```\n[@rogers1961]\n```\n",
    "comment": "<!-- [@rogers1961] -->",
    "e-mail": "me@rogers1961.org, a.b@rogers1961",
    "handles and decorators": "@handle, @property, @media; (@someone) says",
    "address": "<https://a.org/@rogers1961> https://a.org/@rogers1961",
    "text of a link": "[as @rogers1961 says](https://a.org)",
    "text of a reference link": "[as @rogers1961 says][ref]",
    "text of an image": "![as @rogers1961 says](a.png)",
    "footnote": "[^rogers1961] x[^1]",
    "no key": "[@] [@ x] @ [-@]",
    "front matter": "---\nauthor: '@rogers1961'\n---\n",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_citation(name: str, scan: Scan) -> None:
    assert scan(NONE[name]) == ((), [])


SLIPS = {
    "comma between keys": (
        "[@rogers1961, @bordin1979]",
        "1:15+11 Two works stand in one part of the citation. → put ';' between them: [@rogers1961; @bordin1979]",
    ),
    "and between keys": (
        "[see @rogers1961 and @bordin1979]",
        "1:22+11 Two works stand in one part of the citation. → put ';' between them: [@rogers1961; @bordin1979]",
    ),
    "locator before the key": (
        "x [p. 4, @rogers1961]",
        "1:4+5 A locator stands before its key. → write it after the key: [@rogers1961, p. 4]",
    ),
    "narrative in parentheses": (
        "x (@rogers1961) y",
        "1:3+13 A citation brings its own parentheses; these would be double. "
        "→ write [@rogers1961] without parentheses",
    ),
    "narrative with a page in parentheses": (
        "x (see @rogers1961 [p. 3])",
        "1:3+24 A citation brings its own parentheses; these would be double. "
        "→ write [see @rogers1961, p. 3] without parentheses",
    ),
    "cluster in parentheses": (
        "([@rogers1961, p. 3])",
        "1:1+21 A citation brings its own parentheses; these would be double. "
        "→ write [@rogers1961, p. 3] without parentheses",
    ),
    "part without a key": (
        "[@rogers1961; and so on]",
        "1:14+10 This part of the citation names no work. → take out the ';', or add '@key'",
    ),
    "bracket not closed": (
        "x [@rogers1961, p. 3",
        "1:3+1 The bracket of this citation is not closed. → put ']' after the last work",
    ),
    "key that is nearly one, bare": (
        "x @roger1961",
        "1:3+10 No reference has the key 'roger1961'. "
        "→ did you mean 'rogers1961' (Rogers, 1961, On becoming a person)?",
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slips_are_told_with_their_fix(name: str, scan: Scan) -> None:
    markdown, expected = SLIPS[name]
    assert [f"{d.place.line}:{d.place.column}+{d.place.length} {d.message} → {d.hint}" for d in scan(markdown)[1]] == [
        expected
    ]


def test_slips_lose_no_work(scan: Scan) -> None:
    citations, _ = scan("[@rogers1961, p. 3, @bordin1979]")
    assert [said(item) for item in citations[0].items] == ["|rogers1961|page 3|", "|bordin1979||"]


SENTENCES = [
    ("@dejong2021 found", True),
    ("So. @dejong2021 found", True),
    ("So.\n@dejong2021 found", True),
    ("“Why?” @dejong2021 asked", True),
    ("- @dejong2021 found", True),
    ("1. *@dejong2021*", True),
    ("a\n\n@dejong2021", True),
    ("as @dejong2021", False),
    ("see e.g. @dejong2021", False),
    ("cf. @dejong2021", False),
    ("x " * 80 + "@dejong2021", False),
]


@pytest.mark.parametrize(("markdown", "expected"), SENTENCES)
def test_where_a_sentence_begins(markdown: str, expected: bool, scan: Scan) -> None:
    assert scan(markdown)[0][0].opens_sentence is expected


def test_commands_of_mkdocs_bibtex() -> None:
    text = "# Works\n\n\\bibliography\n\n  \\full_bibliography  \n\nin \\bibliography\n\n```\n\\bibliography\n```\n"
    found = find_bibliography_commands(mask(text))
    assert [(text[start:end], command) for start, end, command in found] == [
        ("\\bibliography", "\\bibliography"),
        ("\\full_bibliography", "\\full_bibliography"),
    ]


PIECES = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "@",
            "-@",
            "rogers1961",
            "a1",
            ";",
            ",",
            " ",
            "\n",
            "\n\n",
            "p. 3",
            "{",
            "}",
            "(",
            ")",
            "^",
            "_",
            "`",
            "and",
            "\\",
        ]
    ),
    max_size=50,
).map("".join)


@given(st.text() | PIECES)
def test_scanning_never_raises_and_citations_do_not_overlap(text: str) -> None:
    told: list[Diagnostic] = []
    citations = scan_citations(Source("page.md", text), mask(text), told.append, {"rogers1961"})
    ends = [0, *(citation.end for citation in citations)]
    assert all(end <= citation.start < citation.end for end, citation in zip(ends, citations, strict=False))
    assert all(citation.items for citation in citations)
    for citation in citations:
        for item in citation.items:
            start = text.index(item.typed, citation.start)
            assert text[start : start + len(item.typed)] == item.typed


@pytest.mark.timing
@pytest.mark.parametrize("piece", ["[", "]", "[@a1 ", "@a1 [", "[@a1; ", "[x][", "(@", "[[@a1]", "@a1{", "@a1, p. 1, "])
def test_scanning_takes_linear_time(piece: str) -> None:
    text = piece * 2000 + "\n" + piece * 2000
    started = time.perf_counter()
    scan_citations(Source("page.md", text), mask(text), lambda _: None, {"a1"})
    assert time.perf_counter() - started < 2

"""What is checked is what is rendered: the clusters found in a page's source are those that weaving replaces."""

from collections.abc import Sequence
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from coursewright.bibliography import Reference, read_bibliography
from coursewright.blocks import read_reusable_block
from coursewright.citations import Citation, render_citation
from coursewright.course import Course
from coursewright.fragments import Fragment, scan_fragment
from coursewright.model import Page
from coursewright.source import Source
from coursewright.weave import weave, weaver

FRONT = "---\ntitle: '[@rogers1961]'\n---\n"
CLUSTERS = [
    "[@rogers1961]", "[see @rogers1961, p. 33; @bordin1979]", "@bordin1979", "@bordin1979 [p. 3]", "[-@rogers1951]",
    "-@rogers1951", "@{rogers1961}", "[*so* @rogers1961, **bold**]", "@bordin1979\n[p. 3; see @rogers1951]",
    "[@nosuch1999]", "@nosuch1999", "[@rogers1961, @bordin1979]", "([@rogers1961])", "[@rogers1961", "@rogers1961's",
    "_@rogers1961_", "[p. 4, @rogers1961]", "[@rogers1961; ]", "[[@rogers1961]]", "@rogers1961 @bordin1979",
]  # fmt: skip
NOT_CLUSTERS = [
    "`@rogers1961`", "``[@rogers1961] ` ``", "<!-- [@rogers1961] -->", r"\@rogers1961", "a@rogers1961.org",
    "[text](https://a.org/@rogers1961)", "https://a.org/@rogers1961", "[^1]", "<b title='@rogers1961'>b</b>", "@handle",
    "[@rogers1961](https://a.org)", "[a][@rogers1961]", "$$ @rogers1961 $$", "<code>@rogers1961</code>", "[", "]", "*",
    "é", "[ ]", "![@rogers1961](a.png)",
]  # fmt: skip
WRAPPED = [
    "{}\n", "> {}\n", "- {}\n- a\n", "| a | {} |\n| --- | --- |\n| {} | b |\n", "## {}\n", "1. {}\n\n    {}\n",
    "```\n{}\n```\n", "~~~ text\n{}\n~~~\n", "    {}\n", "[^1]: {}\n", "<div>\n{}\n</div>\n", "<pre>\n{}\n</pre>\n",
    "/// note | a\n{}\n///\n", "/// contrast | a\n{}\n///\n", "/// keypoints\n- {}\n///\n",
    "/// evidence | Effect\n    effect: d = 0.5\n\n{}\n///\n",
    "/// block | shared\n///\n", "/// block | shared\n    what: so\n///\n",
    "/// keypoints\n/// note | a\n{}\n///\n///\n",
    "/// contrast | {} a\n{}\n///\n", "/// dialogue | a\nMaya: {}\n(waits)\n{}\nTherapist: {}\n///\n",
    "/// dialogue | a\nMaya: {}\n/// note | b\n{}\n///\nMaya: {}\n///\n",
    "/// evidence | Effect\n    effect: |\n{:option}\n    source: |\n{:option}\n\n{}\n///\n",
    "<!--\n{}\n-->\n", "!!! note\n    {}\n", "\\bibliography\n", "Term\n:   {}\n",
]  # fmt: skip


class Words(str):
    """What stands in a pattern; '{:option}' indents it as the value of an option."""

    def __format__(self, spec: str) -> str:
        return "\n".join(f"      {line}" for line in self.split("\n")) if spec == "option" else str(self)


WORDS = st.sampled_from([*CLUSTERS, *NOT_CLUSTERS, "a word", "Words.", ""])
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
THREE = st.lists(PHRASES, min_size=3, max_size=3)
CHUNKS = st.builds(lambda pattern, words: pattern.format(*map(Words, words)), st.sampled_from(WRAPPED), THREE)
PAGES = st.lists(CHUNKS, max_size=6).map("\n".join)
SHARED = """---
id: shared
title: Shared
parameters:
  what: {{description: What, default: a}}
---
Says {{{{what}}}}. {}
"""
KEYS = ("rogers1951", "rogers1961", "bordin1979")


def silent(_: object) -> None:
    """Problems are other tests' business."""


BIBLIOGRAPHY = read_bibliography([Source("a.bib", "".join(f"@book{{{key}, title=A}}" for key in KEYS))], silent)
REFERENCES = {key: Reference(key, "A", "A", "2000", "A.", "A.", False, place) for place, key in enumerate(KEYS)}


def course_of(body: str, shared: str) -> Course:
    """A course of one page and one reusable block, scanned as the checks see them."""
    source = Source("docs/index.md", FRONT + body)
    block = read_reusable_block(Source("course/blocks/shared.md", SHARED.format(shared)), silent)
    assert block
    return Course(
        pages={"index.md": Page("index.md", source, len(FRONT), source.place(0))},
        blocks={"shared": block},
        fragments={
            "index.md": scan_fragment(source, len(FRONT), BIBLIOGRAPHY, silent),
            "block:shared": scan_fragment(block.source, block.body, BIBLIOGRAPHY, silent),
        },
        bibliography=BIBLIOGRAPHY,
        references=REFERENCES,
    )


def checked(course: Course) -> list[str]:
    """The clusters of the page, and for each use of the block those of the block."""
    page, block = course.fragments["index.md"], course.fragments["block:shared"]
    uses = sum(use.kind == "block" for use in page.walk())
    return sorted([*typed(page), *typed(block) * uses])


def typed(fragment: Fragment) -> list[str]:
    return [" ".join(citation.typed.split()) for citation in fragment.citations]


def rendered(course: Course, body: str) -> Sequence[str]:
    """What weaving puts citations in place of."""
    seen: list[str] = []

    def note(citation: Citation, *rest: object) -> str:
        seen.append(" ".join(citation.typed.split()))
        return render_citation(citation, *rest)  # type: ignore[arg-type]

    with patch.object(weaver, "render_citation", note):
        weave(body, course, "index.md")
    return sorted(seen)


@settings(max_examples=200)
@given(body=PAGES, shared=PHRASES)
def test_what_is_checked_is_what_is_rendered(body: str, shared: str) -> None:
    course = course_of(body, shared)
    assert rendered(course, body) == checked(course)

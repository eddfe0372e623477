"""What each dialect writes that is no citation, and what is one in spite of its surroundings."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.diagnostics import Diagnostic
from coursewright.foreign.dialect import mask_dialect
from coursewright.foreign.page import check_page, scan_page
from coursewright.foreign.used import labels, mentioned
from coursewright.foreign.works import Works, csl_keys
from coursewright.source import Source

BIB = "@book{ames2001, title = {Small steps}}\n@book{bell:2002, title = {Long walks}}\n@book{walks, title = {W}}\n"


def library() -> Works:
    return Works(read_bibliography([Source("works.bib", BIB)], lambda _: None))


def told(markdown: str) -> list[Diagnostic]:
    """What is said of the citations of a page."""
    source, works = Source("page.qmd", markdown), library()
    known = labels([source])
    return list(check_page(scan_page(source, works), works, known.__contains__))


SILENT = {
    "a cell of R": "```{r, fig.cap='[@nobody2000]'}\nx@nobody2001 <- '@nobody2002'\n```",
    "a cell of Python with options": "```{python}\n#| label: fig-a\n@nobody2000\ndef f(): ...\n```",
    "inline code": "`r cite('@nobody2000')` and `{python} x@nobody2001`",
    "a raw block": "```{=html}\n<a href='@nobody2000'>[@nobody2001]</a>\n```",
    "code in a list": "- one\n\n  ```{r}\n  x@nobody2000\n  ```",
    "a shortcode": "{{< meta author.@nobody2000 >}} {{% x @nobody2001 %}} {% cite @nobody2002 %}",
    "a div's attributes": "::: {.callout-note title='By @nobody2000' #nte-a}\nText.\n:::",
    "an attribute": "[text]{.x data-by='[@nobody2000]'} ![](a.png){#fig-x fig-alt='@nobody2001'}",
    "cross-references of Quarto": "(@fig-a), [@fig-a; @tbl-b], [-@sec-c], [Part @sec-c], @Eq-d, @thm-e2, @lst-f, "
    "@nte-g, @exm-h, @exr-i, @sol-j, @rem-k, @cor-l, @prp-m, @cnj-n, @def-o, @lem-p, @alg-q",
    "numbered cross-references": "See @fig-2 and @eq-1999a.",
    "cross-references of pandoc-crossref": "@fig:a1 [@tbl:b2] *@eq:c3* +@fig:d4 !@sec:e5 {@fig:f2000}",
    "labels of the page": "# Walks {#walk2000}\n\nSee @walk2000, @step2000, [@step2000].\n\n(step2000)=\n## Steps",
    "references of bookdown": r"\@ref(fig:a2000) (\#eq:b2000) \@ref(nobody2000) [text](\@ref(sec2000))",
    "roles of MyST": "{ref}`nobody2000` {doc}`nobody2001` {eq}`nobody2002` {numref}`@nobody2003` {term}`[@nobody2004]`",
    "a MyST code cell": "```{code-cell} python\n:tags: [x]\n@nobody2000\n```",
    "a MyST comment and link": "% a comment\n[](#nobody2000) [](doi:10.1234/nobody2001)",
    "identifiers": "[@doi:10.1234/x2000] [@10.1234/y2000] [@arxiv:1407.3561] [@pmid:25851694] [@https://example.org/x2000]",
    "mathematics": r"$x_{@nobody2000} [0, 1)$ and $$[@nobody2001]$$ and \(a@b\) costs $5 and $6",
    "HTML": "<a href='https://example.org/@nobody2000'>x</a> <b data-x='[@nobody2001]'>y</b> <!-- [@nobody2002] -->",
    "scripts and styles": "<style>\n@media2000 { }\n</style>\n<script>\n@nobody2001()\n</script>",
    "handles and decorators": "@hadley, @property, (@user1), [@user2](https://example.org/@user2), @scope/package3",
    "reference links": "[@helper2000] helped, [@Elf-2000] too.\n\n[@helper2000]: https://a.org\n[@elf-2000]: https://b.org",
    "e-mail": "ada@ames2000.org, <ada@ames2000.org>, mailto:ada@ames2000.org",
    "example lists": "(@good2000) A good one.\n\nAs (@good2000) shows.",
    "tables of LaTeX": r"\begin{tabular}{@{}l@{\quad}r@{.}l@{}} a & b \end{tabular} \makeatletter \@ifnextchar",
    "metadata": "---\ntitle: '[@nobody2000]'\n---\nText.",
    "LaTeX that defines": r"\newcommand{\mycite}[1]{\cite{#1}} \cite{} \cite{\key}",
    "a role that is explained": "The role {cite} `key` cites, {cite}`ames2001` too, `{cite} ames2001` is code.",
    "known keys": "@ames2001 [p. 3]; [@bell:2002, p. 3]; [-@ames2001]; @{ames2001}; [see @walks]; \\citet{ames2001}",
    "words in a note": "A note^[As @ames2001 and @bell:2002 say; see there.] and [@ames2001 and @bell:2002]{.aside}.",
}


@pytest.mark.parametrize("name", SILENT)
def test_no_citation(name: str) -> None:
    assert [each.message for each in told(SILENT[name])] == []


UNKNOWN = {
    "in a caption": ("![Steps [@nobody2000]](a.png){#fig-a}", [(1, 10)]),
    "in a span": ("[as @nobody2000 said]{.aside}", [(1, 5)]),
    "in an inline note": ("x^[see @nobody2000]", [(1, 8)]),
    "in a footnote": ("x[^1]\n\n[^1]: See @nobody2000.", [(3, 11)]),
    "in a div": ("::: {.callout}\n[@nobody2000]\n:::", [(2, 2)]),
    "in a directive": ("```{note} After {cite}`nobody2000`\n[@nobody2001]\n```", [(1, 24), (2, 2)]),
    "in nested directives": ("````{note}\n```{tip}\n@nobody2000\n```\n@nobody2001\n````", [(3, 1), (5, 1)]),
    "in a theorem": ("```{theorem, a, name='B'}\n@nobody2000\n```", [(2, 1)]),
    "after code": ("```{r}\n1\n```\n\n@nobody2000", [(5, 1)]),
    "beside mathematics": ("$x$ [@nobody2000] $y$", [(1, 6)]),
    "beside a cross-reference": ("[@fig-a] and [see @nobody2000, p. 3]", [(1, 19)]),
    "a role with words": ("{cite:p}`{see}nobody2000{p. 3}, ames2001`", [(1, 15)]),
    "a role on two lines": ("{cite:p}`ames2001,\nnobody2000`", [(2, 1)]),
    "roles of all kinds": ("{cite}`nobody1` {cite:t}`nobody2` {footcite:t}`nobody3` {citet}`nobody4`",
                           [(1, 8), (1, 26), (1, 48), (1, 65)]),
    "a command with pages": (r"\citep[see][p. 3]{ames2001, nobody2000}", [(1, 29)]),
    "commands of biblatex": (r"\textcite{nobody1} \parencites[3]{ames2001}[4]{nobody2}", [(1, 11), (1, 48)]),
    "nocite": ("---\nnocite: '@ames2001, @nobody2000'\n---\n", [(2, 21)]),
    "one slip without a year": ("As @walkss say.", [(1, 4)]),
    "a known name, another number": ("As @ames02 says.", [(1, 4)]),
    "in a link": ("[@nobody2000] [text](b)", [(1, 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_key(name: str) -> None:
    markdown, places = UNKNOWN[name]
    assert [(each.place.line, each.place.column) for each in told(markdown)] == places
    assert {each.rule.label for each in told(markdown)} == {"citation-known"}


def test_a_blank_in_a_role_is_told() -> None:
    (diagnostic,) = told("As {cite:t} `ames2001` says.")
    assert (diagnostic.rule.label, diagnostic.place.column, diagnostic.hint) == (
        "citation-syntax", 4, "write {cite:t}`ames2001`",
    )  # fmt: skip


def test_hints_speak_of_the_project_and_in_its_words() -> None:
    (diagnostic,) = told("[@stranger1999]")
    assert diagnostic.hint == r"add the work to the bibliography, or write \@ for a plain @"
    (diagnostic,) = told("{cite:p}`stranger1999`")
    assert diagnostic.hint == "add the work to the bibliography"


def test_a_silent_page_can_be_heard() -> None:
    """No entry of SILENT is silent because the page was lost: a slip behind it is still told."""
    for name, markdown in SILENT.items():
        assert [each.place.column for each in told(f"{markdown}\n\nBut [@stranger1999].")] == [6], name


USED = [
    ("`r cite('@ames2001')`", True),
    ("```{r, fig.cap='After @ames2001'}\n```", True),
    (":cite:`ames2001`", True),
    (r"\autocite[3]{bell,ames2001}", True),
    ("---\nabstract: As @ames2001 said.\n---", True),
    ("<!-- [@ames2001] -->", False),
    ("ames2001", False),
]


@pytest.mark.parametrize(("text", "used"), USED)
def test_used(text: str, used: bool) -> None:
    assert ("ames2001" in set(mentioned(text))) is used


@given(st.text() | st.text(alphabet="@[]{}()`$^!:#-;,a1 \n\\<>%*_~.|&'\"=citerf"))
def test_text_never_raises(text: str) -> None:
    told(text)
    set(mentioned(text))
    csl_keys(Source("x.json", text))
    masked = mask_dialect(text, ())
    assert (len(masked), masked.count("\n")) == (len(text), text.count("\n"))


PATHOLOGICAL = (
    "[@", "{{<", "$a", "{cite}`a,", "\\cite[", "\\citep[a]{b", "^[", "![a", "---\n", "\n\n---\na: b\n", "```{note}\n",
    "@ab ", "@fig-a;", "{", "{.a", "](", "[[@a]{.x}", "nocite: @a\n", "#| label: a\n", "(@a)\n", "<!--", "[@x]: a\n",
)  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("piece", PATHOLOGICAL)
def test_time_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return min(timed(lambda: told(text)) for _ in range(3))

    small, large = seconds(10_000), seconds(80_000)
    assert large < 30 * small + 0.2, "eight times the text may not take the square of eight times the time"


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


LOCATED = [
    (r"\citep[p. 3]{ames2001}", "page 3"),
    (r"\citep[see][chap. 2]{ames2001}", "chapter 2"),
    (r"\textcite[33]{ames2001}", "page 33"),
    (r"\citep[see]{ames2001}", ""),
    (r"\citep[see][]{ames2001}", ""),
    ("{cite:p}`{see}ames2001{p. 3}`", "page 3"),
    ("{cite:p}`ames2001`", ""),
]


@pytest.mark.parametrize(("markdown", "locator"), LOCATED)
def test_locators_of_roles_and_commands(markdown: str, locator: str) -> None:
    (citation,) = scan_page(Source("page.md", markdown), library()).commands
    (item,) = citation.items
    assert (f"{item.locator.label} {item.locator.value}" if item.locator else "") == locator


def test_an_empty_library_is_no_obstacle() -> None:
    assert not Works(Bibliography()).is_plausible("user1")

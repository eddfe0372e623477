"""Weaving: what each kind of block becomes, what learners must not see, what stays as typed; nothing is raised."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.blocks import KINDS
from coursewright.course import Course
from coursewright.diagnostics import Place
from coursewright.model import Page
from coursewright.site import Edition, markdown_link
from coursewright.source import Source
from coursewright.weave import Site, weave
from coursewright.weave.html import element, fence, inline, plain
from tests.test_worlds import load, read_world

WORLD = Path(__file__).parent / "worlds" / "a-small-whole-course.txt"
LESSON = "1-dough/kneading.md"
LEARNER, INSTRUCTOR = Site(Edition.LEARNER), Site(Edition.INSTRUCTOR)


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = tmp_path_factory.mktemp("bread")
    read_world(WORLD.read_text(encoding="utf-8")).write(root)
    course, problems = load(root)
    assert problems == ""
    return course


def page(course: Course, path: str, site: Site = LEARNER) -> str:
    source = course.pages[path]
    return weave(source.source.text[source.body :], course, path, site)


WOVEN = {
    "objectives": (
        LESSON,
        "/// objectives\n///",
        ["cw-objectives", '<li data-objective="kneading/stop">Decide when to stop kneading</li>'],
    ),
    "pause": (
        LESSON,
        "/// pause | kneading-when\n///",
        ['data-question="kneading-when"', "How does a baker know when to stop", "Wash your hands.", "Calvel (1990)"],
    ),
    "pause elsewhere": ("index.md", "/// pause | rye-why\n///", ['data-question="rye-why"', "Why is rye different?"]),
    "block": (
        "index.md",
        "/// block | safety\n    oven: an *old* oven\n    who: Ruth\n///",
        ["Before Ruth opens an *old* oven, stand back", "Calvel, 1990", "p. 12"],
    ),
    "block with a default": (
        "index.md",
        "/// block | safety\n    oven: an oven\n///",
        ["Before the baker opens an oven"],
    ),
    "case": (
        "index.md",
        "/// case | rye\nLook at the **dough**.\n///",
        ["cw-case", '<a href="cases/rye/">Ruth’s rye</a>', "A village bakery", "Look at the **dough**."],
    ),
    "discussion": (
        LESSON,
        "/// discussion\n///",
        [
            "In pairs",
            "Turn to one other person.",
            "<strong>Talk</strong> Together.",
            "Journal",
            "How does Ruth know",
            "5–15",
        ],
    ),
    "contrast": (
        LESSON,
        "/// contrast | No kneading\nTime *does* it.\n///",
        ["cw-contrast", "No kneading", "Time *does* it."],
    ),
    "dialogue": (
        LESSON,
        "/// dialogue | At five\nRuth: It *sticks*.\nTom: Wait,\nand see.\n(They wait.)\n///",
        [
            "At five",
            '<p class="cw-speaker">Ruth</p>',
            "It <em>sticks</em>.",
            "<p>and see.</p>",
            '<p class="cw-stage">(They wait.)',
        ],
    ),
    "practice": (
        LESSON,
        "/// practice | Fold\n    minutes: 5\n\nFold it.\n///",
        ["Try this · 5 minutes", "Fold", "Fold it."],
    ),
    "evidence": (
        LESSON,
        "/// evidence | Rest\n    effect: r = .28\n    means: It helps\n    source: '[@calvel1990]'\n\nMore.\n///",
        ["cw-evidence", "<dt>Effect</dt><dd>r = .28</dd>", "It helps", "Calvel, 1990", "More."],
    ),
    "keypoints": (LESSON, "/// keypoints\n- Rest\n- Wait\n///", ["Key points", "- Rest\n- Wait"]),
    "terms": (LESSON, "/// terms\n///", ['<a href="../../glossary/#term-gluten">Gluten</a>', "What kneading builds"]),
    "content-note": (LESSON, "/// content-note | Fire\nBurns.\n///", ["Before you read on", "Fire", "Burns."]),
    "decision": (LESSON, "/// decision | Now\nStop?\n///", ["Decide before you read on", "Now", "Stop?"]),
    "voice": (LESSON, "/// voice | Ruth\nI wait.\n///", ["cw-voice", "Ruth", "I wait."]),
    "references": (
        LESSON,
        "As @calvel1990 says.\n\n/// references\n///\n\nEnd.",
        ['id="ref-calvel1990"', "The taste of bread", 'href="#cite-calvel1990-1"', "</ul>\n\n\n\nEnd."],
    ),
    "references by themselves": (
        LESSON,
        "As @calvel1990 says.",
        ["As <span", "\n\n## References\n\n<ul", 'id="ref-calvel1990"'],
    ),
    "lessons of a module": (
        "1-dough/index.md",
        "/// lessons\n///",
        ['<a href="kneading/">Kneading</a>', "30–40 minutes"],
    ),
    "lessons of all": (
        "index.md",
        "/// lessons\n///",
        ["Module 1 · Dough", '<a href="1-dough/kneading/">Kneading</a>'],
    ),
    "map": (
        "index.md",
        "/// map\n///",
        [
            "cw-map",
            '<a href="1-dough/">Module 1 · Dough</a>',
            '<a href="1-dough/kneading/">Kneading</a>',
            "30–40 minutes",
        ],
    ),
    "diagram": (
        "index.md",
        "/// diagram | loaf\n    words: An *oval*.\n\nA **loaf**.\n///",
        [
            "figure.cw.cw-diagram",
            '<title id="diagram-loaf-the-title">A loaf</title>',
            "A **loaf**.",
            "An <em>oval</em>.",
        ],
    ),
    "sets of all": (
        "index.md",
        "/// sets\n///",
        ["Module 1 · Dough", '<a href="sets/dough-talk/">Talk about <em>dough</em></a>', "10 minutes · forms A and B"],
    ),
    "formats": (
        "index.md",
        "/// formats\n///",
        ["### In pairs", "2 people · 5–15 minutes", "<strong>Think</strong> (1–4 min) Alone.", "### Journal", "alone"],
    ),
    "cases": ("index.md", "/// cases\n///", ['<a href="cases/rye/">Ruth’s rye</a>', "a village bakery"]),
    "bank": (
        "questions/index.md",
        "/// bank\n///",
        ["## Module 1 · Dough", "### Kneading", 'id="kneading-when"', "How does Ruth know", "## Cases", 'id="rye-why"'],
    ),
    "glossary": (
        "glossary.md",
        "/// glossary\n///",
        ['id="term-crumb"', "gluten network", 'href="#term-crumb"', "Used in"],
    ),
    "works": (
        "references.md",
        "/// works\n///",
        ["The taste of bread", "Cited in", '<a href="../1-dough/kneading/#ref-'],
    ),
    "rules": ("index.md", "/// rules\n///", ['id="rule-citation-known"', "Every citation key is in the bibliography."]),
    "journal": (
        "index.md",
        "/// journal\n///",
        [
            "## Module 1 · Dough",
            "### Kneading",
            '<a href="1-dough/kneading/">Read it</a>',
            '<ol class="cw-j-prompts" data-page="Kneading" data-lesson="kneading">',
            '<li class="cw-j-prompt" id="note-kneading-when" data-question="kneading-when">',
            "How does a baker know when to stop",
            'data-course="Bread" data-lessons="kneading" data-objectives="kneading/stop"',
        ],
    ),
    "kinds": ("index.md", "/// kinds\n///", ['id="kind-pause"', "<code>minutes</code>"]),
    "admonition": (
        "index.md",
        "/// note | A *title*\nSee [@calvel1990].\n///",
        ["/// note | A *title*\nSee <span", "\n///\n"],
    ),
    "link to a lesson": ("index.md", "[it](lesson:kneading)", ["[it](1-dough/kneading.md)"]),
    "link with an anchor": ("index.md", "[it](lesson:kneading#end)", ["[it](1-dough/kneading.md#end)"]),
    "link to a case": (LESSON, "[it](case:rye)", ["[it](../cases/rye.md)"]),
    "link to a term": (LESSON, "[it](term:crumb)", ["[it](../glossary.md#term-crumb)"]),
    "link to a question": (LESSON, "[it](question:rye-why)", ["[it](../questions/index.md#rye-why)"]),
    "link to a page": ("index.md", "[it](page:rye)", ["[it](cases/rye.md)"]),
}


@pytest.mark.parametrize(("path", "markdown", "parts"), WOVEN.values(), ids=WOVEN)
def test_each_kind_becomes_what_it_is_for(bread: Course, path: str, markdown: str, parts: list[str]) -> None:
    woven = weave(f"Before.\n\n{markdown}\n\nAfter.\n", bread, path)
    assert [part for part in parts if part not in woven] == []
    assert woven.index("Before.") < woven.index(parts[0])
    assert "After." in woven
    assert "\n/// " not in woven.replace("/// html |", "").replace("/// note |", "")


def test_every_kind_of_block_is_woven_above() -> None:
    shown = {
        markdown.removeprefix("/// ").split()[0] for _, markdown, _ in WOVEN.values() if markdown.startswith("///")
    }
    assert KINDS.keys() - shown <= {"facilitator", "references"}


SECRETS = ("The secret answer.", "the windowpane test", "that time alone decides", "Would Ruth agree?")


def test_learners_get_no_facilitator_text_and_instructors_do(bread: Course) -> None:
    learner = "".join(page(bread, path) for path in bread.pages)
    instructor = "".join(page(bread, path, INSTRUCTOR) for path in bread.pages)
    assert [secret for secret in SECRETS if secret in learner] == []
    assert [secret for secret in SECRETS if secret not in instructor] == []
    assert "facilitator" not in learner


@pytest.mark.parametrize(
    "hidden",
    [
        "/// facilitator\nhidden\n///",
        "/// facilitator | hidden\n- hidden\n\n//// note\nhidden\n////\n///",
        "//// case | rye\nText\n\n/// facilitator\nhidden\n///\n////",
        "//// note\n/// facilitator\nhidden [@calvel1990]\n///\n////",
        "/// facilitator\nhidden, and never closed",
        "//// dialogue\nRuth: It sticks.\n\n/// facilitator\nhidden\n///\n////",
        "//// case | nope\n/// facilitator\nhidden\n///\n////",
        "//// xyzzy\n/// facilitator\nhidden\n///\n////",
    ],
    ids=[
        *("alone", "with blocks", "in a case", "in an admonition", "not closed", "in a dialogue"),
        *("in a case that is not there", "in a block that is not there"),
    ],
)
def test_facilitator_blocks_leave_nothing_behind(bread: Course, hidden: str) -> None:
    assert "hidden" not in weave(hidden, bread, "index.md", LEARNER)
    assert "ref-calvel1990" not in weave(hidden, bread, "index.md", LEARNER)
    assert "hidden" in weave(hidden, bread, "index.md", INSTRUCTOR)


AS_TYPED = {
    "prose": "Some *Markdown* with `code`, [a link](https://example.org) and a footnote[^1].\n\n[^1]: Here.\n",
    "code": "```\n/// pause | kneading-when\n///\n[@calvel1990]\n```\n\n`@calvel1990` and `[it](lesson:kneading)`\n",
    "comment": "<!-- @calvel1990\n/// objectives\n///\n-->\n",
    "address": "Write to calvel1990@example.org or <calvel1990@example.org>.\n",
    "unknown key": "As [@calvel1991, p. 3] says.\n",
    "unknown question": "/// pause | nope\n///\n",
    "unknown block": "/// block | nope\n    a: b\n///\n",
    "unknown case": "/// case | nope\nText\n///\n",
    "unknown link": "[it](lesson:nope) and [it](term:nope) and [it](nope:nope)\n",
    "link to a file": "[it](cases/rye.md#end) ![](image.png)\n",
    "slashes": "a /// b\n\n////\n",
    "slots": "{oven} and {{ jinja }}\n",
    "attributes": "## Heading { #id .class }\n",
    "html": '<div class="a">\n[x]\n</div>\n',
}


@pytest.mark.parametrize("markdown", AS_TYPED.values(), ids=AS_TYPED)
def test_what_is_not_ours_or_not_known_stays_as_typed(bread: Course, markdown: str) -> None:
    assert weave(markdown, bread, "index.md").strip("\n") == markdown.strip("\n")


def test_an_escaped_at_sign_is_an_at_sign(bread: Course) -> None:
    """Markdown knows no such escape, so it is taken off here."""
    assert weave("\\@calvel1990 and \\*stars\\*", bread, "index.md") == "@calvel1990 and \\*stars\\*"


@pytest.mark.parametrize("command", ["\\bibliography", "\\full_bibliography"])
def test_commands_of_mkdocs_bibtex_mean_what_they_mean_there(bread: Course, command: str) -> None:
    woven = weave(f"As @calvel1990 says.\n\n{command}\n\nEnd.", bread, "index.md")
    assert command not in woven
    assert woven.index("As ") < woven.index("The taste of bread") < woven.index("End.")
    assert weave(f"`{command}`", bread, "index.md") == f"`{command}`"


def test_a_page_that_the_course_does_not_know_stays_as_typed(bread: Course) -> None:
    assert weave("/// objectives\n///\n", bread, "nope.md") == "/// objectives\n///\n"


def test_an_unknown_kind_of_block_keeps_its_words_and_its_slashes(bread: Course) -> None:
    woven = weave("/// xyzzy | a\nText [@calvel1990]\n///\n", bread, "index.md")
    assert "/// xyzzy | a\nText <span" in woven
    assert [line for line in woven.splitlines() if line == "///"] == ["///"]


def test_slashes_of_outer_blocks_outnumber_those_inside(bread: Course) -> None:
    inner = "/// keypoints\n- a\n///"
    for _ in range(4):
        inner = f"/// contrast | T\n{inner}\n///"
    woven = weave(f"/// note\n{inner}\n///\n", bread, "index.md")
    heads = [line.split(" ")[0] for line in woven.splitlines() if line.startswith("///") and " " in line]
    ends = [line for line in woven.splitlines() if line.startswith("///") and " " not in line]
    assert [len(head) for head in heads] == [8, 7, 6, 5, 4, 3]
    assert ends == heads[::-1]


def test_a_block_inside_itself_stays_as_typed(tmp_path: Path) -> None:
    """Once is enough to see it; two uses in one block would double with every round."""
    read_world(
        "A circle.\n=== course/blocks/a.md\n---\nid: a\ntitle: A\n---\nOnce.\n\n/// block | a\n///\n"
        "=== docs/index.md\n---\ntitle: Home\n---\n/// block | a\n///\n"
    ).write(tmp_path)
    course, problems = load(tmp_path)
    assert "[block-acyclic]" in problems
    woven = page(course, "index.md")
    assert woven.count("Once.") == 1
    assert woven.count("/// block | a") == 1


def test_a_parameter_without_a_value_stays_as_typed(bread: Course) -> None:
    assert "Before the baker opens {oven}, stand" in weave("/// block | safety\n///", bread, "index.md")


def test_anchors_of_citations_are_numbered_as_they_stand(bread: Course) -> None:
    woven = page(bread, LESSON)
    anchors = [int(part.partition('"')[0]) for part in woven.split('id="cite-calvel1990-')[1:]]
    assert anchors == list(range(1, len(anchors) + 1))
    assert all(f'href="#cite-calvel1990-{number}"' in woven for number in anchors)


@pytest.mark.parametrize(
    "markdown", ["[see [it](lesson:kneading) and @calvel1990]", "[@calvel1990, as in [it](lesson:kneading)]"]
)
def test_links_inside_a_citation_are_resolved(bread: Course, markdown: str) -> None:
    assert "[it](1-dough/kneading.md)" in weave(markdown, bread, "index.md")


def test_a_reusable_block_resolves_for_the_page_that_uses_it(bread: Course) -> None:
    woven = weave("/// block | safety\n    oven: '[rye](case:rye)'\n///", bread, LESSON)
    assert "opens [rye](../cases/rye.md), stand back" in woven


def test_html_in_short_texts_is_shown_and_not_run(bread: Course) -> None:
    woven = weave('/// dialogue\nRuth: <script>alert("x")</script>\n///', bread, "index.md")
    assert "<script>" not in woven
    assert "&lt;script&gt;" in woven


def test_weaving_twice_gives_the_same(bread: Course) -> None:
    for path in bread.pages:
        assert page(bread, path) == page(bread, path)


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "pretty", "plain_"),
    [
        ("index.md", "a/b.md", "", "a/b/", "a/b.html"),
        ("a/b.md", "index.md", "", "../../", "../index.html"),
        ("a/b.md", "a/c.md", "x", "../c/#x", "c.html#x"),
        ("a/index.md", "a/c.md", "", "c/", "c.html"),
        ("a/b.md", "a/index.md", "", "../", "index.html"),
        ("a/b.md", "a/b.md", "x", "#x", "#x"),
        ("index.md", "index.md", "", "./", "index.html"),
    ],
)
def test_addresses(origin: str, target: str, anchor: str, pretty: str, plain_: str) -> None:
    assert Site().link(origin, target, anchor) == pretty
    assert Site(directory_urls=False).link(origin, target, anchor) == plain_


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "path"),
    [
        ("index.md", "a/b.md", "", "a/b.md"),
        ("a/b.md", "index.md", "x", "../index.md#x"),
        ("a/b.md", "a/b.md", "x", "#x"),
        ("a/b.md", "a/b.md", "", "b.md"),
    ],
)
def test_links_between_markdown_files(origin: str, target: str, anchor: str, path: str) -> None:
    assert markdown_link(origin, target, anchor) == path


@pytest.mark.parametrize(
    ("markdown", "html", "text"),
    [
        ("It's *so* `a<b`", "It’s <em>so</em> <code>a&lt;b</code>", "It’s so a<b"),
        ("a\nb", "a b", "a b"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"),
        ("[x](https://e.org)", '<a href="https://e.org">x</a>', "x"),
        ("[x](javascript:y)", "[x](javascript:y)", "[x](javascript:y)"),
    ],
)
def test_one_line_of_markdown(markdown: str, html: str, text: str) -> None:
    assert inline(markdown) == html
    assert plain(markdown) == text


def test_attributes_are_escaped_and_slashes_counted() -> None:
    assert element("p", "", "x", title='a"<b', open_="") == '<p title="a&quot;&lt;b">x</p>'
    assert [fence("a"), fence("/// note\n///"), fence("//// note\n   /////\n")] == ["///", "////", "//////"]


PIECES = [
    *(
        "/// ",
        "//// ",
        "///\n",
        "////\n",
        "\n\n",
        "\n",
        " | ",
        "    ",
        "pause",
        "block",
        "case",
        "keypoints",
        "dialogue",
    ),
    *("references", "discussion", "note", "evidence", "facilitator", "safety", "rye", "kneading-when", "oven: a\n"),
    *("@calvel1990", "[@calvel1990", ", p. 3]", "[see ", "; ", "]", "[x](lesson:kneading)", "(case:rye)", "-@", "`"),
    *("```\n", "<!-- ", " -->", "\\", "Ruth: ", "source: ", "'", "<b>", "ä", "*", "{oven}", "](", "![", "[^1]"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_any_markdown_is_woven_without_an_exception(bread: Course, markdown: str) -> None:
    for site in (LEARNER, INSTRUCTOR):
        assert isinstance(weave(markdown, bread, LESSON, site), str)


@given(st.text(max_size=120).filter(lambda text: not any(mark in text for mark in ("@", "///", "](", "\\"))))
def test_text_without_our_syntax_is_returned_unchanged(bread: Course, markdown: str) -> None:
    assert weave(markdown, bread, "index.md") == markdown


PLAIN = st.lists(
    st.sampled_from(["word ", "*em* ", "`code` ", "\n\n", "- item\n", "> quote\n", "é ", "## Head\n", "| a |\n"])
)


@given(PLAIN.map("".join), PLAIN.map("".join))
def test_text_around_a_citation_is_returned_unchanged(bread: Course, before: str, after: str) -> None:
    woven = weave(f"{before}\n\nAs [@calvel1990] says.\n\n{after}", bread, "index.md")
    assert woven.startswith(f"{before}\n\nAs <span")
    assert f"</span> says.\n\n{after}" in woven


def test_deep_nesting_is_woven() -> None:
    text = "/// note\n" * 300
    course = Course(pages={"a.md": Page("a.md", Source("docs/a.md", text), 0, Place("docs/a.md", 1, 1))})
    assert "note" in weave(text, course, "a.md")

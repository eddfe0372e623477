"""Silencing one place, with a reason; a silence that is misspelt, gives no reason or is stale is told."""

import pytest

from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.silences import apply_severities, apply_silences
from coursewright.source import Source

CITED = Diagnostic(Rule.CITATION_KNOWN, Place("docs/a.md", 3, 5), "No such key.")


def after(text: str, *diagnostics: Diagnostic, path: str = "docs/a.md") -> list[str]:
    """What is left to tell of a file."""
    left = apply_silences(diagnostics, [Source(path, text)])
    return [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message} | {d.hint}" for d in left]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("\n<!-- silence citation-known: forthcoming -->\nAs @x says.", "docs/a.md"),
        ("\n\nAs @x says. <!-- silence citation-known: forthcoming -->", "docs/a.md"),
        ("\n<!--silence citation-known:forthcoming-->\nAs @x says.", "docs/a.md"),
        ("---\n# silence citation-known: forthcoming\nid: x\n---\n", "docs/a.md"),
        ("\n  # silence citation-known: forthcoming\nstem: As @x", "course/questions/a.yml"),
        ("\n\nstem: As @x # silence citation-known: forthcoming", "course/questions/a.yml"),
        ("\n% silence citation-known: forthcoming\n@book{x,", "bib/a.bib"),
    ],
    ids=["line before", "same line", "tight", "front matter", "YAML, line before", "YAML, same line", "BibTeX"],
)
def test_a_silence_with_a_reason_silences_its_line_and_the_next(text: str, path: str) -> None:
    told = Diagnostic(Rule.CITATION_KNOWN, Place(path, 3, 1), "No such key.")
    assert after(text, told, path=path) == []


STALE = "silence-used: This silence of"
BARE = "2:14 silence-used: This silence gives no reason, so it silences nothing. | write 'silence citation-known: why'"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "<!-- silence citation-known: too far -->\n\nAs @x says.",
            f"1:14 {STALE} 'citation-known' silences nothing. | remove it",
        ),
        (
            "\n\nAs @x says.\n<!-- silence citation-known: too late -->",
            f"4:14 {STALE} 'citation-known' silences nothing. | remove it",
        ),
        (
            "\n<!-- silence page-known: another rule -->\nAs @x says.",
            f"2:14 {STALE} 'page-known' silences nothing. | remove it",
        ),
        ("\n<!-- silence citation-known -->\nAs @x says.", BARE),
        ("\n<!-- silence citation-known: -->\nAs @x says.", BARE),
        (
            "\n<!-- silence citation-know: forthcoming -->\nAs @x says.",
            "2:14 rule-known: There is no rule 'citation-know'. | did you mean 'citation-known'?",
        ),
    ],
    ids=["too far", "too late", "another rule", "no reason", "empty reason", "misspelt rule"],
)
def test_what_is_no_silence_is_told_and_the_problem_too(text: str, left: str) -> None:
    assert after(text, CITED) == ["3:5 citation-known: No such key. | ", left]


def test_one_silence_hides_every_problem_of_its_rule_in_its_line_and_no_other() -> None:
    text = "\n<!-- silence citation-known: forthcoming -->\nAs @x and @y say."
    again = Diagnostic(Rule.CITATION_KNOWN, Place("docs/a.md", 3, 12), "No such key.")
    other = Diagnostic(Rule.LINK_KNOWN, Place("docs/a.md", 3, 1), "No such page.")
    elsewhere = Diagnostic(Rule.CITATION_KNOWN, Place("docs/b.md", 3, 1), "No such key.")
    assert after(text, CITED, again, other, elsewhere) == [
        "3:1 link-known: No such page. | ",
        "3:1 citation-known: No such key. | ",
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("`<!-- silence citation-known: shown -->`", "docs/a.md"),
        ("```\n<!-- silence citation-known: shown -->\n```\n", "docs/a.md"),
        (
            "```text\n<!-- silence citation-known: shown -->   in Markdown\n% silence citation-known: x\n```\n",
            "docs/a.md",
        ),
        ("## silence speaks\n", "docs/a.md"),
        ("# silence in therapy: what it does\n", "docs/a.md"),
        ("In 60 % silence: see below\n", "docs/a.md"),
        ("stem: What does a # silence mean\n", "course/questions/a.yml"),
        ('stem: "What does this do: # silence citation-known: x"\n', "course/questions/a.yml"),
    ],
    ids=["code", "fence", "fence with BibTeX", "heading", "title", "per cent", "YAML", "YAML in quotes"],
)
def test_what_only_looks_like_a_silence_is_none(text: str, path: str) -> None:
    assert after(text, path=path) == []


def test_severities_of_the_course_are_in_force() -> None:
    advice = Diagnostic(Rule.REFERENCE_USED, Place("f", 1, 1), "Unused.")
    set_to = {"citation-known": "off", "reference-used": "error"}
    assert [d.level for d in apply_severities([CITED, advice], set_to)] == ["error"]
    assert [d.level for d in apply_severities([CITED, advice], {})] == ["error", "advice"]

"""How diagnostics are worded: for people, for GitHub, as JSON, as SARIF."""

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright import messages
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity


def problem(column: int = 1, length: int = 1, message: str = "Wrong.", hint: str = "mend it") -> Diagnostic:
    return Diagnostic(Rule.CITATION_KNOWN, Place("docs/a.md", 41, column, length), message, hint)


def text(diagnostic: Diagnostic, line: str) -> list[str]:
    return messages.as_text(diagnostic, lambda path, number: line).split("\n")


def test_a_message_is_worded_as_the_design_shows_it() -> None:
    line = "Rogers held that … [@roger1961, p. 33]"
    said = problem(21, 9, "No reference has the key 'roger1961'.", "did you mean 'rogers1961'?")
    assert text(said, line) == [
        "docs/a.md:41:21: error: No reference has the key 'roger1961'. [citation-known]",
        "    41 | Rogers held that … [@roger1961, p. 33]",
        "       |                     ^^^^^^^^^ did you mean 'rogers1961'?",
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "hint", "marker"),
    [
        ("abc", 2, 1, "mend it", " ^ mend it"),
        ("abc", 2, 1, "", " ^"),
        ("\tabc", 3, 2, "mend it", "\t ^^ mend it"),
        ("ä\tb", 3, 1, "mend it", " \t^ mend it"),
        ("abc", 2, 99, "mend it", " ^^ mend it"),
        ("abc", 4, 1, "mend it", "   ^ mend it"),
        ("a:   ", 5, 1, "mend it", "    ^ mend it"),
    ],
    ids=["plain", "no hint", "tab", "non-ASCII and tab", "too long", "after the end", "in white space at the end"],
)
def test_the_marker_stands_under_the_column(line: str, column: int, length: int, hint: str, marker: str) -> None:
    assert text(problem(column, length, hint=hint), line)[2] == "       | " + marker


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_without_a_line_to_show_the_hint_stands_alone(line: str) -> None:
    head = "docs/a.md:41:1: error: Wrong. [citation-known]"
    assert text(problem(), line) == [head, "    mend it"]
    assert text(problem(hint=""), line) == [head]


@given(st.integers(1, 400), st.integers(1, 400))
def test_long_lines_are_cut_around_the_column(at: int, length: int) -> None:
    line = "".join(chr(0x100 + index) for index in range(400))
    shown, marker = text(problem(at, length), line)[1:]
    assert len(shown) <= len("    41 | ") + 112
    assert shown[marker.index("^")] == line[at - 1]


def test_severities_in_force_are_said() -> None:
    told = Diagnostic(Rule.CITATION_KNOWN, Place("f", 1, 1), "A.", severity=Severity.WARNING)
    assert messages.headline(told) == "f:1:1: warning: A. [citation-known]"
    assert messages.headline(Diagnostic(Rule.REFERENCE_USED, Place("f", 1, 1), "A.")).startswith("f:1:1: advice: ")


@pytest.mark.parametrize(
    ("diagnostic", "command"),
    [
        (problem(), "::error file=docs/a.md,line=41,col=1,title=citation-known::Wrong. (mend it)"),
        (problem(hint=""), "::error file=docs/a.md,line=41,col=1,title=citation-known::Wrong."),
        (
            problem(message="50 % of\r\nthis: a, b", hint=""),
            "::error file=docs/a.md,line=41,col=1,title=citation-known::50 %25 of%0D%0Athis: a, b",
        ),
        (
            Diagnostic(Rule.OBJECTIVE_ASKED, Place("docs/a, b: 5 %.md", 1, 2), "A."),
            "::warning file=docs/a%2C b%3A 5 %25.md,line=1,col=2,title=objective-asked::A.",
        ),
        (
            Diagnostic(Rule.REFERENCE_USED, Place("f", 1, 2), "A."),
            "::notice file=f,line=1,col=2,title=reference-used::A.",
        ),
    ],
    ids=["error", "no hint", "signs in the message", "signs in the path", "advice"],
)
def test_github_commands(diagnostic: Diagnostic, command: str) -> None:
    assert messages.as_github(diagnostic) == command


def test_json_is_the_contract() -> None:
    assert json.loads(messages.as_json([problem(3, 2, "„Ä“")])) == [
        {
            "rule": "citation-known",
            "severity": "error",
            "path": "docs/a.md",
            "line": 41,
            "column": 3,
            "message": "„Ä“",
            "hint": "mend it",
        }
    ]
    assert json.loads(messages.as_json([])) == []


def test_sarif_has_what_a_viewer_asks_for() -> None:
    advice = Diagnostic(Rule.REFERENCE_USED, Place("bib/r.bib", 3, 1), "Unused.")
    report = json.loads(messages.as_sarif([problem(3, 2), advice]))
    assert (report["version"], len(report["runs"])) == ("2.1.0", 1)
    assert report["$schema"].startswith("https://")
    run = report["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "coursewright"
    rules = {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {rule.label: rule.purpose for rule in Rule}
    assert [(result["ruleId"], result["level"], result["message"]["text"]) for result in run["results"]] == [
        ("citation-known", "error", "Wrong. (mend it)"),
        ("reference-used", "note", "Unused."),
    ]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "docs/a.md"
    assert location["region"] == {"startLine": 41, "startColumn": 3, "endColumn": 5}


@pytest.mark.parametrize("path", ["docs/a b.md", "docs/über.md", "docs/50%.md", "docs/a#b.md"])
def test_sarif_names_files_by_a_valid_uri(path: str) -> None:
    told = Diagnostic(Rule.SOURCE_UTF8, Place(path, 1, 1), "A.")
    result = json.loads(messages.as_sarif([told]))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
    assert "#" not in uri
    assert unquote(uri) == path


@pytest.mark.parametrize(
    ("rules", "summary", "fails"),
    [
        ([], "No problems.", False),
        ([Rule.CITATION_KNOWN], "1 error.", True),
        ([Rule.CITATION_KNOWN] * 2 + [Rule.MINUTES_FIT], "2 errors, 1 warning.", True),
        ([Rule.MINUTES_FIT] * 2, "2 warnings.", True),
        ([Rule.REFERENCE_USED], "1 piece of advice.", False),
        ([Rule.REFERENCE_USED] * 2, "2 pieces of advice.", False),
    ],
)
def test_summaries(rules: list[Rule], summary: str, fails: bool) -> None:
    found = [Diagnostic(rule, Place("f", 1, 1), "A.") for rule in rules]
    assert messages.summary(found) == summary
    assert messages.fails(found) is fails


def test_every_rule_is_worded() -> None:
    labels = [rule.label for rule in Rule]
    assert len(set(labels)) == len(labels)
    for rule in Rule:
        assert rule.label == rule.name.lower().replace("_", "-")
        assert rule.purpose.endswith(".")
        assert rule.purpose[0].isupper()

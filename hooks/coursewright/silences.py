"""Rules set for the whole course, and silenced for one place: `silence citation-known: the reason`, in a comment."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coursewright.diagnostics import Diagnostic, Rule, Severity
from coursewright.markdown_mask import front_matter_end, without_code
from coursewright.source import Source, suggest

_WORDS = r"[ \t]*silence[ \t]+(?P<rule>[a-z][a-z0-9-]*)[ \t]*(?::[ \t]*(?P<reason>[^\n]*?))?[ \t]*"
_IN_MARKDOWN = re.compile(rf"<!--{_WORDS}-->")
_IN_YAML = re.compile(rf"(?:^|[ \t])#{_WORDS}$", re.M)
_IN_BIBTEX = re.compile(rf"^[ \t]*%{_WORDS}$", re.M)
_MARKDOWN = (".md", ".qmd", ".rmd", ".markdown")


def apply_severities(diagnostics: Iterable[Diagnostic], severities: dict[str, str]) -> Iterator[Diagnostic]:
    """Diagnostics with the severity that the course sets for their rule; rules that are off drop out."""
    for diagnostic in diagnostics:
        level = severities.get(diagnostic.rule.label)
        if level != "off":
            yield replace(diagnostic, severity=Severity(level)) if level else diagnostic


def apply_silences(diagnostics: Iterable[Diagnostic], sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Diagnostics without those that a comment in their own line, or in the line before, silences with a reason.

    A silence of an unknown rule, without a reason, or of nothing is a diagnostic itself.
    """
    silences = [(source, match) for source in sources for match in _silences(source)]
    spots: dict[tuple[str, int, str], list[re.Match[str]]] = {}
    for source, match in silences:
        line = source.place(match.start()).line
        for number in (line, line + 1):
            spots.setdefault((source.path, number, match["rule"]), []).append(match)
    used: set[int] = set()
    for diagnostic in diagnostics:
        hits = spots.get((diagnostic.place.path, diagnostic.place.line, diagnostic.rule.label), [])
        used.update(id(match) for match in hits)
        if not any(match["reason"] for match in hits):
            yield diagnostic
    for source, match in silences:
        yield from _check_silence(source, match, id(match) in used)


def _silences(source: Source) -> Iterator[re.Match[str]]:
    """The silences of a file, in comments of its kind; one that is shown as code is none."""
    text = source.text
    if "silence" not in text:
        return
    if source.path.lower().endswith(_MARKDOWN):
        body = front_matter_end(text)
        yield from _IN_YAML.finditer(text, 0, body)
        yield from _IN_MARKDOWN.finditer(without_code(text), body)
    elif source.path.endswith(".bib"):
        yield from _IN_BIBTEX.finditer(text)
    else:
        yield from (match for match in _IN_YAML.finditer(text) if _is_comment(source, match))


def _is_comment(source: Source, match: re.Match[str]) -> bool:
    """Whether a '#' in YAML begins a comment: the quotation marks before it in its line are closed, the rule exists."""
    place = source.place(match.start("rule"))
    before = source.line(place.line)[: place.column].rpartition("#")[0]
    known = match["rule"] in [rule.label for rule in Rule]
    quoted = any(before.count(mark) % 2 for mark in "\"'")
    return not quoted and (known or match["reason"] is not None or not before.strip())


def _check_silence(source: Source, match: re.Match[str], used: bool) -> Iterator[Diagnostic]:
    labels, place = [rule.label for rule in Rule], source.place(match.start("rule"), match.end("rule"))
    if match["rule"] not in labels:
        yield Diagnostic(Rule.RULE_KNOWN, place, f"There is no rule '{match['rule']}'.", suggest(match["rule"], labels))
    elif not match["reason"]:
        yield Diagnostic(
            Rule.SILENCE_USED,
            place,
            "This silence gives no reason, so it silences nothing.",
            f"write 'silence {match['rule']}: why'",
        )
    elif not used:
        yield Diagnostic(Rule.SILENCE_USED, place, f"This silence of '{match['rule']}' silences nothing.", "remove it")

"""How diagnostics are told: as text with the line they are in, for GitHub, as JSON, as SARIF."""

import json
from collections.abc import Callable, Iterable
from urllib.parse import quote

from coursewright import __version__
from coursewright.diagnostics import Diagnostic, Rule, Severity

ReadLine = Callable[[str, int], str]
"""Gives a line of a source file, by path and number from 1; empty where it can't be had."""


def headline(diagnostic: Diagnostic) -> str:
    """`path:line:column: severity: sentence [rule]`."""
    place = diagnostic.place
    return (
        f"{place.path}:{place.line}:{place.column}: {diagnostic.level}: {diagnostic.message} [{diagnostic.rule.label}]"
    )


def as_text(diagnostic: Diagnostic, read_line: ReadLine) -> str:
    """The headline, the line of the source, and a marker with the hint."""
    place, line = diagnostic.place, read_line(diagnostic.place.path, diagnostic.place.line)
    if not line.strip():
        return headline(diagnostic) + (f"\n    {diagnostic.hint}" if diagnostic.hint else "")
    line, column = _window(line, place.column)
    number = f"{place.line:>6}"
    marker = "".join("\t" if char == "\t" else " " for char in line[: column - 1]) + "^" * max(
        1, min(place.length, len(line) - column + 1)
    )
    return f"{headline(diagnostic)}\n{number} | {line}\n{' ' * len(number)} | {marker} {diagnostic.hint}".rstrip()


def _window(line: str, column: int, width: int = 110) -> tuple[str, int]:
    """A long line cut to what surrounds the column."""
    if len(line) <= width:
        return line, column
    start = max(0, min(column - width // 2, len(line) - width))
    cut = ("…" if start else "") + line[start : start + width] + ("…" if start + width < len(line) else "")
    return cut, column - start + bool(start)


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command that GitHub shows beside the line."""
    kind = "notice" if diagnostic.level is Severity.ADVICE else diagnostic.level
    place, body = diagnostic.place, diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    body = body.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = place.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={path},line={place.line},col={place.column},title={diagnostic.rule.label}::{body}"


def as_record(diagnostic: Diagnostic) -> dict[str, str | int]:
    place = diagnostic.place
    return {
        "rule": diagnostic.rule.label,
        "severity": str(diagnostic.level),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One array of `{rule, severity, path, line, column, message, hint}`."""
    return json.dumps([as_record(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """SARIF 2.1.0, for code-scanning views."""
    rules = [{"id": rule.label, "shortDescription": {"text": rule.purpose}} for rule in Rule]
    driver = {"name": "coursewright", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(d) for d in diagnostics],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_result(diagnostic: Diagnostic) -> dict[str, object]:
    place = diagnostic.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    level = "note" if diagnostic.level is Severity.ADVICE else str(diagnostic.level)
    text = diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")
    location = {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}
    return {"ruleId": diagnostic.rule.label, "level": level, "message": {"text": text}, "locations": [location]}


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """'2 errors, 1 warning', or 'No problems.'."""
    levels = [diagnostic.level for diagnostic in diagnostics]
    counts = (
        (levels.count(Severity.ERROR), "error"),
        (levels.count(Severity.WARNING), "warning"),
        (levels.count(Severity.ADVICE), "piece of advice"),
    )
    words = [
        f"{n} {noun.replace('piece', 'pieces') if n > 1 and ' ' in noun else noun + ('s' if n > 1 else '')}"
        for n, noun in counts
        if n
    ]
    return ", ".join(words) + "." if words else "No problems."


def fails(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error or a warning."""
    return any(diagnostic.level is not Severity.ADVICE for diagnostic in diagnostics)

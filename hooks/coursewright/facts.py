"""The course's own facts: `course/course.yml`."""

import re

from coursewright.diagnostics import Diagnostic, Report, Rule, Severity
from coursewright.model import CourseFacts
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import Mapping, read_mapping

LEVELS = ("off", *Severity)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def read_facts(source: Source, report: Report) -> CourseFacts:
    """Title, language, licence, who wrote it when and where it is, and the severity that the course gives to rules."""
    top = read_mapping(source, report)
    if top is None:
        return CourseFacts()
    title = top.text("title", required=True)
    language, licence = top.text("language", required=True, default="en"), top.text("licence", required=True)
    authors, year, url = top.phrases("authors"), top.whole("year"), top.phrase("url")
    if url and not _ADDRESS.fullmatch(url.text):
        message = f"'{url.text}' is not a web address."
        report(Diagnostic(Rule.FIELD_VALID, url.place(0, len(url.text)), message, "it begins with 'https://'"))
        url = None
    style, level = top.ref("citation-style"), top.text("level")
    severities = tuple(_read_rules(top, report))
    top.finish()
    names = tuple(name.text for name in authors)
    return CourseFacts(title, language, licence, severities, names, year, url.text if url else "", style, level)


def _read_rules(top: Mapping, report: Report) -> list[tuple[str, str]]:
    labels = [rule.label for rule in Rule]
    severities = []
    for name, node in top.named("rules"):
        level = top.nested_text(node, "severity")
        if name.name not in labels:
            hint = suggest(name.name, labels) or "the manual lists the rules"
            report(Diagnostic(Rule.RULE_KNOWN, name.place, f"There is no rule '{name.name}'.", hint))
        elif level and level not in LEVELS:
            hint = suggest(level, LEVELS) or "one of: " + ", ".join(LEVELS)
            report(Diagnostic(Rule.FIELD_VALID, top.origin.place(node), f"'{level}' is not a severity.", hint))
        elif level:
            severities.append((name.name, level))
    return severities

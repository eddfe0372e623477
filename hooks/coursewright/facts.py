"""The course's own facts: `course/course.yml`."""

from coursewright.diagnostics import Diagnostic, Report, Rule, Severity
from coursewright.model import CourseFacts
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import Mapping, read_mapping

LEVELS = ("off", *Severity)


def read_facts(source: Source, report: Report) -> CourseFacts:
    """Title, language, licence, and the severity that the course gives to rules."""
    top = read_mapping(source, report)
    if top is None:
        return CourseFacts()
    title = top.text("title", required=True)
    language, licence = top.text("language", required=True, default="en"), top.text("licence", required=True)
    severities = tuple(_read_rules(top, report))
    top.finish()
    return CourseFacts(title, language, licence, severities)


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

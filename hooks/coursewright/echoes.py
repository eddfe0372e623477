"""Echoes: what is told only because a file could not be read, so that nothing in it is known."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.english import count
from coursewright.source import Source

_NAMED = re.compile(r"^[ \t]*(?:-[ \t]+)?(?:id|lesson|case):[ \t]*[\"']?([a-z0-9-]+)", re.M)
_UNREAD = (Rule.YAML_VALID, Rule.SOURCE_FOUND, Rule.FIELD_PRESENT, Rule.FIELD_VALID)
_OF_A_LIST = {"course/formats.yml": Rule.FORMAT_KNOWN, "course/glossary.yml": Rule.TERM_KNOWN}
_WRITE = "write it; the manual for authors shows how"
_REFERRING = (
    *(Rule.LESSON_KNOWN, Rule.CASE_KNOWN, Rule.PAGE_KNOWN, Rule.QUESTION_KNOWN, Rule.OBJECTIVE_KNOWN),
    *(Rule.FORMAT_KNOWN, Rule.TERM_KNOWN, Rule.BLOCK_KNOWN),
)
_OF_A_PAGE = (Rule.OBJECTIVE_ASKED, Rule.PROCESSES_MIXED, Rule.STANCES_MIXED)
NOTHING = "has nothing to show here."
"""How the message ends where a block shows what its page has, and the page has none of it."""


def without_echoes(found: Iterable[Diagnostic], sources: Iterable[Source]) -> list[Diagnostic]:
    """Without what only follows from another problem that is told as well."""
    told, texts = list(found), {source.path: source for source in sources}
    broken = {item.place.path for item in told if item.rule is Rule.YAML_VALID}
    whole = {item.place.path for item in told if item.rule in _UNREAD and item.place[1:3] == (1, 1)} | broken
    unlisted = {rule for path, rule in _OF_A_LIST.items() if path in whole}
    unlisted |= {Rule.CITATION_KNOWN for path in whole if path.endswith(".bib")}
    spoilt = {item.place[:3] for item in told if item.rule is Rule.SOURCE_UTF8}
    names = {name for path in broken if path in texts for name in _NAMED.findall(texts[path].text)}
    pages = {path for path, source in texts.items() if names and not names.isdisjoint(_NAMED.findall(source.text))}

    def is_echo(item: Diagnostic) -> bool:
        if item.rule is Rule.TEXT_WHOLE:
            return item.place[:3] in spoilt
        if item.rule in _OF_A_PAGE or item.message.endswith(NOTHING):
            return item.place.path in pages
        if item.rule is Rule.SET_FEASIBLE:
            return bool(broken)
        return item.rule in unlisted or (item.rule in _REFERRING and _named_at(texts, item) in names)

    return [item for item in told if not is_echo(item)]


def missing_lists(found: Iterable[Diagnostic], root: Path) -> list[Diagnostic]:
    """Lists that the course refers to and does not have: each is told once, and not at every reference."""
    rules, missing = [item.rule for item in found], []
    for path, rule in _OF_A_LIST.items():
        if rule in rules and not (root / path).exists():
            message = f"There is no such file; the course refers to it in {count(rules.count(rule), 'place')}."
            missing.append(Diagnostic(Rule.SOURCE_FOUND, Place(path, 1, 1), message, _WRITE))
    return missing


def _named_at(texts: Mapping[str, Source], item: Diagnostic) -> str:
    """The id that stands at a place, of an objective that of its lesson."""
    _, line, column, length = item.place
    typed = texts[item.place.path].line(line) if item.place.path in texts else ""
    return typed[column - 1 : column - 1 + length].strip("\"'").partition("/")[0]

"""Other ways to cite: roles of MyST ('{cite:p}`a,b`'), commands of LaTeX ('\\citep[p. 3]{a,b}'), `nocite` in metadata.

Sources: sphinxcontrib-bibtex, the mystmd guide, natbib and biblatex for the names; pandoc's manual for `nocite`.
"""

import re
from collections.abc import Container, Iterator

from coursewright.citations import Citation, CitationItem, CitationKind
from coursewright.citations.keys import KEY, key_of
from coursewright.citations.locators import split_locator
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.foreign.metadata import Metadata
from coursewright.source import Source

_ROLE = re.compile(r"\{(?P<role>(?:foot|full)?cite(?:p|t)?(?::[a-z]+)?)\}")
_ROLE_TEXT = re.compile(r"`(?P<keys>[^`]*)`")
_PARTED_TEXT = re.compile(r"[ \t]+`(?P<keys>[^`\n]*)`")
_NARRATIVE = ("t", "ct", "textual", "alt", "author", "authors")
_NARRATIVE_COMMANDS = ("citet", "textcite", "citealt", "citeauthor")
_WORDS = re.compile(r"(?:\[(?=[^\[\]{}]*\]\{)|(?<=[^}])\{(?=[^{}`]*\}[,;`]))([^\[\]{}]*)")
_LATEX = re.compile(
    r"\\(?P<name>(?:no|paren|text|auto|foot|full|super|smart|footfull)?cites?|"
    r"[Cc]ite(?:p|t|alp|alt|author|year|yearpar|title|date|url|num|text)s?)\*?"
    r"(?P<groups>(?:(?:\s?\[[^\[\]{}]*\]){0,2}\{[^{}]*\})+)"
)
_GROUP = re.compile(r"\{(?P<keys>[^{}]*)\}")
_ONE = re.compile(r"[^,;\s](?:[^,;]*[^,;\s])?")
_KEY_FORM = re.compile(r"[^\W_][^\s\\#$%{}`\"'<>]*\Z")
_NOCITE = re.compile(r"^[ \t]*nocite:(?P<keys>[^\n]*(?:\n[ \t]+[^\n]*|\n[ \t]*(?=\n)|\n@[^\n]*)*)", re.M)


def command_citations(source: Source, masked: str) -> Iterator[Citation]:
    """Citations by roles and LaTeX commands, each key of one with its place."""
    if "cite" not in masked:
        return
    for role in _ROLE.finditer(masked):
        if text := _ROLE_TEXT.match(source.text, role.end()):
            yield from _citation(source, role.start(), text.end(), role["role"], [text.span("keys")])
    for command in _LATEX.finditer(masked):
        groups = _GROUP.finditer(source.text, command.start("groups"), command.end("groups"))
        if command["name"] != "nocite":
            yield from _citation(source, *command.span(), command["name"], [group.span("keys") for group in groups])


def check_roles(source: Source, masked: str, known: Container[str]) -> Iterator[Diagnostic]:
    """Roles that a blank parts from `known` keys: '{cite} `key`' is printed as it stands, and cites nothing."""
    for role in _ROLE.finditer(masked) if "{" in masked else ():
        parted = _PARTED_TEXT.match(source.text, role.end())
        if parted and any(item.key in known for item in _items(source, *parted.span("keys"))):
            typed = f"{role[0]}`{parted['keys']}`"
            message = f"A blank parts '{role[0]}' from its keys, so that nothing is cited."
            yield Diagnostic(Rule.CITATION_SYNTAX, source.place(*role.span()), message, f"write {typed}")


def uncited(metadata: Metadata) -> tuple[CitationItem, ...]:
    """The works that `nocite` lists; '*' stands for all."""
    if "nocite" not in metadata.text:
        return ()
    text, items = metadata.source.text, []
    for block in _NOCITE.finditer(text, metadata.start, metadata.end):
        if "@*" in block["keys"]:
            items.append(_item(metadata.source, "*", block.start("keys"), block.end("keys")))
        for match in KEY.finditer(text, *block.span("keys")):
            key, end = key_of(match, ())
            items.append(_item(metadata.source, key, match.start() + len(match["minus"]), end))
    return tuple(items)


def _citation(source: Source, start: int, end: int, name: str, spans: list[tuple[int, int]]) -> Iterator[Citation]:
    typed = source.text[start:end]
    items = [item for span in spans for item in _items(source, *span)]
    if not items:
        return
    if words := _WORDS.findall(typed):
        items[-1] = items[-1]._replace(locator=split_locator(words[-1])[0])
    narrative = name.partition(":")[2] in _NARRATIVE or name.lower().startswith(_NARRATIVE_COMMANDS)
    kind = CitationKind.NARRATIVE if narrative else CitationKind.PARENTHETICAL
    every = tuple(item._replace(suppress_author="year" in name) for item in items)
    yield Citation(start, end, kind, every, typed)


def _items(source: Source, start: int, end: int) -> Iterator[CitationItem]:
    """Keys between commas or semicolons; MyST puts words before and after them in braces ('{see}key{p. 3}')."""
    for one in _ONE.finditer(re.sub(r"\{[^{}]*\}", lambda words: " " * len(words[0]), source.text[start:end])):
        if _KEY_FORM.match(one[0]):
            yield _item(source, one[0], start + one.start(), start + one.end())


def _item(source: Source, key: str, start: int, end: int) -> CitationItem:
    return CitationItem(key, "", None, "", False, source.place(start, end), source.text[start:end])

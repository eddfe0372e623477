"""Links by identity, `[text](lesson:ethos)`, and relative links to files below `docs/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from coursewright.markdown_mask import without_code
from coursewright.model import Ref
from coursewright.source import Placed, suggest

SCHEMES = ("lesson", "case", "term", "page", "question")
_ADDRESS = r"(?:<(?P<angled>[^<>\n]{1,400})>|(?P<bare>(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,400}))"
_INLINE = re.compile(r"(?<=\])\([ \t]*" + _ADDRESS + r"(?=[\s)])")
_DEFINED = re.compile(r"^ {0,3}\[(?![\^@])[^\[\]\n]{1,300}\]:[ \t]*" + _ADDRESS + r"(?=\s|\Z)", re.M)
_FILE = re.compile(r"[^:?]*\.\w{1,12}\Z")


@dataclass(frozen=True)
class Link:
    """A link inside the course; `start` and `end` are offsets of its address.

    `scheme` is one of `SCHEMES`, 'file' for the path of a file, or 'misspelt', where `target` is what stands for it.
    """

    scheme: str
    target: Ref
    start: int
    end: int


def scan_links(source: Placed, masked: str, start: int = 0) -> tuple[Link, ...]:
    """The links of a text that is no code or comment, in order; `masked` is that text without what is no prose."""
    return tuple(sorted(_links(source, masked, start), key=lambda link: link.start))


def _links(source: Placed, masked: str, start: int) -> Iterator[Link]:
    for match in _INLINE.finditer(source.text, start):
        if masked[match.start() - 1] == "]" and (link := _link(source, match)):
            yield link
    if "]:" in source.text:
        for match in _DEFINED.finditer(without_code(source.text), start):
            if link := _link(source, match):
                yield link


def _link(source: Placed, match: re.Match[str]) -> Link | None:
    start, end = match.span("angled" if match["angled"] else "bare")
    typed = source.text[start:end].partition("#")[0]
    scheme, colon, name = typed.partition(":")
    if colon and scheme in SCHEMES:
        at = start + len(scheme) + 1
        return Link(scheme, Ref(name, source.place(at, at + len(name))), start, end)
    if colon and suggest(scheme, SCHEMES):
        return Link("misspelt", Ref(scheme, source.place(start, start + len(scheme))), start, end)
    if _FILE.match(typed):
        return Link("file", Ref(unquote(typed), source.place(start, start + len(typed))), start, end)
    return None


def from_docs(typed: str) -> str:
    """A link of a reusable block as a path below `docs/`: the same on every page, whatever '../' it begins with."""
    return re.sub(r"\A(?:\.\.?/)+", "", typed)

"""Links by identity: `[text](lesson:ethos)`, and relative links to Markdown files."""

import re
from dataclasses import dataclass

from coursewright.model import Ref
from coursewright.source import Placed

SCHEMES = ("lesson", "case", "term", "page", "question")
_TARGET = re.compile(
    r"(?<=\])\((?P<target>(?:(?P<scheme>"
    + "|".join(SCHEMES)
    + r"):(?P<id>[^\s()#]{1,300})|(?P<file>[^\s()#:]{1,300}\.md))(?:#[^\s()]{0,300})?)(?=[\s)])"
)


@dataclass(frozen=True)
class Link:
    """A link inside the course; `start` and `end` are offsets of its target. `scheme` is 'file' for a Markdown file."""

    scheme: str
    target: Ref
    start: int
    end: int


def scan_links(source: Placed, masked: str, start: int = 0) -> tuple[Link, ...]:
    """The links of a text that is no code or comment, in order."""
    links = []
    for match in _TARGET.finditer(source.text, start):
        if masked[match.start() - 1] == "]":
            group = "id" if match["scheme"] else "file"
            ref = Ref(match[group], source.place(match.start(group), match.end(group)))
            links.append(Link(match["scheme"] or "file", ref, match.start("target"), match.end("target")))
    return tuple(links)


def from_docs(typed: str) -> str:
    """A link of a reusable block as a path below `docs/`: the same on every page, whatever '../' it begins with."""
    return re.sub(r"\A(?:\.\.?/)+", "", typed)

"""What the rest of a folder says: which words are labels of its own, and which works anything at all cites."""

import re
from collections.abc import Iterable, Iterator

from coursewright.citations.keys import KEY
from coursewright.source import Source

_LABELS = re.compile(
    r"\{[^{}\n]*#(?P<id>[\w:.-]+)|^[ \t]*\((?P<target>[\w:. -]+)\)=[ \t]*$|^[ \t]*:(?:name|label):[ \t]*(?P<name>\S+)|"
    r"#\|[ \t]*label:[ \t]*[\"']?(?P<cell>[\w:.-]+)|\\label\{(?P<latex>[^{}\n]+)\}|\\#(?P<bookdown>[\w:-]+)|"
    r"^[ \t>]*`{3,}\{[\w.]+[ ,]+(?:label[ ]*=[ ]*)?[\"']?(?P<chunk>[\w:.-]+)|^[ \t]*\(@(?P<example>[\w-]+)\)|"
    r"(?<![\w-])id=[\"'](?P<html>[\w:.-]+)[\"']|^[ ]{0,3}\[@(?P<link>[^\]\n]+)\]:",
    re.M,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_COMMAND = re.compile(r"(?:cite|ref)[\w:]*[\]}]*\s*(?:\[[^\[\]]*\]\s*){0,2}[{`(][\"']?(?P<keys>[^{}`()\"']*)", re.I)
_ALL = re.compile(r"^[ \t]*nocite:[^@]*@\*", re.M)
_SPLIT = re.compile(r"[,;\s]+")


def labels(sources: Iterable[Source]) -> frozenset[str]:
    """Every label that a page gives to a figure, an equation, a section, an example or a link."""
    matches = (match for source in sources for match in _LABELS.finditer(source.text))
    return frozenset(match[match.lastgroup or 0].strip() for match in matches)


def mentioned(text: str) -> Iterator[str]:
    """Every word that may be the key of a citation, wherever it stands but in comments: for what is in use."""
    if "@" not in text and "cite" not in text:
        return
    text = _COMMENT.sub(" ", text)
    if _ALL.search(text):
        yield "*"
    for match in KEY.finditer(text):
        key = match["braced"] or match["plain"]
        yield from (key, key.rstrip("_"), key.rstrip("\\_"))
    for match in _COMMAND.finditer(text):
        yield from _SPLIT.split(match["keys"])

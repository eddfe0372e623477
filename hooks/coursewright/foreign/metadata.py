"""Metadata in YAML: what settings and pages say of bibliographies, works and chapters. Bad YAML says nothing here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from coursewright.diagnostics import Place
from coursewright.markdown_mask import front_matter_end
from coursewright.source import Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = re.compile(
    r"(?:\A|\n[ \t]*\n)(?P<open>---[ \t]*\n)(?=[^\n\s])(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.S
)
_FIELD = re.compile(r"[A-Za-z][\w-]*:(?=\s)")
_BRACKET = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(r"^ {400}|(?:[-?:][ \t]+){200}", re.M)
_DEEPEST = 400


@dataclass(frozen=True)
class Metadata:
    """The YAML at offsets `start` to `end` of a file."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    @cached_property
    def node(self) -> yaml.Node | None:
        """The YAML's root; None where it can't be read."""
        if _too_deep(self.text):
            return None
        try:
            return yaml.compose(self.text, Loader=_LOADER)
        except (yaml.YAMLError, ValueError, RecursionError):
            return None

    def leaves(self, *names: str) -> Iterator[yaml.ScalarNode]:
        """The texts in the values of all fields of these names, wherever they stand."""
        if self.node is not None and any(name in self.text for name in names):
            for value in _values(self.node, frozenset(names)):
                yield from _leaves(value)

    def field(self, *path: str) -> yaml.Node | None:
        """The value of a field by its path from the root ('book', 'chapters')."""
        node = self.node
        for name in path:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            node = next((value for key, value in pairs if getattr(key, "value", None) == name), None)
        return node

    def place(self, node: yaml.Node) -> Place:
        """Where a node stands in the file."""
        first = self.source.place(self.start).line
        start = self.source.offset(first + node.start_mark.line, node.start_mark.column + 1)
        end = self.source.offset(first + node.end_mark.line, node.end_mark.column + 1)
        return self.source.place(start, max(end, start + 1))


def texts(node: yaml.Node | None) -> list[str]:
    """All texts below a node, without the names of fields."""
    return [leaf.value for leaf in _leaves(node)] if node is not None else []


def front_matter(source: Source) -> Metadata | None:
    """A page's front matter."""
    end = front_matter_end(source.text)
    start = source.text.find("\n") + 1
    return Metadata(source, start, max(start, source.text.rfind("\n", 0, end - 1) + 1)) if end else None


def blocks(source: Source) -> tuple[Metadata, ...]:
    """The front matter and, as pandoc has them, blocks of metadata further down."""
    first = front_matter(source)
    found = [first] if first else []
    at = front_matter_end(source.text)
    if "\n---" in source.text[at:]:
        found += [
            Metadata(source, *match.span("yaml"))
            for match in _BLOCK.finditer(source.text, at)
            if match.start() >= at and _FIELD.match(match["yaml"])
        ]
    return tuple(found)


def works(metadata: Metadata) -> Iterator[tuple[str, Place]]:
    """The ids of works that stand in the metadata itself, under `references`."""
    if "references" not in metadata.text:
        return
    listed = metadata.field("references")
    for work in listed.value if isinstance(listed, yaml.SequenceNode) else []:
        for key, value in work.value if isinstance(work, yaml.MappingNode) else []:
            if getattr(key, "value", None) == "id" and isinstance(value, yaml.ScalarNode):
                yield value.value, metadata.place(value)


def _too_deep(text: str) -> bool:
    """Whether the YAML is nested deeper than its parser bears, which would end the process."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = max(0, depth + (1 if match[0] in "[{" else -1))
        if depth > _DEEPEST:
            return True
    return bool(_INDENTED.search(text))


def _values(root: yaml.Node, names: frozenset[str]) -> Iterator[yaml.Node]:
    for key, value in _pairs(root):
        if getattr(key, "value", None) in names:
            yield value


def _pairs(root: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Every field of every mapping, in order; an anchor that holds itself is gone through once."""
    queue, seen = [root], {id(root)}
    while queue:
        node = queue.pop()
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        yield from pairs
        inner = [value for _, value in pairs] + (node.value if isinstance(node, yaml.SequenceNode) else [])
        fresh = [child for child in inner if id(child) not in seen]
        seen.update(map(id, fresh))
        queue += reversed(fresh)


def _leaves(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    queue, seen = [root], {id(root)}
    while queue:
        node = queue.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
            continue
        inner = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else list(node.value)
        fresh = [child for child in inner if id(child) not in seen]
        seen.update(map(id, fresh))
        queue += reversed(fresh)

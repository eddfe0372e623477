"""What the course has to know of `mkdocs.yml`: the order in which pages are read, and which files pages load."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from coursewright.diagnostics import Report
from coursewright.model import Ref
from coursewright.source import Source
from coursewright.yaml_nodes import Mapping, read_mapping


@dataclass(frozen=True)
class Navigation:
    """Paths below `docs/`: Markdown files in the order of the navigation; style sheets and scripts of every page."""

    pages: tuple[Ref, ...] = ()
    files: tuple[Ref, ...] = ()


def read_navigation(source: Source, report: Report) -> Navigation:
    """Only YAML that can't be read is told: all other options are the site generator's."""
    top = read_mapping(source, report)
    if top is None:
        return Navigation()
    return Navigation(_paths(top, ".md", "nav"), _paths(top, (".css", ".js"), "extra_css", "extra_javascript"))


def _paths(top: Mapping, endings: str | tuple[str, ...], *fields: str) -> tuple[Ref, ...]:
    """The texts of some fields that are paths with one of these endings, and not addresses elsewhere."""
    nodes = (node for key, value in top.node.value if key.value in fields for node in _texts(value))
    found = (node for node in nodes if node.value.endswith(endings) and "//" not in node.value)
    return tuple(Ref(node.value, top.origin.place(node)) for node in found)


def _texts(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts that a node holds at any depth, without the names of fields."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _texts(value)

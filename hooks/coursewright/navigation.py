"""The order in which pages are read: the navigation of `mkdocs.yml`, all that the engine reads of that file."""

from collections.abc import Iterator
from pathlib import Path

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_navigation(root: Path) -> tuple[str, ...]:
    """Paths of Markdown files in navigation order; empty where there is none. The site generator tells its faults."""
    try:
        node = yaml.compose((root / "mkdocs.yml").read_bytes(), Loader=_LOADER)
    except (OSError, yaml.YAMLError):
        return ()
    if not isinstance(node, yaml.MappingNode):
        return ()
    navigation = (value for key, value in node.value if key.value == "nav")
    return tuple(path for value in navigation for path in _paths(value))


def _paths(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode) and node.value.endswith(".md"):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _paths(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _paths(value)

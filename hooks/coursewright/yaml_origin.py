"""Where YAML nodes stand in their file."""

from dataclasses import dataclass

import yaml

from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.phrase import Phrase
from coursewright.source import Source


@dataclass(frozen=True)
class Origin:
    """Where a piece of YAML stands: the file, the offset of its first character, and who is told of mistakes."""

    source: Source
    start: int
    report: Report

    def offset(self, mark: yaml.Mark) -> int:
        """Counted in characters, not in lines: YAML ends lines where editors do not (U+0085, U+2028)."""
        return min(self.start + mark.index, len(self.source.text))

    def place(self, node: yaml.Node) -> Place:
        start, end = self.offset(node.start_mark), self.offset(node.end_mark)
        if isinstance(node, yaml.CollectionNode):
            end = start + 1
        return self.source.place(start, max(end, start + 1))

    def tell(self, rule: Rule, node: yaml.Node, message: str, hint: str = "") -> None:
        self.report(Diagnostic(rule, self.place(node), message, hint))

    def phrase(self, node: yaml.ScalarNode) -> Phrase:
        start, end = self.offset(node.start_mark), self.offset(node.end_mark)
        return Phrase(node.value.strip(), self.source, start, end)

"""One block on one page, as its renderer sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from coursewright.blocks import Block
from coursewright.weave.weaver import Weaver


@dataclass(frozen=True)
class Use:
    """`content` renders what is inside; a renderer that does not call it leaves the content, and its citations, out.

    `children` renders the blocks inside it alone, for a block that can't hold them where they stand.
    """

    weaver: Weaver
    block: Block
    text: str
    content: Callable[[], str]
    children: Callable[[], str]

    @property
    def argument(self) -> str:
        return self.block.argument.name if self.block.argument else ""

    @property
    def title(self) -> str:
        """The argument as HTML."""
        return self.weaver.inline(self.argument)

    @property
    def typed(self) -> str:
        """The content as its author typed it, without blocks inside it."""
        return self._without_children(self.block.content_start, self.block.content_end).strip("\n")

    @property
    def as_typed(self) -> str:
        """The block as typed, for what can't be rendered; blocks inside it follow, rendered: they may be private."""
        return self._without_children(self.block.start, self.block.end) + self.children()

    def _without_children(self, start: int, end: int) -> str:
        parts, at = [], start
        for child in self.block.children:
            parts.append(self.text[at : child.start])
            at = child.end
        return "".join([*parts, self.text[at:end]])

    def option(self, name: str) -> str:
        return next((phrase.text for ref, phrase in self.block.options if ref.name == name), "")

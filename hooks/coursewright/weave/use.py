"""One block on one page, as its renderer sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from coursewright.blocks import Block
from coursewright.weave.weaver import Weaver


@dataclass(frozen=True)
class Use:
    """`content` renders what is inside; a renderer that does not call it leaves the content, and its citations, out."""

    weaver: Weaver
    block: Block
    text: str
    content: Callable[[], str]

    @property
    def argument(self) -> str:
        return self.block.argument.name if self.block.argument else ""

    @property
    def title(self) -> str:
        """The argument as HTML."""
        return self.weaver.inline(self.argument)

    @property
    def typed(self) -> str:
        """The content as its author typed it."""
        return self.text[self.block.content_start : self.block.content_end].strip("\n")

    @property
    def as_typed(self) -> str:
        """The whole block as its author typed it, for what can't be rendered."""
        return self.text[self.block.start : self.block.end]

    def option(self, name: str) -> str:
        return next((phrase.text for ref, phrase in self.block.options if ref.name == name), "")

"""The noun of a block as it stands in a text."""

from dataclasses import dataclass

from coursewright.blocks.kinds import KINDS
from coursewright.diagnostics import Place
from coursewright.model import Ref
from coursewright.phrase import Phrase


@dataclass(frozen=True)
class Block:
    """One block: offsets of the whole and of its content in the text, its options, and the blocks inside it."""

    kind: str
    argument: Ref | None
    start: int
    end: int
    content_start: int
    content_end: int
    place: Place
    options: tuple[tuple[Ref, Phrase], ...] = ()
    children: tuple["Block", ...] = ()

    @property
    def own(self) -> bool:
        """Whether the kind is one of ours."""
        return self.kind in KINDS

"""Lesson blocks: `/// name | argument`, options, content, `///`."""

from coursewright.blocks.form import TURN
from coursewright.blocks.kinds import KINDS, OWN, Kind
from coursewright.blocks.model import Block
from coursewright.blocks.reusable import SLOT, check_reusable_blocks, check_use, fill, read_reusable_block
from coursewright.blocks.scan import scan_blocks

__all__ = [
    "KINDS",
    "OWN",
    "SLOT",
    "TURN",
    "Block",
    "Kind",
    "check_reusable_blocks",
    "check_use",
    "fill",
    "read_reusable_block",
    "scan_blocks",
]

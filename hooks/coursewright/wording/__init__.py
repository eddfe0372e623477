"""The words of questions: open, fair, one thing at a time, grammatical in every row, distinct, sayable, safe."""

from coursewright.wording.asked import Asked, fill_row, fill_rows
from coursewright.wording.check import check_wording

__all__ = ["Asked", "check_wording", "fill_row", "fill_rows"]

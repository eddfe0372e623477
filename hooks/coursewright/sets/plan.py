"""The order of the questions on a sheet, and how its minutes are shared out among them."""

from collections.abc import Iterable, Sequence

from coursewright.model import PROCESSES, STANCES, Minutes, Question, Variant


def in_order(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """From opening to synthesis; inside a stance from the simplest process up; then by id."""
    return tuple(sorted(variants, key=lambda variant: (*_rank(variant.question), variant.id)))


def _rank(question: Question) -> tuple[int, int]:
    return STANCES.index(question.stance), PROCESSES.index(question.process)


def total_minutes(ranges: Iterable[Minutes], most: int) -> int:
    """How long the questions take together: as long as they can, but no longer than the set may."""
    return min(sum(item.high for item in ranges), most)


def share_minutes(ranges: Sequence[Minutes], total: int) -> tuple[int, ...]:
    """Whole minutes for each question that add up to `total`, every one inside the question's own range.

    Method: each has its lowest; what is left goes by the width of the ranges, with largest remainders, ties to the
    earlier question. A total outside what the ranges allow is taken to its nearest end.
    """
    widths = [item.high - item.low for item in ranges]
    spare = min(max(total - sum(item.low for item in ranges), 0), sum(widths))
    quotas = [divmod(spare * width, sum(widths) or 1) for width in widths]
    left = spare - sum(whole for whole, _ in quotas)
    order = sorted(range(len(widths)), key=lambda index: (-quotas[index][1], index))
    return tuple(
        item.low + whole + (index in order[:left])
        for index, (item, (whole, _)) in enumerate(zip(ranges, quotas, strict=True))
    )

"""How a sheet fills its pages: which questions share a page, and how many lines each has to write on.

A question and its lines stay on one page. So that no page ends half empty, lines may be fewer or more than a question
asks for, in the proportion in which the others on its page are. Of all ways to break the sheet the one of least cost is
taken (dynamic programming over the first question of a page, as in D. E. Knuth & M. F. Plass, 'Breaking paragraphs into
lines', 1981).
"""

from dataclasses import dataclass, replace
from math import ceil, floor, inf

FEWEST, MOST = 0.6, 2.0
"""Lines that a page may give, as parts of those that a question asks for."""

_SPARE = 2.0  # points, against differences of rounding
_A_PAGE = 0.4  # what one page more costs
_FEWER, _MORE, _WHITE = 1.5, 0.25, 25.0  # to miss lines is worse than to have too many, and white paper is worst
_TOO_LONG = 100.0


@dataclass(frozen=True)
class Sizes:
    """Heights in points: of a page, of what stands before the first and after the last question, of each question with
    the distance to the next and without lines, of a line. `wanted` is the lines that each question asks for.
    """

    page: float
    front: float
    end: float
    questions: tuple[float, ...]
    line: float
    wanted: tuple[int, ...]


@dataclass(frozen=True)
class FilledPage:
    """The questions from `first` to before `past`, and the lines of each."""

    first: int
    past: int
    lines: tuple[int, ...]


def fill_pages(sizes: Sizes) -> tuple[FilledPage, ...]:
    """The pages of a sheet; the first has no question where none finds room beside the front."""
    if not sizes.questions:
        return ()
    alone = FilledPage(0, 0, ())
    with_front = _cheapest(sizes)
    cost, pages = _cheapest(replace(sizes, front=0))
    without = cost + _A_PAGE + _WHITE * (1 - sizes.front / sizes.page)
    return with_front[1] if with_front[0] <= without else (alone, *pages)


def _cheapest(sizes: Sizes) -> tuple[float, tuple[FilledPage, ...]]:
    """What the best pages cost, and the pages."""
    ways: dict[int, tuple[float, tuple[FilledPage, ...]]] = {len(sizes.questions): (0.0, ())}
    for first in reversed(range(len(sizes.questions))):
        ways[first] = (inf, ())
        for past in range(first + 1, len(sizes.questions) + 1):
            priced = _page(sizes, first, past)
            if priced is None:
                break
            cost, pages = priced[0] + ways[past][0], (priced[1], *ways[past][1])
            ways[first] = min(ways[first], (cost, pages), key=lambda way: way[0])
    return ways[0]


def _page(sizes: Sizes, first: int, past: int) -> tuple[float, FilledPage] | None:
    """A page with these questions and what it costs; None where they don't fit."""
    wanted = sizes.wanted[first:past]
    text = sum(sizes.questions[first:past]) + (sizes.front if first == 0 else 0) + _SPARE
    free = sizes.page - text
    fewest = sum(ceil(number * FEWEST) for number in wanted)
    if fewest * sizes.line > free:
        return (_TOO_LONG, FilledPage(first, past, wanted)) if past == first + 1 else None
    is_last = past == len(sizes.questions)
    if is_last and fewest * sizes.line <= free - sizes.end:
        free -= sizes.end
    lines = _share(wanted, floor(free / sizes.line))
    unlike = sum(lines) / sum(wanted) - 1
    white = 0 if is_last else (free - sum(lines) * sizes.line) / sizes.page
    cost = _A_PAGE + (_FEWER if unlike < 0 else _MORE) * unlike**2 + _WHITE * white**2
    return cost, FilledPage(first, past, lines)


def _share(wanted: tuple[int, ...], room: int) -> tuple[int, ...]:
    """Lines for each question, in the proportion of what they want; none below `FEWEST` or above `MOST` of that."""
    lines = [ceil(number * FEWEST) for number in wanted]
    most = [floor(number * MOST) for number in wanted]
    while sum(lines) < room:
        short = [at for at, number in enumerate(lines) if number < most[at]]
        if not short:
            break
        lines[min(short, key=lambda at: (lines[at] / wanted[at], at))] += 1
    return tuple(lines)

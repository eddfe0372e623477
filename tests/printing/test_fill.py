"""How questions and lines are shared out over pages."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from coursewright.printing.fill import FEWEST, MOST, Sizes, fill_pages

PAGE = 700.0
SIZES = st.builds(
    lambda front, end, questions: Sizes(
        PAGE, front, end, tuple(height for height, _ in questions), 25.0, tuple(lines for _, lines in questions)
    ),
    st.floats(50, 500),
    st.floats(20, 900),
    st.lists(st.tuples(st.floats(80, 800), st.integers(1, 14)), max_size=12),
)


def sizes(*questions: tuple[float, int], front: float = 150, end: float = 40) -> Sizes:
    return Sizes(PAGE, front, end, tuple(height for height, _ in questions), 25, tuple(lines for _, lines in questions))


@given(SIZES)
def test_every_question_is_on_one_page_in_its_order_with_its_share_of_lines(asked: Sizes) -> None:
    pages = fill_pages(asked)
    assert [at for page in pages for at in range(page.first, page.past)] == list(range(len(asked.questions)))
    for number, page in enumerate(pages):
        wanted = asked.wanted[page.first : page.past]
        height = sum(asked.questions[page.first : page.past]) + sum(page.lines) * asked.line
        fits = height + (asked.front if page.first == 0 and number == 0 else 0) <= PAGE
        assert fits or page.past == page.first + 1
        for lines, wish in zip(page.lines, wanted, strict=True):
            assert ceil(wish * FEWEST) <= lines <= max(wish, wish * MOST)


def test_lines_grow_to_fill_a_page_that_the_next_question_cannot_share() -> None:
    first, second = fill_pages(sizes((250, 8), (500, 6)))
    assert first.lines == (11,)
    assert second.lines == (6,)


def test_lines_shrink_where_that_saves_a_page() -> None:
    (page,) = fill_pages(sizes((145, 8), (145, 8)))
    assert page.lines == (5, 5)


def test_a_front_that_leaves_no_room_has_its_page() -> None:
    front, page = fill_pages(sizes((400, 6), front=300))
    assert (front.first, front.past) == (0, 0)
    assert page.lines == (10,)


def test_a_question_longer_than_a_page_keeps_its_lines() -> None:
    pages = fill_pages(sizes((200, 4), (900, 7), (200, 4)))
    assert [page.past - page.first for page in pages] == [1, 1, 1]
    assert pages[1].lines == (7,)


def test_no_page_is_left_half_empty_for_tighter_ones_elsewhere() -> None:
    """Thirty questions of which every second fits badly: one page with one of them would make the others easier."""
    questions = [(193, 9), (229, 2), (223, 3), (214, 4)] * 7
    pages = fill_pages(sizes(*questions, front=147))
    assert all(page.past - page.first == 2 for page in pages[1:-1])

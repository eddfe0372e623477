"""Lists of works."""

from collections.abc import Mapping

from coursewright.bibliography import Reference
from coursewright.citations import render_reference_list, render_reference_list_text

WORKS = {
    "z": Reference("z", "Ab", "Ab", "2001", "Ab. (2001). <em>Z</em>.", "Ab. (2001). Z.", False, 0),
    "a": Reference("a", "Cd & E", "Cd and E", "1999", "Cd, &amp; E. (1999). A.", "Cd, & E. (1999). A.", False, 1),
}


def test_works_are_listed_by_alphabet_with_ways_back() -> None:
    html = render_reference_list(["a", "z", "nosuch", "a"], WORKS, {"a": ["cite-a-1", "cite-a-2"]})
    assert html == (
        '<ul class="references" role="list">\n'
        '<li id="ref-z"><span class="reference">Ab. (2001). <em>Z</em>.</span></li>\n'
        '<li id="ref-a"><span class="reference">Cd, &amp; E. (1999). A.</span> '
        '<span class="backlinks"><span aria-hidden="true">↩</span> '
        '<a href="#cite-a-1" aria-label="Back to citation 1 of Cd &amp; E, 1999">1</a>, '
        '<a href="#cite-a-2" aria-label="Back to citation 2 of Cd &amp; E, 1999">2</a></span></li>\n'
        "</ul>"
    )


def test_a_note_follows_its_work() -> None:
    assert "</span> <b>cited in</b></li>" in render_reference_list(["z"], WORKS, {}, {"z": "<b>cited in</b>"})


def test_as_text() -> None:
    assert render_reference_list_text(["a", "z"], WORKS) == "Ab. (2001). Z.\nCd, & E. (1999). A.\n"


def test_without_works_there_is_no_list() -> None:
    assert render_reference_list(["nosuch"], WORKS, {}) == ""
    assert render_reference_list_text([], WORKS) == ""


def test_the_whole_list_of_this_course(references: Mapping[str, Reference]) -> None:
    assert render_reference_list(references, references, {}).count("<li id=") == len(references)

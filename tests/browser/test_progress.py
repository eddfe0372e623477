"""A learner's progress in a browser: read, able, stopped; figures; off; none of it without JavaScript."""

import re
from time import monotonic
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.journal import said, second_tab, stored

MODULE = "/1-from-hierarchy-to-partnership/"
LESSON = f"{MODULE}the-ethos-of-partnership/"


def read(page: Page) -> None:
    """Marks the lesson as read."""
    page.goto(LESSON)
    page.get_by_role("button", name="I have read this lesson").click()
    expect(page.locator(".cw-progress__facts")).to_contain_text("Read on")


def scroll_to(page: Page, heading: str) -> None:
    """Scrolls a heading into view and waits until the place is kept."""
    page.clock.install()
    page.goto(LESSON)
    expect(page.get_by_role("button", name="I have read this lesson")).to_be_attached()
    page.locator(f"article h2:has-text('{heading}')").evaluate(
        "(heading) => new Promise((done) => { addEventListener('scroll', done); heading.scrollIntoView(); })"
    )
    page.clock.fast_forward(2000)
    expect_mark(page, "place:ethos")


def expect_mark(page: Page, mark: str) -> dict[str, Any]:
    """A mark, once it is in the database."""
    end = monotonic() + 15
    while monotonic() < end:
        found = {kept["id"]: kept for kept in stored(page, "progress")}
        if mark in found:
            kept: dict[str, Any] = found[mark]
            return kept
    raise AssertionError(f"{mark} was never kept")


def test_a_lesson_counts_as_read_when_the_reader_says_so(page: Page) -> None:
    page.goto(MODULE)
    expect(page.locator(".cw-lesson-list [data-lesson]")).to_have_count(3)
    assert page.locator(".cw-progress__figure, .cw-progress__read").count() == 0
    read(page)
    button = page.get_by_role("button", name="I have read this lesson")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    page.reload()
    expect(page.locator(".cw-progress__facts")).to_contain_text("Read on")
    page.goto(MODULE)
    expect(page.locator(".cw-progress__figure")).to_have_text("1 of 3 lessons read")
    expect(page.locator("[data-lesson=ethos] .cw-progress__read")).to_have_text(" · read")
    page.goto("/")
    expect(page.locator(".cw-progress__figure")).to_have_text(
        ["1 of 3 lessons read", "In the whole course: 1 of 5 lessons read"]
    )
    page.goto("/journal/")
    expect(page.locator(".cw-j-progress")).to_have_text("1 of 5 lessons read")
    expect(page.locator(".cw-j-module").first).to_have_text("1 of 3 lessons read")
    page.goto(LESSON)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".cw-progress__facts")).to_have_count(0)


def test_objectives_are_ticked_by_the_learner(page: Page) -> None:
    page.goto(LESSON)
    box = page.get_by_label("Distinguish the ethos of partnership")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".cw-progress__facts")).to_have_text("1 of 4 objectives ticked")
    expect(box).to_be_focused()
    page.reload()
    expect(box).to_be_checked()
    assert expect_mark(page, "can:ethos/ethos-technique")["value"] is True
    page.goto("/journal/")
    expect(page.locator(".cw-j-progress")).to_have_text(re.compile(r"^1 of \d\d objectives ticked$"))


def test_the_place_where_the_reader_stopped_is_offered_and_never_forced(page: Page) -> None:
    scroll_to(page, "What medicine says")
    page.goto("/")
    page.goto(LESSON)
    link = page.locator(".cw-progress__place a")
    expect(link).to_contain_text("What medicine says")
    assert page.evaluate("scrollY") == 0
    link.click()
    expect(page.locator("h2:has-text('What medicine says')")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("value", "offered"),
    [
        ({"hash": "its-old-name", "words": "In practice", "index": 0}, "In practice"),
        ({"hash": "its-old-name", "words": "Its old name", "index": 1}, "Rogers moved the authority"),
        ({"hash": "its-old-name", "words": "Its old name", "index": 99}, "References"),
    ],
)
def test_a_renamed_heading_is_still_found(page: Page, value: dict[str, object], offered: str) -> None:
    page.goto(LESSON)
    expect(page.get_by_role("button", name="I have read this lesson")).to_be_attached()
    page.evaluate(
        """async (value) => {
          const { setMark } = await import("/assets/js/progress/marks.js");
          await setMark("place:ethos", value);
        }""",
        value,
    )
    page.reload()
    expect(page.locator(".cw-progress__place a")).to_contain_text(offered)


def test_another_tab_shows_the_same(page: Page) -> None:
    page.goto(MODULE)
    other = second_tab(page, LESSON)
    other.get_by_role("button", name="I have read this lesson").click()
    expect(page.locator(".cw-progress__figure")).to_have_text("1 of 3 lessons read")


def test_switched_off_nothing_shows_and_nothing_is_recorded(page: Page) -> None:
    read(page)
    page.goto("/journal/")
    page.get_by_label("Remember what I have read").uncheck()
    expect(page.locator(".cw-j-progress")).to_have_text("Progress is off: nothing is recorded.")
    before = stored(page, "progress")
    page.goto(LESSON)
    page.evaluate("document.querySelector('#references').scrollIntoView()")
    page.goto(MODULE)
    assert page.locator(".cw-progress__figure").count() == 0
    page.goto("/journal/")
    assert stored(page, "progress") == before
    page.get_by_role("button", name="Erase my progress").click()
    page.locator("#dialog-progress").get_by_role("button", name="Erase", exact=True).click()
    expect(said(page)).to_have_text("Your progress has been erased.")
    assert stored(page, "progress") == []


def test_off_takes_the_parts_of_an_open_lesson_away(page: Page) -> None:
    page.goto(LESSON)
    expect(page.locator(".cw-objectives input")).to_have_count(4)
    other = second_tab(page, "/journal/")
    other.get_by_label("Remember what I have read").uncheck()
    expect(page.locator(".cw-objectives input")).to_have_count(0)
    expect(page.locator(".cw-objectives li").first).to_contain_text("Explain what client and therapist")
    expect(page.get_by_role("button", name="I have read this lesson")).to_have_count(0)


def test_a_browser_that_keeps_nothing_shows_nothing(page: Page) -> None:
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }")
    page.goto(LESSON)
    expect(page.locator(".cw-pause [role=status]").first).to_contain_text("Not saved")
    assert page.locator(".cw-objectives input, .cw-progress__end").count() == 0


def test_without_javascript_nothing_shows(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    for path in (LESSON, MODULE, "/"):
        page.goto(path)
        assert page.locator("[class*=cw-progress], .cw-objectives input").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_no_barrier(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    read(page)
    page.get_by_label("Distinguish the ethos of partnership").check()
    expect(page.locator(".cw-progress__facts")).to_contain_text("1 of 4")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for part in (".cw-objectives", ".cw-progress__end", ".cw-head__progress"):
        found = Axe().run(page, context=part)
        assert found.violations_count == 0, found.generate_report()

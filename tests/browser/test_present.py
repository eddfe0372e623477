"""A set in the room: a question at a time, its stages, a timer, keys, and the facilitator's second window."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import NewPage, Watch
from tests.browser.test_builder import FIVE, link
from tests.conftest import Site

PRESENT = "/questions/present/"
TWO = link("ethos-own-silence:pair", "redefining-account:journal", title="Our meeting", minutes=20)
BEGIN = "2027-03-01T10:00:00"


def opened(page: Page, fragment: str = TWO) -> Page:
    page.goto(PRESENT + fragment)
    expect(page.get_by_role("timer")).to_be_visible()
    return page


@pytest.fixture
def room(page: Page) -> Page:
    """Two questions, in a room where the time stands still until a test lets it run."""
    page.clock.install(time=BEGIN)
    opened(page)
    page.clock.pause_at("2027-03-01T10:01:00")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-present=said]")).to_have_text(words)


def clock(page: Page, words: str) -> None:
    expect(page.get_by_role("timer")).to_have_text(words)


def now(page: Page) -> tuple[str, str]:
    """The question and the stage that are shown."""
    stage = page.locator("[aria-current=step]").inner_text().splitlines()[0]
    return page.get_by_role("heading", level=2).inner_text(), stage


# Going through


def test_the_keyboard_goes_through_a_whole_set(page: Page) -> None:
    opened(page)
    count = page.locator(".present-stages > li").count()
    seen = [now(page)]
    while page.locator("[data-present=next]").get_attribute("aria-disabled") == "false":
        press(page, "PageDown" if len(seen) % 2 else "ArrowRight")
        seen.append(now(page))
    assert len(seen) == len(set(seen)) == count + page.locator(".present-stages > li").count()
    assert seen[0][0] == seen[count - 1][0] != seen[count][0] == seen[-1][0]
    press(page, "PageDown")
    said(page, "This is the last stage of the last question.")
    press(page, "PageUp", "ArrowLeft")
    assert now(page) == seen[-3]
    press(page, "Home")
    assert now(page) == seen[0]
    press(page, "End")
    assert now(page) == seen[count]
    page.get_by_label("Question").select_option("0")
    assert now(page) == seen[0]


def test_what_comes_is_announced_in_few_words(page: Page) -> None:
    opened(page)
    press(page, "PageDown")
    said(page, "Stage 2 of 4: First voice, 3 minutes.")
    press(page, "End")
    said(page, "Question 2 of 2. Stage 1 of 3: Settle, 2 minutes.")
    expect(page.get_by_role("timer")).not_to_have_attribute("aria-live", "polite")


def test_a_button_keeps_the_focus_and_its_space(room: Page) -> None:
    following = room.get_by_role("button", name="Next stage")
    following.focus()
    press(room, "Space", "Enter")
    said(room, "Stage 3 of 4: Second voice, 3 minutes.")
    expect(following).to_be_focused()
    press(room, "End", "PageDown", "PageDown")
    expect(following).to_be_focused()
    expect(following).to_have_attribute("aria-disabled", "true")


def test_letters_can_be_switched_off(room: Page) -> None:
    press(room, "b")
    said(room, "Started.")
    room.get_by_text("Keys", exact=True).click()
    room.get_by_label("Use the letters F and B").uncheck()
    room.get_by_label("Use the letters F and B").blur()
    press(room, "b")
    expect(room.get_by_role("button", name="Pause")).to_be_visible()
    room.reload()
    expect(room.locator("[data-present=letters]")).not_to_be_checked()


def test_f_fills_the_screen(page: Page) -> None:
    opened(page)
    press(page, "f")
    expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
    page.get_by_role("button", name="Leave full screen").click()
    expect(page.get_by_role("button", name="Full screen", exact=True)).to_be_visible()


# Time


def test_the_timer_runs_rests_and_is_lengthened(room: Page) -> None:
    clock(room, "1:00")
    press(room, "Space")
    room.clock.run_for(20_000)
    clock(room, "0:40")
    press(room, "Space")
    said(room, "Paused.")
    room.clock.run_for(60_000)
    clock(room, "0:40")
    room.get_by_role("button", name="One more minute").click()
    clock(room, "1:40")
    room.get_by_role("button", name="One minute less").click(click_count=2)
    clock(room, "0:00")
    room.get_by_role("button", name="Reset").click()
    clock(room, "1:00")


def test_over_time_is_said_once_and_counted_on(room: Page) -> None:
    press(room, "Space")
    room.clock.run_for(60_000)
    clock(room, "0:00")
    expect(room.get_by_text("Time is up", exact=True)).to_be_visible()
    said(room, "Time is up.")
    room.clock.run_for(72_000)
    clock(room, "+1:12")
    room.get_by_role("button", name="One more minute").click()
    clock(room, "1:00")
    expect(room.get_by_text("Time is up", exact=True)).to_have_count(0)


def test_a_tab_that_slept_has_lost_no_time(room: Page) -> None:
    press(room, "PageDown", "Space")
    room.clock.fast_forward(130_000)
    clock(room, "0:50")


def test_a_stage_that_is_left_waits(room: Page) -> None:
    press(room, "Space")
    room.clock.run_for(15_000)
    press(room, "PageDown")
    clock(room, "3:00")
    room.clock.run_for(30_000)
    press(room, "PageUp")
    clock(room, "0:45")
    expect(room.get_by_role("button", name="Start")).to_be_visible()


def test_place_and_time_survive_a_reload(room: Page) -> None:
    press(room, "PageDown", "Space")
    room.clock.run_for(30_000)
    before = now(room)
    room.reload()
    clock(room, "2:30")
    assert now(room) == before
    room.clock.run_for(10_000)
    clock(room, "2:20")


def test_where_nothing_can_be_kept_it_is_shown_all_the_same(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new Error('no'); }")
    opened(page)
    press(page, "PageDown")
    said(page, "Stage 2 of 4: First voice, 3 minutes.")


# Links


def test_without_a_set_the_page_says_how_to_get_one(page: Page) -> None:
    page.goto(PRESENT)
    page.get_by_role("link", name="build one").click()
    page.wait_for_url("**/questions/build/")


def test_a_damaged_link_is_told_and_a_question_that_is_gone(page: Page) -> None:
    page.goto(PRESENT + TWO[:-12])
    expect(page.get_by_role("alert")).to_contain_text("The link is not whole")
    expect(page.get_by_role("link", name="build one")).to_be_visible()
    page.goto("about:blank")
    opened(page, link("gone:pair", "redefining-account:pair"))
    expect(page.get_by_role("alert")).to_contain_text("'gone' is not in the bank")
    page.goto("about:blank")
    page.goto(PRESENT + link("gone:pair"))
    expect(page.get_by_role("alert")).to_contain_text("'gone' is not in the bank")
    expect(page.get_by_role("heading", name="Present a set of questions")).to_be_visible()


def test_the_builder_leads_here_and_back(page: Page) -> None:
    page.goto("/questions/build/" + TWO)
    page.get_by_role("link", name="Present", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our meeting")
    page.get_by_role("link", name="Change this set").click()
    expect(page.get_by_label("Title")).to_have_value("Our meeting")
    expect(page.locator(".set-list > li")).to_have_count(2)


# The facilitator


@pytest.fixture
def with_notes(page: Page, site: Site) -> Page:
    """The room of an instructor edition: its bank has notes."""
    bank = json.loads((Path(site.folder) / "questions/bank.json").read_text("utf-8"))
    for question in bank["questions"]:
        question["notes"] = {"listen": [f"Listen in {question['id']}"], "misread": [], "probes": ["And then?"]}

    def answer(route: Route) -> None:
        route.fulfill(json=bank)

    page.context.route("**/questions/bank.json", answer)
    return opened(page)


def test_the_second_window_has_the_notes_and_keeps_step(with_notes: Page) -> None:
    with with_notes.expect_popup() as caught:
        with_notes.get_by_role("button", name="Facilitator view").click()
    second = caught.value
    expect(second.get_by_text("Listen in ethos-own-silence")).to_be_visible()
    coming = second.locator("[data-present=facilitator] > p").inner_text()
    expect(second.get_by_role("button", name="Facilitator view")).to_be_hidden()
    expect(with_notes.get_by_text("Listen in ethos-own-silence")).to_have_count(0)
    second.get_by_role("button", name="Start").click()
    expect(with_notes.get_by_role("button", name="Pause")).to_be_visible()
    with_notes.bring_to_front()
    press(with_notes, "End")
    expect(second.get_by_role("heading", level=2)).to_have_text(coming)
    expect(second.get_by_text("This is the last question.")).to_be_visible()
    with_notes.reload()
    expect(with_notes.get_by_role("heading", level=2)).to_have_text(coming)
    second.reload()
    expect(second.get_by_role("heading", level=2)).to_have_text(coming)
    second.get_by_role("button", name="Next stage").click()
    said(with_notes, "Stage 2 of 3: Write, 7 minutes.")


def test_a_second_window_that_hears_nothing_says_so_until_it_hears(with_notes: Page) -> None:
    with with_notes.expect_popup() as caught:
        with_notes.get_by_role("button", name="Facilitator view").click()
    second = caught.value
    address = second.url
    second.close()
    alone = with_notes.context.new_page()
    with_notes.evaluate("() => { BroadcastChannel.prototype.postMessage = () => {}; }")
    alone.goto(address)
    expect(alone.get_by_role("alert")).to_contain_text("This window hears nothing from the one that the room sees.")
    with_notes.reload()
    expect(with_notes.get_by_role("timer")).to_be_visible()
    press(with_notes, "End")
    expect(alone.get_by_role("alert")).to_be_empty()


def test_learners_have_no_facilitator_view(page: Page) -> None:
    opened(page)
    expect(page.get_by_role("button", name="Facilitator view")).to_have_count(0)


# Everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(new_page: NewPage, scheme: str) -> None:
    page = opened(new_page(color_scheme=scheme), link(*(f"{name}:pair" for name in FIVE)))
    page.get_by_text("Keys", exact=True).click()
    found = Axe().run(page, {"include": [["main"]]})
    assert found.violations_count == 0, found.generate_report()


def test_a_telephone_scrolls_one_way_and_targets_are_large(new_page: NewPage) -> None:
    page = opened(new_page(viewport={"width": 320, "height": 640}, forced_colors="active"))
    page.get_by_text("Keys", exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = """[...document.querySelectorAll('.present :is(button, select, summary, label, a)')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"""
    assert page.evaluate(small) == ["""<label for="present-jump">Question</label>"""]


def test_where_the_bank_cannot_be_read_that_is_told(page: Page, watch: Watch) -> None:
    page.route("**/bank.json", lambda route: route.abort())
    page.goto(PRESENT + TWO)
    expect(page.get_by_role("alert")).to_contain_text("The question bank can't be read.")
    watch.errors.clear()

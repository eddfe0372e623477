"""The journal page: all notes under their questions, search, erasing; for everyone."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Watch
from tests.browser.journal import (
    DUAL,
    LESSON,
    SAME_WORDS,
    entry,
    note,
    plant,
    said,
    set_lock,
    status,
    stored,
    text_of,
    write,
)


def test_without_javascript_every_question_is_there_and_no_tool(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/journal/")
    pages = page.locator(".cw-j-prompts[data-page] + *, .cw-j-prompts[data-page]")
    assert pages.count() > 4
    asked = page.locator(".cw-j-prompt").evaluate_all("(items) => items.map((item) => item.dataset.question)")
    assert len(asked) == len(set(asked)) > 15
    page.goto(LESSON)
    here = page.locator(".cw-pause").evaluate_all("(items) => items.map((item) => item.dataset.question)")
    assert [question for question in asked if question in here] == here
    page.goto("/journal/")
    assert page.locator(".cw-j-care, .cw-j-find, .cw-j-locked, .cw-j-gone").evaluate_all(
        "(parts) => parts.every((part) => !part.checkVisibility())"
    )
    expect(page.locator("article")).to_contain_text(
        "It is kept in this browser, on this device, and is sent to no one."
    )


def test_notes_stand_under_their_questions_and_are_edited_in_place(page: Page) -> None:
    write(page, "First.")
    page.goto("/journal/")
    expect(text_of(page)).to_have_text("First.")
    entry(page).get_by_role("button", name="Edit").click()
    field = entry(page).get_by_label("Your private note")
    expect(field).to_be_focused()
    field.fill("Second.")
    page.keyboard.press("Escape")
    expect(text_of(page)).to_have_text("Second.")
    expect(entry(page).get_by_role("button", name="Edit")).to_be_focused()
    entry(page, DUAL).get_by_role("button", name="Write").click()
    page.keyboard.type("Another.")
    entry(page, DUAL).get_by_role("button", name="Done").click()
    expect(text_of(page, DUAL)).to_have_text("Another.")
    expect(page.locator(".cw-j-count")).to_contain_text("2 notes under")
    page.goto(LESSON)
    expect(note(page)).to_have_value("Second.")


def test_one_note_is_erased_with_a_way_back(page: Page) -> None:
    write(page, "Keep me")
    page.goto("/journal/")
    erase = entry(page).locator(".cw-j-erase")
    erase.click()
    expect(text_of(page)).to_be_hidden()
    expect(erase).to_have_text("Undo")
    expect(erase).to_be_focused()
    erase.click()
    expect(text_of(page)).to_have_text("Keep me")


def test_search_looks_through_notes_and_questions(page: Page) -> None:
    write(page, "Über the café door, \u201cagain\u201d.")
    page.goto("/journal/")
    search, count = page.get_by_label("Search notes and questions"), page.locator(".cw-j-count")
    search.fill("CAFE uber")
    expect(count).to_have_text(re.compile(r"^1 of \d+ questions$"))
    expect(entry(page)).to_be_visible()
    expect(page.get_by_role("heading", name="Mutual transformation")).to_be_hidden()
    search.fill("night dispatcher")
    expect(count).to_have_text(re.compile(r"^1 of \d+ questions$"))
    expect(entry(page)).to_be_hidden()
    search.fill("zzzz")
    expect(count).to_have_text("Nothing fits all of this.")
    search.fill("")
    page.get_by_label("Only questions with a note").check()
    expect(count).to_have_text(re.compile(r"^1 of \d+ questions$"))
    expect(entry(page, DUAL)).to_be_hidden()


def test_a_question_that_was_reworded_or_moved_or_is_gone_keeps_its_note(page: Page) -> None:
    words = {"prompt": "What did they use to ask?", "page": "Another lesson", "updated": 1}
    plant(
        page,
        {"id": SAME_WORDS, "text": "Under other words", **words},
        {"id": "no-longer-asked", "text": "Still mine", **words},
        {"id": "of-the-first-site", "text": "Older still", "updated": 2},
    )
    page.goto("/journal/")
    expect(text_of(page)).to_have_text("Under other words")
    expect(entry(page).locator(".cw-j-was")).to_contain_text("the question stood in “Another lesson”")
    expect(entry(page).locator(".cw-j-was")).to_contain_text("the question read: What did they use to ask?")
    gone = page.locator(".cw-j-gone")
    expect(gone.locator(".cw-stem")).to_have_text(
        ["What did they use to ask?", "The words of this question were not kept."]
    )
    expect(gone.locator(".cw-j-text")).to_have_text(["Still mine", "Older still"])
    gone.get_by_role("button", name="Edit").first.click()
    page.keyboard.press("End")
    page.keyboard.type(", and edited")
    page.keyboard.press("Escape")
    expect(gone.locator(".cw-j-text").first).to_have_text("Still mine, and edited")
    page.goto(LESSON)
    expect(note(page)).to_have_value("Under other words")
    note(page).fill("Under new words")
    expect(status(page)).to_have_text("Saved in this browser only")
    assert {kept["prompt"] for kept in stored(page) if kept["id"] == SAME_WORDS} == {"What did they use to ask?"}


# Erasing


def test_erase_all_asks_first_tells_what_and_takes_copies_and_progress(page: Page) -> None:
    write(page, "Gone soon")
    page.get_by_role("button", name="I have read this lesson").click()
    expect(page.locator(".cw-progress__facts")).to_be_visible()
    page.evaluate("localStorage.setItem('coursewright-unsaved:/ tab x', '{\"lock\": \"lost\"}')")
    set_lock(page)
    page.reload()
    page.get_by_role("button", name="Erase all notes").click()
    expect(page.locator("#dialog-erase .cw-dialog__what")).to_contain_text("One note in this browser will be gone")
    page.get_by_role("button", name="Keep everything").click()
    expect(page.get_by_role("button", name="Erase all notes")).to_be_focused()
    assert len(stored(page)) == 1
    page.get_by_role("button", name="Erase all notes").click()
    page.get_by_label("Erase my progress too").check()
    page.locator("#dialog-erase").get_by_role("button", name="Erase", exact=True).click()
    expect(said(page)).to_have_text("Erased.")
    expect(page.locator(".cw-j-count")).to_contain_text("no note yet")
    assert [stored(page, store) for store in ("notes", "progress", "settings")] == [[], [], []]
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('unsaved'))") == []


# For everyone


def open_dialog(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    expect(page.locator("dialog[open]")).to_be_visible()


STATES: dict[str, Callable[[Page], None]] = {
    "notes": lambda page: entry(page, DUAL).get_by_role("button", name="Write").click(),
    "set a passphrase": lambda page: open_dialog(page, "Set a passphrase"),
    "backup": lambda page: open_dialog(page, "Make a backup"),
    "erase": lambda page: open_dialog(page, "Erase all notes"),
}


@pytest.mark.parametrize(
    ("width", "colours", "states"),
    [
        (320, {"color_scheme": "light"}, [*STATES]),
        (1440, {"color_scheme": "dark"}, ["notes", "set a passphrase"]),
        (390, {"forced_colors": "active"}, ["notes", "set a passphrase"]),
    ],
    ids=["light", "dark", "forced"],
)
def test_no_barrier_in_any_state_and_nothing_wider_than_the_window(
    new_page: NewPage, width: int, colours: dict[str, str], states: list[str]
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, **colours)
    known = {"text": "W" * 90, "updated": 1, "prompt": "Once?", "page": ""}
    plant(page, {"id": "gone", **known}, {"id": SAME_WORDS, **known})
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    for state in states:
        STATES[state](page)
        no_barrier(page, width)
        page.keyboard.press("Escape")


def test_no_barrier_while_the_notes_are_locked(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 800}, color_scheme="dark", forced_colors="active")
    set_lock(page)
    page.reload()
    expect(page.locator(".cw-j-locked")).to_be_visible()
    no_barrier(page, 320)
    page.get_by_role("button", name="Unlock your notes").click()
    no_barrier(page, 320)


def no_barrier(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    forced = page.evaluate(
        "matchMedia('(forced-colors: active)').matches"
    )  # the reader's colours, which axe does not see
    found = Axe().run(page, options={"rules": {"color-contrast": {"enabled": not forced}}})
    assert found.violations_count == 0, found.generate_report()


def test_forced_colours_keep_the_edge_of_a_note(new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    plant(page, {"id": SAME_WORDS, "text": "x", "updated": 1})
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    edge, ink = text_of(page).evaluate(
        "(note) => { const style = getComputedStyle(note); return [style.borderLeftColor, style.color]; }"
    )
    assert edge == ink


def test_words_of_a_note_or_a_backup_never_become_elements(page: Page, watch: Watch) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    plant(page, {"id": "gone", "text": hostile, "prompt": hostile, "page": hostile, "updated": 1})
    page.goto("/journal/")
    expect(page.locator(".cw-j-gone .cw-j-text")).to_have_text(hostile)
    assert page.locator(".cw-j-gone :is(img, script)").count() == 0
    assert watch.errors == []


@pytest.mark.parametrize(
    ("agrees", "words"), [("true", "This browser will keep your notes"), ("false", "This browser did not agree.")]
)
def test_the_browser_is_asked_to_keep_the_notes_when_the_learner_wants_it(page: Page, agrees: str, words: str) -> None:
    page.add_init_script(
        "StorageManager.prototype.persisted = async () => false;"
        f"StorageManager.prototype.persist = async () => {agrees};"
    )
    plant(page, {"id": SAME_WORDS, "text": "x", "updated": 1})
    page.goto("/journal/")
    page.get_by_role("button", name="Ask it not to").click()
    expect(said(page)).to_contain_text(words)

"""Trying to lose a learner's words: storage that fails, tabs that die, clocks that go wrong, odd files."""

import json

from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.journal import (
    DUAL,
    LESSON,
    PASSPHRASE,
    SAME_WORDS,
    note,
    plant,
    said,
    second_tab,
    set_lock,
    status,
    stored,
    text_of,
    write,
)

NO_DATABASE = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"
NO_WRITING = "() => { IDBObjectStore.prototype.put = () => { throw new Error('the disk is gone'); }; }"
GOOD = {"format": "coursewright-journal", "version": 1, "course": "", "made": "", "progress": []}


def read_in(page: Page, content: object) -> None:
    data = json.dumps(content).encode()
    page.locator("#backup-file").set_input_files(
        {"name": "backup.json", "mimeType": "application/json", "buffer": data}
    )


def kept_copies(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """Object.entries(localStorage).filter(([key]) => key.includes("unsaved"))
          .map(([, copy]) => JSON.parse(copy).text)"""
    )
    return sorted(found)


def test_without_a_database_the_next_visit_shows_what_was_typed_and_goes_on_from_it(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(NO_DATABASE)
    page.goto(LESSON)
    note(page).fill("First visit")
    expect(status(page)).to_contain_text("Not saved")
    page.reload()
    expect(note(page)).to_have_value("First visit")
    note(page).press("Control+End")
    page.keyboard.type(", second visit")
    assert kept_copies(page) == ["First visit, second visit"]
    page.reload()
    expect(note(page)).to_have_value("First visit, second visit")


def test_a_copy_left_without_a_database_is_saved_when_there_is_one(page: Page) -> None:
    page.goto("/assets/css/tokens.css")
    copy = json.dumps({"text": "Typed when nothing could be saved", "seen": 0})
    page.evaluate("(copy) => localStorage.setItem('coursewright-unsaved:/ gone ethos-same-words', copy)", copy)
    page.goto(LESSON)
    expect(note(page)).to_have_value("Typed when nothing could be saved")
    expect(status(page)).to_have_text("Kept in this browser only")
    assert [kept["text"] for kept in stored(page)] == ["Typed when nothing could be saved"]
    assert kept_copies(page) == []


def test_where_nothing_at_all_is_kept_the_browser_asks_before_it_leaves(page: Page) -> None:
    page.add_init_script(NO_DATABASE)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(LESSON)
    note(page).fill("Nowhere but here")
    expect(status(page)).to_contain_text("Copy your text before you leave.")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.reload()
    assert asked == ["beforeunload"]


def test_two_tabs_that_die_while_they_write_the_same_note_leave_both_texts(page: Page) -> None:
    page.goto(LESSON)
    other = second_tab(page, LESSON)
    for tab, text in ((page, "Written here"), (other, "Written there")):
        expect(note(tab)).to_be_visible()
        tab.evaluate(NO_WRITING)
        note(tab).fill(text)
        expect(status(tab)).to_contain_text("Not saved")
    assert kept_copies(page) == ["Written here", "Written there"]
    again = page.context.new_page()
    for tab in (page, other):
        tab.close()
    again.goto(LESSON)
    expect(status(again)).not_to_contain_text("Not saved")
    expect(note(again)).not_to_be_empty()
    parts = {part for kept in stored(again) for part in kept["text"].split("\n\n* * *\n\n")}
    assert parts == {"Written here", "Written there"}
    assert kept_copies(again) == []


def test_a_lock_that_breaks_off_half_way_has_locked_nothing(page: Page) -> None:
    plant(page, *({"id": name, "text": f"Note {name}", "updated": 1} for name in (SAME_WORDS, DUAL, "gone")))
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    page.evaluate(
        """() => { const put = IDBObjectStore.prototype.put; let count = 0;
                   IDBObjectStore.prototype.put = function (...all) {
                     if (++count === 3) throw new Error("the disk is gone");
                     return put.apply(this, all);
                   }; }"""
    )
    page.get_by_role("button", name="Set a passphrase").click()
    page.get_by_label("New passphrase").fill(PASSPHRASE)
    page.locator("#lock-again").fill(PASSPHRASE)
    page.get_by_role("button", name="Lock my notes").click()
    expect(page.locator("#dialog-lock [role=alert]")).to_have_text("This browser refused. Nothing has been changed.")
    assert sorted(kept["text"] for kept in stored(page)) == sorted(
        f"Note {name}" for name in (SAME_WORDS, DUAL, "gone")
    )
    assert stored(page, "settings") == []
    page.reload()
    expect(text_of(page)).to_have_text(f"Note {SAME_WORDS}")


def test_a_backup_that_does_not_fit_changes_nothing(page: Page) -> None:
    write(page, "Untouched")
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    page.evaluate(NO_WRITING)
    read_in(page, {**GOOD, "notes": [{"id": SAME_WORDS, "text": "x", "prompt": "", "page": "", "updated": 1}]})
    expect(said(page)).to_contain_text("Nothing has been changed.")
    expect(text_of(page)).to_have_text("Untouched")
    assert [kept["text"] for kept in stored(page)] == ["Untouched"]


def test_a_file_too_large_for_a_journal_is_not_even_read(page: Page) -> None:
    page.goto("/journal/")
    expect(page.locator(".cw-j-count")).to_contain_text("no note yet")
    page.evaluate("Object.defineProperty(Blob.prototype, 'size', { get: () => 60_000_000 })")
    read_in(page, {**GOOD, "notes": []})
    expect(said(page)).to_have_text("This file is too large for a backup of a journal. Nothing has been changed.")


def test_a_backup_of_another_course_and_of_a_clock_that_went_wrong_is_taken_in_twice(page: Page) -> None:
    write(page, "Mine")
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    far = 8_640_000_000_000_000  # the last moment that a browser can name
    old = {"id": SAME_WORDS, "text": "Theirs", "prompt": "", "page": "", "updated": far}
    for known in ("1 with both versions kept", "1 already here"):
        read_in(page, {**GOOD, "course": "Bread", "notes": [old]})
        expect(said(page)).to_have_text(f"Backup read: {known}. They come from the journal of “Bread”.")
    assert set(stored(page)[0]["text"].split("\n\n* * *\n\n")) == {"Mine", "Theirs"}
    assert stored(page)[0]["updated"] < far / 2
    page.reload()
    expect(text_of(page)).to_contain_text("Theirs")


def test_a_clock_that_is_put_back_saves_and_locks_all_the_same(page: Page) -> None:
    page.clock.install(time="2026-06-01T12:00:00")
    write(page, "At noon")
    set_lock(page)
    page.get_by_label("Lock again when nothing has been done for").select_option("5 minutes")
    page.clock.set_system_time("2026-06-01T09:00:00")
    page.keyboard.press("Shift")
    for time, there in (("09:04", text_of(page)), ("09:20", page.locator(".cw-j-locked"))):
        page.clock.set_system_time(f"2026-06-01T{time}:00")
        page.evaluate("dispatchEvent(new Event('focus'))")  # a page looks at the clock when one comes back to it
        expect(there).to_be_visible()


def test_a_note_saved_while_the_clock_was_ahead_can_be_changed_and_merged(page: Page) -> None:
    page.clock.install(time="2030-01-01T12:00:00")
    write(page, "Ahead")
    page.clock.set_system_time("2026-01-01T12:00:00")
    other = second_tab(page, LESSON)
    expect(note(other)).to_have_value("Ahead")
    note(other).fill("Ahead, and back")
    expect(status(other)).to_have_text("Saved in this browser only")
    expect(note(page)).to_have_value("Ahead, and back")
    assert [kept["text"] for kept in stored(page)] == ["Ahead, and back"]

"""The lock on the notes: what lies on the disk, who can open it, and that locking loses nothing."""

import json

from playwright.sync_api import Page, expect

from tests.browser.journal import (
    LESSON,
    PASSPHRASE,
    entry,
    lies_open,
    note,
    said,
    second_tab,
    set_lock,
    status,
    stored,
    text_of,
    unlock,
    wait_for_copy,
    without_pauses,
    write,
)


def test_locked_notes_lie_encrypted_and_open_with_the_passphrase_alone(page: Page) -> None:
    write(page, "Nobody's business")
    set_lock(page)
    assert not lies_open(page, "business")
    (lock,) = (kept for kept in stored(page, "settings") if kept["id"] == "lock")
    assert lock["iterations"] >= 600_000
    page.reload()
    expect(page.locator(".cw-j-locked")).to_be_visible()
    expect(page.locator("article")).not_to_contain_text("business")
    before = stored(page)
    unlock(page, "not this one")
    expect(page.get_by_role("alert")).to_have_text("That is not the passphrase. Nothing has been changed.")
    assert stored(page) == before
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(text_of(page)).to_have_text("Nobody's business")
    expect(page.get_by_label("Search notes and questions")).to_be_focused()


def test_each_write_has_an_iv_of_its_own_and_the_copy_is_sealed_too(page: Page) -> None:
    page.goto(LESSON)
    set_lock(page)
    page.locator("article").get_by_role("link", name="Read it").nth(1).click()
    page.wait_for_url(f"**{LESSON}")
    page.evaluate("import('/assets/js/journal/keyring.js').then((ring) => ring.ready())")  # the key has been handed on
    without_pauses(page)
    vectors = []
    for text in ("Secret words", "Secret words, more"):
        note(page).fill(text)
        wait_for_copy(page, True)
        assert not lies_open(page, "Secret")
        note(page).blur()
        wait_for_copy(page, False)
        expect(status(page)).to_have_text("Saved in this browser only")
        vectors.append(json.dumps(stored(page)[0]["iv"]))
    assert vectors[0] != vectors[1]


def test_a_sealed_copy_of_an_interrupted_save_is_taken_up_after_unlocking(page: Page) -> None:
    page.goto(LESSON)
    set_lock(page)
    page.locator("article").get_by_role("link", name="Read it").nth(1).click()
    expect(note(page)).to_be_visible()
    page.evaluate("() => { IDBObjectStore.prototype.put = () => { throw new Error('the page was gone before'); }; }")
    note(page).fill("Secret words")
    wait_for_copy(page, True)
    page.reload()
    expect(note(page)).to_be_hidden()
    unlock(page)
    expect(note(page)).to_have_value("Secret words")


def test_a_link_keeps_notes_open_and_a_reload_locks_them(page: Page) -> None:
    write(page, "Nobody's business")
    set_lock(page)
    entry(page).locator("xpath=../preceding-sibling::p[1]").get_by_role("link", name="Read it").click()
    expect(note(page)).to_have_value("Nobody's business")
    assert page.evaluate("sessionStorage.getItem('coursewright-key:/')") is None
    page.reload()
    expect(note(page)).to_be_hidden()
    expect(page.locator(".cw-journal__locked").first).to_contain_text("Your notes are locked.")


def test_a_lock_set_while_another_tab_writes_loses_nothing(page: Page) -> None:
    page.goto(LESSON)
    other = second_tab(page, "/journal/")
    expect(note(page)).to_be_visible()
    without_pauses(page)
    note(page).fill("Typed before the lock")
    set_lock(other)
    expect(note(page)).to_have_value("Typed before the lock")
    note(page).blur()
    expect(status(page)).to_have_text("Saved in this browser only")
    assert not lies_open(page, "Typed before")
    other.get_by_role("button", name="Lock now").click()
    expect(note(page)).to_be_hidden()
    expect(note(page)).to_have_value("")
    unlock(page)
    expect(note(page)).to_have_value("Typed before the lock")
    expect(text_of(other)).to_have_text("Typed before the lock")


def test_notes_that_are_just_being_opened_stay_locked_when_they_are_locked_now(page: Page) -> None:
    write(page, "Nobody's business")
    set_lock(page)
    page.evaluate(
        """() => {
          const real = SubtleCrypto.prototype.decrypt;
          SubtleCrypto.prototype.decrypt = function (...all) { // as slow as a machine may be
            return new Promise((done) => {
              globalThis.goOn = async () => {
                const opened = real.apply(this, all);
                done(opened);
                await opened.then(() => new Promise(requestAnimationFrame)); // whatever follows has happened
              };
            });
          };
          new BroadcastChannel("coursewright-journal:/").postMessage({ type: "notes" });
        }"""
    )
    page.wait_for_function("() => globalThis.goOn")
    page.get_by_role("button", name="Lock now").click()
    expect(page.locator(".cw-j-locked")).to_be_visible()
    page.evaluate("goOn()")
    expect(page.locator("article")).not_to_contain_text("business")


def test_the_notes_lock_again_when_nobody_uses_the_site(page: Page) -> None:
    page.clock.install()
    write(page, "Nobody's business")
    set_lock(page)
    page.get_by_label("Lock again when nothing has been done for").select_option("5 minutes")
    page.clock.fast_forward("04:30")
    expect(text_of(page)).to_be_visible()
    page.clock.fast_forward("00:50")
    expect(page.locator(".cw-j-locked")).to_be_visible()
    expect(page.locator("article")).not_to_contain_text("business")


def test_the_passphrase_can_be_changed_and_the_lock_removed(page: Page) -> None:
    write(page, "Nobody's business")
    set_lock(page)
    page.get_by_role("button", name="Change the passphrase").click()
    trouble = page.locator("#dialog-lock [role=alert]")
    page.get_by_label("New passphrase").fill("short")
    page.keyboard.press("Enter")
    expect(trouble).to_have_text("Use at least 8 characters.")
    page.get_by_label("Your passphrase now").fill("not this one")
    page.get_by_label("New passphrase").fill("another four words")
    page.locator("#lock-again").fill("another four words")
    page.keyboard.press("Enter")
    expect(trouble).to_have_text("That is not your passphrase. Nothing has been changed.")
    page.get_by_label("Your passphrase now").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("The passphrase has been changed.")
    page.reload()
    unlock(page, "another four words")
    expect(text_of(page)).to_have_text("Nobody's business")
    page.get_by_role("button", name="Remove the lock").click()
    page.get_by_label("Your passphrase", exact=True).fill("another four words")
    page.locator("#dialog-unlocked").get_by_role("button", name="Remove the lock").click()
    expect(said(page)).to_have_text("The lock has been removed.")
    expect(page.get_by_role("button", name="Set a passphrase")).to_be_focused()
    page.reload()
    expect(text_of(page)).to_have_text("Nobody's business")
    assert lies_open(page, "business")

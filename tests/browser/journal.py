"""What the specifications of the journal share: writing a note, looking at what the browser keeps, setting a lock."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

LESSON = "/1-from-hierarchy-to-partnership/the-ethos-of-partnership/"
SAME_WORDS, DUAL = "ethos-same-words", "ethos-dual-expertise"
PASSPHRASE = "four unrelated old words"
OURS = "coursewright-journal:/"
"""The database of the course at the root of an origin."""
EARLIER = "coursewright-journal"
"""The one that earlier versions of the site used, wherever the course was."""


def note(page: Page, question: str = SAME_WORDS) -> Locator:
    return page.locator(f".cw-pause[data-question={question}] textarea")


def status(page: Page, question: str = SAME_WORDS) -> Locator:
    return page.locator(f".cw-pause[data-question={question}] [role=status]")


def write(page: Page, text: str, question: str = SAME_WORDS) -> None:
    """Writes a note in its lesson and waits until it is saved."""
    page.goto(LESSON)
    note(page, question).fill(text)
    expect(status(page, question)).to_have_text("Saved in this browser only")


def without_pauses(page: Page) -> None:
    """From now on what is typed is saved when its field is left, and no sooner: no pause in typing is long enough."""
    page.evaluate("() => { const real = setTimeout; setTimeout = (run, ms) => real(run, ms === 400 ? 1e6 : ms); }")


def entry(page: Page, question: str = SAME_WORDS) -> Locator:
    return page.locator(f"[id='note-{question}']")


def text_of(page: Page, question: str = SAME_WORDS) -> Locator:
    return entry(page, question).locator(".cw-j-text")


def said(page: Page) -> Locator:
    return page.locator(".cw-j-said")


def stored(page: Page, store: str = "notes", database: str = OURS) -> Any:
    """What the browser's database holds, as it lies there; sealed bytes become lists of numbers."""
    return page.evaluate(
        """([store, name]) => new Promise((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const asked = request.result.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => { request.result.close(); resolve(JSON.parse(JSON.stringify(asked.result))); };
          };
        })""",
        [store, database],
    )


def plant(
    page: Page,
    *notes: dict[str, Any],
    version: int = 2,
    database: str = OURS,
    at: str = "/assets/css/tokens.css",
    **other: Any,
) -> None:
    """Puts notes, and records of `other` stores, into a database of a browser that is new to the course.

    Version 1 is as the first site wrote it.
    """
    page.goto(at)
    page.evaluate(
        """([records, version, name]) => new Promise((resolve) => {
          const request = indexedDB.open(name, version);
          request.onupgradeneeded = () => (version === 1 ? ["notes"] : ["notes", "progress", "settings"])
            .forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
          request.onsuccess = () => {
            const writing = request.result.transaction(Object.keys(records), "readwrite");
            for (const [store, all] of Object.entries(records)) {
              all.forEach((one) => writing.objectStore(store).put(one));
            }
            writing.oncomplete = () => { request.result.close(); resolve(); };
          };
        })""",
        [{"notes": list(notes), **other}, version, database],
    )


def second_tab(page: Page, path: str) -> Page:
    tab = page.context.new_page()
    tab.goto(path)
    return tab


def set_lock(page: Page, passphrase: str = PASSPHRASE, at: str = "") -> None:
    page.goto(f"{at}/journal/")
    page.get_by_role("button", name="Set a passphrase").click()
    page.get_by_label("New passphrase").fill(passphrase)
    page.locator("#lock-again").fill(passphrase)
    page.get_by_role("button", name="Lock my notes").click()
    expect(said(page)).to_have_text("Your notes are locked with your passphrase, and open now.")


def unlock(page: Page, passphrase: str = PASSPHRASE) -> None:
    page.get_by_role("button", name="Unlock your notes").first.click()
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_role("button", name="Unlock", exact=True).click()


def lies_open(page: Page, text: str) -> bool:
    """Whether a text can be read anywhere in what the browser keeps of the site."""
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    return text in kept or text in json.dumps(stored(page))


def wait_for_copy(page: Page, there: bool) -> None:
    """Waits until there is a copy of what is not saved, or none."""
    page.wait_for_function(
        "(there) => Object.keys(localStorage).some((key) => key.includes('unsaved')) === there", arg=there
    )

"""Two courses at one origin: each has its own notes, progress and lock; and what earlier versions kept together."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.journal import (
    DUAL,
    EARLIER,
    LESSON,
    PASSPHRASE,
    SAME_WORDS,
    entry,
    note,
    plant,
    said,
    set_lock,
    status,
    stored,
    text_of,
    unlock,
)
from tests.conftest import Site, serve

A, B = "/a", "/b"
OF_A, OF_B = (f"coursewright-journal:{course}/" for course in (A, B))


@pytest.fixture(scope="module")
def origin(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The course twice, in two folders of one host."""
    folder = tmp_path_factory.mktemp("host")
    for name in (A, B):
        (folder / name[1:]).symlink_to(site.folder)
    (folder / "empty.html").write_text("<!doctype html><title>Nothing</title>", "utf-8")
    with serve(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context(base_url=origin)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def write(page: Page, course: str, text: str) -> None:
    page.goto(course + LESSON)
    note(page).fill(text)
    expect(status(page)).to_have_text("Saved in this browser only")


def plant_earlier(page: Page, *notes: dict[str, Any], **other: Any) -> None:
    plant(page, *notes, database=EARLIER, at="/empty.html", **other)


def test_each_course_has_its_own_notes_progress_and_lock(page: Page) -> None:
    write(page, A, "Of the first course")
    page.get_by_role("button", name="I have read this lesson").click()
    expect(page.locator(".cw-progress__facts")).to_contain_text("Read on")
    set_lock(page, at=A)
    write(page, B, "Of the second")
    expect(page.locator(".cw-progress__facts")).to_have_count(0)
    page.goto(f"{B}/journal/")
    expect(text_of(page)).to_have_text("Of the second")
    page.get_by_role("button", name="Erase all notes").click()
    page.get_by_label("Erase my progress too").check()
    page.locator("#dialog-erase").get_by_role("button", name="Erase", exact=True).click()
    expect(said(page)).to_have_text("Erased.")
    page.goto(f"{A}/journal/")
    unlock(page)
    expect(text_of(page)).to_have_text("Of the first course")
    expect(page.locator(".cw-j-progress")).to_contain_text("1 of 5 lessons read")


def test_a_key_is_not_handed_on_to_another_course(page: Page) -> None:
    set_lock(page, at=A)
    page.evaluate(
        """(to) => { const link = document.createElement("a"); link.href = to; link.textContent = "Over there";
                     document.querySelector("main").prepend(link); }""",
        f"{B}/journal/",
    )
    page.get_by_role("link", name="Over there").click()
    page.wait_for_url(f"**{B}/journal/")
    assert page.evaluate("({...sessionStorage})") == {}


def test_a_course_takes_its_own_out_of_what_was_kept_together(page: Page) -> None:
    plant_earlier(
        page,
        {"id": SAME_WORDS, "text": "Mine", "updated": 5, "prompt": "", "page": ""},
        {"id": "of-another-course", "text": "Its own", "updated": 6, "prompt": "Asked there", "page": "There"},
        progress=[{"id": "read:ethos", "value": True, "at": 7}, {"id": "read:elsewhere", "value": True, "at": 8}],
    )
    page.goto(A + LESSON)
    expect(note(page)).to_have_value("Mine")
    expect(page.locator(".cw-progress__facts")).to_contain_text("Read on")
    assert [kept["updated"] for kept in stored(page, database=OF_A)] == [5], "with its own date"
    assert [kept["id"] for kept in stored(page, database=EARLIER)] == ["of-another-course"]
    assert [kept["id"] for kept in stored(page, "progress", EARLIER)] == ["read:elsewhere"]
    page.goto(f"{A}/journal/")
    older = page.locator(".cw-j-earlier")
    expect(older).to_contain_text("One note is still there whose question this course does not have")
    older.get_by_role("button").click()
    expect(page.locator(".cw-j-gone .cw-j-text")).to_have_text("Its own")
    expect(older).to_be_hidden()
    assert stored(page, database=EARLIER) == []


def test_what_was_locked_together_opens_with_its_passphrase_in_the_course_that_has_the_question(page: Page) -> None:
    write(page, A, "Nobody's business")
    set_lock(page, at=A)
    page.goto("/empty.html")
    move(page, OF_A, EARLIER)
    page.goto(f"{B}/journal/")
    expect(page.locator(".cw-j-locked")).to_be_visible()
    unlock(page, PASSPHRASE)
    expect(text_of(page)).to_have_text("Nobody's business")
    assert stored(page, database=EARLIER) == []
    assert "business" not in str(stored(page, database=OF_B))


def test_erasing_while_locked_takes_what_was_kept_together_too(page: Page) -> None:
    write(page, A, "Nobody's business")
    set_lock(page, at=A)
    page.goto("/empty.html")
    move(page, OF_A, EARLIER)
    page.goto(f"{B}/journal/")
    page.get_by_role("button", name="Erase all notes").click()
    expect(page.locator("#dialog-erase")).to_contain_text("One note in this browser will be gone")
    page.locator("#dialog-erase").get_by_role("button", name="Erase", exact=True).click()
    expect(said(page)).to_have_text("Erased.")
    assert stored(page, database=EARLIER) == stored(page, database=OF_B) == []


def test_what_an_earlier_version_could_not_save_is_taken_up_by_the_course_that_asks(page: Page) -> None:
    page.goto("/empty.html")
    page.evaluate(f"localStorage.setItem('coursewright-unsaved-{DUAL}', JSON.stringify({{ text: 'Left', seen: 0 }}))")
    page.evaluate("localStorage.setItem('coursewright-unsaved-elsewhere', JSON.stringify({ text: 'Other', seen: 0 }))")
    page.goto(f"{B}/journal/")
    expect(text_of(page, DUAL)).to_have_text("Left")
    assert page.evaluate("Object.keys(localStorage)") == ["coursewright-unsaved-elsewhere"]
    page.goto(f"{A}/journal/")
    expect(entry(page, DUAL).get_by_role("button", name="Write")).to_be_visible()


def move(page: Page, old: str, new: str) -> None:
    """Gives a database another name, as if it had always had it; sealed bytes stay bytes."""
    page.evaluate(
        """async ([from, to]) => {
          const wait = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
          const names = ["notes", "progress", "settings"];
          const old = await wait(indexedDB.open(from));
          const request = indexedDB.open(to, 2);
          request.onupgradeneeded = () => {
            names.forEach((name) => request.result.createObjectStore(name, { keyPath: "id" }));
          };
          const made = await wait(request);
          for (const name of names) {
            const all = await wait(old.transaction(name).objectStore(name).getAll());
            const writing = made.transaction(name, "readwrite");
            all.forEach((one) => writing.objectStore(name).put(one));
            await new Promise((done) => { writing.oncomplete = done; });
          }
          old.close();
          made.close();
          await wait(indexedDB.deleteDatabase(from));
        }""",
        [old, new],
    )

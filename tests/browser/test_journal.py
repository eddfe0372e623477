"""The private box under a pause: it saves by itself, and nothing that was typed is lost."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.journal import (
    DUAL,
    EARLIER,
    LESSON,
    SAME_WORDS,
    note,
    plant,
    second_tab,
    status,
    stored,
    text_of,
    wait_for_copy,
    write,
)


def test_a_note_is_saved_by_itself_and_is_there_after_a_reload(page: Page) -> None:
    write(page, "The room decides.")
    page.reload()
    expect(note(page)).to_have_value("The room decides.")
    (kept,) = stored(page)
    assert kept["id"] == SAME_WORDS
    assert kept["prompt"] == page.locator(f"[data-question={SAME_WORDS}] .cw-stem").inner_text()
    assert kept["page"] == "The ethos of partnership"
    page.get_by_role("link", name="All your notes").first.click()
    expect(text_of(page)).to_have_text("The room decides.")


@pytest.mark.parametrize(
    "leave", [lambda page: page.goto("/cases/"), lambda page: page.close()], ids=["left", "closed"]
)
def test_a_save_that_was_interrupted_is_taken_up_by_the_next_visit(page: Page, leave: Callable[[Page], object]) -> None:
    page.goto(LESSON)
    expect(note(page)).to_be_visible()
    page.evaluate("() => { IDBObjectStore.prototype.put = () => { throw new Error('the page was gone before'); }; }")
    note(page).fill("Not yet on disk")
    context = page.context
    leave(page)
    again = context.new_page()
    again.goto(LESSON)
    expect(note(again)).to_have_value("Not yet on disk")
    again.reload()
    expect(note(again)).to_have_value("Not yet on disk")
    assert again.evaluate("Object.keys(localStorage).filter((key) => key.includes('unsaved'))") == []


def test_what_an_interrupted_save_left_shows_on_the_journal_page_too(page: Page) -> None:
    page.goto("/assets/css/tokens.css")
    page.evaluate(
        f"localStorage.setItem('coursewright-unsaved-{DUAL}', JSON.stringify({{ text: 'Left over', seen: 0 }}))"
    )
    page.goto("/journal/")
    expect(text_of(page, DUAL)).to_have_text("Left over")


def test_two_tabs_that_write_the_same_note_keep_both_texts(page: Page) -> None:
    write(page, "Before.")
    other = second_tab(page, LESSON)
    expect(note(other)).to_have_value("Before.")
    for tab in (page, other):  # neither hears of the other before it saves
        tab.evaluate("BroadcastChannel.prototype.postMessage = () => {}")
    note(page).fill("Written here.")
    wait_for_copy(page, there=False)
    note(other).fill("Written there.")
    expect(status(other)).to_have_text("This note was also changed in another tab. Both texts are here.")
    expect(note(other)).to_have_value("Written there.\n\n* * *\n\nWritten here.")
    assert [kept["text"] for kept in stored(other)] == ["Written there.\n\n* * *\n\nWritten here."]


def test_a_tab_that_writes_nothing_takes_over_what_another_wrote(page: Page) -> None:
    page.goto(LESSON)
    other = second_tab(page, LESSON)
    note(other).fill("From the other tab")
    expect(note(page)).to_have_value("From the other tab")
    expect(status(page)).to_have_text("Taken over from another tab")


def test_a_full_disk_is_told_and_nothing_typed_is_lost(page: Page) -> None:
    page.goto(LESSON)
    expect(note(page)).to_be_visible()
    browser = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    note(page).fill("More than there is room for")
    expect(status(page)).to_contain_text("Not saved: this browser has no more space for notes. Copy your text")
    expect(note(page)).to_have_value("More than there is room for")
    browser.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    note(page).blur()
    page.reload()
    expect(note(page)).to_have_value("More than there is room for")
    page.goto("/journal/")
    expect(text_of(page)).to_have_text("More than there is room for")


def test_a_browser_that_keeps_nothing_says_so(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }")
    page.goto(LESSON)
    note(page).fill("x")
    expect(status(page)).to_contain_text("Not saved: this browser does not let the page keep notes.")
    page.goto("/journal/")
    expect(page.locator(".cw-j-count")).to_contain_text("Your notes can’t be read")


def test_notes_of_the_first_version_of_the_site_are_taken_over(page: Page) -> None:
    plant(
        page,
        {"id": SAME_WORDS, "text": "Old note", "updated": 1},
        {"id": DUAL, "text": "", "updated": 2},
        version=1,
        database=EARLIER,
    )
    unsaved = {"text": "Old note, and more", "seen": 1}
    page.evaluate(f"localStorage.setItem('coursewright-unsaved-{SAME_WORDS}', '{json.dumps(unsaved)}')")
    page.goto(LESSON)
    expect(note(page)).to_have_value("Old note, and more")
    page.goto("/journal/")
    expect(text_of(page)).to_have_text("Old note, and more")
    expect(page.locator(".cw-j-count")).to_contain_text("1 note under")


def test_a_newer_version_of_the_site_is_left_alone(page: Page) -> None:
    plant(page, {"id": SAME_WORDS, "text": "From the future", "updated": 1}, version=9)
    page.goto(LESSON)
    note(page).fill("Now")
    expect(status(page)).to_contain_text("a newer version of this site is open")
    assert [kept["text"] for kept in stored(page)] == ["From the future"]


def test_erase_has_a_way_back(page: Page) -> None:
    write(page, "Keep me")
    page.get_by_role("button", name="Erase this note").first.click()
    expect(status(page)).to_have_text("Erased")
    expect(note(page)).to_be_focused()
    assert stored(page) == []
    page.get_by_role("button", name="Bring the note back").click()
    expect(note(page)).to_have_value("Keep me")
    expect(status(page)).to_have_text("Saved in this browser only")


# Merging

BETWEEN = "\n\n* * *\n\n"
PIECES = ("a", "b", "a b", "* * *", "c\n\nd", " e ", "", "\n", BETWEEN)
MERGE = """async ([pairs, lists]) => {
  const { combine, mergeAll, mergeNotes } = await import("/assets/js/journal/merge.js");
  const both = (one, other) => {
    const merged = mergeNotes(one, other);
    const again = [mergeNotes(merged, one), mergeNotes(merged, other)].map((note) => note.text);
    const typed = combine(one.text, other.text);
    return { merged: merged.text, turned: mergeNotes(other, one).text, again, typed };
  };
  const all = (mine, theirs) => {
    const { notes, told } = mergeAll(mine, theirs);
    return { notes, told, again: mergeAll(notes, theirs).notes };
  };
  return [pairs.map((pair) => both(...pair)), lists.map((pair) => all(...pair))];
}"""


def versions(text: str) -> set[str]:
    return {part.strip() for part in text.split(BETWEEN)} - {""}


def some_note(random: Random, name: str) -> dict[str, Any]:
    text = random.choice((BETWEEN, " ")).join(random.choices(PIECES, k=random.randrange(4)))
    return {"id": name, "text": text, "updated": random.randrange(4), "prompt": "", "page": ""}


def test_merging_loses_nothing_makes_nothing_up_and_is_the_same_twice_over(page: Page) -> None:
    random = Random(5)
    pairs = [(some_note(random, "q"), some_note(random, "q")) for _ in range(3000)]
    lists = [[[some_note(random, name) for name in random.sample("pqr", k=2)] for _ in "ab"] for _ in range(300)]
    page.goto("/")
    of_pairs, of_lists = page.evaluate(MERGE, [pairs, lists])
    for (one, other), told in zip(pairs, of_pairs, strict=True):
        assert versions(told["merged"]) == versions(one["text"]) | versions(other["text"])
        assert versions(told["turned"]) == versions(told["merged"])
        assert told["again"] == [told["merged"]] * 2
        assert all(part in told["typed"] for part in versions(one["text"]) | versions(other["text"]))
    for (mine, theirs), told in zip(lists, of_lists, strict=True):
        assert {note["id"] for note in told["notes"]} == {note["id"] for note in (*mine, *theirs)}
        assert sorted(name for names in told["told"].values() for name in names) == sorted(
            note["id"] for note in theirs
        )
        assert told["again"] == told["notes"]


def test_of_two_marks_the_later_counts(page: Page) -> None:
    page.goto("/")
    early, late, other = ({"id": "x", "at": 1}, {"id": "x", "at": 2}, {"id": "y", "at": 1})
    merged = page.evaluate(
        """async (marks) => (await import("/assets/js/journal/merge.js")).mergeMarks(...marks)""",
        [[late], [early, other]],
    )
    assert merged == [late, other]

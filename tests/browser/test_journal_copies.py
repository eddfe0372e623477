"""Copies of the journal: Markdown, Word, paper, and backups that are read in again without a loss."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.journal import DUAL, PASSPHRASE, SAME_WORDS, entry, note, plant, said, status, stored, text_of, write

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def download(page: Page, button: str) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value


def test_markdown_holds_every_note_in_course_order(page: Page) -> None:
    plant(
        page,
        {"id": DUAL, "text": "Second\nline & <b>", "updated": 5, "prompt": "Old?", "page": "The ethos of partnership"},
        {"id": SAME_WORDS, "text": "First", "updated": 9},
        {"id": "gone", "text": "Lost place", "prompt": "Once?", "page": "Old page", "updated": 1},
    )
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    file = download(page, "Markdown file")
    assert re.fullmatch(r"journal-\d{4}-\d\d-\d\d\.md", file.suggested_filename)
    text = Path(file.path()).read_text("utf-8")
    order = ["# My journal: Therapy as Partnership", "## Module 1 ·", "### The ethos of partnership", "First"]
    order += ["the question read: Old?", "Second\nline & <b>", "## Notes whose question", "> Once?", "Lost place"]
    assert [text.find(part) for part in order] == sorted(text.find(part) for part in order)
    assert text.find(order[0]) == 0


def test_the_word_file_opens_and_holds_the_text(page: Page) -> None:
    plant(page, {"id": SAME_WORDS, "text": "A & B <c>\nnext line\n\nnew paragraph \x0b😀 \ud83d", "updated": 9})
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    with zipfile.ZipFile(download(page, "Word file").path()) as file:
        assert file.testzip() is None
        parts = {name: ElementTree.fromstring(file.read(name)) for name in file.namelist()}
    assert {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"} <= set(parts)
    paragraphs = ["".join(part.itertext()) for part in parts["word/document.xml"].iter(f"{WORD}p")]
    assert paragraphs[-2:] == ["A & B <c>next line", "new paragraph 😀 "]
    assert paragraphs[0] == "My journal: Therapy as Partnership"


def test_print_shows_notes_and_leaves_the_rest_out(page: Page) -> None:
    write(page, "On paper")
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(text_of(page)).to_be_visible()
    expect(entry(page, DUAL)).to_be_hidden()
    expect(page.locator("article h3:visible")).to_have_text(["The ethos of partnership"])
    expect(page.locator(".cw-j-care")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(entry(page, DUAL)).to_be_visible()


def backup(page: Page, passphrase: str = "") -> dict[str, Any]:
    page.get_by_role("button", name="Make a backup").click()
    if passphrase:
        page.get_by_label("Only someone who knows a passphrase").check()
        page.get_by_label("Passphrase for this file").fill(passphrase)
        page.locator("#backup-again").fill(passphrase)
    made: dict[str, Any] = json.loads(Path(download(page, "Save the file").path()).read_text("utf-8"))
    return made


def read_in(page: Page, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    page.locator("#backup-file").set_input_files(
        {"name": "backup.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_backup_is_read_into_another_browser_and_nothing_is_lost(page: Page, new_page: NewPage) -> None:
    write(page, "Mine, elsewhere")
    note(page, DUAL).fill("Only there")
    expect(status(page, DUAL)).to_have_text("Saved in this browser only")
    page.get_by_role("button", name="I have read this lesson").click()
    expect(page.locator(".cw-progress__facts")).to_contain_text("Read on")
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    made = backup(page)
    assert (made["format"], made["version"], made["course"]) == ("coursewright-journal", 1, "Therapy as Partnership")
    other = new_page()
    write(other, "Mine, here")
    other.goto("/journal/")
    read_in(other, made)
    expect(said(other)).to_have_text("Backup read: 1 new, 1 with both versions kept; progress taken in.")
    expect(text_of(other)).to_have_text("Mine, here\n\n* * *\n\nMine, elsewhere")
    expect(text_of(other, DUAL)).to_have_text("Only there")
    expect(other.locator(".cw-j-progress")).to_contain_text("1 of 5 lessons read")
    read_in(other, made)
    expect(said(other)).to_have_text("Backup read: 2 already here; progress taken in.")
    expect(text_of(other)).to_have_text("Mine, here\n\n* * *\n\nMine, elsewhere")


GOOD = {"format": "coursewright-journal", "version": 1, "course": "", "made": "", "progress": []}
NOTE = {"id": SAME_WORDS, "text": "x", "prompt": "", "page": "", "updated": 1}
REFUSED = {
    "no JSON": ("{", "it can’t be read as JSON"),
    "another format": ({"notes": [NOTE]}, "This file is no backup of a journal."),
    "null": ("null", "This file is no backup of a journal."),
    "newer": ({**GOOD, "version": 2, "notes": {}}, "was made by a newer version of the site"),
    "no version": ({**GOOD, "version": "1", "notes": []}, "damaged: it does not say its version"),
    "no notes": (GOOD, "damaged: its list of notes is missing"),
    "a note without text": ({**GOOD, "notes": [NOTE, {**NOTE, "text": 3}]}, "damaged: note 2 of 2 can’t be read"),
    "a note twice": ({**GOOD, "notes": [NOTE, NOTE]}, "damaged: a note is in it twice"),
    "progress": ({**GOOD, "notes": [NOTE], "progress": [{"id": "read:x"}]}, "damaged: its progress can’t be read"),
    "endless": ({**GOOD, "sealed": {"iterations": 10**12, "salt": "", "iv": "", "data": ""}}, "its sealed part"),
    "no base64": ({**GOOD, "sealed": {"iterations": 1, "salt": "é", "iv": "", "data": ""}}, "its sealed part"),
}


def test_a_damaged_or_foreign_file_is_refused_and_nothing_changes(page: Page) -> None:
    write(page, "Untouched")
    before = stored(page)
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    for content, why in REFUSED.values():
        page.evaluate("document.querySelector('.cw-j-said').textContent = ''")
        read_in(page, content)
        expect(said(page)).to_contain_text(why)
    assert stored(page) == before
    expect(text_of(page)).to_have_text("Untouched")


def test_an_encrypted_backup_opens_with_its_passphrase_alone(page: Page, new_page: NewPage) -> None:
    write(page, "Nobody's business")
    page.goto("/journal/")
    expect(text_of(page)).to_be_visible()
    made = backup(page, PASSPHRASE)
    assert "business" not in json.dumps(made)
    assert made["sealed"]["iterations"] >= 600_000
    other = new_page()
    other.goto("/journal/")
    read_in(other, made)
    passphrase = other.get_by_label("The passphrase that the file was made with")
    passphrase.fill("not this one")
    other.get_by_role("button", name="Read the backup").click()
    expect(other.locator("#dialog-open [role=alert]")).to_contain_text("That is not the passphrase of this file")
    assert stored(other) == []
    passphrase.fill(PASSPHRASE)
    passphrase.press("Enter")
    expect(text_of(other)).to_have_text("Nobody's business")

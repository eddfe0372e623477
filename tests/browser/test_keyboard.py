"""By keyboard alone, from the top of a page to the end: a citation, the list of a page, notes, a set, a search."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.journal import DUAL, LESSON, PASSPHRASE, SAME_WORDS, entry, note, said, status, text_of

SEEN = """(one) => {
  if (one !== document.activeElement) return false;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 3) throw new Error(`not seen: ${one.outerHTML}`);
  return true;
}"""


def reach(page: Page, target: Locator, key: str = "Tab", most: int = 120) -> None:
    """Goes on with Tab until the focus is there, and can be seen there."""
    expect(target).to_be_visible()
    for _ in range(most):
        page.keyboard.press(key)
        if target.evaluate(SEEN):
            return
    raise AssertionError(f"{most} times {key} did not lead to {target}")


def test_from_a_citation_to_its_work_and_back(page: Page) -> None:
    page.goto(LESSON)
    cite = page.locator("main .citation a.cite").first
    reach(page, cite)
    preview = page.locator(".cw-preview")
    expect(preview).to_be_visible()
    expect(cite).to_have_accessible_description(preview.inner_text())
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(cite).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#ref-*")
    back = page.locator(".references > li:target .backlinks a").first
    reach(page, back)
    page.keyboard.press("Enter")
    expect(cite).to_be_in_viewport()


def test_from_the_list_of_a_narrow_page_to_a_section(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(LESSON)
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents).to_be_hidden()
    reach(page, page.locator(".cw-near summary"))
    page.keyboard.press("Enter")
    link = contents.get_by_role("link", name="In practice")
    reach(page, link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In practice")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.compareDocumentPosition(document.querySelector('#in-practice')) & 2")


def test_from_a_pause_to_the_journal_to_a_lock(page: Page) -> None:
    page.goto(LESSON)
    reach(page, note(page))
    page.keyboard.type("Written by keys")
    expect(status(page)).to_have_text("Saved in this browser only")
    reach(page, page.get_by_role("link", name="All your notes").first, most=3)
    page.keyboard.press("Enter")
    expect(text_of(page)).to_have_text("Written by keys")
    reach(page, entry(page).get_by_role("button", name="Edit"))
    page.keyboard.press("Enter")
    page.keyboard.press("Control+End")
    page.keyboard.type(", and changed")
    page.keyboard.press("Escape")
    expect(text_of(page)).to_have_text("Written by keys, and changed")
    reach(page, entry(page).get_by_role("button", name="Erase"), most=2)
    page.keyboard.press("Enter")
    expect(text_of(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(text_of(page)).to_be_visible()
    lock = page.get_by_role("button", name="Set a passphrase")
    reach(page, lock)
    page.keyboard.press("Enter")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Your notes are locked with your passphrase")
    expect(page.get_by_role("button", name="Lock now")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Unlock your notes")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(text_of(page)).to_have_text("Written by keys, and changed")
    assert {SAME_WORDS, DUAL} <= set(
        page.locator(".cw-j-prompt").evaluate_all("(items) => items.map((item) => item.dataset.question)")
    )


def test_from_the_bank_to_a_set_in_another_order(page: Page) -> None:
    page.goto("/questions/")
    words = page.get_by_label("Words")
    reach(page, words)
    page.keyboard.type("silence")
    for name in ("first", "second"):
        add = page.get_by_role("button", name="Add to my set").first
        reach(page, add)
        page.keyboard.press("Enter")
        expect(page.locator(".bank-line")).to_contain_text("1 question" if name == "first" else "2 questions")
    mine = page.locator(".bank-line a")
    reach(page, mine, "Shift+Tab")
    page.keyboard.press("Enter")
    entries = page.locator(".set-list > li")
    expect(entries).to_have_count(2)
    first, second = (one.split("\n")[0] for one in entries.all_inner_texts())
    reach(page, page.get_by_label("Title"))
    page.keyboard.type("Ours")
    reach(page, entries.first.get_by_role("button", name="Down"))
    page.keyboard.press("Enter")
    expect(entries.nth(1)).to_contain_text(first)
    expect(entries.first).to_contain_text(second)
    reach(page, entries.nth(1).get_by_role("button", name="Take out"))
    page.keyboard.press("Enter")
    expect(entries).to_have_count(1)
    reach(page, page.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(entries).to_have_count(2)
    reach(page, page.locator("[data-set=present]"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("timer")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ours")


def test_from_the_button_of_the_search_to_what_it_found(page: Page) -> None:
    page.goto("/")
    button = page.get_by_role("button", name="Search")
    reach(page, button)
    page.keyboard.press("Enter")
    page.keyboard.type("rupture")
    link = page.locator(".cw-search__section").first
    expect(link).to_be_visible()
    reach(page, page.get_by_role("button", name="Close"), most=1)
    reach(page, link, most=4)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("rupture")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")

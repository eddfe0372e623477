"""The page of the question bank: whole without JavaScript, narrowed with it; questions go into the set that is open."""

import statistics

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage, Watch

BANK = "/questions/"


def opened(page: Page, fragment: str = "") -> Page:
    """The bank's page once its form is there."""
    page.goto(BANK + fragment)
    expect(page.get_by_role("search", name="Find questions")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the questions that can be seen."""
    entries = "[...document.querySelectorAll('.cw-bank-question')]"
    return list(page.evaluate(f"{entries}.filter((entry) => entry.checkVisibility()).map((entry) => entry.id)"))


def counted(page: Page, words: str) -> None:
    expect(page.locator(".bank-count")).to_have_text(words)


def entry(page: Page, question: str) -> Locator:
    return page.locator(f"[id='{question}']")


def test_without_javascript_the_whole_bank_is_there_and_no_form(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(BANK + "#words=maya")
    assert len(shown(page)) > 100
    expect(page.get_by_label("Words")).to_have_count(0)
    expect(page.get_by_role("button", name="Add to my set")).to_have_count(0)


def test_words_leave_the_rows_that_have_them_whatever_their_capitals(page: Page) -> None:
    opened(page)
    page.get_by_label("Words").fill("SPIRIT maya")
    counted(page, "No question fits all of this.")
    page.get_by_label("Words").fill("MAYA’s worksheet")
    expect(entry(page, "ethos-same-words")).to_be_visible()
    rows = entry(page, "ethos-same-words").locator(".cw-bank-rows > li:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("the blank side of Maya’s worksheet")
    hidden = page.locator("h3", has_text="Mutual transformation")
    expect(hidden).to_be_hidden()


@pytest.mark.parametrize(
    ("label", "choice", "fact"),
    [("Kind of thinking", "create", "create · "), ("Work in the talk", "synthesis", " · synthesis · ")],
)
def test_a_choice_leaves_what_it_says_and_as_many_as_it_said(page: Page, label: str, choice: str, fact: str) -> None:
    opened(page)
    field = page.get_by_label(label)
    said = field.locator(f"option[value={choice}]").inner_text()
    field.select_option(choice)
    ids = shown(page)
    assert said == f"{choice} ({len(ids)})"
    assert all(fact in entry(page, name).locator(".cw-facts").first.inner_text() for name in ids)


def test_choices_work_together_and_one_that_leaves_nothing_cannot_be_taken(page: Page) -> None:
    opened(page)
    page.get_by_label("Case").select_option("setting-the-agenda")
    page.get_by_label("Minutes at most").fill("12")
    page.get_by_label("Format").select_option("pair")
    ids = shown(page)
    assert ids
    for name in ids:
        expect(entry(page, name).locator(".cw-bank-formats")).to_contain_text("In pairs")
    for option in page.get_by_label("Lesson").locator("option[value]:not([value=''])").all():
        assert option.is_disabled() == option.inner_text().endswith("(0)")


def test_every_number_beside_a_choice_is_true(page: Page) -> None:
    opened(page, "#words=client&minutes=15")
    for field in ("Module", "Lesson", "Case", "Objective", "Kind of thinking", "Work in the talk", "Format"):
        select = page.get_by_label(field, exact=True)
        option = select.locator("option:not([value='']):not([disabled])").last
        said = option.inner_text()
        select.select_option(str(option.get_attribute("value")))
        assert said.endswith(f"({len(shown(page))})"), field
        select.select_option("")


def test_the_address_carries_what_was_asked(page: Page, new_page: NewPage) -> None:
    opened(page)
    page.get_by_label("Words").fill("client")
    page.get_by_label("Kind of thinking").select_option("apply")
    page.wait_for_url("**/questions/#process=apply&words=client")
    again = opened(new_page(), page.url.partition("/questions/")[2])
    assert shown(again) == shown(page)
    expect(again.get_by_label("Words")).to_have_value("client")
    again.get_by_role("button", name="Clear").click()
    again.wait_for_url("**/questions/")
    expect(again.get_by_label("Words")).to_be_focused()
    assert len(shown(again)) > 100


def test_a_choice_that_does_not_exist_is_no_choice(page: Page) -> None:
    opened(page, "#process=ponder&case=nobody")
    assert len(shown(page)) > 100


def test_a_link_to_a_question_that_is_not_shown_shows_it(page: Page) -> None:
    opened(page, "#process=create")
    page.evaluate("location.hash = 'ethos-own-silence'")
    expect(entry(page, "ethos-own-silence")).to_be_in_viewport()
    expect(page.get_by_label("Kind of thinking")).to_have_value("")


def test_a_question_goes_into_the_set_and_out_again(page: Page) -> None:
    opened(page, "#case=setting-the-agenda&format=role-play")
    name = shown(page)[0]
    add = entry(page, name).get_by_role("button")
    expect(add).to_have_text("Add to my set")
    add.press("Enter")
    expect(add).to_have_text("Take out of my set")
    expect(add).to_be_focused()
    expect(page.get_by_text("Added. 1 question,")).to_be_attached()
    page.get_by_role("link", name="My set").click()
    chosen = page.locator(".set-list > li")
    expect(chosen).to_have_attribute("data-question", name)
    expect(chosen.get_by_label("Format")).to_have_value("role-play")
    page.go_back()
    entry(page, name).get_by_role("button", name="Take out of my set").click()
    expect(page.get_by_text("Taken out. no questions yet")).to_be_attached()


def test_where_nothing_can_be_kept_that_is_told(page: Page) -> None:
    opened(page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_role("button", name="Add to my set").first.click()
    expect(page.get_by_text("This browser does not let the page keep a set.")).to_be_attached()


def test_where_the_bank_cannot_be_read_the_list_stands(page: Page, watch: Watch) -> None:
    page.route("**/bank.json", lambda route: route.abort())
    page.goto(BANK)
    page.wait_for_load_state("networkidle")
    assert len(shown(page)) > 100
    expect(page.get_by_role("search", name="Find questions")).to_have_count(0)
    assert watch.errors
    watch.errors.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(new_page: NewPage, scheme: str) -> None:
    page = opened(new_page(color_scheme=scheme), "#words=maya&process=apply")
    counted(page, page.locator(".bank-count").inner_text())
    found = Axe().run(page, {"include": [["main"]]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390])
def test_a_narrow_window_scrolls_one_way_and_keeps_the_choices_folded(new_page: NewPage, width: int) -> None:
    page = opened(new_page(viewport={"width": width, "height": 700}))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_label("Module")).to_be_hidden()
    page.get_by_text("By module, lesson, case").click()
    expect(page.get_by_label("Module")).to_be_visible()
    small = """[...document.querySelectorAll('.bank-filter :is(input, select, summary, button), .bank-add button')]
      .filter((one) => one.checkVisibility()).filter((one) => one.getBoundingClientRect().height < 24).length"""
    assert page.evaluate(small) == 0


@pytest.mark.timing
def test_a_keystroke_is_answered_in_fifty_milliseconds(page: Page) -> None:
    opened(page)
    taken = page.evaluate(
        """() => ["c", "cl", "cli", "clie", "client", "client m", "m", "ma", "may", "maya"].map((words) => {
             const field = document.getElementById("bank-words");
             field.value = words;
             const begun = performance.now();
             field.dispatchEvent(new Event("input", { bubbles: true }));
             document.body.getBoundingClientRect();
             return performance.now() - begun;
           })"""
    )
    print(f"a keystroke: median {statistics.median(taken):.1f} ms, most {max(taken):.1f} ms")
    assert statistics.median(taken) < 50

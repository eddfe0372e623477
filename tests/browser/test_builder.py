"""The set builder: choose, order, fit, print, share; and the same set from its link on the command line."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from coursewright.course import Course
from coursewright.load import load_course
from coursewright.printing.to_markdown import to_markdown
from coursewright.sets import make_sheet
from coursewright.sets.link import check, read_link
from coursewright.sets.linked import linked_forms
from tests.browser.conftest import NewPage, Watch
from tests.conftest import PROJECT, Run

BUILD = "/questions/build/"
FIVE = ("ethos-own-silence", "redefining-account", "ethos-same-words", "made-of-goal-task-gap", "ethos-attitude-first")
MODULES = (
    "Promise.all(['bank-data', 'link', 'set', 'sheet', 'markdown'].map((name) => import(`/assets/js/bank/${name}.js`)))"
)


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(PROJECT, lambda told: None)


def opened(page: Page, fragment: str = "") -> Page:
    page.goto(BUILD + fragment)
    expect(page.get_by_label("Your sets")).to_be_visible()
    return page


def link(*asked: str, title: str = "", minutes: int = 0) -> str:
    """The link ('#…') of a set: 'question:format' and maybe rows."""
    values = ["1", title, "", str(minutes), "A", ",".join(asked)]
    names = ("set", "title", "about", "minutes", "form", "ask", "check")
    pairs = zip(names, [*map(quote, values), check(values)], strict=True)
    return "#" + "&".join(f"{name}={value}" for name, value in pairs)


@pytest.fixture
def five(page: Page) -> Page:
    """The builder with a set of five questions, as somebody has kept it."""
    opened(page, link(*(f"{name}:pair" for name in FIVE), title="Our meeting", minutes=45))
    expect(entries(page)).to_have_count(5)
    return page


def entries(page: Page) -> Locator:
    return page.locator(".set-list > li")


def order(page: Page) -> list[str]:
    return [str(entry.get_attribute("data-question")) for entry in entries(page).all()]


def entry(page: Page, question: str) -> Locator:
    return page.locator(f".set-list > [data-question='{question}']")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-set=said]")).to_have_text(words)


# Choosing and ordering


def test_without_javascript_the_page_says_what_it_needs(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(BUILD)
    expect(page.get_by_text("Making a set here needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Your sets")).to_be_hidden()


def test_questions_are_found_and_added_and_kept(page: Page) -> None:
    opened(page)
    page.get_by_label("Title").fill("Tuesday")
    page.get_by_label("Add a question: words in it").fill("deference rather than conviction")
    page.get_by_role("button", name="Add", exact=True).first.press("Enter")
    said(page, "Added as question 1.")
    assert order(page) == ["redefining-polite-agreement"]
    expect(page.get_by_text("No other question has these words.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("Tuesday")
    assert order(page) == ["redefining-polite-agreement"]


def test_a_question_moves_by_buttons_and_the_focus_goes_with_it(five: Page) -> None:
    down = entry(five, FIVE[0]).get_by_role("button", name="Down")
    down.press("Enter")
    said(five, "Moved to place 2 of 5.")
    expect(entry(five, FIVE[0]).get_by_role("button", name="Down")).to_be_focused()
    five.keyboard.press("Enter")
    assert order(five) == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]
    up = entry(five, FIVE[1]).get_by_role("button", name="Up")
    expect(up).to_have_attribute("aria-disabled", "true")
    up.press("Enter")
    said(five, "It is first already.")
    expect(up).to_be_focused()


def test_a_question_moves_by_alt_and_arrows(five: Page) -> None:
    entry(five, FIVE[4]).get_by_role("button", name="Take out").focus()
    five.keyboard.press("Alt+ArrowUp")
    five.keyboard.press("Alt+ArrowUp")
    said(five, "Moved to place 3 of 5.")
    assert order(five) == [*FIVE[:2], FIVE[4], *FIVE[2:4]]
    expect(entry(five, FIVE[4]).get_by_role("button", name="Take out")).to_be_focused()
    five.keyboard.press("Alt+ArrowDown")
    said(five, "Moved to place 4 of 5.")


def test_a_question_moves_by_its_handle_and_escape_puts_it_back(five: Page) -> None:
    def carry(question: str, over: str) -> None:
        entry(five, question).locator(".set-handle").hover()
        five.mouse.down()
        box = entry(five, over).bounding_box()
        assert box is not None
        five.mouse.move(box["x"] + 20, box["y"] + box["height"] - 5, steps=4)

    carry(FIVE[0], FIVE[2])
    assert order(five) == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]
    five.mouse.up()
    said(five, "Moved to place 3 of 5.")
    carry(FIVE[1], FIVE[0])
    five.keyboard.press("Escape")
    five.mouse.up()
    assert order(five) == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]
    five.reload()
    expect(entries(five)).to_have_count(5)
    assert order(five) == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]


def test_what_was_taken_out_comes_back_to_its_place(five: Page) -> None:
    entry(five, FIVE[1]).get_by_role("button", name="Take out").press("Enter")
    assert order(five) == [FIVE[0], *FIVE[2:]]
    expect(entry(five, FIVE[2]).get_by_role("button", name="Take out")).to_be_focused()
    expect(five.locator("[data-set=said]")).to_contain_text("Question 2 was taken out. 4 questions,")
    five.get_by_role("button", name="Undo").press("Enter")
    assert order(five) == list(FIVE)
    expect(entry(five, FIVE[1]).get_by_role("button", name="Take out")).to_be_focused()
    expect(five.get_by_role("button", name="Undo")).to_be_hidden()


def test_several_sets_are_kept_and_a_deleted_one_comes_back(five: Page) -> None:
    five.get_by_role("button", name="New set").click()
    expect(five.get_by_label("Title")).to_be_focused()
    five.keyboard.type("Thursday")
    expect(entries(five)).to_have_count(0)
    five.get_by_label("Your sets").select_option(label="Our meeting")
    expect(entries(five)).to_have_count(5)
    five.get_by_role("button", name="Delete this set").click()
    expect(five.get_by_label("Your sets")).to_have_text("Thursday")
    five.get_by_role("button", name="Undo").click()
    expect(five.get_by_label("Title")).to_have_value("Our meeting")
    expect(entries(five)).to_have_count(5)


def test_another_tab_is_followed_but_does_not_change_what_is_open(five: Page) -> None:
    other = five.context.new_page()
    other.goto("/questions/")
    other.locator("[id='ethos-dual-expertise']").get_by_role("button", name="Add to my set").click()
    expect(entries(five)).to_have_count(6)
    said(five, "Changed in another tab.")
    opened(other)
    other.get_by_role("button", name="New set").click()
    other.get_by_label("Title").fill("Thursday")
    expect(five.get_by_label("Your sets").locator("option")).to_have_count(2)
    five.get_by_label("Title").fill("Monday")
    expect(other.get_by_label("Your sets").locator("option").first).to_have_text("Monday")
    expect(entries(five)).to_have_count(6)
    expect(entries(other)).to_have_count(0)


def test_what_cannot_be_read_counts_as_nothing(page: Page) -> None:
    page.add_init_script('localStorage.setItem(\'coursewright-sets:/\', \'{"version": 1, "sets": [{"id": 3}\')')
    opened(page)
    expect(page.get_by_label("Your sets")).to_have_text("Untitled set 1")


# Time, coverage, forms


def test_minutes_are_summed_and_held_against_the_time_there_is(five: Page) -> None:
    total = five.locator("[data-set=total]")
    expect(total).to_have_text("5 questions, 38–58 minutes. They fit the 45 minutes there are.")
    given = five.evaluate("[...document.querySelectorAll('.set-list .cw-facts')].map((one) => one.textContent)")
    assert sum(int(text.split(", ")[1].split()[0]) for text in given) == 45
    five.get_by_label("Minutes there are").fill("30")
    expect(total).to_have_text("5 questions, 38–58 minutes. That is 8 minutes more than the 30 there are.")
    five.get_by_label("Minutes there are").fill("60")
    expect(total).to_have_text("5 questions, 38–58 minutes. That leaves 2 minutes of the 60 there are.")
    five.get_by_label("Minutes there are").fill("")
    expect(total).to_have_text("5 questions, 38–58 minutes. The sheet gives them 58.")


def test_what_is_not_asked_yet_leads_to_questions_that_ask_it(five: Page) -> None:
    cover = five.locator("[data-set=cover]")
    expect(cover).to_contain_text("Objectives asked: 4 of 12 of these lessons")
    expect(cover.locator(".set-processes")).to_contain_text("analyze")
    objective = cover.get_by_role("link").first
    words = objective.inner_text()
    objective.click()
    five.wait_for_url("**/questions/#objective=**")
    visible = five.locator(".cw-bank-question:visible .cw-bank-objective")
    expect(visible.first).to_have_text(words)


def test_forms_ask_the_same_questions_in_other_rows(five: Page) -> None:
    texts = {}
    for form in "ABC":
        five.get_by_role("radio", name=form).check()
        expect(five.get_by_role("button", name=f"Print form {form}")).to_be_visible()
        texts[form] = five.locator(".set-stem").all_inner_texts()
    for at in range(5):
        assert len({texts[form][at] for form in "ABC"}) == 3


def test_a_row_that_is_chosen_changes_places_with_that_of_its_form(five: Page) -> None:
    item = entry(five, FIVE[0])
    rows = [str(option.get_attribute("value")) for option in item.get_by_label("Row").locator("option").all()]
    item.get_by_label("Row").focus()
    item.get_by_label("Row").select_option(rows[1])
    expect(item.get_by_label("Row")).to_be_focused()
    five.get_by_role("radio", name="B").check()
    expect(item.get_by_label("Row")).to_have_value(rows[0])
    item.get_by_label("Format").select_option("journal")
    five.reload()
    expect(item.get_by_label("Format")).to_have_value("journal")
    expect(item.get_by_label("Row")).to_have_value(rows[0])


# Links


def test_a_link_holds_the_whole_set(five: Page, new_page: NewPage) -> None:
    five.get_by_role("radio", name="B").check()
    five.get_by_label("Instructions").fill("Eat & drink: 100 % yours, isn’t it? #now")
    stems = five.locator(".set-stem").all_inner_texts()
    other = new_page()
    opened(other, copied(five).partition(BUILD)[2])
    assert other.locator(".set-stem").all_inner_texts() == stems
    expect(other.get_by_label("Title")).to_have_value("Our meeting")
    expect(other.get_by_label("Instructions")).to_have_value("Eat & drink: 100 % yours, isn’t it? #now")
    expect(other.get_by_label("Minutes there are")).to_have_value("45")
    expect(other.get_by_role("radio", name="B")).to_be_checked()
    assert "#" not in other.url


def copied(page: Page) -> str:
    """The link, from the field that stands in for a clipboard that may not be used."""
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_text("Press Ctrl or Cmd and C to copy the link.")).to_be_visible()
    return page.get_by_label("The link of this set").input_value()


def test_a_link_does_not_take_the_place_of_one_s_own_set(five: Page) -> None:
    theirs = link("ethos-dual-expertise:pair", title="Theirs")
    five.goto("about:blank")
    opened(five, theirs)
    expect(five.get_by_label("Title")).to_have_value("Theirs")
    said(five, "The set from the link is open; your own sets are kept.")
    five.get_by_label("Your sets").select_option(label="Our meeting")
    expect(entries(five)).to_have_count(5)
    five.goto("about:blank")
    opened(five, theirs)
    said(five, "The set from the link is among your sets already.")
    expect(five.get_by_label("Your sets").locator("option")).to_have_count(2)


def test_questions_that_are_gone_are_told_and_the_rest_kept(page: Page) -> None:
    asked = ("gone:pair:a", "ethos-own-silence:sing:teacher:nobody", "ethos-dual-expertise:pair")
    opened(page, link(*asked))
    expect(page.get_by_role("alert")).to_have_text(
        "The question 'gone' is not in the bank; it is left out. "
        "'ethos-own-silence' is not asked in the format 'sing'; here it is asked in 'journal'. "
        "'ethos-own-silence' has no row 'nobody'; another stands in its place."
    )
    assert order(page) == ["ethos-own-silence", "ethos-dual-expertise"]


def test_a_link_that_is_not_whole_is_told(five: Page) -> None:
    for bad, words in (("#set=1&title=x", "not whole"), ("#set=9&title=x", "another version")):
        five.goto("about:blank")
        opened(five, bad)
        expect(five.get_by_role("alert")).to_contain_text(words)
        expect(entries(five)).to_have_count(5)


# The same set everywhere


def sets_of(course: Course, how_many: int) -> Iterator[dict[str, Any]]:
    """Random sets: any questions in any order, with formats, some rows, titles that are hard to quote."""
    drawn = random.Random("sets")
    titles = (
        "",
        "Tuesday",
        "A & B: 100 % *ours* [x] @rogers1961 'q' \"d\" — é 漢",
        "# 1. <b>",
        "12. Twelve &amp; co",
        "-",
    )
    for _ in range(how_many):
        questions = drawn.sample(sorted(course.questions), drawn.randint(1, 12))
        items = []
        for name in questions:
            question = course.questions[name]
            rows = drawn.sample([row.label for row in question.rows], drawn.randint(0, min(3, len(question.rows))))
            items.append({"question": name, "format": drawn.choice(question.formats).name, "rows": rows})
        words = {"title": drawn.choice(titles), "about": drawn.choice(titles)}
        yield {**words, "minutes": drawn.choice([0, 20, 50, 90, 300]), "form": drawn.choice("ABC"), "items": items}


def test_browser_and_command_line_make_the_same_sheets_of_a_link(page: Page, course: Course) -> None:
    page.goto(BUILD)
    made = page.evaluate(
        f"""async (sets) => {{
          const [{{ loadBank }}, {{ readLink, writeLink }}, {{ fitted }}, ...others] = await {MODULES};
          const [{{ makeSheet }}, {{ toMarkdown }}] = others;
          const bank = await loadBank();
          return sets.map((one) => {{
            const link = writeLink(one);
            const {{ set, notes }} = fitted(bank, readLink(link));
            return [link, notes, ["A", "B", "C"].map((form) => toMarkdown(makeSheet(bank, set, form)))];
          }});
        }}""",
        list(sets_of(course, 200)),
    )
    for address, notes, sheets in made:
        forms = linked_forms(course, read_link(f"http://example.org/{address}"), "ABC")
        assert (notes, forms.notes) == ([], ())
        assert sheets == [to_markdown(make_sheet(course, form, False)) for form in forms.forms], address


def test_the_sheet_that_is_downloaded_is_that_of_the_command_line(five: Page, run: Run, tmp_path: Path) -> None:
    five.get_by_role("radio", name="C").check()
    with five.expect_download() as caught:
        five.get_by_role("button", name="Download as Markdown").click()
    assert caught.value.suggested_filename == "questions-c.md"
    done = run("print", "--link", copied(five), "--to", "md", "-o", tmp_path)
    assert done.exit_code == 0, done.stderr
    assert Path(caught.value.path()).read_text("utf-8") == (tmp_path / "questions-c.md").read_text("utf-8")


def test_twenty_questions_fit_an_address_that_every_program_takes(page: Page, course: Course) -> None:
    longest = sorted(course.questions, key=lambda name: (-len(name), name))[:20]
    page.goto(BUILD)
    made = page.evaluate(
        f"""async (ids) => {{
          const [{{ loadBank }}, {{ writeLink }}, {{ emptySet, makeItem }}] = await {MODULES};
          const [bank, title] = [await loadBank(), "A title of a usual length for a meeting"];
          const about = "Begin alone, then talk in twos. ".repeat(4);
          return writeLink({{ ...emptySet(), title, about, minutes: 90, items: ids.map((id) => makeItem(bank, id)) }});
        }}""",
        longest,
    )
    assert len(f"https://example.org/therapy-as-partnership{BUILD}{made}") <= 2000


def test_on_paper_there_is_the_sheet_and_nothing_else(five: Page, tmp_path: Path) -> None:
    five.pdf(path=tmp_path / "set.pdf", format="A4", prefer_css_page_size=True)
    text = " ".join("\n".join(page.extract_text() for page in PdfReader(tmp_path / "set.pdf").pages).split())
    assert "Therapy as Partnership Our meeting Form A · 45 minutes · 5 questions Name Date" in text
    for absent in ("Your sets", "Take out", "Build a set", "See the sheet", "Undo"):
        assert absent not in text
    assert text.count("Code ") == 1


# Everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    opened(page, link(*(f"{name}:pair" for name in FIVE[:3]), title="Ours", minutes=20))
    page.get_by_label("Add a question: words in it").fill("maya")
    page.get_by_text("See the sheet").click()
    expect(page.locator(".set-sheet section").first).to_be_visible()
    found = Axe().run(page, {"include": [["main"]]})
    assert found.violations_count == 0, found.generate_report()


def test_a_narrow_window_scrolls_one_way_and_targets_are_large(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 700}, forced_colors="active")
    opened(page, link(*(f"{name}:pair" for name in FIVE)))
    page.get_by_text("See the sheet").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    targets = "button, select, input, textarea, summary, .set-handle, .set-forms label"
    small = f"""[...document.querySelectorAll('.set-builder :is({targets})')]
      .filter((one) => one.checkVisibility() && one.type !== 'radio')
      .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
      .map((one) => one.outerHTML)"""
    assert page.evaluate(small) == []


def test_where_nothing_can_be_kept_that_is_told(page: Page) -> None:
    opened(page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_label("Title").fill("Ours")
    expect(page.get_by_role("alert")).to_contain_text("does not let the page keep sets. Copy the link")


def test_where_the_bank_cannot_be_read_that_is_told(page: Page, watch: Watch) -> None:
    page.route("**/bank.json", lambda route: route.abort())
    page.goto(BUILD)
    expect(page.get_by_role("alert")).to_contain_text("The question bank can't be read.")
    watch.errors.clear()

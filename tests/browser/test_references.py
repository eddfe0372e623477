"""Citations and references in a browser: previews, the filter of the page of references, 'Cite this page'."""

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage

LESSON = "/1-from-hierarchy-to-partnership/the-ethos-of-partnership/"


def shown(page: Page) -> list[str]:
    """The ids of the works that can be seen."""
    works = "[...document.querySelectorAll('.cw-works .references > li')]"
    return list(page.evaluate(f"{works}.filter((item) => item.checkVisibility()).map((item) => item.id)"))


def settled(page: Page, words: str) -> None:
    expect(page.locator(".cw-works-count")).to_have_text(words)


def first_cite(page: Page) -> Locator:
    page.goto(LESSON)
    return page.locator(".citation a.cite").first


# The page of references


def test_without_javascript_the_whole_list_is_there_and_no_form(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/references/?words=rogers")
    assert len(shown(page)) > 100
    assert page.locator(".cw-works-filter").is_hidden()
    assert page.locator(".cw-downloads a").count() == 3


def test_words_narrow_the_list_whatever_their_accents_and_order(page: Page) -> None:
    page.goto("/references/")
    everything = len(shown(page))
    page.get_by_label("Author, title or journal").fill("alliance FLUCKIGER")
    expect(page.locator("#ref-fluckiger2018")).to_be_visible()
    expect(page.locator("#ref-bordin1979")).to_be_hidden()
    few = len(shown(page))
    settled(page, f"{few} of {everything} works")
    page.get_by_label("Author, title or journal").fill("zzzz")
    settled(page, "No work fits all of this.")


def test_the_filters_work_together(page: Page) -> None:
    page.goto("/references/")
    page.get_by_label("From year").fill("1950")
    page.get_by_label("to year").fill("1979")
    page.get_by_label("How it was checked").select_option("Checked against a record")
    page.get_by_label("Cited in").select_option(label="Cases")
    keys = shown(page)
    assert keys
    for key in keys:
        said = page.locator(f"#{key} .cw-work").evaluate("(work) => ({...work.dataset})")
        assert said["checked"] == "record"
        assert "cases" in said["parts"].split()
        assert any(1950 <= int(year) <= 1979 for year in said["years"].split())


def test_a_translation_is_found_by_the_year_of_the_original(page: Page) -> None:
    page.goto("/references/")
    page.get_by_label("From year").fill("1923")
    page.get_by_label("to year").fill("1923")
    assert shown(page) == ["ref-buber1970"]


def test_the_address_keeps_what_was_asked(page: Page, new_page: NewPage) -> None:
    page.goto("/references/")
    page.get_by_label("Author, title or journal").fill("rogers")
    page.get_by_label("to year").fill("1961")
    page.wait_for_url("**?words=rogers&to=1961")
    assert parse_qs(urlsplit(page.url).query) == {"words": ["rogers"], "to": ["1961"]}
    again = new_page()
    again.goto(page.url)
    assert shown(again) == shown(page)
    expect(again.get_by_label("Author, title or journal")).to_have_value("rogers")
    again.get_by_role("button", name="Show all").click()
    again.wait_for_url(lambda url: not urlsplit(url).query)
    assert len(shown(again)) > 100


def test_an_address_that_asks_for_what_does_not_exist_does_no_harm(page: Page) -> None:
    page.goto("/references/?part=nowhere&checked=%3Cb%3E&from=abcd&utm=1")
    assert len(shown(page)) > 100


def test_a_link_to_a_work_that_is_not_shown_shows_it(page: Page) -> None:
    page.goto("/references/?words=bordin#ref-rogers1961")
    expect(page.locator("#ref-rogers1961")).to_be_in_viewport()


def test_the_filter_works_by_keyboard(page: Page) -> None:
    page.goto("/references/")
    page.get_by_label("Author, title or journal").focus()
    page.keyboard.type("winnicott")
    order = []
    for _ in range(5):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert order == ["part", "from", "to", "checked", "Show all"]
    page.keyboard.press("Enter")
    settled(page, f"{len(shown(page))} works")
    expect(page.get_by_label("Author, title or journal")).to_be_focused()


def test_enter_in_the_filter_does_not_leave_the_page(page: Page) -> None:
    page.goto("/references/")
    page.get_by_label("Author, title or journal").fill("winnicott")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=winnicott")
    assert urlsplit(page.url).path == "/references/"


@pytest.mark.parametrize("kind", ["BibTeX", "CSL-JSON", "RIS"])
def test_the_files_download_under_the_course_s_name(page: Page, kind: str) -> None:
    page.goto("/references/")
    with page.expect_download() as download:
        page.get_by_role("link", name=kind, exact=True).click()
    assert download.value.suggested_filename.startswith("therapy-as-partnership.")


def test_the_page_asks_nothing_more_once_it_is_there(page: Page) -> None:
    page.goto("/references/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Author, title or journal").fill("rogers")
    page.wait_for_url("**words=rogers")
    assert asked == []


@pytest.mark.parametrize(
    ("path", "width", "scheme", "part"),
    [
        ("/references/", 320, "light", ".cw-works"),
        (LESSON, 1440, "dark", ".cw-cite"),
        (LESSON, 320, "light", ".cw-cite"),
    ],
)
def test_no_barrier_and_nothing_wider_than_the_window(
    new_page: NewPage, path: str, width: int, scheme: str, part: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(path)
    page.evaluate("document.querySelectorAll('.cw-cite').forEach((details) => { details.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, context=part)
    assert found.violations_count == 0, found.generate_report()


# Previews of citations


def test_hover_shows_the_work_and_the_pointer_may_enter_it(page: Page) -> None:
    cite = first_cite(page)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    cite.hover()
    preview = page.locator(".cw-preview")
    expect(preview).to_be_visible()
    key = str(cite.get_attribute("href")).removeprefix("#")
    assert preview.inner_text() == page.locator(f"[id='{key}'] .reference").inner_text()
    preview.hover()
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.mouse.move(0, 0)
    expect(preview).to_be_hidden()
    assert asked == []


def test_focus_shows_the_work_and_escape_closes_it(page: Page) -> None:
    cite = first_cite(page)
    cite.evaluate("link => { const before = document.createElement('button'); link.before(before); before.focus(); }")
    page.keyboard.press("Tab")
    preview = page.locator(".cw-preview")
    expect(preview).to_be_visible()
    expect(cite).to_have_attribute("aria-describedby", "cw-preview-words")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    expect(cite).to_be_focused()
    assert cite.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**#ref-*")


def test_a_tap_shows_the_work_and_a_link_to_the_list(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    cite = first_cite(page)
    cite.tap()
    preview = page.locator(".cw-preview")
    expect(preview).to_be_visible()
    assert "#" not in page.url, "the first tap stays where the reader is"
    box = preview.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    preview.get_by_role("link", name="Go to the list").tap()
    page.wait_for_url("**#ref-*")
    expect(preview).to_be_hidden()


def test_a_tap_beside_the_preview_closes_it(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    first_cite(page).tap()
    expect(page.locator(".cw-preview")).to_be_visible()
    page.touchscreen.tap(5, 5)
    expect(page.locator(".cw-preview")).to_be_hidden()


def test_every_work_leads_back_to_each_place_that_cites_it(page: Page) -> None:
    page.goto(LESSON)
    dead = page.evaluate(
        """[...document.querySelectorAll('.backlinks a, a.cite')]
             .map((link) => link.hash).filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1))))"""
    )
    assert dead == []
    back = page.locator(".backlinks a").first
    target = str(back.get_attribute("href"))
    back.click()
    expect(page.locator(f"[id='{target[1:]}']")).to_be_in_viewport()


def test_in_print_the_list_stands_and_the_ways_back_do_not(page: Page) -> None:
    page.goto(LESSON)
    page.emulate_media(media="print")
    expect(page.locator(".references").first).to_be_visible()
    expect(page.locator(".backlinks").first).to_be_hidden()


# 'Cite this page'


def test_the_page_s_own_reference_can_be_copied(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(LESSON)
    page.get_by_text("Cite this page").click()
    address = page.url
    page.get_by_role("button", name="Copy the reference").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"The Coursewright project. (2026). The ethos of partnership. Therapy as Partnership. {address}"
    page.get_by_role("button", name="Copy the BibTeX entry").click()
    page.wait_for_function("() => navigator.clipboard.readText().then((text) => text.startsWith('@online{ethos2026,'))")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"  url = {{{address}}}\n}}")


def test_where_copying_is_not_allowed_the_text_is_selected(page: Page) -> None:
    page.goto(LESSON)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy the reference").click()
    expect(page.get_by_text("Selected; press Ctrl or Cmd and C")).to_be_visible()
    assert page.evaluate("getSelection().toString()").startswith("The Coursewright project. (2026).")


def test_without_javascript_the_reference_is_there_to_read(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(LESSON)
    page.get_by_text("Cite this page").click()
    expect(page.locator("p.cw-cite-text")).to_have_text(
        "The Coursewright project. (2026). The ethos of partnership. Therapy as Partnership."
    )
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)

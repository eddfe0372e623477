"""What the pages look like and say of themselves: diagrams, the map, heads of lessons, lists of a module, paper."""

import io
import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewPage
from tests.conftest import Site

MADE_OF = "/1-from-hierarchy-to-partnership/what-a-therapeutic-relationship-is-made-of/"
DRAWN = {
    "bond-tasks-goals": MADE_OF,
    "partnership-week": "/6-culture-values-and-community/the-therapeutic-partnership-model/",
    "mutual-or-symmetrical": "/3-power-mutuality-and-dialogue/mutual-transformation/",
    "leaving-hierarchy": "/1-from-hierarchy-to-partnership/redefining-the-therapeutic-relationship/",
}


@pytest.mark.parametrize(("name", "path"), DRAWN.items(), ids=DRAWN.keys())
def test_a_diagram_is_an_image_with_a_name_a_description_and_a_caption(new_page: NewPage, name: str, path: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page.goto(path)
    figure = page.locator(".cw-diagram")
    image = figure.get_by_role("img")
    expect(image).to_have_accessible_name(page.locator(f"#diagram-{name}-the-title").text_content() or "")
    expect(image).to_have_accessible_description(page.locator(f"#diagram-{name}-the-desc").text_content() or "")
    expect(figure.locator("figcaption")).not_to_be_empty()
    heights = figure.locator("text").evaluate_all(
        "texts => texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
    )
    assert min(heights) >= 12
    inside = figure.locator("text").evaluate_all(
        "texts => texts.every((text) => text.getBoundingClientRect().right <= innerWidth)"
    )
    assert inside


def paints(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("part => getComputedStyle(part).fill"))


def test_the_two_lines_differ_on_light_and_dark_pages_and_are_ink_in_forced_colours(new_page: NewPage) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(MADE_OF)
        seen |= {paints(page, ".cw-diagram .a"), paints(page, ".cw-diagram .b")}
    assert len(seen) == 4
    page = new_page(forced_colors="active")
    page.goto(MADE_OF)
    assert paints(page, ".cw-diagram .a") == paints(page, ".cw-diagram text") != paints(page, ".cw-diagram .gap")


def test_a_diagram_in_words_unfolds_by_keyboard(page: Page) -> None:
    page.goto(DRAWN["partnership-week"])
    words = page.get_by_text("The client and the partner meet on Monday")
    expect(words).to_be_hidden()
    page.get_by_text("The diagram in words").focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_the_map_holds_every_lesson_and_its_cases(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto("/")
    course = page.locator(".cw-map")
    lessons = page.locator(".cw-menu .cw-contents > li:has(.cw-contents__number) > ul a").count()
    assert lessons == course.locator("[data-lesson]").count() > 4
    made_of = course.locator('[data-lesson="made-of"]')
    expect(made_of.get_by_role("link", name="Setting the agenda")).to_be_visible()
    drawn = course.locator("svg").first.bounding_box()
    title = course.get_by_role("link", name="Redefining the therapeutic relationship").bounding_box()
    assert drawn is not None
    assert title is not None
    assert drawn["x"] + drawn["width"] <= title["x"], "words do not run into the lines"
    found = Axe().run(page, context=".cw-map")
    assert found.violations_count == 0, found.generate_report()


def test_the_head_of_a_lesson_tells_what_it_takes_and_leads_to_its_objectives(page: Page) -> None:
    page.goto(MADE_OF)
    head = page.locator(".cw-head")
    expect(head).to_contain_text("45–60 minutes · 4 objectives · 14 questions · Sheets to print")
    head.get_by_role("link", name="4 objectives").click()
    expect(page.get_by_text("Distinguish bond, goals and tasks")).to_be_in_viewport()
    head.get_by_role("link", name="14 questions").click()
    expect(page.locator(".cw-discussion > .cw-format").first).to_be_in_viewport()
    expect(head.locator('.cw-head__progress[data-lesson="made-of"]')).to_have_count(1)


def test_the_page_of_a_module_tells_of_each_lesson_what_it_is_for(page: Page) -> None:
    page.goto(MADE_OF)
    page.locator(".cw-head").get_by_role("link", name="Module 1 · From hierarchy to partnership").click()
    expect(page.locator(".cw-head")).to_contain_text("3 lessons · 135–180 minutes")
    lesson = page.locator('[data-lesson="made-of"]')
    expect(lesson).to_contain_text("45–60 minutes")
    expect(lesson.get_by_role("listitem")).to_have_count(4)
    expect(lesson.get_by_role("link", name="Not good enough")).to_be_visible()


def test_a_case_and_the_list_of_cases_lead_to_the_lessons_that_use_it(page: Page) -> None:
    page.goto("/cases/")
    entry = page.locator(".cw-lesson-list > li").filter(has_text="Setting the agenda")
    expect(entry).to_contain_text("Lessons: The ethos of partnership, What a therapeutic relationship is made of")
    entry.get_by_role("link", name="Setting the agenda").click()
    page.locator(".cw-head").get_by_role("link", name="What a therapeutic relationship is made of").click()
    expect(page.locator("h1")).to_have_text("What a therapeutic relationship is made of")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "Course"), (MADE_OF, "LearningResource"), ("/glossary/", "DefinedTermSet"), ("/accessibility/", "WebPage")],
)
def test_a_page_says_what_it_is(page: Page, path: str, kind: str) -> None:
    page.goto(path)
    data = json.loads(page.locator('script[type="application/ld+json"]').text_content() or "")
    assert data["@type"] == kind
    for name in ("og:title", "og:description", "og:type", "og:site_name"):
        assert page.locator(f'meta[property="{name}"]').get_attribute("content"), name
    assert len(page.locator('meta[name="description"]').get_attribute("content") or "") in range(20, 161)


def test_icons_and_the_manifest_are_there(page: Page, site: Site) -> None:
    page.goto("/")
    manifest = json.loads(site.read("manifest.webmanifest"))
    files = [icon["src"] for icon in manifest["icons"]] + ["assets/images/social.png"]
    files += [page.locator('link[rel="apple-touch-icon"]').get_attribute("href") or ""]
    assert [file for file in files if not (site.folder / file).is_file()] == []
    assert (site.folder / "assets/images/social.png").stat().st_size <= 60_000
    assert not (site.folder / "sitemap.xml").exists(), "without an address of the site there is nothing to list"
    assert "Sitemap" not in site.read("robots.txt")


@pytest.mark.parametrize(
    ("path", "words"),
    [("/", "Building a healing relationship"), (MADE_OF, "Three questionnaires"), ("/accessibility/", "WCAG 2.2")],
)
def test_on_paper_there_is_text_and_no_menu(page: Page, path: str, words: str) -> None:
    page.goto(path)
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert words in text
    assert "On this page" not in text
    assert "In small groups" not in text, "closed formats of discussion have sheets of their own"


def test_a_letter_of_the_glossary_leads_to_the_first_term_that_begins_with_it(page: Page) -> None:
    page.goto("/glossary/")
    letters = page.get_by_role("navigation", name="Terms by letter").get_by_role("link")
    terms = page.locator(".cw-glossary dt").evaluate_all(
        "(all) => all.map((term) => term.firstChild.textContent.trim())"
    )
    assert letters.all_inner_texts() == list(dict.fromkeys(term[0] for term in terms))
    letters.get_by_text("P", exact=True).click()
    first = next(term for term in terms if term.startswith("P"))
    expect(page.locator(".cw-glossary > :target dt")).to_contain_text(first)


def test_a_table_that_is_cut_off_shows_it_until_one_has_scrolled_to_its_end(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto("/resources/activity-plan/")
    table = page.locator(".cw-scroll").first
    expect(table).to_have_class("cw-scroll cw-more")
    assert "gradient" in table.evaluate("(part) => getComputedStyle(part).maskImage")
    table.evaluate("(part) => { part.scrollLeft = part.scrollWidth; }")
    expect(table).to_have_class("cw-scroll")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".cw-scroll.cw-more")).to_have_count(0)


def test_on_a_telephone_the_rows_of_a_table_are_short_lists_with_the_names_of_their_columns(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto("/resources/at-a-glance/")
    row = page.locator("main tbody tr").first
    _, told, asked, door = row.get_by_role("cell").all()
    assert [cell.get_attribute("data-column") for cell in (told, asked, door)] == ["In a sentence", "Ask", "Door"]
    assert '"Ask' in asked.evaluate("(cell) => getComputedStyle(cell, '::before').content")
    tops = [cell.evaluate("(cell) => cell.getBoundingClientRect().top") for cell in (told, asked, door)]
    assert tops == sorted(set(tops)), tops
    expect(page.locator(".cw-more")).to_have_count(0)
    page.set_viewport_size({"width": 1440, "height": 900})
    assert asked.evaluate("(cell) => getComputedStyle(cell, '::before').content") == "none"


def test_words_in_another_language_say_so(page: Page) -> None:
    page.goto("/authors/")
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("main [lang=de]")).to_have_text("Zwischen")

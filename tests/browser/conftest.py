"""A browser that knows no other host: what a page asks of another origin is told, and fails the test, as errors do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.chromium import OPTIONS, NoChromiumError, find_chromium
from tests.conftest import Site

expect.set_options(timeout=15_000)  # a busy machine is no fault


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium a worker."""
    try:
        chromium = find_chromium()
    except NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, headless=True, args=list(OPTIONS))
        yield browser
        browser.close()


@dataclass
class Watch:
    """What went wrong in the pages of one test. A test that wants a fault to happen looks at it here and clears it."""

    strays: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def report(self) -> str:
        return "\n".join(
            [f"asked of another origin: {address}" for address in self.strays]
            + [f"error in the browser: {error}" for error in self.errors]
        )


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Faults of this test's pages; any that are left at the end fail the test."""
    watch = Watch()
    yield watch
    if watch.report():
        pytest.fail(watch.report(), pytrace=False)


NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """`new_page(viewport={"width": 390, "height": 844}, color_scheme="dark", java_script_enabled=False)`.

    Options are those of Playwright's `new_context`; each page has a context (and so a storage) of its own.
    `page.goto("/cases/")` is relative to the site. Set `page.route` before it: on an open page it may miss requests.
    """
    contexts = []

    def look(request: Request) -> None:  # a route would stop each request and switch the browser's cache off
        if not request.url.startswith((f"{site.address}/", "data:", "blob:")):
            watch.strays.append(request.url)

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.location["url"].endswith("/favicon.ico"):  # of files that are no pages
            watch.errors.append(said.text)

    def new_page(**options: Any) -> Page:
        context = browser.new_context(base_url=site.address, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        context.on("request", look)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        return page

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page 1280 pixels wide, light."""
    return new_page()

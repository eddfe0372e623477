"""What a first view costs: bytes over the wire from a server that compresses, shifts of the layout, time on a phone."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import Site, serve

LESSON = "/1-from-hierarchy-to-partnership/the-ethos-of-partnership/"
PAGES = ("/", LESSON, "/cases/not-good-enough/", "/questions/", "/references/")
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER_PROCESSOR = {"rate": 4}

PAINTED = "new Promise((done) => (function look() { seen.paint ? done() : setTimeout(look, 20); })())"
OBSERVE = """
  globalThis.seen = {paint: 0, shift: 0, moved: []};
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { seen.paint = entry.startTime; }))
    .observe({type: "largest-contentful-paint", buffered: true});
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (entry.hadRecentInput) return;
    seen.shift += entry.value;
    seen.moved.push(...entry.sources.map((source) => source.node?.nodeName + "." + source.node?.className));
  })).observe({type: "layout-shift", buffered: true});
"""


class _Compressing(SimpleHTTPRequestHandler):
    """Serves files as a real server does: text compressed, and one connection for many requests."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        body = path.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        if path.suffix in (".html", ".css", ".js", ".json", ".svg"):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """The same site from a server that compresses."""
    with serve(site.folder, _Compressing) as address:
        yield address


@dataclass
class View:
    """A page that was opened for the first time: what it fetched, in bytes over the wire by address."""

    page: Page
    bytes: dict[str, int] = field(default_factory=dict)
    scripts: dict[str, int] = field(default_factory=dict)

    def seen(self) -> dict[str, Any]:
        """Largest contentful paint in milliseconds, layout shift, and what moved."""
        return dict(self.page.evaluate("seen"))


Visit = Callable[..., View]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """`visit(path, slow=True)`: a first view of a page on a phone, with nothing in the cache and no other page open."""
    contexts: list[BrowserContext] = []

    def visit(path: str, slow: bool = False) -> View:
        while contexts:
            contexts.pop().close()  # what an earlier page still does would be in the way of this one
        context = browser.new_context(base_url=address, **PHONE)
        contexts.append(context)
        view = View(context.new_page())
        view.page.add_init_script(OBSERVE)
        tools = context.new_cdp_session(view.page)
        tools.send("Network.enable")
        if slow:
            tools.send("Network.emulateNetworkConditions", SLOW_4G)
            tools.send("Emulation.setCPUThrottlingRate", SLOWER_PROCESSOR)
        asked: dict[str, Any] = {}
        tools.on("Network.responseReceived", lambda event: asked.update({event["requestId"]: event}))

        def loaded(event: Any) -> None:
            response = asked[event["requestId"]]
            url, size = response["response"]["url"].removeprefix(address), int(event["encodedDataLength"])
            view.bytes[url] = size
            if response["type"] == "Script":
                view.scripts[url] = size

        tools.on("Network.loadingFinished", loaded)
        view.page.goto(path, wait_until="networkidle")
        view.page.evaluate(PAINTED)
        return view

    yield visit
    for context in contexts:
        context.close()


def listed(sizes: dict[str, int]) -> str:
    lines = [f"{size:>8}  {url}" for url, size in sorted(sizes.items(), key=lambda item: -item[1])]
    return "\n".join([f"{sum(sizes.values()):>8}  together", *lines])


def test_a_first_view_of_a_lesson_is_at_most_200_kilobytes_and_100_of_script(visit: Visit) -> None:
    view = visit(LESSON)
    assert sum(view.bytes.values()) <= 200_000, listed(view.bytes)
    assert sum(view.scripts.values()) <= 100_000, listed(view.scripts)


def test_all_of_it_comes_from_the_site(visit: Visit) -> None:
    assert [url for url in visit(LESSON).bytes if not url.startswith("/")] == []


def test_the_search_is_fetched_when_it_is_first_opened(visit: Visit) -> None:
    view = visit(LESSON)
    assert [url for url in view.bytes if "search-" in url or "minisearch" in url] == []
    view.page.keyboard.press("/")
    view.page.get_by_role("searchbox", name="Search the course").fill("alliance")
    view.page.locator(".cw-search__section").first.wait_for()
    assert {"/assets/search.json", "/assets/js/vendor/minisearch.js"} <= view.bytes.keys()
    assert sum(view.scripts.values()) <= 100_000, listed(view.scripts)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_loads(visit: Visit, path: str) -> None:
    seen = visit(path, slow=True).seen()
    assert seen["shift"] == 0, seen["moved"]


@pytest.mark.timing
@pytest.mark.parametrize("path", PAGES)
def test_the_largest_paint_comes_within_a_second_and_a_half_on_a_slow_phone(visit: Visit, path: str) -> None:
    times = sorted(visit(path, slow=True).seen()["paint"] for _ in range(5))
    print(
        f"{path}: largest contentful paint {times[2]:.0f} ms (median of {', '.join(f'{time:.0f}' for time in times)})"
    )
    assert times[2] <= 1500

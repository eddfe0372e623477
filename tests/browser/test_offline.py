"""Reading offline: a copy of the parts that a reader chose, of one version; and the site as a folder of files."""

import hashlib
import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from coursewright.cli import main
from tests.browser.test_builder import link
from tests.conftest import PROJECT, Site, mkdocs_build

LESSON = "/1-from-hierarchy-to-partnership/the-ethos-of-partnership/"
OTHER = "/authors/hosting/"
LONG = 60_000
"""Milliseconds in which a busy machine fetches a whole part of the course."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, or breaks the connection while the server is 'down'."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.server.down:  # type: ignore[attr-defined]
            self.close_connection = True
            return
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    down = False


@dataclass
class Host:
    """A host of our own for the site: it can be cut off, and its files can be exchanged."""

    folder: Path
    server: _Server
    address: str = field(init=False)

    def __post_init__(self) -> None:
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def replace(self, old: str, new: str) -> None:
        """Publish another version of the site: some words and the version differ in every page."""
        for path in self.folder.rglob("*.html"):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def host(site: Site, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("*.pdf", "*.docx"))
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield Host(folder, server)
        server.shutdown()  # or its thread would go on asking a closed socket, and take a core from every later test


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context(base_url=host.address)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def keep(page: Page, *titles: str) -> None:
    """Keep parts of the course, as a reader does."""
    page.goto("/offline/")
    for title in titles:
        page.get_by_label(title, exact=True).check()
    page.get_by_role("button", name="Keep what is marked").click()
    expect(page.get_by_text("Kept. You can read these parts")).to_be_visible(timeout=LONG)


def test_a_kept_module_is_read_without_a_network_with_its_look_and_its_cases(page: Page, host: Host) -> None:
    keep(page, "From hierarchy to partnership")
    host.server.down = True
    page.goto(LESSON)
    expect(page.get_by_role("heading", level=1)).to_have_text("The ethos of partnership")
    expect(page.get_by_text("You are offline, or the connection is slow")).to_be_visible()
    assert page.locator(".cw-offline-notice").evaluate("(notice) => getComputedStyle(notice).position") == "fixed"
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Alegreya")
    page.goto("/cases/setting-the-agenda/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Setting the agenda")


def test_a_page_that_was_not_kept_leads_to_what_was(page: Page, host: Host) -> None:
    keep(page, "From hierarchy to partnership")
    host.server.down = True
    page.goto(OTHER)
    expect(page.get_by_text("The page you asked for is not in your offline copy.")).to_be_visible()


def test_with_a_network_the_newest_page_is_shown_and_the_copy_can_be_renewed(page: Page, host: Host) -> None:
    keep(page, "From hierarchy to partnership")
    publish_anew(host)
    page.goto(LESSON)
    expect(page.get_by_role("heading", level=1)).to_have_text("The ethos of companionship")
    page.get_by_role("button", name="Update the copy").click()
    expect(page.get_by_text("Your offline copy is up to date.")).to_be_visible(timeout=LONG)
    host.server.down = True
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("The ethos of companionship")


def test_an_update_that_breaks_off_leaves_the_old_copy_whole(page: Page, host: Host) -> None:
    keep(page, "From hierarchy to partnership")
    publish_anew(host, broken=True)
    page.goto(LESSON)
    page.get_by_role("button", name="Update the copy").click()
    expect(page.get_by_text("your offline copy is as it was")).to_be_visible(timeout=LONG)
    host.server.down = True
    for path, title in ((LESSON, "The ethos of partnership"), ("/cases/setting-the-agenda/", "Setting the agenda")):
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_choice_of_parts_has_no_barrier_that_axe_finds(page: Page) -> None:
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        page.goto("/offline/")
        expect(page.get_by_role("group", name="Parts of the course")).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_a_copy_can_be_removed_and_nothing_of_it_stays(page: Page, host: Host) -> None:
    keep(page, "Cases")
    page.get_by_role("button", name="Remove the copy").click()
    expect(page.get_by_text("The copy is gone from this browser.")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def publish_anew(host: Host, broken: bool = False) -> None:
    """A new version on the host; `broken`: one file is not what the manifest says, as in the middle of an upload."""
    host.replace("The ethos of partnership", "The ethos of companionship")
    manifest = json.loads((host.folder / "offline.json").read_text("utf-8"))
    host.replace(f'data-version="{manifest["version"]}"', 'data-version="v2"')
    for name, kept in manifest["files"].items():
        data = (host.folder / name).read_bytes()
        kept[:] = [hashlib.sha256(data).hexdigest()[:16], len(data)]
    (host.folder / "offline.json").write_text(json.dumps({**manifest, "version": "v2"}), "utf-8")
    if broken:
        (host.folder / "cases/setting-the-agenda/index.html").write_text("half of a page", "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder of files, out of its zip."""
    work = tmp_path_factory.mktemp("files")
    built = mkdocs_build(PROJECT, work / "site", DIRECTORY_URLS="false")
    assert built.returncode == 0, built.stdout
    packed = CliRunner().invoke(main, ["pack", str(work / "site"), "-o", str(work / "course.zip")])
    assert packed.exit_code == 0, packed.output
    with zipfile.ZipFile(work / "course.zip") as archive:
        archive.extractall(work)
    return work / "course"


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page whose addresses begin in that folder; whatever the console calls an error fails the test."""
    context = browser.new_context(base_url=folder.as_uri() + "/")
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def test_a_folder_of_files_has_its_look_its_links_and_its_private_notes(opened: Page) -> None:
    opened.goto("index.html")
    opened.get_by_role("link", name="Redefining the therapeutic relationship").first.click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Redefining the therapeutic relationship")
    assert opened.evaluate("getComputedStyle(document.body).fontFamily").startswith("Alegreya")
    opened.locator(".cw-journal textarea").first.fill("Only for me.")
    expect(opened.locator(".cw-journal").first).to_contain_text("Saved")
    opened.reload()
    expect(opened.locator(".cw-journal textarea").first).to_have_value("Only for me.")


def test_a_folder_of_files_can_be_searched(opened: Page) -> None:
    opened.goto("glossary.html")
    opened.keyboard.press("/")
    opened.keyboard.type("rupture")
    expect(opened.get_by_role("dialog").get_by_role("link").first).to_be_visible()


def test_in_a_folder_of_files_the_facilitators_window_keeps_step_with_the_rooms(opened: Page, folder: Path) -> None:
    bank = folder / "questions/bank.json.js"
    start, _, value = bank.read_text("utf-8").partition(" = ")
    data = json.loads(value.rstrip(";\n"))
    for question in data["questions"]:  # as in the instructor edition
        question["notes"] = {"listen": [f"Listen in {question['id']}"], "misread": [], "probes": []}
    bank.write_text(f"{start} = {json.dumps(data)};\n", "utf-8")
    opened.goto("questions/present.html" + link("ethos-own-silence:pair", "redefining-account:journal"))
    with opened.expect_popup() as caught:
        opened.get_by_role("button", name="Facilitator view").click()
    second = caught.value
    expect(second.get_by_text("Listen in ethos-own-silence")).to_be_visible()
    second.keyboard.press("End")
    expect(second.get_by_text("Listen in redefining-account")).to_be_visible()  # it moves when the room has
    expect(opened.get_by_role("heading", level=2)).to_have_text(second.get_by_role("heading", level=2).inner_text())
    opened.get_by_role("button", name="Start").click()
    expect(second.get_by_role("button", name="Pause")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["index.html", "questions/index.html", "references.html", "journal.html", "offline.html"]
)
def test_a_page_opened_as_a_file_runs_without_an_error(opened: Page, path: str) -> None:
    opened.goto(path)
    expect(opened.locator("main")).to_be_visible()
    opened.wait_for_load_state("networkidle")

"""The browser fixtures themselves: they see what they are there to see."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import chromium
from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.conftest import Watch


def test_home_opens_without_errors_and_without_another_origin(page: Page) -> None:
    response = page.goto("/")
    assert response is not None
    assert response.status == 200
    assert page.locator("h1").count() == 1


def test_a_request_to_another_origin_is_stopped_and_told(page: Page, watch: Watch) -> None:
    page.goto("/robots-that-do-not-exist.html")
    watch.errors.clear()
    page.set_content("<img src='http://elsewhere.invalid/pixel.png'>")
    page.wait_for_load_state()
    assert watch.strays == ["http://elsewhere.invalid/pixel.png"]
    assert "elsewhere.invalid" in watch.report()
    watch.strays.clear()
    watch.errors.clear()


def test_an_error_in_a_script_is_told(page: Page, watch: Watch) -> None:
    page.set_content("<p>Nothing</p><script>throw new Error('planted')</script>")
    assert "planted" in watch.report()
    watch.errors.clear()


def test_a_named_chromium_that_is_missing_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(NoChromiumError, match=r"CHROMIUM names .*none"):
        find_chromium()


def test_a_machine_without_chromium_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "COMMANDS", ("no-such-chromium",))
    monkeypatch.setattr(chromium, "MACOS", ())
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: tmp_path / "none")
    with pytest.raises(NoChromiumError) as raised:
        find_chromium()
    assert str(raised.value).startswith("Browser tests need a Chromium: install the package 'chromium'")
    assert "\n" not in str(raised.value)

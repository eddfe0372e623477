"""The security policy of the pages: every built page has it, first, and holds nothing that it would stop."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coursewright.course import Course
from coursewright.fragments import silent
from coursewright.load import load_course
from coursewright.printing import write_sheet
from coursewright.sets import Form, Infeasible, build_set, make_sheet
from tests.browser.conftest import NewPage, Watch
from tests.conftest import PROJECT, Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'"
)
SHEET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background"}
DATA_BLOCKS = {"application/ld+json", "application/json"}


class _Reader(HTMLParser):
    """What of a page its policy is about: the first thing in its head, and what would be stopped."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.first: dict[str, str | None] = {}
        self.faults: list[str] = []
        self._in_head = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if self._in_head and not self.first:
            self.first = {"tag": tag, **named}
        self._in_head = self._in_head or tag == "head"
        self.faults += [f"<{tag} {fault}>" for fault in self._faults(tag, named)]

    def _faults(self, tag: str, named: dict[str, str | None]) -> Iterator[str]:
        yield from (name for name in named if name == "style" or name.startswith("on"))
        if tag == "style" or (tag == "script" and "src" not in named and named.get("type") not in DATA_BLOCKS):
            yield "inline"
        for name, value in named.items():
            scheme, host, *_ = urlsplit(value or "")
            if scheme == "javascript" or (name in LOADING and (host or scheme not in ("", "data"))):
                yield f'{name}="{value}"'


def pages(folder: Path) -> list[Path]:
    """The pages of a site; sheets to take away are files of their own, with a policy of their own."""
    return sorted(set(folder.rglob("*.html")) - set(sheets(folder)))


def sheets(folder: Path) -> list[Path]:
    return sorted(set(folder.glob("sets/*/*.html")) - set(folder.glob("sets/*/index.html")))


def test_a_sheet_to_take_away_runs_and_fetches_nothing(site: Site) -> None:
    sheet = make_sheet(*first_form(load_course(PROJECT, silent)), facilitator=False)
    made = [write_sheet(sheet, "html").decode(), *(path.read_text("utf-8") for path in sheets(site.folder))]
    for html in made:
        read = _Reader(html)
        assert read.first["content"] == SHEET_POLICY
        assert read.faults == ["<style inline>"]


def first_form(course: Course) -> tuple[Course, Form]:
    built = build_set(course, next(iter(course.sets.values())))
    assert not isinstance(built, Infeasible)
    return course, built.forms[0]


def test_every_page_begins_with_the_policy(site: Site) -> None:
    first = {
        page.relative_to(site.folder).as_posix(): _Reader(page.read_text("utf-8")).first for page in pages(site.folder)
    }
    expected = {"tag": "meta", "http-equiv": "Content-Security-Policy", "content": POLICY}
    assert {path: said for path, said in first.items() if said != expected} == {}


def test_no_page_holds_what_the_policy_stops(site: Site) -> None:
    faults = {
        page.relative_to(site.folder).as_posix(): _Reader(page.read_text("utf-8")).faults for page in pages(site.folder)
    }
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p style='color: red'>", "<p style>"),
        ("<img src=x onerror=alert(1)>", "<img onerror>"),
        ("<script>alert(1)</script>", "<script inline>"),
        ("<style>p {}</style>", "<style inline>"),
        ("<a href='javascript:alert(1)'>", '<a href="javascript:alert(1)">'),
        ("<img src='https://elsewhere.invalid/x.png'>", '<img src="https://elsewhere.invalid/x.png">'),
    ],
)
def test_the_reader_sees_what_it_is_there_to_see(html: str, fault: str) -> None:
    assert _Reader(html).faults == [fault]


def test_a_browser_keeps_to_it(new_page: NewPage, watch: Watch) -> None:
    page = new_page()
    page.goto("/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "globalThis.ran = true";
          document.body.append(script);
          const button = document.createElement("button");
          button.setAttribute("onclick", "globalThis.ran = true");
          document.body.append(button);
          button.click();
        }"""
    )
    assert page.evaluate("globalThis.ran") is None
    assert len([error for error in watch.errors if "Content Security Policy" in error]) == 2
    watch.errors.clear()

"""A course that tries to run scripts in its readers' browsers, from every field there is: nothing runs."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.conftest import PROJECT, mkdocs_build, serve

SEEN = """() => {
  const runs = ({name, value}) => name.startsWith("on") || name === "srcdoc"
    || /^\\s*(javascript|vbscript|data:text)/i.test(value);
  const scripts = document.querySelectorAll("script:not([src]):not([type='application/ld+json'])");
  const parts = [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(runs));
  return [...parts, ...scripts].map((one) => one.outerHTML);
}"""


def attack(field: str) -> str:
    """Closes whatever a field may stand in, and then tries to run something that names the field."""
    run = f"ran(/{field}/.source)"  # without a letter that Markdown or typography changes
    return f"{field} </title></script></textarea>'\"><script>{run}</script><img src=x onerror={run}><svg onload={run}>"


def front_matter(**fields: object) -> str:
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, width=10**6)}---\n"


def write_course(root: Path) -> Path:
    """A small course with an attack in every field that takes words, and with this project's own frame."""
    ours = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8"), _Loader)
    files = {
        "mkdocs.yml": yaml.safe_dump(
            {
                "site_name": attack("site name"),
                "site_description": attack("site description"),
                "site_url": "https://example.invalid/course/",
                "theme": {**ours["theme"], "custom_dir": str(PROJECT / "hooks" / "theme")},
                "hooks": [str(PROJECT / "hooks" / "publish.py")],
                "plugins": [],
                **{name: ours[name] for name in ("extra_css", "extra_javascript", "markdown_extensions")},
                "nav": [
                    "index.md",
                    {attack("navigation"): ["1-dough/index.md", "1-dough/kneading.md"]},
                    {attack("page in navigation"): "cases/rye.md"},
                    {"Link": "javascript:ran('link in navigation')"},
                    *("questions/index.md", "glossary.md", "references.md"),
                ],
            },
            width=10**6,
        ),
        "course/course.yml": yaml.safe_dump(
            {"title": attack("course"), "language": "en", "licence": attack("licence")}
        ),
        "course/formats.yml": _yaml(
            formats=[
                {
                    "id": "pair",
                    "group": [2, 2],
                    "minutes": [5, 15],
                    **{name: attack(name) for name in ("title", "materials", "instructions")},
                    "stages": [{name: attack(f"stage {name}") for name in ("title", "instruction")}],
                }
            ]
        ),
        "course/glossary.yml": _yaml(
            terms=[
                {"id": "gluten", "also": [attack("also")], **{name: attack(name) for name in ("term", "definition")}}
            ]
        ),
        "course/blocks/safety.md": front_matter(
            id="safety", title=attack("block title"), parameters=[{"name": "oven", "description": attack("parameter")}]
        )
        + "Before {oven}, stand back.\n",
        "course/questions/kneading.yml": _yaml(
            lesson="kneading",
            questions=[
                {
                    "id": "kneading-when",
                    "objective": "stop",
                    "process": "evaluate",
                    "stance": "perspective",
                    "minutes": [8, 12],
                    "formats": ["pair"],
                    "sharing": "optional",
                    "stem": f"How does {{who}} know? {attack('stem')}",
                    "variants": {"baker": {"who": attack("slot")}},
                    **{name: attack(name) for name in ("care_note", "alternative")},
                    **{name: [attack(name)] for name in ("probes", "listen_for", "misreadings")},
                    "cites": ["calvel1990"],
                }
            ],
        ),
        "bib/references.bib": "@book{calvel1990,\n"
        + "".join(
            f"  {name} = {{{attack(name)}}},\n"
            for name in ("author", "title", "publisher", "address", "note", "edition")
        )
        + "  year = {1990},\n  url = {javascript:ran('url')},\n  doi = {10.1000/\"onmouseover=ran('doi')//}\n}\n",
        "docs/index.md": front_matter(
            title=attack("home"), template="home.html", subtitle=attack("subtitle"), drawing=attack("drawing")
        )
        + "/// lessons\n///\n\n/// cases\n///\n",
        "docs/1-dough/index.md": front_matter(title=attack("module"), description=attack("module description"))
        + "/// lessons\n///\n",
        "docs/1-dough/kneading.md": front_matter(
            id="kneading",
            title=attack("lesson"),
            description=attack("lesson description"),
            minutes=[30, 40],
            objectives={"stop": attack("objective")},
            cases=["rye"],
            terms=["gluten"],
        )
        + """/// objectives
///

Dough changes [see @calvel1990, p. 1].

/// pause | kneading-when
///

/// block | safety
    oven: a steam oven
///

/// case | rye
///

/// discussion
///
""",
        "docs/cases/rye.md": front_matter(
            id="rye",
            title=attack("case"),
            provenance="fictional",
            setting=attack("setting"),
            people={"ruth": {name: attack(f"person {name}") for name in ("name", "role")} | {"pronouns": "they"}},
        )
        + "Rye is different.\n",
        "docs/questions/index.md": front_matter(title=attack("bank")) + "/// bank\n///\n",
        "docs/journal.md": front_matter(title=attack("journal"), template="journal.html") + "/// journal\n///\n",
        "course/sets/bread.yml": _yaml(
            id="bread",
            title=attack("set"),
            instructions=attack("instructions of a set"),
            scope={"lessons": ["kneading"]},
            minutes=10,
            forms=["A"],
            formats=["pair"],
        ),
        "docs/glossary.md": front_matter(title=attack("glossary")) + "/// glossary\n///\n",
        "docs/references.md": front_matter(title=attack("references")) + "/// works\n///\n",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    shutil.copytree(PROJECT / "docs" / "assets", root / "docs" / "assets")
    shutil.copy(PROJECT / "bib" / "apa.csl", root / "bib")
    return root


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; what only MkDocs' own tags could say is left out."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: None)


def _yaml(**fields: object) -> str:
    return yaml.safe_dump(fields, width=10**6)


def build(root: Path, site: Path) -> Path:
    """Builds although there are mistakes: a course under attack has some."""
    made = mkdocs_build(root, site, "--no-strict")
    assert made.returncode == 0, made.stdout
    return site


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return build(write_course(folder / "course"), folder / "site")


Look = Callable[[Path, str], tuple[list[str], Page]]


@pytest.fixture(params=[False, True], ids=["with the policy", "without the policy"])
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Look]:
    """`look(folder, path)`: what ran on a page, and the page; also in a browser that does not keep to the policy."""
    context = browser.new_context(bypass_csp=request.param)
    servers = []

    def look(folder: Path, path: str) -> tuple[list[str], Page]:
        server = serve(folder)
        servers.append(server)
        page = context.new_page()
        ran: list[str] = []
        page.expose_function("ran", lambda what: ran.append(what))
        page.on("dialog", lambda dialog: ran.append(dialog.message))
        page.route("https://**", lambda route: route.abort())
        page.goto(f"{server.__enter__()}/{path}", wait_until="networkidle")
        return ran, page

    yield look
    context.close()
    for server in servers:
        server.__exit__(None, None, None)


PAGES = (
    "",
    "1-dough/",
    "1-dough/kneading/",
    "cases/rye/",
    "questions/",
    "sets/bread/",
    "journal/",
    "glossary/",
    "references/",
    "404.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_field_runs_anything(hostile: Path, look: Look, path: str) -> None:
    ran, page = look(hostile, path)
    assert ran == []
    assert page.evaluate(SEEN) == []
    assert page.locator("img[src=x]").count() == 0
    assert page.get_by_role("link", name="site name").count(), "the page is whole"


def test_neither_does_what_scripts_make_of_them(hostile: Path, look: Look) -> None:
    ran, page = look(hostile, "1-dough/kneading/")
    page.locator("a.cite").first.focus()
    page.locator("a.cite").first.hover()
    page.locator(".cw-preview").wait_for()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Search the course").fill("ran")
    page.locator(".cw-search__section").first.wait_for()
    assert "<script>" in page.locator(".cw-search").inner_text(), "it is there, as words"
    assert ran == []
    assert page.evaluate(SEEN) == []


RAW = """---
title: Raw
---
<script>ran("script")</script>
<script src="data:text/javascript,ran('data')"></script>
<script src="https://elsewhere.invalid/x.js"></script>
<img src="x" onerror="ran('handler')">
<svg onload="ran('svg')"></svg>
<iframe srcdoc="<script>parent.ran('frame')</script>"></iframe>
<iframe src="javascript:parent.ran('frame address')"></iframe>
<object data="data:text/html,<script>parent.ran('object')</script>"></object>
<form action="javascript:ran('form')"><button id="form">Send</button></form>
<a id="html" href="javascript:ran('html link')">a link</a>
<base href="https://elsewhere.invalid/">
<meta http-equiv="refresh" content="0; url=javascript:ran('refresh')">

[a link in Markdown](javascript:ran('markdown')) and a citation [see <img src=x onerror="ran('prefix')"> @calvel1990].

/// block | safety
    oven: <img src=x onerror="ran('argument')">
///

[one](java
script:ran('broken')) and [data](data:text/html,<script>ran('data')</script>)
"""


def test_raw_html_that_an_author_types_stays_and_does_not_run(tmp_path: Path, browser: Browser) -> None:
    """Markdown lets HTML through, and authors need it; the policy stops what would run."""
    root = write_course(tmp_path / "course")
    (root / "docs" / "glossary.md").write_text(RAW, encoding="utf-8")
    ran: list[str] = []
    with serve(build(root, tmp_path / "site")) as address:
        page = browser.new_page()
        page.expose_function("ran", lambda what: ran.append(what))
        page.route("https://**", lambda route: route.abort())
        page.goto(f"{address}/glossary/", wait_until="networkidle")
        for link in page.locator("main a[href*='script:'], main a[href^='data:'], main #form").all():
            link.click(no_wait_after=True)
        page.wait_for_timeout(300)  # for what would have run
        assert ran == []
        assert page.url.startswith(f"{address}/glossary/")
        page.close()

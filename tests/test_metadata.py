"""What machines read of a page: a sentence about it, and the page as linked data; hostile text stays text."""

import json
import re
import shutil
from pathlib import Path

import pytest

from coursewright.course import Course
from coursewright.metadata import as_script, describe, licence_address, linked_data, shortened
from coursewright.site import Edition, Site
from tests.conftest import PROJECT, mkdocs_build
from tests.test_publish import write_bread
from tests.test_worlds import load

THEME = PROJECT / "hooks" / "theme"
HOSTILE = '</script><script>alert("1")</script><!-- & \u2028'


FACTS = "title: Bread\nlanguage: en\nlicence: CC BY-SA 4.0\n"


def course_of(root: Path, pages: dict[str, str], facts: str = FACTS) -> Course:
    for path, text in (pages | {"course/course.yml": facts}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return load(root)[0]


def lesson(title: str, body: str = "Flour.\n", minutes: str = "[40, 95]") -> str:
    return f"---\nid: x\ntitle: {title}\nminutes: {minutes}\nobjectives:\n  a: Knead *well*\n---\n{body}"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("Flour meets water. Then they rest.", "Flour meets water."),
        ("Flour meets\nwater", "Flour meets water"),
        ("“Is it done?” she asks. It is.", "“Is it done?” she asks."),
        ("It weighs 1.5 kg and rests. Long.", "It weighs 1.5 kg and rests."),
        ("# Heading\n\n| a | b |\n|---|---|\n\n- item\n\n1. one\n\nProse *here*.", "Prose here."),
        ("> said\n\n<div>x</div>\n\n![a](b.png)\n\n{: .c }\n\nProse.", "Prose."),
        ("Open [the oven](other.md) `now`.\n{: .cw-open }", "Open the oven now."),
        ("/// facilitator\nThe secret answer.\n///\n\nPlain words.", "Plain words."),
        ("/// facilitator\nThe secret answer.\n///\n", ""),
        ("", ""),
    ],
)
def test_a_page_without_a_description_is_described_by_its_first_sentence(
    tmp_path: Path, body: str, sentence: str
) -> None:
    course = course_of(tmp_path, {"docs/index.md": f"---\ntitle: T\n---\n{body}\n", "docs/other.md": "# O\n"})
    assert describe(course, "index.md") == sentence


def test_a_description_in_front_matter_is_taken_whole_without_its_markup(tmp_path: Path) -> None:
    course = course_of(tmp_path, {"docs/index.md": '---\ntitle: T\ndescription: "A *slow* loaf. And more"\n---\nNo.\n'})
    assert describe(course, "index.md") == "A slow loaf. And more"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("a" * 160, "a" * 160),
        ("word " * 40, "word " * 31 + "word…"),
        ("word, " * 40, "word, " * 25 + "word…"),
        ("a" * 200, "…"),
    ],
)
def test_descriptions_are_cut_between_words(text: str, short: str) -> None:
    assert shortened(text) == short
    assert len(shortened(text)) <= 160


def small(root: Path) -> Course:
    pages = {
        "docs/index.md": "---\ntitle: Start\n---\nA course on bread.\n",
        "docs/1-dough/index.md": "---\ntitle: Dough\n---\n/// lessons\n///\n",
        "docs/1-dough/kneading.md": lesson("Kneading"),
        "docs/cases/rye.md": "---\nid: rye\ntitle: Rye\nprovenance: fictional\nsetting: a mill\npeople:\n"
        "  ruth: {name: Ruth, role: miller, pronouns: she}\n---\nRuth mills.\n",
        "docs/glossary.md": "---\ntitle: Words\n---\n/// glossary\n///\n",
        "docs/about.md": "---\ntitle: About\n---\nWords.\n",
        "course/glossary.yml": "terms:\n  - id: crumb\n    term: Crumb\n"
        "    definition: The *inside* of a [loaf](term:crumb).\n",
    }
    return course_of(root, pages, FACTS + "level: beginner\nauthors: ['Kern, Ada', The Mill]\n")


def test_a_lesson_says_what_it_teaches_how_long_it_takes_and_where_it_belongs(tmp_path: Path) -> None:
    assert linked_data(small(tmp_path), "1-dough/kneading.md", Site(url="https://mill.example/bread/")) == {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "learningResourceType": "lesson",
        "name": "Kneading",
        "description": "Flour.",
        "url": "https://mill.example/bread/1-dough/kneading/",
        "inLanguage": "en",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "author": [{"@type": "Person", "name": "Ada Kern"}, {"@type": "Organization", "name": "The Mill"}],
        "isPartOf": {"@type": "Course", "name": "Bread", "url": "https://mill.example/bread/"},
        "teaches": ["Knead well"],
        "timeRequired": "PT1H35M",
        "educationalLevel": "beginner",
    }


def test_the_course_holds_its_lessons_and_a_module_its_own(tmp_path: Path) -> None:
    course = small(tmp_path)
    part = {"@type": "LearningResource", "position": 1, "name": "Kneading", "timeRequired": "PT1H35M"}
    home = linked_data(course, "index.md", Site())
    assert (home["@type"], home["name"], home["timeRequired"]) == ("Course", "Bread", "PT1H35M")
    assert home["hasPart"] == [{**part, "url": "1-dough/kneading/"}]
    assert "isPartOf" not in home
    assert linked_data(course, "1-dough/index.md", Site())["hasPart"] == [{**part, "url": "kneading/"}]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("cases/rye.md", ["Article", "LearningResource"]),
        ("glossary.md", "DefinedTermSet"),
        ("1-dough/index.md", "LearningResource"),
        ("about.md", "WebPage"),
    ],
)
def test_every_kind_of_page_has_a_type(tmp_path: Path, path: str, kind: object) -> None:
    assert linked_data(small(tmp_path), path, Site())["@type"] == kind


def test_glossary_terms_are_defined_in_plain_words_at_their_place(tmp_path: Path) -> None:
    assert linked_data(small(tmp_path), "glossary.md", Site(directory_urls=False))["hasDefinedTerm"] == [
        {"@type": "DefinedTerm", "name": "Crumb", "description": "The inside of a loaf.", "url": "#term-crumb"}
    ]


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("https://mill.example/terms", "https://mill.example/terms"),
        ("MIT", ""),
        ("All rights reserved", ""),
        ("", ""),
    ],
)
def test_licences_that_can_be_read_somewhere_are_linked(licence: str, address: str) -> None:
    assert licence_address(licence) == address


def test_hostile_text_stays_text_in_the_script_and_is_itself_again_when_read(tmp_path: Path) -> None:
    text = as_script({"name": HOSTILE})
    assert not re.search("[<>&]", text)
    assert json.loads(text) == {"name": HOSTILE}


def test_a_built_page_carries_it_all_and_nothing_hostile(tmp_path: Path) -> None:
    social = {"social": {"image": "s.png", "alt": HOSTILE}}
    root = write_bread(tmp_path / "bread", site_url="https://mill.example/bread/", extra=social)
    fields = f"title: {json.dumps(HOSTILE)}\ndescription: {json.dumps(HOSTILE)}"
    path = root / "docs/1-dough/kneading.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("^title: .*", lambda _: fields, text, flags=re.M), encoding="utf-8")
    (root / "theme/main.html").write_text(THEME.joinpath("partials/metadata.html").read_text("utf-8"), "utf-8")
    build = mkdocs_build(root, tmp_path / "site", EDITION=Edition.LEARNER)
    assert build.returncode == 0, build.stdout
    html = (tmp_path / "site/1-dough/kneading/index.html").read_text(encoding="utf-8")
    assert html.count("<script") == html.count("</script>") == 1
    data = json.loads(html.partition('ld+json">')[2].partition("</script>")[0])
    assert (data["name"], data["url"]) == (
        "</script><script>alert(“1”)</script><!-- &",
        "https://mill.example/bread/1-dough/kneading/",
    )
    assert 'property="og:image" content="https://mill.example/bread/s.png"' in html
    assert 'name="twitter:card" content="summary_large_image"' in html


def test_a_site_that_knows_its_address_lists_the_pages_that_may_be_found(tmp_path: Path) -> None:
    theme = {"name": None, "custom_dir": "theme", "static_templates": ["robots.txt"]}
    root = write_bread(tmp_path / "bread", site_url="https://mill.example/bread/", theme=theme)
    for name in ("robots.txt", "sitemap.xml"):
        shutil.copy(THEME / name, root / "theme" / name)
    hidden = root / "docs/glossary.md"
    hidden.write_text(hidden.read_text("utf-8").replace("---\n", "---\nrobots: noindex\n", 1), "utf-8")
    build = mkdocs_build(root, tmp_path / "site")
    assert build.returncode == 0, build.stdout
    sitemap = (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert "<loc>https://mill.example/bread/1-dough/kneading/</loc><lastmod>20" in sitemap
    assert "glossary" not in sitemap
    assert "\nSitemap: https://mill.example/bread/sitemap.xml\n" in (tmp_path / "site/robots.txt").read_text("utf-8")

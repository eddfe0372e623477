"""A page as linked data in the words of schema.org: a course, a lesson, a case, the glossary, any other page."""

import json
import re
from collections.abc import Iterable

from coursewright.course import Course
from coursewright.inline_markdown import plain
from coursewright.listing import plain_text
from coursewright.metadata.describe import describe
from coursewright.model import Case, Lesson, Term
from coursewright.site import Site

Node = dict[str, object]
_HOME = "index.md"
_CREATIVE_COMMONS = re.compile(r"CC[ -](?P<terms>BY(?:-NC)?(?:-SA|-ND)?)[ -](?P<version>\d\.\d)", re.I)
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def linked_data(course: Course, path: str, site: Site) -> Node:
    """The page at `path`. Addresses are whole where the site's is known, else relative to the page."""
    page = course.pages[path]
    own: Node = {"@type": "WebPage"}
    if path == _HOME and course.lessons:
        own = _course(course, site)
    elif (lesson := course.lessons.get(page.id)) and lesson.page is page:
        own = _lesson(course, lesson)
    elif (case := course.cases.get(page.id)) and case.page is page:
        own = _case(case)
    elif path == course.page_with("glossary"):
        own = _glossary(course, path, site)
    elif page.module in course.modules:
        own = {"@type": "LearningResource", "learningResourceType": "module", "hasPart": _lessons(course, path, site)}
    shared = {
        "name": plain(page.title) or course.facts.title,
        "description": describe(course, path),
        "url": _address(site, path, path),
        "inLanguage": course.facts.language,
        "license": licence_address(course.facts.licence) or course.facts.licence,
        "author": [_author(name) for name in course.facts.authors],
        "isPartOf": {"@type": "Course", "name": course.facts.title, "url": _address(site, path, _HOME)},
    }
    if path == _HOME:
        shared |= {"name": course.facts.title, "isPartOf": ""}
    return {"@context": "https://schema.org", **{name: value for name, value in (shared | own).items() if value}}


def as_script(node: Node) -> str:
    """The data as it may stand in a `script` element: no text in it can end that element."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def licence_address(licence: str) -> str:
    """Where a licence can be read, if it is an address or one of Creative Commons; else ''."""
    if licence.startswith(("https://", "http://")):
        return licence
    found = _CREATIVE_COMMONS.fullmatch(licence.strip())
    return f"https://creativecommons.org/licenses/{found['terms'].lower()}/{found['version']}/" if found else ""


def _course(course: Course, site: Site) -> Node:
    minutes = sum(lesson.minutes.high for lesson in course.lessons.values())
    own = {"@type": "Course", "timeRequired": _duration(minutes), "hasPart": _lessons(course, _HOME, site)}
    return own | _level(course)


def _level(course: Course) -> Node:
    return {"educationalLevel": course.facts.level}


def _lessons(course: Course, origin: str, site: Site) -> list[Node]:
    """The lessons as seen from a page: those of its module, or all."""
    module = course.pages[origin].module
    lessons: Iterable[Lesson] = (one for one in course.lessons.values() if not module or one.page.module == module)
    return [
        {
            "@type": "LearningResource",
            "position": number,
            "name": plain(lesson.page.title),
            "url": _address(site, origin, lesson.page.path),
            "timeRequired": _duration(lesson.minutes.high),
        }
        for number, lesson in enumerate(lessons, 1)
    ]


def _lesson(course: Course, lesson: Lesson) -> Node:
    return {
        "@type": "LearningResource",
        "learningResourceType": "lesson",
        "teaches": [plain(objective.text) for objective in lesson.objectives],
        "timeRequired": _duration(lesson.minutes.high),
        **_level(course),
    }


def _case(case: Case) -> Node:
    kind = ["Article", "LearningResource"]
    return {"@type": kind, "learningResourceType": "case study", "headline": plain(case.page.title)}


def _glossary(course: Course, path: str, site: Site) -> Node:
    terms = [_term(course, term, _address(site, path, path, f"term-{term.id}")) for term in course.terms.values()]
    return {"@type": "DefinedTermSet", "hasDefinedTerm": terms}


def _term(course: Course, term: Term, address: str) -> Node:
    definition = plain_text(course, term.definition.text)
    return {"@type": "DefinedTerm", "name": plain(term.term), "description": definition, "url": address}


def _author(name: str) -> Node:
    """A person is written 'Family, Given', a group as it is named."""
    family, comma, given = name.partition(",")
    return (
        {"@type": "Person", "name": f"{given.strip()} {family}"} if comma else {"@type": "Organization", "name": name}
    )


def _address(site: Site, origin: str, target: str, anchor: str = "") -> str:
    if not site.url:
        return site.link(origin, target, anchor)
    return f"{site.url.rstrip('/')}/{site.address(target)}" + (f"#{anchor}" if anchor else "")


def _duration(minutes: int) -> str:
    """Minutes as ISO 8601 writes them: 'PT1H30M'."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")

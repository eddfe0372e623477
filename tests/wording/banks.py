"""Small banks of questions for the tests of wording, and what is told of them."""

from collections.abc import Mapping

import yaml

from coursewright.bibliography import read_bibliography
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.formats import read_formats
from coursewright.model import CourseFacts
from coursewright.pages import read_page
from coursewright.questions import read_questions
from coursewright.source import Source
from coursewright.wording import check_wording

PATH = "course/questions/kneading.yml"
STAGES = "[{title: T, instruction: I}]"
FORMATS = f"""formats:
  - {{id: journal, title: Alone, group: 1, minutes: [1, 60], instructions: Write., stages: {STAGES}}}
  - {{id: pair, title: In pairs, group: 2, minutes: [1, 60], instructions: Turn., stages: {STAGES}}}
"""
LESSON = """---
id: kneading
title: Kneading
minutes: 30
objectives:
  stop: Decide when to stop
---
Ruth bakes at home. Comfort is what bread gives; there is comfort in it.
"""
CASES = {
    "the-oven": (
        "a village bakery with one oven",
        "Danuta: she, Kwame: he: trainer",
        "Danuta and Kwame share a shop with Nadia.",
    ),
    "the-mill": ("a water mill in the hills", "Farai: he, Nadia: she, Sam: they, Comfort: she", "Farai grinds."),
}
WORKS = """@book{calvel1990, author = {Calvel, Raymond}, title = {The taste of bread}, year = {1990}, publisher = {A}}
@book{david1977, author = {David, Elizabeth}, title = {English bread}, year = {1977}, publisher = {B}}
"""


def case_page(name: str) -> Source:
    setting, people, text = CASES[name]
    lines = [f"id: {name}", f"title: {name}", "provenance: fictional", f"setting: {setting}", "people:"]
    for item in people.split(", "):
        person, pronouns, role = (*item.split(": "), "baker")[:3]
        lines.append(f"  {person.lower()}: {{name: {person}, role: {role}, pronouns: {pronouns}}}")
    return Source(f"docs/cases/{name}.md", "\n".join(["---", *lines, "---", text, ""]))


def course_of(text: str, language: str = "en-GB") -> Course:
    """The course with one file of questions, whose text is given, and the two cases and the lesson above."""
    found: list[Diagnostic] = []
    sources = [Source("docs/1-bread/kneading.md", LESSON), *map(case_page, CASES)]
    pages = [read_page(source, found.append) for source in sources]
    questions, _, _ = read_questions(Source(PATH, text), found.append)
    formats = read_formats(Source("course/formats.yml", FORMATS), found.append)
    assert not found, found
    return Course(
        facts=CourseFacts(language=language),
        pages={item.page.path: item.page for item in pages},
        lessons={item.lesson.id: item.lesson for item in pages if item.lesson},
        cases={item.case.id: item.case for item in pages if item.case},
        formats={item.id: item for item in formats},
        questions={question.id: question for question in questions},
        bibliography=read_bibliography([Source("bib/references.bib", WORKS)], lambda _: None),
    )


def bank(*entries: Mapping[str, object], owner: str = "lesson: kneading") -> str:
    """The text of a file of questions; fields that an entry does not give are filled in."""
    blank = {"objective": "kneading/stop", "process": "analyze", "stance": "opening", "minutes": 9, "formats": ["pair"]}
    full = [{"id": f"q{number}", **blank, **entry} for number, entry in enumerate(entries, 1)]
    return f"{owner}\n" + yaml.safe_dump({"questions": full}, sort_keys=False, allow_unicode=True, width=10**6)


def told(text: str) -> list[str]:
    """What is told of a file of questions: 'rule: the words it points at'."""
    lines = text.split("\n")
    found = []
    for item in check_wording(course_of(text)):
        place = item.place
        shown = lines[place.line - 1][place.column - 1 :][: place.length] if place.path == PATH else place.path
        found.append(f"{item.rule.label}: {shown}")
    return found

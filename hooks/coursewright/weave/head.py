"""The head of a lesson or case: what it belongs to, its title, what it takes."""

from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Case, Lesson, Page
from coursewright.sets.offered import set_path
from coursewright.sets.places import own_set
from coursewright.weave.html import element, inline, link, paragraph, raw
from coursewright.weave.weaver import Weaver

OBJECTIVES = "lesson-objectives"
"""The anchor of a lesson's objectives on its page."""


def render_head(weaver: Weaver) -> str:
    """The head as HTML; nothing for other pages, whose title the theme sets."""
    page, course = weaver.page, weaver.course
    if (lesson := course.lessons.get(page.id)) and lesson.page is page:
        kicker, facts = module_title(course, page), _lesson_facts(weaver, lesson)
    elif (case := course.cases.get(page.id)) and case.page is page:
        kicker, facts = "Case study", _case_facts(case)
    else:
        return ""
    if questions := course.questions_of(page.id):
        facts.append(count(len(questions), "question").replace(" ", "\u00a0"))
    if blueprint := own_set(course, page):
        facts.append(link(weaver.address(set_path(blueprint.id)), "Sheets to print"))
    inner = (
        paragraph("cw-kicker", inline(kicker)),
        element("h1", "", inline(page.title)),
        paragraph("cw-facts", "\u00a0· ".join(facts)),  # no line begins with the dot
        element("div", "cw-head__progress", data_lesson=page.id) if page.id in course.lessons else "",
    )
    return raw(element("header", "cw-head", *inner))


def module_title(course: Course, page: Page) -> str:
    """'Module 1 · From hierarchy to partnership', from the folder's number and its index page."""
    index = course.modules.get(page.module)
    number = page.module.partition("-")[0]
    return f"Module {number} · {index.title}" if index else f"Module {number}"


def _lesson_facts(weaver: Weaver, lesson: Lesson) -> list[str]:
    objectives = count(len(lesson.objectives), "objective")
    listed = any(block.kind == "objectives" for block in weaver.course.fragments[lesson.page.path].walk())
    return [f"{lesson.minutes} minutes", link(f"#{OBJECTIVES}", objectives) if listed else objectives]


def _case_facts(case: Case) -> list[str]:
    return [inline(case.setting[:1].upper() + case.setting[1:])]

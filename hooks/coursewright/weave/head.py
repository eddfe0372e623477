"""The head of a lesson or case: what it belongs to, its title, what it takes."""

from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Case, Lesson, Page
from coursewright.weave.html import element, inline, link, paragraph, raw
from coursewright.weave.sheets import sheet_path
from coursewright.weave.weaver import Weaver


def render_head(weaver: Weaver) -> str:
    """The head as HTML; nothing for other pages, whose title the theme sets."""
    page, course = weaver.page, weaver.course
    if (lesson := course.lessons.get(page.id)) and lesson.page is page:
        kicker, facts = module_title(course, page), _lesson_facts(lesson)
    elif (case := course.cases.get(page.id)) and case.page is page:
        kicker, facts = "Case study", _case_facts(case)
    else:
        return ""
    if questions := course.questions_of(page.id):
        facts.append(count(len(questions), "question"))
        facts.append(link(weaver.address(sheet_path(page.id)), "Print the questions"))
    inner = (
        paragraph("cw-kicker", inline(kicker)),
        element("h1", "", inline(page.title)),
        paragraph("cw-facts", " · ".join(facts)),
    )
    return raw(element("header", "cw-head", *inner))


def module_title(course: Course, page: Page) -> str:
    """'Module 1 · From hierarchy to partnership', from the folder's number and its index page."""
    index = course.modules.get(page.module)
    number = page.module.partition("-")[0]
    return f"Module {number} · {index.title}" if index else f"Module {number}"


def _lesson_facts(lesson: Lesson) -> list[str]:
    return [f"{lesson.minutes} minutes"]


def _case_facts(case: Case) -> list[str]:
    return [inline(case.setting[:1].upper() + case.setting[1:])]

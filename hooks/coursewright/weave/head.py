"""The head of a module, a lesson or a case: what it belongs to, its title, what it takes."""

from collections.abc import Sequence

from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Case, Lesson, Minutes, Page
from coursewright.sets.offered import set_path
from coursewright.sets.places import own_set
from coursewright.weave.html import element, inline, link, paragraph, raw
from coursewright.weave.weaver import Weaver

OBJECTIVES = "lesson-objectives"
"""The anchor of a lesson's objectives on its page."""
QUESTIONS = "page-questions"
"""The anchor of the discussion of a lesson or case."""


def render_head(weaver: Weaver) -> str:
    """The head as HTML; nothing for other pages, whose title the theme sets."""
    page, course, others = weaver.page, weaver.course, ""
    if (lesson := course.lessons.get(page.id)) and lesson.page is page:
        kicker, facts = _module_above(weaver), _lesson_facts(weaver, lesson)
    elif (case := course.cases.get(page.id)) and case.page is page:
        kicker, facts, others = "Case study", _case_facts(case), lessons_using(weaver, case)
    elif course.modules.get(page.module) is page:
        kicker, facts = _module(page), _module_facts(course, page)
    else:
        return ""
    if questions := course.questions_of(page.id):
        number = count(len(questions), "question").replace(" ", "\u00a0")
        facts.append(link(f"#{QUESTIONS}", number) if _shows(weaver, "discussion") else number)
    if blueprint := own_set(course, page):
        facts.append(link(weaver.address(set_path(blueprint.id)), "Sheets to print"))
    inner = (
        paragraph("cw-kicker", kicker),
        element("h1", "", inline(page.title)),
        paragraph("cw-facts", "\u00a0· ".join(facts)),  # no line begins with the dot
        paragraph("cw-facts", others),
        element("div", "cw-head__progress", data_lesson=page.id) if page.id in course.lessons else "",
    )
    return raw(element("header", "cw-head", *inner))


def module_title(course: Course, page: Page) -> str:
    """'Module 1 · From hierarchy to partnership', from the folder's number and its index page."""
    index = course.modules.get(page.module)
    return f"{_module(page)} · {index.title}" if index else _module(page)


def _module(page: Page) -> str:
    return f"Module {page.module.partition('-')[0]}"


def _module_above(weaver: Weaver) -> str:
    title, index = inline(module_title(weaver.course, weaver.page)), weaver.course.modules.get(weaver.page.module)
    return link(weaver.address(index.path), title) if index else title


def _module_facts(course: Course, page: Page) -> list[str]:
    taken = [lesson.minutes for lesson in course.lessons.values() if lesson.page.module == page.module]
    whole = Minutes(sum(minutes.low for minutes in taken), sum(minutes.high for minutes in taken))
    return [count(len(taken), "lesson"), f"{whole} minutes"] if taken else []


def lessons_using(weaver: Weaver, case: Case) -> str:
    """'Lessons: …', each a link; '' where no lesson uses the case."""
    lessons = weaver.course.lessons.values()
    return linked(weaver, "Lesson", [item.page for item in lessons if case.id in {ref.name for ref in item.cases}])


def linked(weaver: Weaver, noun: str, pages: Sequence[Page]) -> str:
    """'Case: …' or 'Cases: …, …', each page's title a link; '' where there is none."""
    names = [link(weaver.address(page.path), weaver.inline(page.title)) for page in pages]
    return f"{noun if len(names) == 1 else noun + 's'}: {', '.join(names)}" if names else ""


def _shows(weaver: Weaver, kind: str) -> bool:
    return any(block.kind == kind for block in weaver.course.fragments[weaver.page.path].walk())


def _lesson_facts(weaver: Weaver, lesson: Lesson) -> list[str]:
    objectives = count(len(lesson.objectives), "objective")
    shown = link(f"#{OBJECTIVES}", objectives) if _shows(weaver, "objectives") else objectives
    return [f"{lesson.minutes} minutes", shown]


def _case_facts(case: Case) -> list[str]:
    return [inline(case.setting[:1].upper() + case.setting[1:])]

"""The map of the course: modules and lessons strung on two lines, and beside each lesson its cases.

The words are a list, so that they can be read, linked and enlarged as any text; the lines are drawn beside them.
"""

from collections.abc import Callable

from coursewright.model import Lesson
from coursewright.weave.head import module_title
from coursewright.weave.html import element, link, paragraph, raw
from coursewright.weave.lists import cases_used
from coursewright.weave.use import Use

_LEFT, _RIGHT = 9, 31  # where the lines run, of a width of 40


def _render_map(use: Use) -> str:
    course = use.weaver.course
    lessons = list(course.lessons.values())
    modules = []
    for folder in course.modules:
        first = next(number for number, lesson in enumerate(lessons) if lesson.page.module == folder)
        inside = [lesson for lesson in lessons if lesson.page.module == folder]
        entries = (_lesson(use, lesson, first + number) for number, lesson in enumerate(inside))
        head = element("p", "cw-title", _run(first), _module(use, inside[0]))
        modules.append(element("li", "", head, element("ol", "cw-lesson-list cw-map__lessons", *entries)))
    return raw(element("ol", "cw cw-lessons cw-map", *modules), searchable=False)


def _module(use: Use, lesson: Lesson) -> str:
    title = use.weaver.inline(module_title(use.weaver.course, lesson.page))
    index = use.weaver.course.modules[lesson.page.module]
    return link(use.weaver.address(index.path), title) if index else title


def _lesson(use: Use, lesson: Lesson, number: int) -> str:
    weaver = use.weaver
    title = link(weaver.address(lesson.page.path), weaver.inline(lesson.page.title))
    facts = element("span", "cw-facts", f"{lesson.minutes} minutes")
    about = paragraph("cw-about", weaver.inline(lesson.page.description))
    cases = paragraph("cw-lesson-list__cases", cases_used(weaver, lesson))
    return element("li", "", _crossing(number), title, " ", facts, about, cases, data_lesson=lesson.id)


def _crossing(number: int) -> str:
    """The two lines change places beside lesson `number`; the one on top alternates."""
    heavy, light = _sides(number)
    lines = [
        ("a", f"M{heavy} 0C{heavy} 46 {light} 54 {light} 100"),
        ("b", f"M{light} 0C{light} 46 {heavy} 54 {heavy} 100"),
    ]
    below, above = lines[::-1] if number % 2 == 0 else lines
    return _drawn(below, ("gap", above[1]), above)


def _run(number: int) -> str:
    """The two lines side by side, on their way to lesson `number`."""
    heavy, light = _sides(number)
    return _drawn(("a", f"M{heavy} 0V100"), ("b", f"M{light} 0V100"))


def _sides(number: int) -> tuple[int, int]:
    return (_RIGHT, _LEFT) if number % 2 else (_LEFT, _RIGHT)


def _drawn(*lines: tuple[str, str]) -> str:
    """Lines as tall as the words beside them."""
    paths = "".join(f'<path class="{kind}" d="{path}"></path>' for kind, path in lines)
    stretched = 'viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true"'
    return f'<svg class="cw-map__lines" {stretched}>{paths}</svg>'


RENDERERS: dict[str, Callable[[Use], str]] = {"map": _render_map}

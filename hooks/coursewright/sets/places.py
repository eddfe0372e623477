"""Where an offered set belongs: to which lessons or cases, and so to which pages."""

from coursewright.course import Course
from coursewright.model import Blueprint, Page


def owners(course: Course, blueprint: Blueprint) -> tuple[str, ...]:
    """The lessons that a set asks about, else its cases; every lesson where it names neither. In course order."""
    scope = blueprint.scope
    lessons = {ref.name for ref in scope.lessons} or {ref.name.partition("/")[0] for ref in scope.objectives}
    cases = {ref.name for ref in scope.cases}
    if cases and not lessons:
        return tuple(case for case in course.cases if case in cases)
    return tuple(lesson for lesson in course.lessons if lesson in lessons or not lessons)


def own_set(course: Course, page: Page) -> Blueprint | None:
    """The first set that is about one lesson or case and nothing else."""
    return next((item for item in course.sets.values() if owners(course, item) == (page.id,)), None)


def sets_of(course: Course, page: Page) -> tuple[Blueprint, ...]:
    """The sets of a lesson, a case or a module's page, those that are about nothing else first; elsewhere all.

    In the order of the course; a set about several lessons comes after those about one.
    """
    everything = {*course.lessons, *course.cases}
    if page.module in course.modules and course.modules[page.module] is page:
        here = {lesson.id for lesson in course.lessons.values() if lesson.page.module == page.module}
    elif page.id in everything:
        here = {page.id}
    else:
        here = everything
    places = {name: place for place, name in enumerate((*course.lessons, *course.cases))}
    about = {name: owners(course, blueprint) for name, blueprint in course.sets.items()}

    def order(name: str) -> tuple[bool, int, list[int]]:
        return not here.issuperset(about[name]), len(about[name]), [places[owner] for owner in about[name]]

    found = (name for name in about if here is everything or here.intersection(about[name]))
    return tuple(course.sets[name] for name in sorted(found, key=order))

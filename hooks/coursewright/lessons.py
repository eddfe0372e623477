"""Lessons: the part of a page's front matter that makes it one."""

from coursewright.model import Lesson, Minutes, Objective, Page, Ref
from coursewright.yaml_nodes import Mapping, first_of_each


def read_lesson(front: Mapping, page: Page) -> Lesson | None:
    """The lesson of a page, or None where a field that it can't do without is missing (which is told)."""
    minutes = front.range("minutes")
    objectives = tuple(
        Objective(ref.name, front.nested_text(node, "learning objective"), ref.place)
        for ref, node in front.named("objectives", required=True)
    )
    first_of_each((Ref(o.id, o.place) for o in objectives), front.origin.report, "learning objective of this lesson")
    cases = front.refs("cases")
    if not page.id:
        return None
    return Lesson(page, minutes or Minutes(1, 1), objectives, cases)

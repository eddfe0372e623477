"""Cases: the part of a page's front matter that makes it one."""

from coursewright.model import PRONOUNS, Case, Page, Person
from coursewright.yaml_nodes import Mapping

PROVENANCES = ("composite", "fictional", "consented")
"""Where a case comes from: many people's stories, invention, or one person who agreed."""


def read_case(front: Mapping, page: Page) -> Case | None:
    """The case of a page, or None where it has no id (which is told)."""
    provenance = front.choice("provenance", PROVENANCES, required=True)
    setting = front.text("setting", required=True)
    people = []
    for ref, node in front.named("people", required=True):
        if entry := front.nested(node, "person"):
            name, role = entry.text("name", required=True), entry.text("role", required=True)
            pronouns = entry.choice("pronouns", PRONOUNS, required=True)
            entry.finish()
            people.append(Person(ref.name, name, role, pronouns))
    return Case(page, provenance, setting, tuple(people)) if page.id else None

"""`coursewright sets`: the question sets that a course offers."""

from pathlib import Path

import click

from coursewright.commands.common import ROOT, load, mention_problems
from coursewright.course import Course
from coursewright.english import count
from coursewright.model import Blueprint
from coursewright.sets import Infeasible, build_set


@click.command()
@ROOT
def sets(root: Path) -> None:
    """List the question sets that the course offers: minutes, forms, questions, objectives.

    \b
    Example: coursewright sets
    """
    course, found = load(root)
    for blueprint in course.sets.values():
        for line in _lines(course, blueprint):
            click.echo(line)
    click.echo(f"{count(len(course.sets), 'set')}. To print one: coursewright print SET")
    mention_problems(found)


def _lines(course: Course, blueprint: Blueprint) -> list[str]:
    built = build_set(course, blueprint)
    head = [f"{blueprint.id}: {blueprint.title}"]
    if isinstance(built, Infeasible):
        reasons = [f"    can't be built: {reason.message} Remedy: {reason.hint}." for reason in built.reasons]
        return [*head, *reasons]
    form = built.forms[0]
    asked = len({item.variant.question.objective.name for item in form.asked})
    objectives = f"{asked} of {count(asked + len(built.not_asked), 'objective')}"
    facts = (f"{form.minutes} minutes", f"forms {', '.join(blueprint.forms)}", count(len(form.asked), "question"))
    return [*head, f"    {' · '.join([*facts, objectives])}"]

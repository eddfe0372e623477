"""`coursewright questions`: the question variants, chosen by what they are about."""

import json
from pathlib import Path

import click

from coursewright.commands.common import ROOT, load, mention_problems, require
from coursewright.english import count
from coursewright.listing import variant_records, vocabulary

_FIELDS = {"lesson": "lesson", "case": "case", "objective": "objective", "process": "process", "format_id": "format"}


@click.command()
@ROOT
@click.option("--lesson", help="Only questions of this lesson.")
@click.option("--case", help="Only questions of this case, or rows about it.")
@click.option("--objective", help="Only questions of this objective ('lesson-id/objective-id').")
@click.option("--process", help="Only questions of this process (revised Bloom).")
@click.option("--discussion-format", "format_id", help="Only variants in this discussion format.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def questions(root: Path, form: str, **wanted: str | None) -> None:
    """List the question variants: question × row × format.

    \b
    Example: coursewright questions --lesson ethos --discussion-format pair
    """
    course, found = load(root)
    known = vocabulary(course)
    for name, value in wanted.items():
        require(_FIELDS[name], value, known[_FIELDS[name]])
    records = [record for record in variant_records(course) if _matches(record, wanted)]
    if form == "json":
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for record in records:
            click.echo(f"{record['id']}\n    {record['text']}")
        number = len({record["question"] for record in records})
        click.echo(f"{count(len(records), 'variant')} of {count(number, 'question')}.")
    mention_problems(found)


def _matches(record: dict[str, object], wanted: dict[str, str | None]) -> bool:
    return all(record[_FIELDS[name]] == value for name, value in wanted.items() if value is not None)

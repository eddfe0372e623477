"""The command `coursewright`; what it can do is in `commands/`."""

import click

from coursewright.commands.check import check
from coursewright.commands.cite import cite
from coursewright.commands.pack import pack
from coursewright.commands.print import print_
from coursewright.commands.questions import questions
from coursewright.commands.sets import sets


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="coursewright")
def main() -> None:
    """Check a course, list its questions, print sheets of them, compile its references.

    \b
    Example: coursewright check
    """


for command in (check, questions, sets, print_, cite, pack):
    main.add_command(command)

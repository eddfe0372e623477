"""`coursewright pack`: a built site as a zip that opens without a server."""

import os
import re
import sys
from pathlib import Path

import click

from coursewright.commands.common import ROOT
from coursewright.offline import FlattenError, packed_path
from coursewright.offline import pack as pack_files
from coursewright.site import Edition

_FOLDER = re.compile(rb'<a [^>]*href="(?!\w+:)[^"#]*/"')  # a folder's address, which only a server can turn into a page


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The zip to write; else it is kept for the site.",
)
@ROOT
def pack(site: Path, target: Path | None, root: Path) -> None:
    """Make a zip of a built SITE; unpacked, it opens from its folder, without a server and without a network.

    The site must have been built with addresses that name files: DIRECTORY_URLS=false mkdocs build. Without -o the zip
    is kept where the next build of the same course finds it and offers it to readers.

    \b
    Example: coursewright pack build/files -o build/course.zip
    """
    if not (site / "index.html").is_file():
        raise click.UsageError(f"There is no site in '{site}': it has no index.html.")
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    if _FOLDER.search(files["index.html"]):
        raise click.UsageError(f"The pages of '{site}' are folders: build them with DIRECTORY_URLS=false.")
    target = target or packed_path(root, os.environ.get("EDITION", Edition.LEARNER))
    try:
        packed = pack_files(files, "course")
    except FlattenError as error:
        click.echo(f"The scripts can't be made to work without a server: {error}", err=True)
        sys.exit(1)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".draft")
    draft.write_bytes(packed)
    draft.replace(target)
    click.echo(f"{len(packed) / 1_000_000:.1f} MB: {target}")

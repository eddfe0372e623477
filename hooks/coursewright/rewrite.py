"""Changing files of the bibliography: what would change is shown first, and a file is replaced whole or not at all."""

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from coursewright.english import count
from coursewright.source import Source


@dataclass(frozen=True)
class Rewrite:
    """A file with its text as it is and as it would be; `path` is what the diff calls it."""

    file: Path
    path: str
    old: str
    new: str

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (self.old, self.new))
        lines = difflib.unified_diff(old, new, self.path, self.path)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def rewrites(files: Iterable[Path], change: Callable[[Source], str]) -> Iterator[Rewrite]:
    """The files that `change` gives another text; those that can't be read as UTF-8 are passed over.

    Line ends and a byte-order mark stay as they are.
    """
    for file in files:
        path = file.as_posix()
        try:
            old = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            continue
        mark = "\ufeff" if old.startswith("\ufeff") else ""
        ends = "\r\n" if "\r\n" in old else "\n"
        new = change(Source(path, old.removeprefix(mark).replace("\r\n", "\n"))).replace("\n", ends)
        if ends == "\n" or "\n" not in old.replace("\r\n", ""):
            yield from [Rewrite(file, path, old, mark + new)] if mark + new != old else []


def replace_file(file: Path, text: str) -> None:
    """Write a file so that it is whole at any moment: the old text, or the new one. Raises OSError."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def offer(found: Iterable[Rewrite], what: str, yes: bool) -> None:
    """Show each change, ask once whether to write them all (unless `yes`), write them, and say so."""
    changes = list(found)
    for change in changes:
        click.echo(change.diff, nl=False)
    if not changes:
        click.echo(f"Nothing to {what}.")
    elif yes or click.confirm(f"Write {'this file' if len(changes) == 1 else f'these {len(changes)} files'}?"):
        for change in changes:
            try:
                replace_file(change.file, change.new)
            except OSError as error:
                raise click.ClickException(f"'{change.path}' can't be written: {error.strerror}.") from error
        click.echo(f"{count(len(changes), 'file')} written.")
    else:
        click.echo("Nothing is written.")

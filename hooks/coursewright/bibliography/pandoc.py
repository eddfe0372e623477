"""Pandoc as a formatter of works: CSL-JSON and a style in, in-text author and year and the list entry of each work out.

Only works go through pandoc, never prose: each is asked for once in parentheses, and its list entry is read from
pandoc's document tree, so that markup is made (and addresses are judged) here.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from coursewright.bibliography.csl_json import CslItem

_TIMEOUT = 300  # seconds; a hundred works take one or two


class PandocError(Exception):
    """Pandoc is missing or could not format these works; the message is pandoc's first line."""


def pandoc_version() -> str:
    """The version of the package that brings pandoc; empty where it is not installed."""
    try:
        return version("pypandoc_binary")
    except PackageNotFoundError:
        return ""


def find_pandoc() -> str | None:
    """The pandoc that pypandoc_binary brings, else one on the path."""
    package = find_spec("pypandoc")
    brought = (
        shutil.which("pandoc", path=str(Path(package.origin).parent / "files")) if package and package.origin else None
    )
    return brought or shutil.which("pandoc")


def cite(items: Sequence[CslItem], style: Path, citations: Sequence[str] = ()) -> list[Any]:
    """Pandoc's blocks for a document of citations: a paragraph for each in order, then the list of works.

    Works are called w0, w1 … in `citations`; without any each item is cited once. Raises PandocError.
    """
    pandoc = find_pandoc()
    if pandoc is None:
        raise PandocError("pandoc is not installed")
    numbered = [item | {"id": f"w{index}"} for index, item in enumerate(items)]
    text = "\n\n".join(citations or (f"[@w{index}]" for index in range(len(items))))
    with tempfile.TemporaryDirectory() as folder:
        works = Path(folder) / "works.json"
        works.write_text(json.dumps(numbered), "utf-8")
        command = [pandoc, "-f", "markdown", "-t", "json", "--citeproc", f"--csl={style}", f"--bibliography={works}"]
        return _run(command, text)


def _run(command: list[str], text: str) -> list[Any]:
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PandocError(str(error)) from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PandocError(lines[0] if lines else f"pandoc ended with {done.returncode}")
    return list(json.loads(done.stdout)["blocks"])

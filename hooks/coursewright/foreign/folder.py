"""A folder of somebody's Markdown: which files are theirs to check, each read once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coursewright.diagnostics import Diagnostic
from coursewright.source import Source, read_source

PAGES = frozenset({".md", ".qmd", ".rmd", ".markdown"})
OTHER_TEXT = frozenset({".ipynb", ".rst", ".tex", ".rnw"})
"""Pages of kinds that are not checked; a work that they cite is in use all the same."""
_MADE = frozenset(
    "node_modules renv packrat venv site-packages site_libs __pycache__ "
    "_site _book _build _freeze _extensions _bookdown_files".split()
)
_LARGEST = 20_000_000  # bytes; what is larger was not written by hand


@dataclass
class Folder:
    """The files below `root`, made and hidden ones left out; paths in diagnostics are relative to `base`."""

    root: Path
    base: Path
    _read: dict[Path, Source | None] = field(default_factory=dict)
    _faults: dict[Path, list[Diagnostic]] = field(default_factory=dict)

    def files(self) -> Iterator[Path]:
        """Every file, by path."""
        for here, folders, names in os.walk(self.root):
            folders[:] = sorted(name for name in folders if name not in _MADE and not name.startswith("."))
            yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))

    def read(self, path: Path) -> Source | None:
        """A file's text, read once; None where it can't be read."""
        if path not in self._read:
            faults = self._faults[path] = []
            small = path.is_file() and path.stat().st_size <= _LARGEST
            self._read[path] = read_source(self.base, self.name(path), faults.append) if small else None
        return self._read[path]

    def name(self, path: Path) -> str:
        """A file's path as diagnostics give it."""
        return Path(os.path.relpath(path, self.base)).as_posix()

    def path(self, source: Source) -> Path:
        """Where the file of a source lies."""
        return Path(os.path.normpath(self.base / source.path))

    def faults(self, path: Path) -> list[Diagnostic]:
        """What reading a file has told: bytes that are not UTF-8."""
        return self._faults.get(path, [])

    def sources(self) -> Iterator[Source]:
        """Every file that was read."""
        yield from (source for source in self._read.values() if source)

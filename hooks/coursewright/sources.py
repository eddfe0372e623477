"""The files of a course as they are read, each once."""

import os
from pathlib import Path

from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.source import Source, read_source


class Sources:
    """Reads files below a folder and keeps what it read; what can't be read is told and left out."""

    def __init__(self, root: Path, report: Report) -> None:
        self.root, self.report = root, report
        self.read: list[Source] = []

    def one(self, path: str) -> Source | None:
        """A file that may be missing."""
        return self._read(self.root / path) if (self.root / path).exists() else None

    def matching(self, folder: str, pattern: str) -> list[Source]:
        """The files of a folder in the order of their names, without hidden ones, which no site shows."""
        base = self.root / folder
        paths = (path for path in sorted(base.glob(pattern)) if not path.is_dir() and not _hidden(path, base))
        return [source for path in paths if (source := self._read(path))]

    def names(self, folder: str) -> frozenset[str]:
        """The paths of all files below a folder, relative to it."""
        base = self.root / folder
        walked = ((Path(at).relative_to(base), names) for at, _, names in os.walk(base))
        return frozenset((at / name).as_posix() for at, names in walked for name in names)

    def _read(self, path: Path) -> Source | None:
        name = path.relative_to(self.root).as_posix()
        if (shown := os.fsencode(name).decode("utf-8", "replace")) != name:
            said = Diagnostic(Rule.SOURCE_UTF8, Place(shown, 1, 1), "The file's name is not UTF-8.", "rename the file")
            self.report(said)
            return None
        source = read_source(self.root, name, self.report)
        self.read += [source] if source else []
        return source


def _hidden(path: Path, base: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(base).parts)

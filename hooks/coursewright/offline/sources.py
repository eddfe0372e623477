"""Where the zip of a site is kept until the site is built that offers it: by what both are made from."""

import hashlib
from pathlib import Path

_MADE_FROM = ("docs", "course", "bib", "hooks")
PACKED = Path(".cache/coursewright/packed")


def packed_path(root: Path, edition: str) -> Path:
    """The file for the zip of the course in a folder as it is now; another state of it has another path."""
    summed = hashlib.sha256(edition.encode())
    for path in [root / "mkdocs.yml", *(path for name in _MADE_FROM for path in sorted((root / name).rglob("*")))]:
        if path.is_file() and path.suffix != ".pyc":
            summed.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
            summed.update(path.read_bytes())
    return root / PACKED / f"{summed.hexdigest()[:24]}.zip"

"""What earlier builds worked out, each result under the digest of all that it was worked out from.

So nothing that is found here can be out of date: of what has changed there is no result yet. A file that is lost or
damaged costs only time.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """A file with a line for each result: its name, a tab, JSON. Without a file nothing is kept."""

    def __init__(self, path: Path | None = None) -> None:
        self._path, self._used, self._has_new = path, dict[str, bytes](), False

    def recall(self, name: str, read: Callable[[Any], T]) -> T | None:
        """The result of this name, which `read` makes of what JSON holds; None where there is none."""
        try:
            line = self._lines[name]
            result = read(json.loads(line))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None
        self._used[name] = line
        return result

    def keep(self, name: str, result: object) -> None:
        """Keep a result that JSON can hold."""
        self._used[name] = json.dumps(result).encode()
        self._has_new = True

    def save(self) -> None:
        """Write what was recalled and kept since the file was read. All else is of texts that are no more."""
        if self._path and (self._has_new or len(self._used) < len(self._lines)):
            write(self._path, b"".join(b"%s\t%s\n" % (name.encode(), line) for name, line in self._used.items()))

    @cached_property
    def _lines(self) -> dict[str, bytes]:
        try:
            lines = self._path.read_bytes().splitlines() if self._path else ()
        except OSError:
            return {}
        return {name.decode("ascii", "replace"): line for name, _, line in (each.partition(b"\t") for each in lines)}


def digest(*seen: object) -> str:
    """The name of a result: of what it is worked out from (texts, numbers, tuples of them) and of the engine."""
    summed = hashlib.sha256(engine().encode())
    for part in _flat(seen):
        data = part.encode("utf-8", "surrogatepass")
        summed.update(b"%d:" % len(data) + data)
    return summed.hexdigest()


def _flat(seen: object) -> Iterator[str]:
    """Everything in tuples as text; their sizes keep ('a', ('b',)) and (('a', 'b'),) apart."""
    if isinstance(seen, tuple):
        yield f"({len(seen)}"
        for part in seen:
            yield from _flat(part)
    else:
        yield seen if isinstance(seen, str) else repr(seen)


@cache
def engine() -> str:
    """The digest of the engine as it was when it was first asked for; another engine may work out other results.

    A module that changes has another time or size, as Python trusts too when it takes bytecode for a module.
    """
    modules = ((str(path), path.stat()) for path in sorted(Path(__file__).parent.rglob("*.py")))
    return hashlib.sha256(repr([(path, at.st_mtime_ns, at.st_size) for path, at in modules]).encode()).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a file that can be made again if only half of it is there; a folder that is read-only costs only time."""
    with suppress(OSError):
        try:
            path.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

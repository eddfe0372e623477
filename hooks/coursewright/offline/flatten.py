"""ES modules made one classic script: browsers refuse modules that lie in a folder of files (file://).

Our modules keep to few forms, so that a few lines can do it: static imports of names by relative path, and exports
in front of a function, class or const. Anything else is an error here, not a broken page.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r"^import\s*(?:\{([^}]*)\}\s*from\s*)?[\"']([^\"']+)[\"'];?[ \t]*$", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?function\*?|class|const)\s+([\w$]+)", re.MULTILINE)
_LIST = re.compile(r"^export\s*\{([^}]*)\};?[ \t]*$", re.MULTILINE)
_LEFT = re.compile(r"^\s*(import|export)\b(?!\s*[:(=,}])|\bimport\.meta\b|\bimport\s*\(", re.MULTILINE)
_TABLE = "coursewrightModules"


class FlattenError(ValueError):
    """A module uses a form that can't be flattened; the message says which."""


def flatten(entries: tuple[str, ...], read: Callable[[str], str]) -> str:
    """The modules at these paths and all that they import, each once, what is imported first."""
    done: dict[str, str] = {}
    for entry in entries:
        _add(entry, read, done, ())
    return f"globalThis.{_TABLE} ??= {{}};\n" + "".join(done.values())


def _add(path: str, read: Callable[[str], str], done: dict[str, str], above: tuple[str, ...]) -> None:
    if path in done:
        return
    if path in above:
        raise FlattenError(f"{path} imports itself by way of {' and '.join(above[above.index(path) + 1 :])}")
    text = read(path)
    for _, address in _IMPORT.findall(text):
        _add(_resolve(path, address), read, done, (*above, path))
    done[path] = _wrap(path, text)


def _wrap(path: str, text: str) -> str:
    """One module as a function of its own; it runs once, however many scripts of a page hold it."""
    names = [name for _, name in _EXPORT.findall(text)]
    names += [item.strip() for group in _LIST.findall(text) for item in group.split(",") if item.strip()]
    text = _IMPORT.sub(lambda match: _taken(path, match), text)
    text = _LIST.sub("", _EXPORT.sub(r"\1 \2", text))
    if left := _LEFT.search(text):
        raise FlattenError(f"{path} has a form of import or export that can't be flattened: {left[0].strip()}")
    exported = ", ".join(name if " as " not in name else ": ".join(reversed(name.split(" as "))) for name in names)
    return f'{_TABLE}["{path}"] ??= (function () {{\n"use strict";\n{text}\nreturn {{ {exported} }};\n}})();\n'


def _taken(path: str, match: re.Match[str]) -> str:
    if match[1] is None:  # imported for its effect alone
        return ""
    return f'const {{ {match[1].replace(" as ", ": ").strip()} }} = {_TABLE}["{_resolve(path, match[2])}"];'


def _resolve(path: str, address: str) -> str:
    if not address.startswith("."):
        raise FlattenError(f"{path} imports '{address}', which is not a relative path")
    return normpath(join(dirname(path), address))

"""BibTeX as text: entries one field a line, plain text with what TeX would read escaped."""

import re
from collections.abc import Iterable

_ESCAPED = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LONE = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_MARKS = re.compile(r"[\\{}~^&%$#_]")


def write_entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry with a newline at its end; values are TeX with balanced braces, empty ones are left out."""
    lines = [key, *(f"  {name} = {{{value}}}" for name, value in fields if value)]
    return f"@{kind}{{" + ",\n".join(lines) + "\n}\n"


def tex(text: str) -> str:
    """Plain text as TeX; a brace without its partner would swallow what follows, and becomes a command."""
    escaped = _ESCAPED if balanced(text) else _ESCAPED | _LONE
    return _MARKS.sub(lambda match: escaped.get(match[0], f"\\{match[0]}"), text)


def balanced(value: str) -> bool:
    """Whether every brace of a value has its partner; one that does not would swallow the rest of a file."""
    depth = 0
    for match in re.finditer(r"[{}]", value):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def kept_capitals(title: str) -> str:
    """A title in plain text as TeX, with braces around the words that programs would lower: {Rogers}, {A} after ':'."""
    words = title.split(" ")
    kept = [
        f"{{{tex(word)}}}" if re.search(r"[A-Z]", word[1:] if place == 0 else word) else tex(word)
        for place, word in enumerate(words)
    ]
    return " ".join(kept)

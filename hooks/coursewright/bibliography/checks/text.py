"""Text that a program has spoilt: UTF-8 read as Windows-1252, HTML in BibTeX, TeX commands that nobody knows."""

import re
from collections.abc import Iterator
from html import unescape

from coursewright.bibliography.checks.printed import printed_fields
from coursewright.bibliography.latex import unknown_commands
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule

_LATIN = {chr(code): bytes([code]) for code in range(0x80, 0x100)}
_WINDOWS = {byte.decode("cp1252"): byte for byte in _LATIN.values() if byte[0] not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_BYTES = _LATIN | _WINDOWS
_SUSPECT = re.compile(f"[{re.escape(''.join(_BYTES))}]{{2,}}")
_LEAD = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_ENTITY = re.compile(
    r"\\?&\\?(?:#\d{2,6}|#x[\da-f]{2,6}|amp|lt|gt|quot|apos|nbsp|[nm]dash|[lr][sd]quo|[A-Za-z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)|szlig);",
    re.I,
)
_TAG = re.compile(
    r"</?(?:i|b|u|p|br|tt|code|span|div|sub|sup|inf|scp|em|strong|small|italic|bold|(?:jats|mml):\w+|a)"
    r"(?: [^<>]*)?/?>",
    re.I,
)
_LOST = "\ufffd"


def check_text(entry: Entry) -> Iterator[Diagnostic]:
    """Every printed field of an entry; at most one diagnostic of each kind for a field."""
    for field in printed_fields(entry):
        yield from _check_mojibake(field)
        yield from _check_html(field)
        yield from _check_tex(field)


def _check_mojibake(field: Field) -> Iterator[Diagnostic]:
    for match in _SUSPECT.finditer(field.value):
        if repaired := mended(match[0]):
            message = f"'{match[0]}' is spoilt: it was UTF-8 that some program read as Windows-1252."
            yield Diagnostic(Rule.TEXT_WHOLE, field.phrase.place(*match.span()), message, f"write '{repaired}'")
            return
    if _LOST in field.value:
        at = field.value.index(_LOST)
        message = "A character is lost here: U+FFFD stands in its place."
        yield Diagnostic(Rule.TEXT_WHOLE, field.phrase.place(at), message, "copy the text again from the work")


def mended(text: str) -> str:
    """What was meant, if the characters are the bytes of UTF-8 text read one by one ('Ã¼' is 'ü'); else empty."""
    data = b"".join(_BYTES[char] for char in text)
    for match in _LEAD.finditer(data):
        try:
            good = match[0].decode()
        except UnicodeDecodeError:
            continue
        if all(char.isprintable() or char == "\xa0" for char in good):
            return text.replace(text[match.start() : match.end()], good)
    return ""


def _check_html(field: Field) -> Iterator[Diagnostic]:
    if match := _ENTITY.search(field.value):
        char = unescape(match[0].replace("\\", ""))
        char = rf"\{char}" if char in "&%$#_" else char
        message = f"'{match[0]}' is HTML, and would be printed as typed."
        yield Diagnostic(Rule.TEXT_WHOLE, field.phrase.place(*match.span()), message, f"write '{char}'")
    elif match := _TAG.search(field.value):
        message = f"'{match[0]}' is HTML, which BibTeX does not know."
        hint = r"write '\emph{…}', '\textsubscript{…}' or '\textsuperscript{…}', or take it out"
        yield Diagnostic(Rule.TEXT_WHOLE, field.phrase.place(*match.span()), message, hint)


def _check_tex(field: Field) -> Iterator[Diagnostic]:
    for start, command in unknown_commands(field.value):
        message = f"The TeX command '\\{command}' is not known; it would be printed as '{command}'."
        place = field.phrase.place(start, start + len(command) + 1)
        yield Diagnostic(Rule.TEX_KNOWN, place, message, "write the character itself: the file is UTF-8")
        return

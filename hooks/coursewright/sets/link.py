"""A set in the address of the set builder: what the part behind '#' says.

    set=1&title=…&about=…&minutes=50&form=B&ask=question:format:row:row,question:format:row&check=7K

Title and instructions (`about`) are percent-encoded words; `minutes` is the goal, 0 for none. A question stands with
its format and the rows that forms A, B, C… ask, by their ids: nothing in a link depends on the order or the size of the
bank. `check` is the number that the UTF-8 bytes of all other values, joined by line feeds and led by a 1, make in base
256, modulo 1021, in two signs of the alphabet of fingerprints: a link that was cut short or mistyped is found.
`docs/assets/js/bank/link.js` reads and writes the same.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from coursewright.sets.fingerprint import ALPHABET

_FIELDS = ("set", "title", "about", "minutes", "form", "ask")
_VERSION = "1"
_PRIME = 1021
_WHOLE = re.compile(r"\d{1,3}\Z")


class LinkError(ValueError):
    """An address that holds no set; the message says why, for the person who typed it."""


@dataclass(frozen=True)
class LinkedQuestion:
    """A question by the ids of itself, of its format, and of the rows that forms A, B, C… ask."""

    question: str
    format: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Linked:
    """What a link says. `minutes` is the goal, 0 for none."""

    title: str
    instructions: str
    minutes: int
    letter: str
    questions: tuple[LinkedQuestion, ...]


def read_link(address: str) -> Linked:
    """The set in an address, or a `LinkError`; whether its questions exist is not looked at."""
    fragment = address.strip().partition("#")[2]
    pairs = (part.partition("=") for part in fragment.split("&"))
    fields = {name: unquote(value) for name, _, value in pairs}
    if "set" not in fields:
        raise LinkError("There is no set in this address: a link from the set builder has '#set=' in it.")
    if fields["set"] != _VERSION:
        raise LinkError(f"The link is of another version ('{fields['set']}') than this program reads ('{_VERSION}').")
    if not fields.keys() >= {*_FIELDS, "check"} or fields["check"].upper() != check([fields[name] for name in _FIELDS]):
        raise LinkError("The link is not whole: part of it was lost or changed. Copy it again, and put it in quotes.")
    if not re.fullmatch("[A-Z]", fields["form"]) or not _WHOLE.match(fields["minutes"]) or not fields["ask"]:
        raise LinkError("The link holds no set that can be printed: it needs a form, minutes and questions.")
    questions = {item.question: item for item in map(_question, fields["ask"].split(","))}  # each once
    return Linked(fields["title"], fields["about"], int(fields["minutes"]), fields["form"], tuple(questions.values()))


def write_link(linked: Linked) -> str:
    """The part of an address behind '#', without it."""
    ask = ",".join(":".join((item.question, item.format, *item.rows)) for item in linked.questions)
    values = [_VERSION, linked.title, linked.instructions, str(linked.minutes), linked.letter, ask]
    written = (quote(value, safe=":,") for value in values)
    return "&".join(f"{name}={value}" for name, value in zip(_FIELDS, written, strict=True)) + f"&check={check(values)}"


def _question(typed: str) -> LinkedQuestion:
    question, _, rest = typed.partition(":")
    format_, *rows = rest.split(":")
    return LinkedQuestion(question, format_, tuple(rows))


def check(values: list[str]) -> str:
    """Two signs that change where a value does."""
    number = 1
    for byte in "\n".join(values).encode():
        number = (number * 256 + byte) % _PRIME
    return ALPHABET[number >> 5] + ALPHABET[number & 31]

"""A sheet's fingerprint: a short code that says which questions it asks, in which rows, formats and order.

It is written in the 32 signs of Crockford's alphabet (no I, L, O or U; small letters and hyphens do not matter):

    form letter 1 · minutes 2 · set 2 · every question in order 3 · identity 2 · wording 2 · check 2

Eleven signs and three a question: 41 for ten questions. A question stands as the first 15 bits of the SHA-256 of its
variant's id ('question/row@format'), a set as the first 10 of its own, so that nothing in it depends on the order or
the size of the bank. Where two variants share their 15 bits, the identity (10 bits of all ids together) tells them
apart. `wording` (10 bits of texts and minutes) shows whether a question was changed since. `check` is the number that
all signs before it make, led by a 1, modulo 1021: a prime above 31 * 31, so that one wrong sign and two neighbours that
changed places are always found, and any other slip but for one in 1021. A later form of the code would be led by a 2.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from coursewright.sets.model import Asked

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011", "- \t\n")
_LEAD, _PRIME = 1, 1021
_HEAD, _TAIL, _QUESTION = 5, 6, 3
_GROUP = 5


class FingerprintError(ValueError):
    """A code that can't be a fingerprint; the message says why, for the person who typed it."""


@dataclass(frozen=True)
class Fingerprint:
    """What a code says. `questions`, `set`, `identity` and `wording` are digests."""

    letter: str
    minutes: int
    set: int
    questions: tuple[int, ...]
    identity: int
    wording: int


def digest(text: str, signs: int) -> int:
    """The first 5 × `signs` bits of the SHA-256 of a text."""
    return int.from_bytes(sha256(text.encode()).digest()[:4]) >> (32 - 5 * signs)


def fingerprint_of(letter: str, set_id: str, asked: Sequence[Asked]) -> Fingerprint:
    """The fingerprint of a form; `set_id` is empty where the set is not one that the course offers."""
    ids = [item.variant.id for item in asked]
    return Fingerprint(
        letter,
        sum(item.minutes for item in asked),
        digest(set_id, 2),
        tuple(digest(name, _QUESTION) for name in ids),
        identity_of(letter, ids),
        digest("\n".join(f"{item.minutes} {item.variant.text}" for item in asked), 2),
    )


def identity_of(letter: str, ids: Iterable[str]) -> int:
    return digest("\n".join([letter, *ids]), 2)


def write_fingerprint(letter: str, set_id: str, asked: Sequence[Asked]) -> str:
    """The code of a form, in groups of five signs."""
    found = fingerprint_of(letter, set_id, asked)
    parts = [_signs(ord(found.letter) - ord("A"), 1), _signs(found.minutes, 2), _signs(found.set, 2)]
    parts += [_signs(question, _QUESTION) for question in found.questions]
    body = "".join([*parts, _signs(found.identity, 2), _signs(found.wording, 2)])
    code = body + _signs(_check(body), 2)
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def read_fingerprint(code: str) -> Fingerprint:
    """What a code says, or a `FingerprintError` where it was mistyped."""
    signs = code.upper().translate(_ALIKE)
    if strange := next((sign for sign in signs if sign not in ALPHABET), ""):
        raise FingerprintError(f"'{strange}' is never part of a fingerprint.")
    inner = len(signs) - _HEAD - _TAIL
    if inner < _QUESTION or inner % _QUESTION:
        raise FingerprintError(f"A fingerprint has 14, 17, 20 … signs besides hyphens; this one has {len(signs)}.")
    if _number(signs[-2:]) != _check(signs[:-2]) or _number(signs[0]) > 25:
        raise FingerprintError("The fingerprint was mistyped: its signs do not fit together.")
    body = signs[_HEAD : _HEAD + inner]
    questions = tuple(_number(body[at : at + _QUESTION]) for at in range(0, inner, _QUESTION))
    identity, wording = _number(signs[-6:-4]), _number(signs[-4:-2])
    letter = chr(ord("A") + _number(signs[0]))
    return Fingerprint(letter, _number(signs[1:3]), _number(signs[3:5]), questions, identity, wording)


def _check(body: str) -> int:
    value = _LEAD
    for sign in body:
        value = (value * 32 + ALPHABET.index(sign)) % _PRIME
    return value


def _signs(number: int, width: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(width)))


def _number(signs: str) -> int:
    value = 0
    for sign in signs:
        value = value * 32 + ALPHABET.index(sign)
    return value

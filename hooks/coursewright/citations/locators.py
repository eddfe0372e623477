"""Locators: 'p. 33', 'chap. 2' after a key, told apart from the words that follow them, and worded as APA words them.

Method: the words that pandoc knows from its English locale, and what the APA style prints for them (APA 7 §8.13).
"""

import re
from collections.abc import Mapping

from coursewright.citations.model import Locator

_WORDS: Mapping[str, str] = {
    "page": "page pages p. pp.",
    "paragraph": "paragraph paragraphs para. paras. ¶ ¶¶",
    "chapter": "chapter chapters chap. chaps.",
    "section": "section sections sec. secs. § §§",
    "volume": "volume volumes vol. vols.",
    "part": "part parts pt. pts.",
    "book": "book books bk. bks.",
    "figure": "figure figures fig. figs.",
    "column": "column columns col. cols.",
    "folio": "folio folios fol. fols.",
    "issue": "issue issues no. nos.",
    "line": "line lines l. ll.",
    "note": "note notes n. nn.",
    "opus": "opus opera op. opp.",
    "verse": "verse verses v. vv.",
}
LABELS: Mapping[str, str] = {word: label for label, words in _WORDS.items() for word in words.split()}
_ABBREVIATED: Mapping[str, tuple[str, str]] = {"page": ("p.", "pp."), "paragraph": ("para.", "paras.")}
_LABEL = re.compile("|".join(re.escape(word) for word in sorted(LABELS, key=len, reverse=True)), re.I)
_FIRST = frozenset(char for word in LABELS for char in (word[0], word[0].upper()))
_COMMA = re.compile(r"\s*,?\s*")
_BRACED = re.compile(r"\s*,?\s*\{(?P<inner>[^{}]*)\}")
_TOKEN = re.compile(r"(?:,\s*|\s+)?(?P<word>[^\s,;]+)")
_NUMBER = re.compile(r"(?=[^\d]*\d)[\w/–-]+(?:[.:][\w/–-]+)*")
_ROMAN = re.compile(r"[ivxlcdm]+(?:[-–]+[ivxlcdm]+)?", re.I)
_TIME = re.compile(r"\d+:\d\d(?::\d\d)?")
_RANGE = re.compile(r"\s*(?:-+|–)\s*")


def split_locator(text: str) -> tuple[Locator | None, str]:
    """What follows a key into its locator, if it begins with one, and the suffix.

    A bare number is a page. '{…}' bounds a locator that the words alone would not; '{}' says that there is none.
    """
    if not text:
        return None, text
    if braced := _BRACED.match(text):
        inner = braced["inner"].strip()
        label, start = _label(inner, 0)
        value = inner[start:].strip()
        return (Locator(label or "page", value) if value else None), text[braced.end() :]
    comma = _COMMA.match(text)
    label, start = _label(text, comma.end() if comma else 0)
    end = _value_end(text, start, labelled=bool(label))
    if end == start or (not label and _TIME.match(text, start)):
        return None, text
    return Locator(label or "page", text[start:end].strip()), text[end:]


def leading_locator(prefix: str) -> Locator | None:
    """The locator that a prefix is, where all of it is one: 'p. 4,' before a key."""
    if not _LABEL.match(prefix):
        return None
    locator, rest = split_locator(prefix)
    return locator if not rest.strip(" ,") else None


def _label(text: str, at: int) -> tuple[str, int]:
    """The label that stands at an offset, and where its value begins; a word needs a space after it."""
    match = _LABEL.match(text, at) if text[at : at + 1] in _FIRST else None
    if not match or (match[0][-1].isalpha() and not text[match.end() : match.end() + 1].isspace()):
        return "", at
    after = match.end()
    while text[after : after + 1].isspace():
        after += 1
    return LABELS[match[0].lower()], after


def _value_end(text: str, start: int, *, labelled: bool) -> int:
    """Where the run of numbers ends: words with a digit, or at the front a Roman number, joined by commas or spaces."""
    end = start
    while match := _TOKEN.match(text, end):
        word = match["word"].rstrip(".:!?)")
        roman = labelled and end == start and _ROMAN.fullmatch(word)
        if not roman and not _NUMBER.fullmatch(word):
            break
        end = match.start("word") + len(word)
        if word != match["word"]:
            break
    return end


def word_locator(locator: Locator) -> str:
    """A locator as the style words it: 'p. 33', 'pp. 25–29', 'Chapter 2' (APA 7 §8.13)."""
    value, several = word_value(locator), has_several(locator)
    words = _ABBREVIATED.get(locator.label)
    if words:
        return f"{words[several]} {value}"
    plural = "Opera" if locator.label == "opus" else f"{locator.label.capitalize()}s"
    return f"{plural if several else locator.label.capitalize()} {value}"


def word_value(locator: Locator) -> str:
    """The places of a locator without its label: '33', '316–320'."""
    value = _RANGE.sub("–", locator.value)
    return re.sub(r"(\d+)–(\d+)", _expanded, value) if locator.label == "page" else value


def has_several(locator: Locator) -> bool:
    """Whether a locator names more than one place."""
    return bool(re.search(r"[–,&\s]", word_value(locator)))


def _expanded(match: re.Match[str]) -> str:
    """'316–20' in full, '316–320', as the style asks."""
    first, last = match.groups()
    return f"{first}–{first[: len(first) - len(last)]}{last}" if len(last) < len(first) else match[0]

"""Titles in sentence case, names in them protected (APA 7 §6.17, §9.19).

Method: among the words whose first letter says something (not the first of a sentence, not in braces, no small words,
acronyms and names) nearly all are capitalised in a title in title case, and nearly none in sentence case. Capitals that
stand together and end in 'Inventory', 'Act', 'University' are one name. Short titles count only where each capitalised
word is an ordinary one. Titles in other languages are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from coursewright.bibliography.checks.languages import is_english
from coursewright.bibliography.checks.title_ends import check_end
from coursewright.bibliography.checks.title_tokens import Word, words
from coursewright.bibliography.checks.title_words import HEADS, PAIRS, PEOPLES, PLACE_WORDS, is_ordinary
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_EXEMPT = frozenset(
    "periodical suppperiodical jurisdiction legal legislation software dataset patent standard proceedings"
    " mvproceedings artwork music image audio performance set xdata control bibnote".split()
)
_CHAPTERS = ("incollection", "inbook", "suppbook", "suppcollection", "bookinbook")
_EDITION = re.compile(r"\s*\((?:\w+|\d+\.)\s+(?:ed|edn|edition)\b\.?\)(?=\}*\Z)")
_ALL_BRACED = re.compile(r"\{(?P<title>(?:[^{}]|\{[^{}]*+\})*+)\}")
_SMALL_START = re.compile(r"(?P<word>[a-z]{4,})(?= [\w{])")
_SMALL_SUBTITLE = re.compile(r"(?<=[a-z]{3}: )(?P<word>[a-z]+)(?= [\w{])")
_LINKS = frozenset("Of In And For To On With From By At".split())
"""Words that no sentence in sentence case capitalises; 'The' may begin a name."""


def check_titles(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `title` and `subtitle`, for chapters `booktitle` too."""
    names = ("title", "subtitle", "booktitle", "booksubtitle") if entry.kind in _CHAPTERS else ("title", "subtitle")
    fields = [field for name in names if (field := entry.field(name)) and field.value]
    for field in fields:
        yield from check_end(entry, field)
        if entry.kind not in _EXEMPT and is_english(entry, field):
            yield from _check_case(field)


def _check_case(field: Field) -> Iterator[Diagnostic]:
    if is_all_capitals(field.value):
        message, hint = "The title is written in capitals.", "write it in sentence case, names with their capitals"
        yield Diagnostic(Rule.TITLE_CASE, _whole(field), message, hint)
    elif is_title_case(field.value):
        message = "The title is in title case; APA wants sentence case."
        short = len(field.value) < 1000  # a longer one is no title
        hint = f"write '{sentence_case(field.value)}', names with their capitals" if short else "look at its braces"
        yield Diagnostic(Rule.TITLE_CASE, _whole(field), message, hint, mended=True)
    elif (braced := _ALL_BRACED.fullmatch(field.value)) and _is_raised_with_subtitle(braced["title"]):
        message = "The title is in title case, and its braces keep it so; APA wants sentence case."
        hint = f"write '{sentence_case(braced['title'])}', braces round names alone"
        yield Diagnostic(Rule.TITLE_CASE, _whole(field), message, hint, Severity.ADVICE)
    elif (first := _SMALL_START.match(field.value)) and is_ordinary(first["word"].title()):
        message, hint = "The title begins with a small letter.", f"write '{first['word'].title()}'"
        yield Diagnostic(Rule.TITLE_CASE, field.phrase.place(*first.span("word")), message, hint)
    else:
        yield from _check_names(field)


def _check_names(field: Field) -> Iterator[Diagnostic]:
    """In a title in sentence case: the letter after the colon, names in small letters, and names without braces."""
    if second := _SMALL_SUBTITLE.search(field.value):
        message, hint = "The subtitle begins with a small letter.", f"APA 7 writes '{second['word'].title()}'"
        place = field.phrase.place(*second.span("word"))
        yield Diagnostic(Rule.TITLE_CASE, place, message, hint, Severity.ADVICE, mended=True)
    if lowered := next((word.text for word in words(field.value) if word.text in PEOPLES), ""):
        message, hint = f"'{lowered}' is a name.", f"write '{lowered.title()}', in braces"
        match = re.search(rf"\b{lowered}\b", field.value)
        place = field.phrase.place(*match.span()) if match else _whole(field)
        yield Diagnostic(Rule.TITLE_CASE, place, message, hint)
    if kept := unprotected(field.value):
        several = len(kept) > 1
        message = f"{'These names stand' if several else 'This name stands'} without braces: {', '.join(kept)}."
        hint = f"write {{{kept[0]}}}: some programs would print '{kept[0].lower()}'"
        yield Diagnostic(Rule.CAPITAL_KEPT, _whole(field), message, hint)


def _whole(field: Field) -> Place:
    return field.phrase.place(0, len(field.value))


def is_all_capitals(value: str) -> bool:
    """Whether a title of several words has capital letters alone."""
    free = [word for word in words(value) if not word.kept and word.text.isalpha()]
    letters = "".join(word.text for word in free)
    return len(free) > 2 and len(letters) > 12 and letters.isupper() and any(word.small for word in free)


def is_title_case(value: str) -> bool:
    """Whether an English title, as typed in BibTeX, is in title case; its subtitle alone may be."""
    read = words(_EDITION.sub("", value))
    counted = [word for word in _without_names(read) if word.counts]
    capitals = [word for word in counted if word.capital]
    ordinary = sum(is_ordinary(word.text) for word in capitals)
    small = len(counted) - len(capitals)
    if ordinary >= 2 and any(word.text in _LINKS and not word.starts for word in read):
        return True
    if small and _is_subtitle_raised(counted):
        return True
    if small == 0:
        return bool(capitals) and (ordinary * 2 >= len(capitals) or (len(capitals) > 3 and ordinary > 0))
    return len(capitals) >= 3 and ordinary >= 2 and len(capitals) >= 0.6 * len(counted) and _scattered(counted)


def _is_subtitle_raised(counted: Sequence[Word]) -> bool:
    """Whether small letters end with the title, and three or more ordinary words with capitals follow."""
    runs = [(capital, [*run]) for capital, run in groupby(counted, lambda word: word.capital)]
    last = runs[-1][1]
    return len(runs) == 2 and runs[-1][0] and len(last) >= 3 and all(is_ordinary(word.text) for word in last)


def _is_raised_with_subtitle(title: str) -> bool:
    """Whether a title is in title case and has a subtitle, as no name does that braces may keep."""
    return ": " in title and is_title_case(title)


def _scattered(counted: Sequence[Word]) -> bool:
    """Whether capitals and small letters mix; one run of capitals among words in small letters is a name."""
    runs = [capital for capital, _ in groupby(word.capital for word in counted)]
    return runs.count(True) > 1 or sum(word.capital for word in counted) >= 4 * sum(
        not word.capital for word in counted
    )


def _without_names(title: Sequence[Word]) -> list[Word]:
    """The words without runs of capitals that end in a word such as 'Inventory'; a run is joined by blanks alone."""
    left: list[Word] = []
    run: list[Word] = []
    for word in title:
        if word.capital and not word.small and (word.joined or not run):
            run.append(word)
        else:
            left += _kept(run)
            run = [word] if word.capital and not word.small else []
            left += [] if run else [word]
    return left + _kept(run)


def _kept(run: list[Word]) -> list[Word]:
    """What counts of a run of capitals: nothing that belongs to a name of several words."""
    heads = [place for place, word in enumerate(run) if word.text in HEADS and place]
    if heads and (heads[-1] > 1 or not run[0].starts or not is_ordinary(run[0].text)):
        return run[heads[-1] + 1 :]
    return [word for place, word in enumerate(run) if not any(_is_pair(run[at : at + 2]) for at in (place - 1, place))]


def _is_pair(pair: Sequence[Word]) -> bool:
    """Whether two words are a name: 'Red Cross', 'New Orleans'."""
    texts = [word.text for word in pair]
    begins = len(pair) == 2 and texts[0] in PLACE_WORDS and not is_ordinary(texts[1])
    return begins or " ".join(texts) in PAIRS


def sentence_case(value: str) -> str:
    """A title with small letters where title case has capitals; braces, acronyms and known names stay."""
    free = {word.text for word in words(value) if word.capital and (word.counts or word.small) and not word.starts}
    pattern = re.compile(r"(?<=[\s\-/(])[^\W\d_][\w'’]*")
    lowered = {part for text in free for part in text.split("-")}
    return pattern.sub(lambda match: _lower(value, match, lowered), value)


def _lower(value: str, match: re.Match[str], lowered: set[str]) -> str:
    before = value[: match.start()].rstrip()
    starts = before.endswith((":", ".", "?", "!", "“", "``", "(", "—", "--"))
    inside = before.count("{") > before.count("}")
    return match[0] if starts or inside or match[0] not in lowered else match[0].lower()


def unprotected(value: str) -> list[str]:
    """Capitals inside a title in sentence case that no braces keep: names and acronyms."""
    free = [word for word in words(value) if not word.starts and "\x00" not in word.text]
    found = [word.text for word in free if len(word.text) > 1 or word.joined]
    kept = [text for text in found if any(char.isupper() for char in text) and text not in ("I", "A")]
    return list(dict.fromkeys(kept))

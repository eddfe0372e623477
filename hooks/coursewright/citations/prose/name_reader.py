"""Names of authors as they stand before a year, read from their end: 'van der Kolk', 'C. R. Rogers and Dymond'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursewright.citations.prose.around import FUNCTION, LEADS
from coursewright.citations.prose.given_names import GIVEN
from coursewright.citations.prose.name_form import is_name
from coursewright.citations.prose.names import AND, OTHERS, SELF, Name, Names, is_possessive, without_possessive
from coursewright.citations.prose.tokens import Token

_CAPITALS = re.compile(r"[^\W\d_a-z][^\W\d_a-z’'-]{3,}")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[-‐–]?){1,4}")
_BARE_INITIALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{1,3}")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)")
PARTICLES = frozenset(
    "van von der den de la le las los del della dei des du di da das do dos el al ter ten te zu zur zum vom af av bin "
    "ibn ben bat abu abd st ’t 't mac".split()
)
_WHOSE = frozenset("his her their two three four several other many".split())
_OPENERS = FUNCTION | LEADS
_AT = frozenset("in at from near to of".split())


def read_names(tokens: Sequence[Token], *, listed: bool = False, led: bool = False) -> Names | None:
    """The names that the tokens end with; `listed` where commas alone may join them, as inside parentheses.

    `led`: the first may stand behind 'in' or 'from', where a place mostly does: 'in Smith, Jones and Lee'.
    """
    found = _Reader(tokens, led).read(listed=listed)
    if found is None and tokens and _CAPITALS.fullmatch(tokens[-1].text):
        lowered = [token._replace(text=token.text.title()) if token.text.isupper() else token for token in tokens]
        shouted = _Reader(lowered).read(listed=listed)
        several = shouted and (shouted.joined or shouted.et_al or len(shouted.names) > 1)
        return shouted if several or (listed and _VOWEL.search(tokens[-1].text)) else None
    return found


@dataclass
class _Reader:
    tokens: Sequence[Token]
    led: bool = False

    def read(self, *, listed: bool) -> Names | None:
        tokens, at = self.tokens, len(self.tokens) - 1
        if at < 0:
            return None
        if at and tokens[at].low in SELF and tokens[at - 1].open:
            at -= 1
        end, last = tokens[-1].end, tokens[at]
        text, possessive = without_possessive(last)
        at, et_al = self._others(at, text)
        if et_al:
            text = tokens[at].text if at >= 0 else ""
        found = []
        name = self._name(at, text)
        bare = False
        if name is None:
            name = self._inverted(at)
        if name is None and (et_al or listed):
            name, bare = self._initialled(at), True
        if name is None:
            return None
        found.append(name[0])
        at, joined = name[1], False
        while (more := self._previous(at, listed=listed, joined=joined or et_al)) is not None:
            previous, at, by_and = more
            found.append(previous)
            joined = joined or by_and
        if bare and len(found) == 1 and not et_al:
            return None  # 'Malcolm X', 'Henry V'
        names = tuple(reversed(found))
        lone = not et_al and last.tail.startswith(("*", "_")) and not last.tail.startswith(("**", "__"))
        return Names(names, names[0].start, end, at + 1, et_al, joined, possessive, lone)

    def _others(self, at: int, text: str) -> tuple[int, bool]:
        """Where the names end that 'et al.' or 'and colleagues' follow."""
        tokens = self.tokens
        if text.lower() in ("al", "al.") and at >= 1 and tokens[at - 1].low.rstrip(".") in ("et", "&", "and"):
            return at - 2, True
        if text.lower().rstrip(".") == "u.a":
            return at - 1, True
        if text == "a" and at >= 1 and tokens[at - 1].text == "u":
            return at - 2, True
        if text.lower() in OTHERS and at >= 2:
            step = 3 if tokens[at - 1].low in _WHOSE else 2
            if tokens[at - step + 1].low in AND:
                return at - step, True
        return at, False

    def _previous(self, at: int, *, listed: bool, joined: bool) -> tuple[Name, int, bool] | None:
        """The name before one that begins after token `at`: joined by 'and', or by a comma where a list goes on."""
        tokens = self.tokens
        if at < 0:
            return None
        by_and = tokens[at].low in AND and not tokens[at].lead
        by_slash = tokens[at].tail == "/"
        if by_and:
            at -= 1
        elif not by_slash and (tokens[at].mark != "," or not (listed or joined)):
            return None
        by_and = by_and or by_slash
        if at < 0 or tokens[at].mark not in ("", ",", "/") or (not (by_and or self.led) and self._is_setting(at)):
            return None
        name = self._name(at, tokens[at].text, inner=True)
        found = name or self._inverted(at) or self._initialled(at)
        return (*found, by_and) if found else None

    def _is_setting(self, at: int) -> bool:
        """Whether a place is named: 'In Oslo, Smith and Jones'; but 'according to Oslo, Smith and Jones'."""
        return at >= 1 and self.tokens[at - 1].low in _AT and (at == 1 or self.tokens[at - 2].low != "according")

    def _name(self, at: int, text: str, *, inner: bool = False) -> tuple[Name, int] | None:
        """The name that ends at token `at`, and the index before it; `text` is the token without a possessive."""
        tokens = self.tokens
        if at >= 1 and _SUFFIX.fullmatch(text) and tokens[at - 1].mark in ("", ","):
            at, text = at - 1, tokens[at - 1].text
        if at < 0 or not is_name(text) or text.lower() in FUNCTION:
            return None
        start, at, surname = tokens[at].start, at - 1, text
        if not _stops(tokens[at + 1]):
            while (
                at >= 0
                and tokens[at].open
                and tokens[at].low.rstrip(".") in PARTICLES
                and not is_sentence_word(tokens, at)
            ):
                surname, start, at = f"{tokens[at].text} {surname}", tokens[at].start, at - 1
                if _stops(tokens[at + 1]):
                    break
        given, initials = list[str](), False
        while at >= 0 and not _stops(tokens[at + 1]) and len(given) < 4 and self._is_given(at):
            initials = initials or len(tokens[at].text.rstrip(".")) == 1 or "." in tokens[at].text + tokens[at].tail
            given.append(tokens[at].text + tokens[at].mark)
            start, at = tokens[at].start, at - 1
        return Name(surname, " ".join(reversed(given)), initials, start), at

    def _is_given(self, at: int) -> bool:
        token = self.tokens[at]
        mark = token.mark
        if _are_initials(token.text):
            return mark == "." or (mark == "" and (len(token.text) > 1 or token.text not in "AI"))
        return (
            mark == ""
            and is_name(token.text)
            and not is_possessive(token)
            and token.low not in FUNCTION
            and not is_sentence_word(self.tokens, at)
        )

    def _inverted(self, at: int) -> tuple[Name, int] | None:
        """'Rogers, C. R.': initials, and before them a surname with a comma."""
        tokens, first = self.tokens, at
        while at > max(-1, first - 4) and _are_initials(tokens[at].text) and tokens[at].mark[:1] == ".":
            at -= 1
        if at < 0 or at == first or not (tokens[at].mark == "," or (tokens[at].mark == "" and first - at > 1)):
            return None
        name = self._name(at, tokens[at].text)
        if name is None or name[0].given:
            return None
        given = " ".join(token.text + "." for token in tokens[at + 1 : first + 1])
        return Name(name[0].surname, given, True, name[0].start), name[1]

    def _initialled(self, at: int) -> tuple[Name, int] | None:
        """'Rogers CR': a surname, and initials without full stops behind it."""
        tokens = self.tokens
        if at < 1 or not _BARE_INITIALS.fullmatch(tokens[at].text) or tokens[at - 1].mark:
            return None
        name = self._name(at - 1, tokens[at - 1].text)
        if name is None or name[0].given:
            return None
        return Name(name[0].surname, tokens[at].text, True, name[0].start), name[1]


def _are_initials(text: str) -> bool:
    return text.replace(".", "").isupper() and _INITIALS.fullmatch(text) is not None


def is_sentence_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token opens a sentence and is no part of a name: an adverb, or a word from the list."""
    token = tokens[at]
    return token.low in _OPENERS or (token.low.endswith("ly") and token.low not in GIVEN and opens(tokens, at))


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the first of its sentence, as far as can be seen."""
    return (
        at == 0 or tokens[at - 1].tail[-1:] in (".", "?", "!", ":") or not any(c.isalnum() for c in tokens[at - 1].text)
    )


def _stops(token: Token) -> bool:
    """Whether a mark before the token ends the run of names."""
    return bool(token.lead.strip("*_"))

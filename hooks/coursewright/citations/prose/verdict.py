"""Whether names and a year are a citation: what is unmistakable, what needs a word beside it, what is never one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coursewright.citations.prose.around import (
    DEEDS,
    DETERMINERS,
    FUNCTION,
    OBJECTS,
    SCHOLARS,
    TITLES,
    VERBS,
    WORK_NOUNS,
)
from coursewright.citations.prose.matching import Candidates
from coursewright.citations.prose.names import Names
from coursewright.citations.prose.not_authors import ADJECTIVES, NEVER, PAIRS, PLACES, THINGS, is_doubtful
from coursewright.citations.prose.tokens import Token

_BY = frozenset("by see following cf per and unlike like after to with".split())
_WHEN = frozenset("in since by until till from of last this next early mid late before after during on for".split())


@dataclass(frozen=True)
class Context:
    """Around names and a year.

    `strong`: a letter, several years, a page, 'see'; `comma`: a comma before the year; `after`: what follows the
    brackets of a narrative citation.
    """

    strong: bool
    comma: bool
    narrative: bool
    after: str = ""


@dataclass(frozen=True)
class Evidence:
    """What speaks for a citation: works that fit, marks of form, and the words around it.

    `exact`: a work of these authors and this year is in the bibliography; `before`: tokens before the names.
    """

    names: Names
    works: Candidates
    exact: bool
    around: Context
    before: Sequence[Token]
    is_plain: Callable[[str], bool]


def is_citation(found: Evidence) -> bool:
    """The verdict."""
    names, before = found.names, found.before
    surnames = [name.surname for name in names.names]
    previous = before[-1].low.rstrip(".") if before else ""
    if previous in ("v", "vs", "versus", "©", "c") or _is_legal(before) or _is_copyright(before):
        return False
    if found.exact:
        return True
    if all(surname.lower() in NEVER for surname in surnames) or _is_pair(names):
        return surnames in (["May"], ["March"]) and _does(found) and previous not in _WHEN
    if not found.around.comma and not found.around.narrative and surnames[-1].lower() in NEVER:
        return False  # '(Smith, May 2010)' is a date
    if names.emphasised or previous in OBJECTS or DEEDS.match(found.around.after):
        return False
    if previous in DETERMINERS and not (found.around.narrative and WORK_NOUNS.match(found.around.after)):
        return False
    if _is_in_title(before) and not found.works.all:
        return False
    if previous == "of" and len(before) > 1 and is_doubtful(before[-2].text) and before[-2].text[:1].isupper():
        return False  # 'Treaty of Versailles'
    doubts = [is_doubtful(surname) or found.is_plain(surname) for surname in surnames]
    doubtful = all(doubts)
    if names.et_al or (names.joined and not any(doubts)):
        return True
    if names.joined and sum(doubts) * 2 < len(doubts):
        return True
    if names.joined and not doubtful:
        return (
            found.around.strong
            or previous in _BY
            or found.around.comma
            or bool(found.works.all)
            or _does(found)
            or names.possessive
        )
    return _is_person(found, doubtful, previous)


def _is_in_title(before: Sequence[Token]) -> bool:
    """Whether a small word with a capital stands before the name inside a sentence: 'Good Will Hunting'."""
    if not before or not before[-1].open or before[-1].low in TITLES or SCHOLARS.match(before[-1].low):
        return False
    word = before[-1].text
    return (
        word.istitle()
        and word.lower() in FUNCTION
        and len(before) > 1
        and before[-2].open
        and before[-2].text.istitle()
    )


def _does(found: Evidence) -> bool:
    """Whether what follows is what authors do."""
    return found.around.narrative and bool(VERBS.match(found.around.after))


def _is_person(found: Evidence, doubtful: bool, previous: str) -> bool:
    """One name, or several that commas or nothing join."""
    name, known = found.names.names[-1], bool(found.works.all)
    spoken = (
        _does(found)
        or bool(SCHOLARS.match(previous))
        or (previous == "to" and _before(found, 2).startswith("according"))
    )
    if known and not doubtful:
        return True
    if any(each.initials for each in found.names.names) and not doubtful:
        return True
    owned = found.names.possessive and bool(WORK_NOUNS.match(found.around.after))
    if name.given and not known and _is_title(name.given, name.surname):
        return False
    if doubtful:
        if not known and (name.surname.lower() in THINGS or previous in _WHEN):
            return False
        sure = found.around.strong and found.around.comma and not is_doubtful(name.surname)
        return (spoken or owned or sure) and (len(found.names.names) == 1 or known)
    if name.given:
        return (
            spoken
            or owned
            or found.around.strong
            or (found.names.possessive and found.around.narrative)
            or _is_double(name.given + name.surname)
        )
    return True


def _is_title(given: str, surname: str) -> bool:
    """Whether capitalised words are a title or a body rather than a person: 'Basic Books', 'Good Will Hunting'."""
    words = given.split()
    plain = is_doubtful(surname) and surname.lower() not in PLACES
    return plain or any(word.lower() in ADJECTIVES or is_doubtful(word) for word in words)


def _before(found: Evidence, back: int) -> str:
    return found.before[-back].low if len(found.before) >= back else ""


def _is_double(name: str) -> bool:
    """'García Márquez', 'Hernández López': a double surname, not a given name and a surname."""
    return any(ord(char) > 127 for char in name)


def _is_legal(before: Sequence[Token]) -> bool:
    """Whether the names are the end of a case's name: 'Brown v. Board of Education'."""
    return any(token.low in ("v", "vs") and token.tail.startswith(".") for token in before[-5:])


def _is_copyright(before: Sequence[Token]) -> bool:
    return any("©" in token.lead + token.text or token.low == "copyright" for token in before[-3:])


def _is_pair(names: Names) -> bool:
    return len(names.names) == 2 and "&".join(name.surname.lower() for name in names.names) in PAIRS

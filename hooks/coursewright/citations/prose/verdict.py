"""Whether names and a year are a citation: what is unmistakable, what needs a word beside it, what is never one."""

import re

from coursewright.citations.prose.around import ACTS, OBJECTS, SCHOLARS, WORK_NOUNS
from coursewright.citations.prose.evidence import BY, Evidence
from coursewright.citations.prose.given_names import GIVEN
from coursewright.citations.prose.not_authors import ADJECTIVES, PLACES, THINGS, is_doubtful
from coursewright.citations.prose.not_cited import (
    WHEN,
    is_dated,
    is_elsewhere,
    is_month_of_a_name,
    is_never_cited,
    is_other,
)

_SHOWN = OBJECTS | frozenset("cover is was are were".split())
_SAID = r"(?:objection|argument|critique|criticism|remark|proposal|observation|suggestion|claim)s?\Z"
_ADJECTIVAL = re.compile(r".*(?:ical|ional|itive|ative)\Z")


def is_citation(found: Evidence) -> bool:
    """The verdict."""
    if is_never_cited(found):
        return False
    if found.exact or all(year.lower().startswith("n") for year in found.years):
        return True
    if is_dated(found):
        return is_month_of_a_name(found)
    if is_other(found):
        return False
    if found.names.et_al:
        return True
    if is_elsewhere(found):
        return False
    return _is_group(found) if found.names.joined else _is_person(found)


def _is_group(found: Evidence) -> bool:
    """Names that 'and' joins: they are authors unless most are other words."""
    doubts = found.doubts()
    if not any(doubts) or sum(doubts) * 2 < len(doubts):
        return True
    if all(doubts):
        return _is_person(found)
    if found.known or found.around.strong or found.does or found.names.possessive or found.previous in BY:
        return True
    return found.around.comma and not any(surname.lower() in THINGS for surname in found.surnames)


def _is_person(found: Evidence) -> bool:
    """One name, or several that commas or nothing join."""
    name, around, doubtful = found.names.names[-1], found.around, all(found.doubts())
    initials = any(each.initials for each in found.names.names)
    if (found.known or initials) and not doubtful:
        return True
    if name.given and not found.known and _is_title(name.given, name.surname):
        return False
    owned = found.names.possessive and bool(re.match(WORK_NOUNS, around.after))
    spoken_of = _is_spoken_of(found)
    spoken = (found.says if doubtful else found.does) or spoken_of
    if doubtful:
        if not found.known and (name.surname.lower() in THINGS or (found.previous in WHEN and not spoken_of)):
            return False
        sure = around.strong and around.comma and not is_doubtful(name.surname)
        return (spoken or owned or sure) and (len(found.names.names) == 1 or found.known)
    spoken = spoken or (_is_called(name.given) and not (around.captions or found.shown in _SHOWN))
    double = any(ord(char) > 127 for char in name.given + name.surname)  # 'García Márquez'
    possessive = found.names.possessive and around.narrative
    acts = (found.opens or found.follows_work) and around.narrative and bool(re.match(ACTS, around.after))
    return not name.given or spoken or owned or acts or around.strong or possessive or double


def _is_spoken_of(found: Evidence) -> bool:
    """'psychologist Carl Rogers', 'according to Carl Rogers', 'remarks by Carl Rogers', 'scholars such as he'."""
    words = [token.low for token in found.before[-3:]]
    written = words[-1:] == ["by"] and any(re.match(pattern, "".join(words[-2:-1])) for pattern in (_SAID, WORK_NOUNS))
    if words[-2:] == ["according", "to"] or written:
        return True
    example = 2 if words[-2:] == ["such", "as"] else int(words[-1:] == ["like"])
    return any(re.match(SCHOLARS, word) for word in words[: len(words) - example][-1:])


def _is_called(given: str) -> bool:
    """Whether a name begins as persons' names do."""
    return bool(given) and given.split()[0].lower() in GIVEN


def _is_title(given: str, surname: str) -> bool:
    """Whether capitalised words are a title or a body rather than a person: 'Basic Books', 'Annual Review'."""
    words = given.split()
    plain = is_doubtful(surname) and surname.lower() not in PLACES
    return plain or any(
        word.lower() in ADJECTIVES or (is_doubtful(word) and word.lower() not in GIVEN) or _ADJECTIVAL.match(word)
        for word in words
    )

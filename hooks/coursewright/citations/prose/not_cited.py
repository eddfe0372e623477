"""Whether names and a year are something else: a case, a film, a person's life, a place, an event."""

import re
from collections.abc import Sequence

from coursewright.citations.prose.around import (
    DEEDS,
    DETERMINERS,
    FUNCTION,
    OBJECTS,
    SCHOLARS,
    SUFFERS,
    TITLES,
    WORK_NOUNS,
)
from coursewright.citations.prose.both_sides import (
    after_list,
    is_listed_with_things,
    is_of_another_field,
    listed_before,
)
from coursewright.citations.prose.evidence import Evidence
from coursewright.citations.prose.given_names import ALONE, GIVEN
from coursewright.citations.prose.names import Names, is_possessive
from coursewright.citations.prose.not_authors import NEVER, PAIRS, TALES, is_doubtful
from coursewright.citations.prose.tokens import Token

_PLAIN = re.compile(r"[A-Z][a-z]+")
_CALLED = frozenset("mr mrs ms miss".split())
_BEATEN = OBJECTS | frozenset("beat beats defeated overcame thrashed elected married crowned".split())
_PRODUCT = re.compile(r"[a-z]+[A-Z]\w*")  # 'macOS', 'iPhone'
_LINKS = frozenset("of to for and in on the &".split())
WHEN = frozenset("in since by until till from of last this next early mid late before after during on for".split())
"""What stands before dates."""


def is_never_cited(found: Evidence) -> bool:
    """Whether it is a case or a copyright, whatever else speaks for it."""
    return _is_legal(found.before) or _is_copyright(found.before)


def is_dated(found: Evidence) -> bool:
    """Whether the names are a month, a numbered thing or a firm: 'March (2010)', 'Figure 2 (2010)', 'Faber & Faber'."""
    return all(surname.lower() in NEVER for surname in found.surnames) or _is_pair(found.names)


def is_month_of_a_name(found: Evidence) -> bool:
    """Whether the month is an author all the same: '(May, 1977)', 'March (1991) sets'."""
    cited = found.around.comma and found.surnames == ["May"] and not found.before
    return cited or (found.surnames in (["May"], ["March"]) and found.does and found.previous not in WHEN)


def is_other(found: Evidence) -> bool:
    """Whether the names are a title, a first name, a thing, or the subject of events."""
    named = _is_tale(found.names) or _is_called_by_first_name(found)
    return named or _is_said_of_a_thing(found) or _is_in_title(found) or _is_subject_of_events(found)


def _is_legal(before: Sequence[Token]) -> bool:
    """Whether the names are the end of a case's name: 'Brown v. Board of Education', 'In re Gault'."""
    versus = any(token.low in ("v", "vs") and token.tail.startswith(".") for token in before[-5:])
    return versus or (bool(before) and before[-1].low in ("v", "vs", "versus", "re"))


def _is_copyright(before: Sequence[Token]) -> bool:
    signs = any("©" in token.lead + token.text or token.low == "copyright" for token in before[-3:])
    return signs or (bool(before) and before[-1].low == "c")


def _is_pair(names: Names) -> bool:
    return len(names.names) == 2 and "&".join(name.surname.lower() for name in names.names) in PAIRS


def _is_tale(names: Names) -> bool:
    """Whether the names are the title of a novel or a film: 'Jane Eyre'."""
    name = names.names[-1]
    return len(names.names) == 1 and f"{name.given} {name.surname}".lower() in TALES


def _is_called_by_first_name(found: Evidence) -> bool:
    """Whether people are called by given names, as clients and students are: '(Lena, 2019)', 'Tom and Mia (2020)'."""
    if found.known or found.around.strong or found.names.et_al or found.says:
        return False
    alone = [not name.given and name.surname.lower() in ALONE for name in found.names.names]
    given = [not name.given and name.surname.lower() in GIVEN for name in found.names.names]
    return any(alone) and 3 * sum(given) >= 2 * len(given)


def _is_said_of_a_thing(found: Evidence) -> bool:
    """Whether a word beside the names says that they are no author: 'the film Jaws (1975)', '(Smith, May 2010)'."""
    around = found.around
    if not around.comma and not around.narrative and not found.known:
        listed = len(found.surnames) > 1 and not found.names.joined
        if found.surnames[-1].lower() in NEVER or (listed and is_doubtful(found.surnames[-1])):
            return True
    if found.names.emphasised or found.previous in _BEATEN or re.match(DEEDS, after_list(around.after).lstrip(", ")):
        return True
    if found.previous in _CALLED and not found.known and not found.says:
        return True
    if found.before and not found.known and _is_owner_or_caption(found.before[-1]):
        return True
    if found.previous == "that" and (found.names.et_al or found.does):
        return False
    return found.previous in DETERMINERS and not (around.narrative and re.match(WORK_NOUNS, around.after))


def _is_owner_or_caption(token: Token) -> bool:
    """Whether the word before a name makes it a thing: 'Mozart's Requiem', 'Music: Bach'."""
    caption = token.mark == ":" and token.low in OBJECTS
    return caption or (is_possessive(token) and not token.mark.strip("'’"))


def _is_in_title(found: Evidence) -> bool:
    """Whether unknown names end a title: 'Good Will Hunting', 'Treaty of Versailles', 'Access to Therapies'."""
    if found.known or len(found.before) < 2 or not found.before[-1].open or not found.before[-2].open:
        return False
    last, other = found.before[-1], found.before[-2]
    if _PRODUCT.fullmatch(last.text):
        return True
    if last.low in _LINKS and other.text[:1].isupper():
        sentence = len(found.before) == 2 or found.before[-3].tail[-1:] in (".", "?", "!")
        return is_doubtful(other.text) or (not sentence and other.low not in FUNCTION)
    small = last.text.istitle() and last.low in FUNCTION and last.low not in TITLES and not re.match(SCHOLARS, last.low)
    return small and (other.text.istitle() or other.low in FUNCTION)


def _is_subject_of_events(found: Evidence) -> bool:
    """Whether one unknown name opens a sentence and does what no author does, or nothing: 'Grenfell (2017) burned'."""
    names, around = found.names, found.around
    if not around.narrative or len(names.names) > 1 or names.et_al or not (found.opens or listed_before(around.before)):
        return False
    if around.strong or found.known or names.possessive or not _PLAIN.fullmatch(found.surnames[0]):
        return False
    if names.names[0].initials:
        return False
    if not around.after:
        return True
    after = after_list(around.after)
    return not (found.does or re.match(WORK_NOUNS, after)) and bool(re.match(SUFFERS, after))


def is_elsewhere(found: Evidence) -> bool:
    """Whether one unknown name stands where films, matches, cases or places are spoken of."""
    around = found.around
    if not around.narrative or found.known or around.strong or found.names.joined or found.names.et_al or found.says:
        return False
    if found.names.possessive or any(name.initials for name in found.names.names):
        return False
    if _is_early(found) or is_listed_with_things(around):
        return True
    return is_of_another_field(around.before, found.previous)


def _is_early(found: Evidence) -> bool:
    """Whether all years are those of events: before printed works were many."""
    return all(year[:4] < "1600" for year in found.years if year[:4].isdigit())

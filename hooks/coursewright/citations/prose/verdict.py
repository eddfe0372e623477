"""Whether names and a year are a citation: what is unmistakable, what needs a word beside it, what is never one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coursewright.citations.prose.around import (
    ACTS,
    DEEDS,
    DETERMINERS,
    FUNCTION,
    OBJECTS,
    SCHOLARS,
    SPEECH,
    SUFFERS,
    TITLES,
    VERBS,
    WORK_NOUNS,
)
from coursewright.citations.prose.both_sides import (
    Context,
    after_list,
    is_listed_with_things,
    is_of_another_field,
    listed_before,
)
from coursewright.citations.prose.matching import Candidates
from coursewright.citations.prose.names import Names
from coursewright.citations.prose.not_authors import ADJECTIVES, NEVER, PAIRS, PLACES, THINGS, is_doubtful
from coursewright.citations.prose.tokens import Token

_PLAIN = re.compile(r"[A-Z][a-z]+")
_BY = frozenset("by see following cf per and unlike like after to with".split())
_WHEN = frozenset("in since by until till from of last this next early mid late before after during on for".split())
_BEATEN = frozenset("beat beats defeated overcame thrashed elected married crowned".split())
_SAID = re.compile(r"(?:objection|argument|critique|criticism|remark|proposal|observation|suggestion|claim)s?\Z")
_LINKS = frozenset("of to for and in on the &".split())
_ADJECTIVAL = re.compile(r".*(?:ical|ional|itive|ative)\Z")


@dataclass(frozen=True)
class Evidence:
    """What speaks for a citation: works that fit, marks of form, and the words around it.

    `exact`: a work of these authors and this year is in the bibliography; `before`: tokens before the names.
    """

    names: Names
    years: Sequence[str]
    works: Candidates
    exact: bool
    around: Context
    before: Sequence[Token]
    is_plain: Callable[[str], bool]

    @property
    def known(self) -> bool:
        return bool(self.works.all)

    @property
    def surnames(self) -> list[str]:
        return [name.surname for name in self.names.names]

    @property
    def previous(self) -> str:
        """The word before the names, if no mark parts them."""
        return self.before[-1].low if self.before and self.before[-1].open else ""

    @property
    def opens(self) -> bool:
        """Whether the names open their sentence."""
        return not self.before or self.before[-1].tail[-1:] in (".", "?", "!") or not self.before[-1].text

    @property
    def says(self) -> bool:
        """Whether what follows is what only authors do."""
        return self.around.narrative and bool(SPEECH.match(self.around.after))

    @property
    def does(self) -> bool:
        """Whether what follows is what authors do."""
        return self.around.narrative and bool(VERBS.match(self.around.after))

    def doubts(self) -> list[bool]:
        """For each surname whether it is more likely another kind of word."""
        return [is_doubtful(surname) or self.is_plain(surname) for surname in self.surnames]


def is_citation(found: Evidence) -> bool:
    """The verdict."""
    if _is_legal(found.before) or _is_copyright(found.before):
        return False
    if found.exact:
        return True
    if all(surname.lower() in NEVER for surname in found.surnames) or _is_pair(found.names):
        return found.surnames in (["May"], ["March"]) and found.does and found.previous not in _WHEN
    if _is_said_of_a_thing(found) or _is_in_title(found) or _is_subject_of_events(found):
        return False
    if found.names.et_al:
        return True
    if _is_of_another_field(found):
        return False
    return _is_group(found) if found.names.joined else _is_person(found)


def _is_legal(before: Sequence[Token]) -> bool:
    """Whether the names are the end of a case's name: 'Brown v. Board of Education', 'In re Gault'."""
    versus = any(token.low in ("v", "vs") and token.tail.startswith(".") for token in before[-5:])
    return versus or (bool(before) and before[-1].low in ("v", "vs", "versus", "re"))


def _is_copyright(before: Sequence[Token]) -> bool:
    signs = any("©" in token.lead + token.text or token.low == "copyright" for token in before[-3:])
    return signs or (bool(before) and before[-1].low == "c")


def _is_pair(names: Names) -> bool:
    return len(names.names) == 2 and "&".join(name.surname.lower() for name in names.names) in PAIRS


def _is_said_of_a_thing(found: Evidence) -> bool:
    """Whether a word beside the names says that they are no author: 'the film Jaws (1975)', '(Smith, May 2010)'."""
    around = found.around
    if not around.comma and not around.narrative and not found.known:
        listed = len(found.surnames) > 1 and not found.names.joined
        if found.surnames[-1].lower() in NEVER or (listed and is_doubtful(found.surnames[-1])):
            return True
    if found.names.emphasised or found.previous in OBJECTS | _BEATEN or DEEDS.match(around.after):
        return True
    return found.previous in DETERMINERS and not (around.narrative and WORK_NOUNS.match(around.after))


def _is_in_title(found: Evidence) -> bool:
    """Whether unknown names end a title: 'Good Will Hunting', 'Treaty of Versailles', 'Access to Therapies'."""
    if found.known or len(found.before) < 2 or not found.before[-1].open or not found.before[-2].open:
        return False
    last, other = found.before[-1], found.before[-2]
    if last.low in _LINKS and other.text[:1].isupper():
        sentence = len(found.before) == 2 or found.before[-3].tail[-1:] in (".", "?", "!")
        return is_doubtful(other.text) or (not sentence and other.low not in FUNCTION)
    small = last.text.istitle() and last.low in FUNCTION and last.low not in TITLES and not SCHOLARS.match(last.low)
    return small and other.text.istitle()


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
    return not (found.does or WORK_NOUNS.match(after)) and bool(SUFFERS.match(after))


def _is_of_another_field(found: Evidence) -> bool:
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


def _is_group(found: Evidence) -> bool:
    """Names that 'and' joins: they are authors unless most are other words."""
    doubts = found.doubts()
    if not any(doubts) or sum(doubts) * 2 < len(doubts):
        return True
    if all(doubts):
        return _is_person(found)
    if found.known or found.around.strong or found.does or found.names.possessive or found.previous in _BY:
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
    owned = found.names.possessive and bool(WORK_NOUNS.match(around.after))
    spoken = (found.says if doubtful else found.does) or _is_spoken_of(found)
    if doubtful:
        if not found.known and (name.surname.lower() in THINGS or found.previous in _WHEN):
            return False
        sure = around.strong and around.comma and not is_doubtful(name.surname)
        return (spoken or owned or sure) and (len(found.names.names) == 1 or found.known)
    double = any(ord(char) > 127 for char in name.given + name.surname)  # 'García Márquez'
    possessive = found.names.possessive and around.narrative
    acts = found.opens and around.narrative and bool(ACTS.match(around.after))
    return not name.given or spoken or owned or acts or around.strong or possessive or double


def _is_spoken_of(found: Evidence) -> bool:
    """'psychologist Carl Rogers', 'according to Carl Rogers', 'remarks by Carl Rogers', 'scholars such as he'."""
    words = [token.low for token in found.before[-3:]]
    if words[-2:] == ["according", "to"] or (words[-1:] == ["by"] and bool(_SAID.match("".join(words[-2:-1])))):
        return True
    example = 2 if words[-2:] == ["such", "as"] else int(words[-1:] == ["like"])
    return any(SCHOLARS.match(word) for word in words[: len(words) - example][-1:])


def _is_title(given: str, surname: str) -> bool:
    """Whether capitalised words are a title or a body rather than a person: 'Basic Books', 'Annual Review'."""
    words = given.split()
    plain = is_doubtful(surname) and surname.lower() not in PLACES
    return plain or any(word.lower() in ADJECTIVES or is_doubtful(word) or _ADJECTIVAL.match(word) for word in words)

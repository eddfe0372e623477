"""Pronouns of people in questions: those of a case's front matter, those that 'the widow' and 'a boy' bring with them.

Only what the words decide is told: where somebody else may be meant, the check is silent.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursewright.diagnostics import Diagnostic, Rule
from coursewright.model import Case
from coursewright.wording.asked import Asked

_PRONOUN = re.compile(
    r"\b(?:(?P<she>she|her|hers|herself)|(?P<he>he|him|his|himself)|(?P<they>they|them|their|theirs|themself|themselves))\b",
    re.I,
)
_BOUND = re.compile(
    r"(?:himself|herself|themself|themselves|(?:his|her|their)\s+"
    r"(?!(?:to|that|what|when|if|and|or|but|in|on|at|with|for|from|by|as|so|about|after|before|how|why|the|an?)\b)[a-z])",
    re.I,
)
"""Forms that belong to somebody in the sentence; 'her' and 'him' alone may be somebody known from the case."""
_FEMALE = frozenset(
    "woman girl mother daughter sister wife widow aunt grandmother niece nun queen lady mum stepmother bride".split()
)
_MALE = frozenset(
    "man boy father son brother husband widower uncle grandfather nephew monk king gentleman dad stepfather".split()
)
_SOMEBODY = re.compile(
    r"\b(?:some(?:one|body)|any(?:one|body)|every(?:one|body)|nobody|no one|people|persons?|who|whoever|each|both|"
    r"ones?|[a-z]+(?:worker|mate|chief|[a-z]er|[a-z]or|[a-z]ist|ian|(?<!m)ent|ant|ee|eer|ess)|nurse|judge|guide|"
    r"friend|child|coach|twin|cousin|clerk|cook|guest|host|pilot|spouse|teen|youth|relative|adult|boss|imam|priest|"
    r"colleague|professional)\b"
)
_THINGS = frozenset(
    """her never ever after over under whether rather better matter letter answer paper number order power corner
    winter summer weather water dinner other either neither together longer later former further earlier harder
    easier quarter chapter offer cover manner center computer shelter danger anger nor door floor error mirror
    colour minor major prior spent sent present recent silent different patent extent event content accident
    moment evident absent current talent rent cent instant important constant distant want grant plant relevant
    significant restaurant fee free see three agree tree degree coffee less unless process success access address
    press dress guess stress mess business illness list exist resist assist insist consist mist fist twist sooner
    remember consider suffer discover deliver wonder differ alter enter refer prefer transfer trigger""".split()
)
"""Words that end as words for people do."""
_PLURAL = re.compile(
    r"\b(?!(?:his|this|is|was|has|does|its|us|as|always|perhaps|yes|hers|theirs|themselves)\b)[a-z]{2,}(?<!s)s\b|\band\b|\b(?:people|"
    r"children|men|women|both|two|three)\b"
)
_FORMS = {
    "she": ("she", "her", "her", "hers", "herself"),
    "he": ("he", "him", "his", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themself"),
}
"""Who acts, whom it befalls, whose it is before a noun and alone, and back to oneself."""
_OWN = r"(?:\b(?:the|her|his|their)|[’']s)\s+"


@dataclass(frozen=True)
class _Mention:
    """Somebody named or meant: with the pronouns they have, and where."""

    who: str
    pronouns: str
    start: int
    end: int


def check_pronouns(asked: Asked, case: Case | None) -> Iterator[Diagnostic]:
    """A pronoun that nobody in the row can be meant by, where everybody in it has a known one."""
    text = asked.prose
    people = [*_people(text, case), *_roles(text, case), *_kin(text)]
    if not people or _others(text, people):
        return
    unnamed = {person.pronouns for person in case.people if person.name not in text} if case else set()
    for match in _PRONOUN.finditer(text):
        used = match.lastgroup or ""
        bound = bool(_BOUND.match(text, match.start()))
        settled = any(person.pronouns == used for person in people) or (used in unnamed and not bound)
        if settled or (used == "they" and (not case or not bound or _PLURAL.search(text))):
            continue
        person = next((person for person in reversed(people) if person.start < match.start()), people[0])
        message = f"'{match[0]}' can't be '{person.who}', who is '{person.pronouns}' here."
        span = _in_row(asked, match.span(), (person.start, person.end))
        hint = f"write '{_form(match[0], bound, person.pronouns)}', or word it without the pronoun"
        if span != match.span():
            hint = "word the stem without the pronoun, or put the pronoun into the row"
        yield asked.fault(Rule.PRONOUN_AGREES, span, message, hint)


def _form(typed: str, bound: bool, pronouns: str) -> str:
    """The same form of another pronoun: 'his' for 'her' before a noun, 'him' for it elsewhere."""
    word = typed.lower()
    for place, words in enumerate(zip(*_FORMS.values(), strict=True)):
        if word in words and not (word in ("her", "his") and place == 2 - bound):
            return _FORMS[pronouns][place]
    return _FORMS[pronouns][-1]


def _in_row(asked: Asked, pronoun: tuple[int, int], person: tuple[int, int]) -> tuple[int, int]:
    """The pronoun, unless it stands in the stem and the person in the row: then it is the row that does not fit."""

    def in_value(span: tuple[int, int]) -> bool:
        return any(piece.start <= span[0] < piece.end for piece in asked.values)

    return person if in_value(person) and not in_value(pronoun) else pronoun


def _people(text: str, case: Case | None) -> Iterator[_Mention]:
    for person in (person for person in case.people if person.name in text) if case else ():
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(person.name)}(?![\w-])", text):
            yield _Mention(person.name, person.pronouns, match.start(), match.end())


def _roles(text: str, case: Case | None) -> Iterator[_Mention]:
    """'Danuta’s therapist', 'the supervisor': people of a case by a role that nobody else in it has."""
    roles = [person.role for person in case.people] if case else []
    for person in case.people if case else ():
        if person.role in text and roles.count(person.role) == 1:
            for match in re.finditer(rf"{_OWN}(?P<role>{re.escape(person.role)})(?![\w-])", text):
                last = person.role.rpartition(" ")[2]
                yield _Mention(match["role"], person.pronouns, match.end() - len(last), match.end())


def _kin(text: str) -> Iterator[_Mention]:
    """'the girl', 'a widower': nouns that bring their pronoun."""
    for match in re.finditer(r"[a-z]+", text):
        word = match[0]
        if word in _FEMALE or word in _MALE:
            yield _Mention(word, "she" if word in _FEMALE else "he", match.start(), match.end())


def _others(text: str, people: list[_Mention]) -> bool:
    """Whether anybody else may be meant: another name, a noun for a person, 'someone'."""
    known = {(person.start, person.end) for person in people}
    for match in re.finditer(r"(?<![.?!] )(?<!^)(?<![\w’'-])[A-Z][a-z]+", text):
        if (match.start(), match.end()) not in known:
            return True
    found = (match for match in _SOMEBODY.finditer(text) if match[0] not in _THINGS)
    return any((match.start(), match.end()) not in known for match in found)

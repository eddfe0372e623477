"""What speaks for names and a year being a citation, and what speaks against it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coursewright.citations.prose.around import SPEECH, VERBS, WORK_NOUNS
from coursewright.citations.prose.both_sides import Context
from coursewright.citations.prose.matching import Candidates
from coursewright.citations.prose.names import Names
from coursewright.citations.prose.not_authors import SURNAMES, is_doubtful
from coursewright.citations.prose.tokens import Token

BY = frozenset("by see following cf per and unlike like after to with".split())
"""What leads to authors."""
_BEFORE_SMALL = BY | frozenset("as bell danah for from in of read reading what when".split())  # bell hooks


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
    def shown(self) -> str:
        """The word before the names, whatever marks are between: 'Photo: Margaret Bourke-White'."""
        return self.before[-1].low if self.before else ""

    @property
    def opens(self) -> bool:
        """Whether the names open their sentence."""
        return not self.before or self.before[-1].tail[-1:] in (".", "?", "!") or not self.before[-1].text

    @property
    def follows_work(self) -> bool:
        """Whether a work has just been spoken of: 'In her study, Maria Montessori (1912) watched'."""
        last = self.before[-1] if self.before else None
        return last is not None and last.mark == "," and bool(re.match(WORK_NOUNS, last.low))

    @property
    def says(self) -> bool:
        """Whether what follows is what only authors do."""
        return self.around.narrative and bool(re.match(SPEECH, self.around.after))

    @property
    def does(self) -> bool:
        """Whether what follows is what authors do."""
        return self.around.narrative and bool(re.match(VERBS, self.around.after))

    def doubts(self) -> list[bool]:
        """For each surname whether it is more likely another kind of word."""
        cited = not self.around.narrative and (self.around.comma or self.around.strong)
        cited = cited or self.previous in (_BEFORE_SMALL if self.surnames[0].islower() else BY)
        return [
            not (cited and surname.lower() in SURNAMES) and (is_doubtful(surname) or self.is_plain(surname))
            for surname in self.surnames
        ]

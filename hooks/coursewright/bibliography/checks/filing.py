"""Particles of names: under which letter a work is filed (APA 7 §9.44)."""

import re
from collections.abc import Iterable, Iterator

from coursewright.bibliography.checks.written import Written
from coursewright.bibliography.latex import to_text
from coursewright.diagnostics import Diagnostic, Rule

_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le ter ten zu zur vom vande vander op af av bin ibn al el".split()
)
_CAPITAL_PARTICLE = re.compile(
    r"(?:Van|Von|De|Del|Della|Di|Da|Dos|Du|Ter|Ten|Le|La|Mac|St\.?)(?: (?:der|den|de|la|Der|Den|La))*"
)
_ET_AL = re.compile(r"\bet\.?\s+al\b\.?", re.I)


def check_filing(names: Iterable[Written]) -> Iterator[Diagnostic]:
    """Advice where a particle stands so that the work is filed under the letter of another part (APA 7 §9.44)."""
    for name in (name for name in names if not _ET_AL.search(name.text)):
        family, *rest = name.parts
        trailing = rest[-1].split() if rest else []
        words = name.text.split()
        if len(trailing) > 1 and trailing[-1].lower() in _PARTICLES:
            first = next(
                place for place, word in enumerate(trailing) if all(w.lower() in _PARTICLES for w in trailing[place:])
            )
            particle, given = " ".join(trailing[first:]), " ".join(trailing[:first])
            yield _filed(name, family, f"{particle} {family}, {given}" if given else f"{particle} {family}")
        elif not rest and len(words) > 2 and not name.braced and _CAPITAL_PARTICLE.fullmatch(" ".join(words[1:-1])):
            yield _filed(name, words[-1], f"{' '.join(words[1:])}, {words[0]}")


def _filed(name: Written, family: str, other: str) -> Diagnostic:
    message = f"'{name.text}' is filed under '{to_text(family)}'."
    hint = f"to file it under its particle, write '{other}'"
    return Diagnostic(Rule.NAME_FILED, name.place, message, hint)

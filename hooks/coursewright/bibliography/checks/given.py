"""Given names that are printed otherwise than they are meant: 'Cook, JM' as 'Cook, J.', 'Rogers, carl' as typed."""

import re
from collections.abc import Iterator, Sequence

from coursewright.bibliography.checks.additions import Told
from coursewright.bibliography.checks.bodies import is_body
from coursewright.bibliography.checks.written import Written
from coursewright.diagnostics import Diagnostic, Rule, Severity

GIVEN = frozenset(
    "aaron adam alan albert alexander alice amy andrew angela ann anna anne anthony arthur barbara benjamin betty brian"
    " carl carol caroline catherine charles charlotte christine christopher claire daniel david deborah dennis diana"
    " donald dorothy edward elizabeth emily emma eric erik eva frank george helen henry howard jacob james jane janet"
    " jason jean jeffrey jennifer jessica joan john jonathan joseph joshua judith julia karen katherine kenneth kevin"
    " laura linda lisa louise lucy margaret maria mark martha mary matthew michael michelle nancy nicholas nicole"
    " patricia patrick peter philip rachel rebecca richard robert ronald ruth samuel sandra sarah sharon stephanie"
    " stephen steven susan susanne thomas timothy victoria virginia walter william".split()
)
"""Common given names, in small letters."""
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_STRAYED = re.compile(r"[A-Z]\. [A-Z][^\W\d_]+")
_DEGREES = ("MD", "PHD", "MA", "BA", "MSC", "BSC", "JR", "SR")
_ROMAN = re.compile(r"[IVX]+")


def check_given(name: Written) -> Told | None:
    """A common given name in small letters or capitals; other words may be somebody's own way ('hooks, bell')."""
    given = name.parts[-1] if len(name.parts) > 1 else name.text
    first = given.split()[0] if given.split() else ""
    if first.lower() in GIVEN and (first.islower() or (first.isupper() and len(first) > 3)):
        what = "small letters" if first.islower() else "capitals"
        return f"'{{name}}' has its given name in {what}.", f"write '{first.title()}'", Severity.WARNING
    return None


def check_initials(names: Sequence[Written]) -> Iterator[Diagnostic]:
    """Initials without stops: one diagnostic at the first, since who writes one so writes them all so."""
    found = [(name, run) for name in names if (run := _run_together(name))]
    if found:
        name, run = found[0]
        family, given = name.parts
        more = f"; others here: {', '.join(other.text for other, _ in found[1:4])}" if found[1:] else ""
        message = f"'{run}' in '{name.text}' is read as one given name{more}."
        hint = f"write '{family}, {given.removesuffix(run)}{' '.join(f'{letter}.' for letter in run)}'"
        yield Diagnostic(Rule.NAME_FORM, name.place, message, hint, Severity.WARNING)


def check_strayed(names: Sequence[Written]) -> Iterator[Diagnostic]:
    """Initials before family names, 'J. Sweet, Ann': one diagnostic at the first, since a program puts them there."""
    found = [name for name in names if len(name.parts) == 2 and _STRAYED.fullmatch(name.parts[0])]
    if found:
        family, given = found[0].parts
        initial, _, rest = family.partition(" ")
        more = f"; others here: {', '.join(name.text for name in found[1:4])}" if found[1:] else ""
        message = f"'{found[0].text}' is read as the family name '{family}'{more}."
        yield Diagnostic(Rule.NAME_FORM, found[0].place, message, f"write '{rest}, {given} {initial}'")


def _run_together(name: Written) -> str:
    """Initials that stand as one word, after a given name or alone: 'JM' of 'Cook, JM', 'PT' of 'Lee, Julian PT'."""
    if len(name.parts) != 2 or name.braced:
        return ""
    family, given = name.parts
    before, _, run = given.rpartition(" ")
    named = not before or any(char.islower() for char in before)
    plain = run not in _DEGREES and not _ROMAN.fullmatch(run) and not is_body(family) and not family.isupper()
    return run if named and plain and _CAPITALS.fullmatch(run) else ""

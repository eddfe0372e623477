"""One person's family name in two spellings, which stand at two places in the list and count as two people.

Told are capitals ('Van Der Kolk', 'van der Kolk') and accents ('Fluckiger', 'Flückiger') where the given names agree:
the same initials for capitals, and for accents the same given name in full. The first letter alone tells nothing.
"""

from collections.abc import Iterator

from coursewright.bibliography.checks.written import Written, written_names
from coursewright.bibliography.collation import sort_key
from coursewright.bibliography.model import Bibliography
from coursewright.bibliography.names import csl_names, surname
from coursewright.diagnostics import Diagnostic, Rule, Severity

_MOST = 50  # spellings of a name, and people of a spelling, that are compared; no bibliography has more


def check_spellings(bibliography: Bibliography) -> Iterator[Diagnostic]:
    """A warning at the later of two spellings of a family name; each spelling is told once."""
    known: dict[str, dict[str, list[str]]] = {}
    for name in _all_names(bibliography):
        family, given = _person(name)
        if not given or family.isupper():
            continue
        spellings = known.setdefault(sort_key(family), {})
        if family not in spellings and len(spellings) < _MOST:
            others = (
                each for each, names in spellings.items() if any(_agree((each, n), (family, given)) for n in names)
            )
            if other := next(others, ""):
                message = f"'{family}' is also written '{other}', with the same given name."
                hint = "if they are one person, write the name as the person does, everywhere"
                yield Diagnostic(Rule.NAME_FILED, name.place, message, hint, Severity.WARNING)
            spellings[family] = []
        if len(spellings.get(family, ())) < _MOST:
            spellings.setdefault(family, []).append(given)


def _all_names(bibliography: Bibliography) -> Iterator[Written]:
    fields = (field for entry in bibliography.entries for role in ("author", "editor") if (field := entry.field(role)))
    return (name for field in fields if field.value for name in written_names(field) if name.text and not name.braced)


def _person(name: Written) -> tuple[str, str]:
    """Family name with its particle, which may stand last ('Kolk, Bessel van der'), and given name."""
    [person] = csl_names(name.text)[:1] or [{}]
    words = person.get("given", "").split()
    size = next((at for at, word in enumerate(reversed(words)) if not word.islower()), 0)
    end = len(words) - size
    return " ".join([*words[end:], surname(person)]), " ".join(words[:end])


def _agree(one: tuple[str, str], two: tuple[str, str]) -> bool:
    """Whether given names are the same as far as both say: 'B.' and 'Bessel A.'; in full where accents differ."""
    if one[0][1:] == two[0][1:]:
        return False  # 'De Jong' and 'de Jong' may both be right: journals print a name without its given name so
    first, second = (given.replace(".", " ").casefold().split() for _, given in (one, two))
    if one[0].casefold() != two[0].casefold():
        return bool(first and second) and first[0] == second[0] and len(first[0]) > 2
    return all(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in zip(first, second, strict=False))

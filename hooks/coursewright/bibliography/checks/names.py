"""Names as BibTeX reads them: what would make two people one, one person two, or file somebody under another letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coursewright.bibliography.checks.bodies import is_body
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry, Field
from coursewright.bibliography.names import split
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_SUFFIX = re.compile(
    r"(?:jr|sr|junior|senior|[ivx]+|\d(?:st|nd|rd|th)|esq|ph\.? ?d|m\.? ?d|m\.? ?a|b\.? ?a|dr)\.?", re.I
)
_ET_AL = re.compile(r"\bet\.?\s+al\b\.?", re.I)
_JOINT = re.compile(r"\s\\?&amp;\s|\s\\?&\s|;\s*(?=\S)", re.I)
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,3}")
_ROMAN = re.compile(r"[IVX]+")
_SURNAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPACE = re.compile(r"\s*")
_SPARE_AND = re.compile(r"\A(?:and\b.*)?\Z|\s(?i:and)\Z")
_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le ter ten zu zur vom vande vander op af av bin ibn al el".split()
)
_CAPITAL_PARTICLE = re.compile(
    r"(?:Van|Von|De|Del|Della|Di|Da|Dos|Du|Ter|Ten|Le|La|Mac|St\.?)(?: (?:der|den|de|la|Der|Den|La))*"
)
_NAMELESS = frozenset("anonymous anon student plato aristotle socrates confucius homer voltaire buddha others".split())
_PERSONAL = ("article", "incollection", "inproceedings", "inbook", "book", "phdthesis", "mastersthesis", "thesis")


@dataclass(frozen=True)
class Written:
    """One name of a field as typed, from `start` of its value; `parts` are what commas separate."""

    text: str
    field: Field
    start: int

    @property
    def place(self) -> Place:
        """Where it stands; a name that is missing has the place of the 'and' beside it."""
        return self.field.phrase.place(self.start, self.start + (len(self.text) or len("and")))

    @cached_property
    def parts(self) -> list[str]:
        return split(self.text, "comma")

    @property
    def braced(self) -> bool:
        """Whether the whole name stands in braces: then it is complete as written."""
        return self.text.startswith("{") and len(split(self.text, "space")) == 1


def written_names(field: Field) -> Iterator[Written]:
    """The names of a field in order, empty ones too."""
    at = 0
    for name in split(field.value, "and"):
        at = max(field.value.find(name, at), at)
        gap = _SPACE.match(field.value, at)
        start = gap.end() if gap and not name else at
        yield Written(name, field, start)
        at += len(name)


def check_names(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `author`, `editor` and `translator`."""
    for role in ("author", "editor", "translator"):
        field = entry.field(role)
        if field and field.value:
            names = list(written_names(field))
            for name in names:
                yield from _check_written(name)
            yield from _check_lone(entry, names)
            yield from _check_filing(names)


def _check_written(name: Written) -> Iterator[Diagnostic]:
    """At most one diagnostic: the gravest fault explains the others."""
    if name.braced:
        return
    if name.text == "others":
        message, hint = "'and others' leaves authors out.", "list them: APA 7 prints up to twenty (§9.8)"
        yield Diagnostic(Rule.NAME_FORM, name.place, message, hint, Severity.WARNING, house=True)
        return
    told = _EMPTY if _SPARE_AND.search(name.text) else _check_joint(name) or _check_commas(name) or _check_letters(name)
    if told:
        message, hint, severity = told
        yield Diagnostic(Rule.NAME_FORM, name.place, message.format(name=name.text), hint, severity)


_Told = tuple[str, str, Severity | None]
_EMPTY: _Told = ("A name is missing beside 'and'.", "take the spare 'and' out, or write the name", None)


def _check_joint(name: Written) -> _Told | None:
    """Several people in one name, and people who are left out."""
    if _ET_AL.search(name.text):
        return "'{name}' hides authors behind 'et al.'.", "list them: APA 7 prints up to twenty (§9.8)", None
    joint = _JOINT.search(name.text)
    if joint and not _inside_braces(name.text, joint.start()):
        mark = joint[0].strip()
        return (
            f"'{{name}}' is read as one name, with '{mark}' in it.",
            "join people by 'and'; brace a firm's name",
            None,
        )
    return None


def _inside_braces(text: str, at: int) -> bool:
    return text.count("{", 0, at) > text.count("}", 0, at)


def _check_commas(name: Written) -> _Told | None:
    """'Last, First' has one comma, 'Last, Jr, First' two."""
    parts = name.parts
    if len(parts) > 3 or (len(parts) == 3 and not _SUFFIX.fullmatch(parts[1]) and not _SUFFIX.fullmatch(parts[2])):
        if parts[-1]:
            hint = "join people by 'and': 'Smith, J. and Jones, K.'; brace the name of a body"
            return "'{name}' is read as one name: it has too many commas.", hint, None
        return "'{name}' ends with a comma.", "take the last comma out", None
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]) and not _SUFFIX.fullmatch(parts[1]):
        return "'{name}' has its suffix last.", f"write '{parts[0]}, {parts[2]}, {parts[1]}'", None
    if len(parts) > 1 and not all(parts):
        return "A part of '{name}' is missing beside the comma.", "write 'Family, Given'", None
    return None


def _check_letters(name: Written) -> _Told | None:
    """Capitals throughout, initials without a comma, digits of footnotes."""
    parts = name.parts
    family = to_text(parts[0])
    letters = [char for char in family if char.isalpha()]
    if len(parts) > 1 and len(letters) > 2 and all(char.isupper() for char in letters):
        return "'{name}' is written in capitals.", f"write '{family.title()}, …'", None
    if len(parts) > 1 and any(char.isdecimal() for char in name.text):
        return "'{name}' holds a number.", "a footnote mark has stayed in the name", None
    words = name.text.split()
    is_short = len(parts) == 1 and 1 < len(words) < 4 and words[-1].isascii() and words[-1].isalpha()
    is_initials = is_short and words[-1].isupper() and len(words[-1]) < 4 and not _ROMAN.fullmatch(words[-1])
    if is_initials and all(word.istitle() and "." not in word for word in words[:-1]) and "Malcolm" not in words:
        spaced = " ".join(f"{letter}." for letter in words[-1])
        hint = f"write '{' '.join(words[:-1])}, {spaced}'; brace the name of a body"
        return f"'{{name}}' is read as the family name '{words[-1]}'.", hint, None
    return None


def _check_lone(entry: Entry, names: list[Written]) -> Iterator[Diagnostic]:
    """Family names without a given name: beside other names, or alone in a work of a time that printed them."""
    alone = [name for name in names if _SURNAME.fullmatch(name.text) and name.text.istitle()]
    alone = [name for name in alone if name.text.lower() not in _NAMELESS]
    year = entry.value("year", "date")[:4]
    modern = year.isdecimal() and int(year) >= 1900 and entry.kind in _PERSONAL
    several = len(names) > 1
    if any(is_body(name.text) for name in names):
        return  # a body cut at 'and' is told as such
    for name in alone if several or (modern and entry.kind != "book") else ():
        message = f"The given name of '{name.text}' is missing."
        yield Diagnostic(
            Rule.NAME_FORM, name.place, message, f"write '{name.text}, A. B.', or {{{name.text}}} if it is whole",
            Severity.WARNING,
        )  # fmt: skip


def _check_filing(names: list[Written]) -> Iterator[Diagnostic]:
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

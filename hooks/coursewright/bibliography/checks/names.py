"""Names as BibTeX reads them: what would make two people one, one person two, or file somebody under another letter."""

import re
from collections.abc import Iterator

from coursewright.bibliography.checks.additions import Told, addition
from coursewright.bibliography.checks.bodies import is_body
from coursewright.bibliography.checks.filing import check_filing
from coursewright.bibliography.checks.given import GIVEN, check_given, check_initials, check_strayed
from coursewright.bibliography.checks.joined import check_joined
from coursewright.bibliography.checks.lone import check_lone
from coursewright.bibliography.checks.written import Written, written_names
from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry
from coursewright.diagnostics import Diagnostic, Rule, Severity

_SUFFIX = re.compile(
    r"(?:jr|sr|junior|senior|[ivx]+|\d(?:st|nd|rd|th)|esq|ph\.? ?d|m\.? ?d|m\.? ?a|b\.? ?a|dr)\.?", re.I
)
_ET_AL = re.compile(r"\bet\.?\s+al\b\.?", re.I)
_JOINT = re.compile(r"\s\\?&amp;\s|\s\\?&\s|\s\+\s|;\s*(?=\S)", re.I)
_SEMICOLON = re.compile(r"(?:\A|\s)[^&\s]*;\Z")  # but 'Mart&iacute;', in HTML, is told as such
_INITIALS_LAST = re.compile(r"(?P<family>[^\W\d_]{2,}(?:[ '’-][^\W\d_]{2,})*) (?P<given>(?:[A-Z]\.[ -]?){1,3})")
_ROMAN = re.compile(r"[IVX]+")
_SPARE_AND = re.compile(r"\A(?:and\b.*)?\Z|\s(?i:and)\Z")


def check_names(entry: Entry) -> Iterator[Diagnostic]:
    """The fields `author`, `editor` and `translator`."""
    for role in ("author", "editor", "translator"):
        field = entry.field(role)
        if field and field.value:
            names = list(written_names(field))
            yield from check_joined(field)
            for name in names:
                yield from _check_written(name)
            yield from check_initials(names)
            yield from check_strayed(names)
            yield from check_lone(entry, names)
            yield from check_filing(names)


def _check_written(name: Written) -> Iterator[Diagnostic]:
    """At most one diagnostic: the gravest fault explains the others."""
    if name.braced:
        return
    if name.text == "others":
        message, hint = "'and others' leaves authors out.", "list them: APA 7 prints up to twenty (§9.8)"
        yield Diagnostic(Rule.NAME_FORM, name.place, message, hint, Severity.WARNING, house=True)
        return
    told = _EMPTY if _SPARE_AND.search(name.text) else _check_joint(name) or addition(name) or _check_commas(name)
    told = told or _check_letters(name) or check_given(name)
    if told:
        message, hint, severity = told
        yield Diagnostic(Rule.NAME_FORM, name.place, message.format(name=name.text), hint, severity)


_EMPTY: Told = ("A name is missing beside 'and'.", "take the spare 'and' out, or write the name", None)


def _check_joint(name: Written) -> Told | None:
    """Several people in one name, and people who are left out."""
    if _ET_AL.search(name.text):
        return "'{name}' hides authors behind 'et al.'.", "list them: APA 7 prints up to twenty (§9.8)", None
    if _SEMICOLON.search(name.text):
        return "'{name}' ends with a semicolon.", "take it out, and join people by 'and'", None
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


def _check_commas(name: Written) -> Told | None:
    """'Last, First' has one comma, 'Last, Jr, First' two."""
    parts = name.parts
    if len(parts) > 3 or (len(parts) == 3 and not _SUFFIX.fullmatch(parts[1]) and not _SUFFIX.fullmatch(parts[2])):
        if parts[-1]:
            hint = "join people by 'and': 'Smith, J. and Jones, K.'; brace the name of a body"
            return "'{name}' is read as one name: it has too many commas.", hint, None
        return "'{name}' ends with a comma.", "take the last comma out", None
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]) and not _SUFFIX.fullmatch(parts[1]):
        return "'{name}' has its suffix last.", f"write '{parts[0]}, {parts[2]}, {parts[1]}'", None
    if len(parts) == 2 and _is_whole(parts[0]) and _ends_with_family(parts[1]):
        hint = f"write '{parts[0]} and {parts[1]}' if they are two"
        return "'{name}' is read as one person; a comma joins no people.", hint, Severity.WARNING
    if len(parts) > 1 and not all(parts):
        return "A part of '{name}' is missing beside the comma.", "write 'Family, Given'", None
    return None


def _is_whole(part: str) -> bool:
    """Whether a part of a name is somebody's whole name: 'John Bowlby', 'Mary D. Ainsworth'; not 'Mary Ann'."""
    return part.lower().partition(" ")[0] in GIVEN and _ends_with_family(part)


def _ends_with_family(part: str) -> bool:
    """Whether several words end with one that is no given name we know, nor an initial."""
    *given, last = part.lower().split() or [""]
    return bool(given) and len(given[0]) > 2 and last.isalpha() and len(last) > 2 and last not in GIVEN


def _check_letters(name: Written) -> Told | None:
    """Capitals throughout, initials without a comma, digits of footnotes."""
    parts = name.parts
    family = to_text(parts[0])
    letters = [char for char in family if char.isalpha()]
    if len(parts) > 1 and len(letters) > 2 and all(char.isupper() for char in letters):
        return "'{name}' is written in capitals.", f"write '{family.title()}, …'", None
    if _is_shouted(name):
        return "'{name}' is written in capitals.", f"write '{to_text(name.text).title()}'; brace a body", None
    if len(parts) > 1 and any(char.isdecimal() for char in name.text):
        return "'{name}' holds a number.", "a footnote mark has stayed in the name", None
    if dotted := _INITIALS_LAST.fullmatch(name.text):
        hint = f"write '{dotted['family']}, {dotted['given']}'"
        return f"'{{name}}' is read as the family name '{dotted['given'].split()[-1]}'.", hint, None
    words = name.text.split()
    is_short = len(parts) == 1 and 1 < len(words) < 4 and words[-1].isascii() and words[-1].isalpha()
    is_initials = is_short and words[-1].isupper() and len(words[-1]) < 4 and not _ROMAN.fullmatch(words[-1])
    is_family = all(word.istitle() and "." not in word for word in words[:-1]) and "Malcolm" not in words
    if is_initials and is_family and not is_body(name.text):
        spaced = " ".join(f"{letter}." for letter in words[-1])
        hint = f"write '{' '.join(words[:-1])}, {spaced}'; brace the name of a body"
        return f"'{{name}}' is read as the family name '{words[-1]}'.", hint, None
    return None


def _is_shouted(name: Written) -> bool:
    """Whether a name without a comma is in capitals: 'E. L. KAPLAN', 'PAUL MEIER'; not 'US EPA', an acronym."""
    if len(name.parts) > 1 or len(name.text) > 100:
        return False
    *given, family = to_text(name.text).split() or [""]
    letters = [char for char in f"{' '.join(given)}{family}" if char.isalpha()]
    personal = any("." in word or len(word) > 3 or len(word) == 1 for word in given)
    long = len(family) > 3 and family.replace("-", "").isalpha() and not _ROMAN.fullmatch(family)
    return personal and long and all(char.isupper() for char in letters)

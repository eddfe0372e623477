"""What is written beside a name and is no part of it: roles, titles, footnote marks; and words for nobody.

All of it would be printed as a name: 'Lincoln, Yvonna S. (Eds.)' as 'Lincoln, Y. S. (Eds.)', 'by Carl Rogers' under R
with the given name 'by Carl'.
"""

import re

from coursewright.bibliography.checks.written import Written
from coursewright.diagnostics import Severity

Told = tuple[str, str, Severity | None]
"""Message, with '{name}' for the name, hint, and a severity where it is not the rule's."""

_ROLE = re.compile(
    r"[(\[]\s*(?P<role>(?:co-?)?(?:eds?|editors?|hrsg|hg|trans|transl|translators?|comps?|compilers?)\b[^()\[\]{}]*)[)\]]"
    r"|,\s*(?P<after>eds|eds?\.|editors?|hrsg\.?|translators?)\Z",
    re.I,
)
_TITLE = re.compile(r"(?:\A|,\s*)(?P<title>(?:Dr|Prof)\.?|Professor)\s+(?=[A-Z])")
_BY = re.compile(r"\A(?:by|[Ww]ritten by|edited by)\s+(?=[A-Z])", re.A)
_MARK = re.compile(r"(?<![ÂÃâ€])[*†‡]")
_NOBODY = re.compile(r"(?:unknown|unnamed|n/a|n\.a\.|none|no author|author unknown|various|[?-]+|tb[ac]|x{2,})", re.I)


def addition(name: Written) -> Told | None:
    """What stands beside a name and is to be taken out; None where nothing does."""
    role = _ROLE.search(name.text)
    if role or (len(name.parts) == 3 and name.parts[2].lower() == "ed"):
        word = (role["role"] or role["after"]) if role else name.parts[2]
        field = "translator" if word.lower().startswith("trans") else "editor"
        where = f"and give the names in '{field}'" if name.field.name != field else "the style prints it"
        return f"'{{name}}' holds a role, '{word}'.", f"take it out, {where}", None
    if title := _TITLE.search(name.text):
        return f"'{{name}}' holds a title, '{title['title']}'.", "take it out: APA 7 prints none", Severity.WARNING
    if _BY.match(name.text):
        return "'{name}' begins with a word that is no name.", "take it out", None
    if mark := _MARK.search(name.text):
        return f"'{{name}}' holds the mark '{mark[0]}'.", "a footnote mark has stayed in the name", Severity.WARNING
    if _NOBODY.fullmatch(name.text):
        hint = "take the field out: a work without an author is filed under its title"
        return "'{name}' is nobody's name, and would be printed.", hint, Severity.WARNING
    return None

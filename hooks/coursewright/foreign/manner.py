"""Which rules hold for everyone: what is a matter of APA 7, of taste, or mended by pandoc itself, is not told.

Tried with pandoc 3.9: it lowers English title case itself where a style asks for it, makes en dashes of hyphens between
pages, prints editions in words as typed and 'and others' as 'et al.'. What it does not mend is told: a DOI written as
an address is linked as 'https://doi.org/https://doi.org/…', an unknown TeX command leaves a gap.
"""

import re

from coursewright.diagnostics import Diagnostic, Rule

_OURS = frozenset(
    {
        Rule.TITLE_CASE,
        Rule.TITLE_PLAIN,
        Rule.CAPITAL_KEPT,
        Rule.EDITION_FORM,
        Rule.PUBLISHER_PLAIN,
        Rule.PAGE_DATED,
        Rule.NAME_FILED,
        Rule.KEY_LETTER,
        Rule.WORK_VERIFIED,
        Rule.SOURCE_READ,
    }
)
_TOLD = {Rule.PAGES_FORM: re.compile(r"run backwards|is not a page")}
_UNTOLD = {
    Rule.WORK_COMPLETE: re.compile(r"lacks (?:its type|the editor of its book|pages)|has no volume"),
    Rule.NAME_FORM: re.compile(r"'and others'"),
}


def is_universal(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic holds whatever the style and the program that sets the references."""
    told, untold = _TOLD.get(diagnostic.rule), _UNTOLD.get(diagnostic.rule)
    if diagnostic.rule in _OURS or (told and not told.search(diagnostic.message)):
        return False
    return not (untold and untold.search(diagnostic.message))

"""Family names without a given name (APA 7 §9.8): beside other names, or in a work of a time that printed them."""

import re
from collections.abc import Iterator

from coursewright.bibliography.checks.bodies import is_body
from coursewright.bibliography.checks.written import Written
from coursewright.bibliography.model import Entry
from coursewright.diagnostics import Diagnostic, Rule, Severity

_SURNAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMELESS = frozenset(
    "anonymous anon unknown various unnamed student others"
    " plato aristotle socrates xenophon herodotus thucydides homer hesiod sappho aeschylus sophocles"
    " euripides aristophanes epicurus epictetus plotinus plutarch cicero seneca virgil ovid horace livy"
    " tacitus pliny lucretius euclid archimedes ptolemy galen hippocrates augustine anselm boethius avicenna averroes"
    " maimonides rumi hafez confucius laozi mencius sunzi buddha nagarjuna patanjali petrarch erasmus paracelsus"
    " voltaire molière moliere stendhal novalis colette multatuli saki teffi banksy".split()
)
_PERSONAL = ("article", "incollection", "inproceedings", "inbook", "book", "phdthesis", "mastersthesis", "thesis")


def check_lone(entry: Entry, names: list[Written]) -> Iterator[Diagnostic]:
    """Family names without a given name: beside other names, or alone in a work of a time that printed them."""
    alone = [name for name in names if _SURNAME.fullmatch(name.text) and name.text.istitle()]
    alone = [name for name in alone if name.text.lower() not in _NAMELESS]
    year = entry.value("year", "date")[:4]
    modern = year.isdecimal() and int(year) >= 1900 and entry.kind in _PERSONAL
    several = len(names) > 1
    if any(is_body(name.text) for name in names):
        return  # a body cut at 'and' is told as such
    for name in alone if several or modern else ():
        message = f"The given name of '{name.text}' is missing."
        yield Diagnostic(
            Rule.NAME_FORM, name.place, message, f"write '{name.text}, A. B.', or {{{name.text}}} if it is whole",
            Severity.WARNING,
        )  # fmt: skip

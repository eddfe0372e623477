"""The glossary: `course/glossary.yml`."""

from coursewright.diagnostics import Report
from coursewright.model import Ref, Term
from coursewright.source import Source
from coursewright.yaml_nodes import Mapping, first_of_each, read_mapping


def read_glossary(source: Source, report: Report) -> tuple[Term, ...]:
    """The terms in alphabetical order; a broken one is told and left out."""
    top = read_mapping(source, report)
    if top is None:
        return ()
    terms = [term for entry in top.mappings("terms", "term", required=True) if (term := _read_term(entry))]
    top.finish()
    first = first_of_each((Ref(term.id, term.place) for term in terms), report, "glossary term")
    kept = (term for term in terms if first[term.id].place == term.place)
    return tuple(sorted(kept, key=lambda term: (term.term.casefold(), term.id)))


def _read_term(entry: Mapping) -> Term | None:
    ref, name = entry.id(), entry.text("term", required=True)
    also = tuple(phrase.text for phrase in entry.phrases("also"))
    definition, see = entry.phrase("definition", required=True), entry.refs("see")
    entry.finish()
    return Term(ref.name, name, also, definition, see, ref.place) if ref and definition else None

"""Citations of the whole course: every key is known, every work is used, none rests on an unverified work."""

from collections.abc import Iterable, Iterator

from coursewright.citations import Citation, check_citations, scan_citations, unknown_key
from coursewright.cited import cited_in
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.markdown_mask import mask
from coursewright.model import Question
from coursewright.phrase import Phrase


def check_citations_of_course(course: Course, questions: tuple[Question, ...], report: Report) -> Iterator[Diagnostic]:
    """Citations on pages and in reusable blocks, in stems, definitions and formats, and the `cites` of questions."""
    found: list[Citation] = [citation for fragment in course.fragments.values() for citation in fragment.citations]
    for phrase in phrases(course, questions):
        if "@" in phrase.text:
            found += scan_citations(phrase, mask(phrase.text), report, course.bibliography)
    yield from check_citations(found, course.bibliography)
    for question in questions:
        for ref in question.cites:
            if ref.name not in course.bibliography:
                yield unknown_key(ref.name, ref.place, course.bibliography)
    yield from _check_works(course, questions, found)


def phrases(course: Course, questions: Iterable[Question]) -> Iterator[Phrase]:
    """What may cite besides pages and blocks: texts of the bank, definitions, sources of formats."""
    for question in questions:
        yield question.stem
        for row in question.rows:
            yield from (phrase for _, phrase in row.values)
        yield from (*question.probes, *question.listen_for, *question.misreadings)
    yield from (term.definition for term in course.terms.values())
    yield from (format_.source for format_ in course.formats.values() if format_.source)


def _check_works(course: Course, questions: tuple[Question, ...], found: list[Citation]) -> Iterator[Diagnostic]:
    """Entries that nothing cites, and citations of works that nobody has seen in a catalogue."""
    cited = {item.key for citation in found for item in citation.items} | set(cited_in(course, with_facilitator=True))
    for entry in course.bibliography.entries:
        if entry.key not in cited:
            yield Diagnostic(
                Rule.REFERENCE_USED, entry.place, f"Nothing cites '{entry.key}'.", "cite it, or keep it for later"
            )
    uses = [(item.key, item.place) for citation in found for item in citation.items]
    uses += [(ref.name, ref.place) for question in questions for ref in question.cites]
    for key, place in uses:
        work = course.bibliography.get(key)
        if work is not None and work.verification == "none":
            message = f"'{key}' has not been checked against any record."
            yield Diagnostic(Rule.WORK_VERIFIED, place, message, "check it in a catalogue and say so in 'verification'")

"""Citations of the whole course against retractions that the user gives."""

from collections.abc import Iterator

from coursewright.bibliography.checks import Retractions, check_retractions
from coursewright.checks.citations import phrases
from coursewright.citations import scan_citations
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.fragments import silent
from coursewright.markdown_mask import mask


def check_retractions_of_course(course: Course, retractions: Retractions) -> Iterator[Diagnostic]:
    """A diagnostic at each citation of a retracted work that does not say so, or at its entry if nothing cites it."""
    questions = tuple(course.questions.values())
    found = [citation for fragment in course.fragments.values() for citation in fragment.citations]
    for phrase in phrases(course, questions):
        if "@" in phrase.text:
            found += scan_citations(phrase, mask(phrase.text), silent, course.bibliography)
    cited = [(item.key, item.place, item.suffix) for citation in found for item in citation.items]
    cited += [(ref.name, ref.place, "") for question in questions for ref in question.cites]
    yield from check_retractions(course.bibliography, cited, retractions)

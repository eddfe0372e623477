"""People and settings of cases in questions: nobody and nothing from another case."""

from collections.abc import Iterator

from coursewright.cast import Cast
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.model import Case, Question
from coursewright.phrase import Phrase
from coursewright.wording.asked import Asked
from coursewright.wording.pronouns import check_pronouns


def case_of(asked: Asked, course: Course) -> Case | None:
    """The case of a row: its own, else that of the question's file."""
    ref = asked.row.case
    return course.cases.get(ref.name if ref else asked.question.owner)


def check_people(asked: Asked, cast: Cast) -> Iterator[Diagnostic]:
    """The pronouns of a row's people; names and settings that belong to another case."""
    case = case_of(asked, cast.course)
    yield from _foreign(asked, case, cast)
    yield from _settings(asked, case, cast)
    yield from check_pronouns(asked, case)


def check_notes(question: Question, cast: Cast) -> Iterator[Diagnostic]:
    """Names in probes and facilitator notes that belong to no case of the question."""
    cases = {row.case.name for row in question.rows if row.case} | {question.owner}
    for phrase in (*question.probes, *question.listen_for, *question.misreadings):
        for name, start, end in _names(phrase, cast):
            homes = {home for home, _ in cast.people[name]}
            if not homes & cases and not any(cast.knows(owner, name) for owner in cases):
                yield Diagnostic(Rule.CASE_OWN, phrase.place(start, end), *_stranger(name, cast))


def _names(phrase: Phrase, cast: Cast) -> Iterator[tuple[str, int, int]]:
    for match in cast.pattern.finditer(phrase.text) if cast.pattern else ():
        if not cast.is_word(match["name"], phrase.text, match.start()):
            yield match["name"], match.start(), match.end()


def _stranger(name: str, cast: Cast) -> tuple[str, str]:
    home = cast.people[name][0][0]
    return (
        f"'{name}' is in the case '{home}', which this is not about.",
        f"write 'case: {home}' in the row, or take the name out",
    )


def _foreign(asked: Asked, case: Case | None, cast: Cast) -> Iterator[Diagnostic]:
    for match in cast.pattern.finditer(asked.text) if cast.pattern else ():
        name = match["name"]
        if cast.is_word(name, asked.text, match.start()) or (
            case and case.id in [home for home, _ in cast.people[name]]
        ):
            continue
        if not cast.knows(case.id if case else asked.question.owner, name):
            yield asked.fault(Rule.CASE_OWN, match.span(), *_stranger(name, cast))


def _settings(asked: Asked, case: Case | None, cast: Cast) -> Iterator[Diagnostic]:
    """Another case's setting, word for word, in a row that is about a case."""
    text = asked.text.casefold()
    for setting, other in cast.settings if case else ():
        at = text.find(setting)
        if at >= 0 and case and other.id != case.id and setting != case.setting.casefold():
            message = f"This is the setting of the case '{other.id}', not of '{case.id}'."
            yield asked.fault(
                Rule.CASE_OWN, (at, at + len(other.setting)), message, f"'{case.id}' is set in {case.setting}"
            )

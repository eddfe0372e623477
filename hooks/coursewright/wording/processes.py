"""The process that a question names against the verb it uses, and the mix of processes and stances in a lesson."""

import re
from collections.abc import Iterator

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.english import count
from coursewright.model import Lesson
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.sentences import Form, Sentence
from coursewright.wording.verbs import EVERYDAY, PROCESSES_OF, SETTING_UP, american

_YOUR_TASK = re.compile(
    r"\b(?:would|could|should|might|can|will) (?:you|we) (?:\w+ly |best |then |first )?(?P<verb>[a-z]+)\b"
)
_FEW = 3
"""Of processes and of stances; a lesson with fewer questions than this can't be expected to mix them."""


def check_process(reading: Reading) -> Iterator[Finding]:
    """A verb that no list of verbs has under the question's process; silent where any ask fits or has no such verb."""
    found = [verb_of(sentence) for sentence in reading.sentences if sentence.asks]
    verbs = [item for item in found if item and item[0] not in SETTING_UP] or [item for item in found if item]
    process = reading.process
    if not verbs or (None in found and len(verbs) < len(found) and verbs[0][0] in SETTING_UP):
        return
    if any(process in PROCESSES_OF.get(verb, (process,)) for verb, _, _ in verbs):
        return
    verb, start, end = verbs[0]
    has = " or ".join(f"'{name}'" for name in PROCESSES_OF[verb])
    message = f"No list of verbs has '{verb}' under '{process}', which this question says it asks for."
    yield reading.fault(Rule.PROCESS_MATCHED, (start, end), message, f"set the process to {has}, or ask for more")


def verb_of(sentence: Sentence) -> tuple[str, int, int] | None:
    """The verb of an ask as lists spell it, with its offsets: an order's first word, else 'would you *explain*'."""
    if sentence.form is Form.ORDER:
        start, end = sentence.head
        return american(sentence.rest[: end - start]), start, end
    match = _YOUR_TASK.search(sentence.typed_rest) if sentence.is_question else None
    if not match or american(match["verb"]) not in PROCESSES_OF.keys() - EVERYDAY:
        return None
    at = sentence.head[0]
    return american(match["verb"]), at + match.start("verb"), at + match.end("verb")


def check_mix(course: Course) -> Iterator[Diagnostic]:
    """Lessons whose questions ask for one or two processes, or take one or two stances."""
    for lesson in course.lessons.values():
        questions = course.questions_of(lesson.id)
        if len(questions) >= _FEW:
            processes = dict.fromkeys(question.process for question in questions)
            yield from _check_few(lesson, "process", Rule.PROCESSES_MIXED, processes, len(questions))
            stances = dict.fromkeys(question.stance for question in questions)
            yield from _check_few(lesson, "stance", Rule.STANCES_MIXED, stances, len(questions))


def _check_few(lesson: Lesson, what: str, rule: Rule, used: dict[str, None], number: int) -> Iterator[Diagnostic]:
    if len(used) < _FEW:
        plural = {"process": "processes", "stance": "stances"}[what]
        has = f"one {what}" if len(used) == 1 else f"two {plural}"
        message = f"The {count(number, 'question')} of '{lesson.id}' have {has}: {', '.join(used)}."
        yield Diagnostic(rule, lesson.page.place, message, f"let them have {_FEW} {plural} or more")

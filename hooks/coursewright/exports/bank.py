"""The question bank as one JSON file for the pages that filter it, make sets of it and present them.

Questions, rows and formats stand once each; a variant is any question × row × format of it, its id
'question/row@format'. What the file holds is described where it is read: `docs/assets/js/bank/bank-data.js`.
"""

import json
from collections.abc import Iterable

from coursewright.course import Course
from coursewright.exports.runs import Json, compact_runs, compact_text
from coursewright.formats import stage_minutes
from coursewright.model import PROCESSES, STANCES, Format, Minutes, Question, Row
from coursewright.questions import filled
from coursewright.sets.candidates import lesson_of
from coursewright.sets.linked import rows_in_order
from coursewright.sets.sheet import INSTRUCTIONS, SHARING_WORDS, lines_for
from coursewright.sets.text import reference_text, text
from coursewright.site import Site
from coursewright.weave.discussion import people
from coursewright.weave.head import module_title

BANK = "questions/bank.json"


def export_bank(course: Course, site: Site) -> dict[str, str]:
    """Path below the site's root → JSON; nothing for a course without questions. Facilitator notes for instructors."""
    if not course.questions:
        return {}
    questions = [_question(course, question, site) for question in course.questions.values()]
    data = {
        "course": {"title": course.facts.title, "language": course.facts.language, "licence": course.facts.licence},
        "words": {"instructions": INSTRUCTIONS, "sharing": SHARING_WORDS, "processes": PROCESSES, "stances": STANCES},
        "modules": [_module(course, folder) for folder in course.modules],
        "lessons": [_lesson(course, name) for name in course.lessons],
        "cases": [{"id": case.id, "title": _text(course, case.page.title)} for case in course.cases.values()],
        "formats": [_format(course, format_) for format_ in course.formats.values()],
        "works": _works(course),
        "questions": questions,
    }
    return {BANK: json.dumps(data, ensure_ascii=False, separators=(",", ":"))}


def _text(course: Course, markdown: str) -> Json:
    return compact_text(text(course, markdown))


def _texts(course: Course, markdowns: Iterable[str]) -> list[Json]:
    return [_text(course, markdown) for markdown in markdowns]


def _module(course: Course, folder: str) -> dict[str, Json]:
    lessons = [lesson for lesson in course.lessons.values() if lesson.page.module == folder]
    title = _text(course, module_title(course, lessons[0].page))
    return {"id": folder, "title": title, "lessons": [lesson.id for lesson in lessons]}


def _lesson(course: Course, name: str) -> dict[str, Json]:
    lesson = course.lessons[name]
    objectives = {item.id: _text(course, item.text) for item in lesson.objectives}
    return {"id": name, "title": _text(course, lesson.page.title), "objectives": objectives}


def _format(course: Course, format_: Format) -> dict[str, Json]:
    """A format's frame; `plans` gives, from minute `from` on, the minutes of each stage, `lines` the ruled lines."""
    spans = range(*_minutes_asked(course, format_))
    plans = [stage_minutes(format_, Minutes(minutes, minutes)) for minutes in spans]
    return {
        "id": format_.id,
        "title": _text(course, format_.title),
        "people": people(format_),
        "materials": format_.materials,
        "instructions": _text(course, format_.instructions),
        "stages": [[_text(course, stage.title), _text(course, stage.instruction)] for stage in format_.stages],
        "source": _text(course, format_.source.text) if format_.source else "",
        "from": spans.start,
        "plans": [list(plan) for plan in plans],
        "lines": [lines_for(format_, minutes) for minutes in spans],
    }


def _minutes_asked(course: Course, format_: Format) -> tuple[int, int]:
    """The fewest minutes of a question in this format, and one more than the most."""
    asked = [item.minutes for item in course.questions.values() if any(ref.name == format_.id for ref in item.formats)]
    return min((item.low for item in asked), default=1), max((item.high for item in asked), default=0) + 1


def _works(course: Course) -> dict[str, Json]:
    """Works that questions rest on, in the order of a list of references: short, and as a sheet lists them."""
    keys = {key for question in course.questions.values() for key in _cites(course, question)}
    known = sorted((course.references[key] for key in keys), key=lambda item: item.position)
    return {item.key: [f"{item.author_narrative} ({item.year})", compact_runs(reference_text(item))] for item in known}


def _cites(course: Course, question: Question) -> tuple[str, ...]:
    words = (question.stem.text, question.care_note, question.alternative)
    cited = (item.key for text in words for citation in course.citations_in(text) for item in citation.items)
    keys = dict.fromkeys((*cited, *(ref.name for ref in question.cites)))
    return tuple(key for key in keys if key in course.references and course.references[key].html)


def _question(course: Course, question: Question, site: Site) -> dict[str, Json]:
    labels = [row.label for row in question.rows]
    record: dict[str, Json] = {
        "id": question.id,
        "owner": question.owner,
        "lesson": lesson_of(course, question),
        "objective": question.objective.name,
        "process": question.process,
        "stance": question.stance,
        "minutes": [question.minutes.low, question.minutes.high],
        "formats": [ref.name for ref in question.formats if ref.name in course.formats],
        "rows": [_row(course, question, row) for row in question.rows],
        "order": [labels.index(row.label) for row in rows_in_order(question)],
        "sharing": question.sharing,
        "care": _text(course, question.care_note),
        "alternative": _text(course, question.alternative),
        "cites": list(_cites(course, question)),
    }
    if site.for_instructors:
        notes = {"listen": question.listen_for, "misread": question.misreadings, "probes": question.probes}
        record["notes"] = {name: _texts(course, (phrase.text for phrase in phrases)) for name, phrases in notes.items()}
    return record


def _row(course: Course, question: Question, row: Row) -> list[Json]:
    """Label, case or nothing, text; then the text as it was typed, where citations made it another."""
    typed = filled(question, row)
    shown = text(course, typed)
    record: list[Json] = [row.label, row.case.name if row.case else "", compact_text(shown)]
    return record if shown.markdown == typed else [*record, typed]

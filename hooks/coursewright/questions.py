"""The question bank: `course/questions/*.yml`, one file a lesson or case."""

from collections.abc import Iterator

from coursewright.blocks import SLOT
from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.model import PROCESSES, SHARING, STANCES, Format, Question, Ref, Row
from coursewright.source import Source, suggest
from coursewright.yaml_nodes import Mapping, first_of_each, read_mapping


def read_questions(source: Source, report: Report) -> tuple[tuple[Question, ...], Ref | None, str]:
    """The questions of a file, and what it belongs to: (questions, reference, 'lesson' or 'case')."""
    top = read_mapping(source, report)
    if top is None:
        return (), None, "lesson"
    kind = "case" if "case" in top and "lesson" not in top else "lesson"
    owner = top.ref(kind, required=True)
    entries = top.mappings("questions", "question", required=True)
    questions = tuple(question for entry in entries if (question := _read_question(entry, kind, owner)))
    top.finish()
    return questions, owner, kind


def _read_question(entry: Mapping, kind: str, owner: Ref | None) -> Question | None:
    ref, objective = entry.id(), entry.ref("objective", required=True)
    process = entry.choice("process", PROCESSES, required=True, default="understand")
    stance = entry.choice("stance", STANCES, required=True, default="opening")
    minutes, formats = entry.range("minutes"), entry.refs("formats", required=True)
    stem = entry.phrase("stem", required=True)
    rows = tuple(_read_rows(entry)) or (Row("plain", (), None, entry.place),)
    probes, listen_for, misreadings = (entry.phrases(name) for name in ("probes", "listen_for", "misreadings"))
    cites, sharing = entry.refs("cites"), entry.choice("sharing", SHARING, default="optional")
    alternative, care_note = entry.text("alternative"), entry.text("care_note")
    entry.finish()
    if not (ref and objective and minutes and stem):
        return None
    if kind == "lesson" and owner and "/" not in objective.name:
        objective = Ref(f"{owner.name}/{objective.name}", objective.place)
    name = owner.name if owner else ""
    return Question(
        ref.name, ref.place, name, objective, process, stance, minutes, formats, stem, rows,
        cites, sharing, alternative, care_note, probes, listen_for, misreadings,
    )  # fmt: skip


def _read_rows(entry: Mapping) -> Iterator[Row]:
    for label, node in entry.named("variants"):
        if row := entry.nested(node, "row"):
            case = row.ref("case")
            yield Row(label.name, row.rest(), case, label.place)


def filled(question: Question, row: Row) -> str:
    """A question's stem with the slots of one row filled; Markdown. A slot without a value stays as typed."""
    values = {slot.name: phrase.text for slot, phrase in row.values}
    text = SLOT.sub(lambda match: values.get(match[1], match[0]), question.stem.text)
    return text[:1].upper() + text[1:]


def check_question(question: Question, formats: dict[str, Format]) -> Iterator[Diagnostic]:
    """Slots against rows, formats against `formats`, minutes against formats, rows against each other."""
    yield from _check_slots(question)
    for ref in question.formats:
        known = formats.get(ref.name)
        if known is None:
            hint = suggest(ref.name, formats) or "formats are defined in course/formats.yml"
            yield Diagnostic(Rule.FORMAT_KNOWN, ref.place, f"There is no discussion format '{ref.name}'.", hint)
        elif not known.minutes.low <= question.minutes.low <= question.minutes.high <= known.minutes.high:
            message = f"{question.minutes} minutes do not fit '{known.id}', which takes {known.minutes}."
            yield Diagnostic(
                Rule.MINUTES_FIT, ref.place, message, "change the question's minutes or leave the format out"
            )
    texts: dict[str, Row] = {}
    for row in question.rows:
        if (first := texts.setdefault(filled(question, row), row)) is not row:
            message = f"The rows '{first.label}' and '{row.label}' of '{question.id}' ask the same."
            yield Diagnostic(Rule.VARIANT_DISTINCT, row.place, message, "change a value, or remove one of them")


def _check_slots(question: Question) -> Iterator[Diagnostic]:
    slots = {match[1]: match for match in SLOT.finditer(question.stem.text)}
    named = {slot.name for row in question.rows for slot, _ in row.values}
    nowhere = [name for name in slots if name not in named] if _is_of_the_stem(question) else []
    for name in nowhere:
        message = f"No row of '{question.id}' gives a value to the slot '{{{name}}}'."
        hint = suggest(name, named - slots.keys()) or f"add '{name}: …' to every row of 'variants'"
        yield Diagnostic(Rule.VARIANT_FILLED, question.stem.place(*slots[name].span()), message, hint)
    for row in question.rows:
        given = {slot.name: slot for slot, _ in row.values}
        for name in (name for name in slots if name not in given and name not in nowhere):
            message = f"The row '{row.label}' gives no value to the slot '{{{name}}}' of '{question.id}'."
            yield Diagnostic(Rule.VARIANT_FILLED, row.place, message, f"add '{name}: …' to the row")
        for name, slot in given.items():
            if name not in slots:
                hint = suggest(name, slots) or "remove it, or write the slot into the stem"
                message = f"The stem of '{question.id}' has no slot '{{{name}}}'."
                yield Diagnostic(Rule.SLOT_USED, slot.place, message, hint)


def _is_of_the_stem(question: Question) -> bool:
    """Whether a slot that no row fills is a mistake in the stem: with a single row it is likelier one in that row."""
    return len(question.rows) > 1 or not question.rows[0].values


def check_unique(questions: tuple[Question, ...], report: Report) -> dict[str, Question]:
    """Questions by id; a second one with the same id is told and left out."""
    first = first_of_each((Ref(question.id, question.place) for question in questions), report, "question")
    return {question.id: question for question in questions if first[question.id].place == question.place}

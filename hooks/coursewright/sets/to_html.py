"""A sheet as one page of HTML that needs no other file: to read, to print, to open in a word processor."""

from collections.abc import Iterable
from html import escape

from coursewright.sets.sheet import SHARING_WORDS, Notes, Sheet, SheetQuestion, TimedStage
from coursewright.sets.text import Text

_STYLE = """@page { margin: 18mm }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff; font: 1.1rem/1.45 serif }
h1, h2, .facts, .foot { font-family: sans-serif } h1 { margin-bottom: 0 } h2 { font-size: 1.1rem }
.facts, .foot { font-size: .9rem; color: #333 } .stem { font-size: 1.15rem } .foot { border-top: 1px solid }
.question { break-inside: avoid } .name { display: flex; gap: 2rem } .name span { flex: 1; border-bottom: 1px solid }
.space { border-bottom: 1px solid #777; height: 9mm } .work { padding-left: 1.5em; text-indent: -1.5em }
.work { overflow-wrap: anywhere } table { border-collapse: collapse }
th, td { border: 1px solid #777; padding: .2em .6em }
th[scope=row] { text-align: left; font-weight: 400 }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11.5pt } }"""


def to_html(sheet: Sheet) -> str:
    """The whole page, with its language and title."""
    title = escape(f"{sheet.title.plain}, form {sheet.letter}")
    body = [_head(sheet), _table(sheet), *(_question(question) for question in sheet.questions), _foot(sheet)]
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n<main>\n{_join(body)}</main>\n</body>\n</html>\n"
    )


def _head(sheet: Sheet) -> str:
    cases = "; ".join(case.html for case in sheet.cases)
    facts = f"Form {sheet.letter} · {sheet.minutes} minutes · {len(sheet.questions)} questions"
    who = '<p class="name"><span>Name</span><span>Date</span></p>'
    parts = [
        f"<h1>{sheet.title.html}</h1>",
        _paragraph("facts", escape(facts)),
        _paragraph("facts", "Facilitator’s sheet") if sheet.facilitator else who,
        _paragraph("", sheet.instructions.html),
        _paragraph("", f"Read first: {cases}" if cases else ""),
    ]
    if sheet.facilitator:
        parts += ["<h2>Objectives</h2>", _items(item.html for item in sheet.facilitator.objectives)]
    return _join(parts)


def _table(sheet: Sheet) -> str:
    """How the forms compare."""
    if sheet.facilitator is None:
        return ""
    balance = sheet.facilitator.balance
    head = "".join(f'<th scope="col">Form {letter}</th>' for letter in balance.letters)
    rows = [_row("minutes", balance.minutes), *(_row(f"{row.kind}: {row.name}", row.counts) for row in balance.rows)]
    return f"<h2>How the forms compare</h2>\n<table>\n<tr><td></td>{head}</tr>\n{_join(rows)}</table>"


def _row(name: str, counts: Iterable[int]) -> str:
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{count}</td>" for count in counts)}</tr>'


def _question(question: SheetQuestion) -> str:
    frame = question.frame
    facts = (f"{question.minutes} minutes", frame.people, frame.materials, SHARING_WORDS[question.sharing])
    extras = (note for note in (question.care_note, question.alternative) if note)
    parts = [
        f"<h2>{question.number}. {frame.title.html}</h2>",
        _paragraph("stem", question.stem.html),
        _paragraph("facts", escape(" · ".join(part for part in facts if part))),
        _paragraph("", frame.instructions.html),
        f"<ol>{''.join(_stage(stage) for stage in frame.stages)}</ol>",
        *(_paragraph("facts", note.html) for note in extras),
        _notes(question, question.notes) if question.notes else _space(question.lines),
    ]
    return f'<section class="question">\n{_join(parts)}</section>'


def _stage(stage: TimedStage) -> str:
    return f"<li><strong>{stage.title.html}</strong> ({stage.minutes} min) {stage.instruction.html}</li>"


def _space(lines: int) -> str:
    return '<div aria-hidden="true">' + '<div class="space"></div>' * lines + "</div>"


def _notes(question: SheetQuestion, notes: Notes) -> str:
    about = f"Begins at minute {question.begins} · {notes.process} · {notes.stance} · {notes.objective.html}"
    labelled: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("Listen for", notes.listen_for),
        ("A common misreading", notes.misreadings),
        ("Follow up", notes.probes),
    )
    parts = [_paragraph("facts", about)]
    parts += [f"<h3>{label}</h3>\n{_items(item.html for item in texts)}" for label, texts in labelled if texts]
    parts += [_paragraph("facts", f"Format: {question.frame.source.html}")] if question.frame.source else []
    return _join(parts)


def _foot(sheet: Sheet) -> str:
    works = "".join(_paragraph("work", entry.html) + "\n" for entry in sheet.references)
    about = " · ".join(escape(part) for part in (sheet.course, sheet.licence, f"Code {sheet.fingerprint}") if part)
    return (f"<h2>References</h2>\n{works}" if works else "") + f'<footer class="foot"><p>{about}</p></footer>'


def _paragraph(kind: str, html: str) -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{html}</p>" if html else ""


def _items(htmls: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{html}</li>' for html in htmls)}</ul>"


def _join(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts if part)

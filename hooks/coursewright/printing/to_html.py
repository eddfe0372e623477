"""A sheet as one page of HTML that needs no other file: to read, to send, to print from a browser."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from coursewright.printing.arrange import arrange
from coursewright.printing.outline import Block, Outline, Paragraph, Points, QuestionPart, Step, Steps, Table
from coursewright.sets import Sheet
from coursewright.sets.text import Text

_STYLE = Path(__file__).with_name("sheet.css")
_PAPERS = {"a4": "A4", "letter": "letter"}


_POLICY = (  # a file by itself holds its style and nothing that runs or is fetched
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
)


def to_html(sheet: Sheet, paper: str, large: bool) -> str:
    """The whole page, with its language and title."""
    outline = arrange(sheet, large)
    style = _STYLE.read_text("utf-8") + _page(outline, paper)
    kind = ' class="large"' if large else ""
    return (
        f'<!doctype html>\n<html lang="{escape(outline.language)}">\n<head>\n{_POLICY}<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(outline.name)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body{kind}>\n<main>\n{_join(_parts(outline))}</main>\n"
        f"<footer><p>{escape(outline.about)}</p></footer>\n</body>\n</html>\n"
    )


def _page(outline: Outline, paper: str) -> str:
    """Size of the paper, and what stands at the foot of every printed page."""
    running = "".join(letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in outline.running)
    return (
        f"@page {{\n  size: {_PAPERS[paper]}; margin: 22mm 24mm 24mm 20mm;\n"
        f'  @bottom-left {{ content: "{running}"; font: 9.5pt sans-serif }}\n'
        '  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9.5pt sans-serif }\n}\n'
    )


def _parts(outline: Outline) -> Iterable[str]:
    yield f"<h1>{outline.title.html}</h1>"
    audience = f"<strong>{outline.audience}</strong> · " if outline.audience else ""
    yield f'<p class="facts">{audience}{escape(outline.facts)}</p>'
    if not outline.audience:
        yield '<p class="names"><span>Name</span> <span>Date</span></p>'
    yield from (_block(block, 2) for block in outline.front)
    yield from (_question(question) for question in outline.questions)
    yield from (_block(block, 2) for block in outline.back)
    if outline.works:
        works = _join(f"<p>{work.html}</p>" for work in outline.works)
        yield f'<section class="works">\n<h2>References</h2>\n{works}</section>'


def _question(question: QuestionPart) -> str:
    heading = (
        f'<h2><span class="number">{question.number}</span> <span>{question.title.html}</span> '
        f'<span class="time">{escape(question.time)}</span></h2>'
    )
    lines = '<div class="line"></div>' * question.lines
    space = f'<div aria-hidden="true">{lines}</div>' if lines else ""
    asked = _join([heading, *(_block(block, 3) for block in question.blocks), space])
    notes = _join(_block(block, 3) for block in question.notes)
    after = f'<div class="notes">\n{notes}</div>\n' if notes else ""
    return f'<section class="question">\n<div class="asked">\n{asked}</div>\n{after}</section>'


def _block(block: Block, level: int) -> str:
    match block:
        case Paragraph(kind, words, lead):
            return f'<p class="{kind}">{f"<strong>{lead}:</strong> " if lead else ""}{words.html}</p>'
        case Steps(steps):
            return f'<ol class="steps">{"".join(map(_step, steps))}</ol>'
        case Points(title, points):
            items = "".join(f"<li>{point.html}</li>" for point in points)
            return f'<div class="points">\n<h{level}>{title}</h{level}>\n<ul>{items}</ul>\n</div>'
        case Table():
            return _table(block, level)


def _step(step: Step) -> str:
    time = f'<span class="time">({escape(step.time)})</span>'
    return f"<li><strong>{step.title.html}</strong> {time} {step.words.html}</li>"


def _table(table: Table, level: int) -> str:
    name = table.title.lower().replace(" ", "-")
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in table.head)
    return (
        f'<h{level} id="{name}">{table.title}</h{level}>\n<table aria-labelledby="{name}">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{_join(map(_row, table.rows))}</tbody>\n</table>"
    )


def _row(cells: tuple[Text, ...]) -> str:
    rest = "".join(f"<td>{cell.html}</td>" for cell in cells[1:])
    return f'<tr><th scope="row">{cells[0].html}</th>{rest}</tr>'


def _join(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts if part)

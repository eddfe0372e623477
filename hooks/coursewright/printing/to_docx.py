"""A sheet for word processors: real headings, styles named for their use, numbers and pages that count themselves."""

import docx
from docx.document import Document
from docx.shared import Length

from coursewright.printing.arrange import arrange
from coursewright.printing.docx_file import set_properties, to_bytes
from coursewright.printing.docx_numbering import number_step, set_numbering
from coursewright.printing.docx_pages import set_pages
from coursewright.printing.docx_styles import set_styles
from coursewright.printing.docx_tables import add_table, add_table_style
from coursewright.printing.docx_text import add_lead, add_lines, add_text
from coursewright.printing.outline import Block, Outline, Paragraph, Points, QuestionPart, Steps, Table
from coursewright.sets import Sheet

_STYLES = {"stem": "Question Text", "facts": "Question Facts", "instructions": "Instructions", "aside": "Aside"}
_FRONT = dict.fromkeys(_STYLES, "Introduction")
_NOTES = dict.fromkeys(_STYLES, "Facilitator Note")


def to_docx(sheet: Sheet, paper: str, large: bool) -> bytes:
    """The file."""
    outline = arrange(sheet, large)
    document = docx.Document()
    set_styles(document, outline.language, large)
    add_table_style(document)
    set_numbering(document, len(outline.questions))
    width = set_pages(document, outline, paper, large)
    _write(document, outline, width, large)
    set_properties(document, outline)
    return to_bytes(document)


def _write(document: Document, outline: Outline, width: Length, large: bool) -> None:
    add_text(document.add_paragraph(style="Heading 1"), outline.title)
    facts = document.add_paragraph(style="Sheet Facts")
    if outline.audience:
        add_lead(facts, f"{outline.audience} · ")
    facts.add_run(outline.facts)
    if not outline.audience:
        document.add_paragraph("Name \t\tDate \t", "Name Line")
    _add_blocks(document, outline.front, 2, width, large, _FRONT)
    for at, question in enumerate(outline.questions):
        _add_question(document, at, question, width, large)
    _add_blocks(document, outline.back, 2, width, large)
    if outline.works:
        document.add_paragraph("References", "Heading 2")
    for at, work in enumerate(outline.works, 1):
        entry = document.add_paragraph(style="Reference")
        add_text(entry, work)
        entry.paragraph_format.keep_with_next = at == len(outline.works)  # the line below is not alone on a page
    document.add_paragraph(outline.about, "About the Sheet")


def _add_question(document: Document, at: int, question: QuestionPart, width: Length, large: bool) -> None:
    """The paragraphs of a question are kept with the next up to the last, so that a page never divides them."""
    heading = document.add_paragraph(style="Question Heading")
    add_text(heading, question.title)
    heading.add_run(f"\t{question.time}").style = "Question Time"
    for block in question.blocks:
        if isinstance(block, Steps):
            _add_steps(document, block, at)
        else:
            _add_blocks(document, (block,), 3, width, large)
    if question.lines:
        add_lines(document.add_paragraph(style="Response Line"), question.lines)
    document.paragraphs[-1].paragraph_format.keep_with_next = False
    _add_blocks(document, question.notes, 3, width, large, _NOTES)


def _add_steps(document: Document, block: Steps, question: int) -> None:
    for step in block.steps:
        paragraph = document.add_paragraph(style="Step")
        number_step(paragraph, question)
        add_lead(paragraph, step.title.plain)
        paragraph.add_run(f" ({step.time}) ")
        add_text(paragraph, step.words)


def _add_blocks(
    document: Document,
    blocks: tuple[Block, ...],
    level: int,
    width: Length,
    large: bool,
    styles: dict[str, str] = _STYLES,
) -> None:
    for block in blocks:
        match block:
            case Paragraph(kind, words, lead):
                paragraph = document.add_paragraph(style=styles[kind])
                if lead:
                    add_lead(paragraph, f"{lead}: ")
                add_text(paragraph, words)
            case Points(title, points):
                document.add_paragraph(title, f"Heading {level}")
                for point in points:
                    add_text(document.add_paragraph(style="Facilitator Point"), point)
            case Table():
                add_table(document, block, width, large)

"""Numbers that a word processor counts itself: of questions, of the steps of each, and marks of points."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

_QUESTIONS, _POINTS, _STEPS = 1, 2, 3
"""Ids of the lists; those of steps begin at `_STEPS`, one for each question."""

_LISTS = (
    (_QUESTIONS, "decimal", "%1", "QuestionHeading", 0, 454),
    (_POINTS, "bullet", "–", "FacilitatorPoint", 340, 340),
    (_STEPS, "decimal", "%1.", "", 340, 340),
)
"""Id, kind of number, how it is shown, the style it comes with, left and hanging indent in twentieths of a point."""


def set_numbering(document: Document, questions: int) -> None:
    """The lists of a sheet, in place of those of python-docx's template; styles with numbers of their own get them."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for list_ in _LISTS:
        root.append(parse_xml(_abstract(*list_)))
    for number in (_QUESTIONS, _POINTS):
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    for question in range(questions):
        root.append(parse_xml(_restarted(_STEPS + question)))
    for number, name in ((_QUESTIONS, "Question Heading"), (_POINTS, "Facilitator Point")):
        style = document.styles.get_by_id(name.replace(" ", ""), WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().set(qn("w:val"), str(number))


def number_step(paragraph: Paragraph, question: int) -> None:
    """A paragraph as the next step of a question (from 0); each question counts from 1."""
    numbers = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbers.get_or_add_ilvl().val = 0
    numbers.get_or_add_numId().val = _STEPS + question


def _abstract(number: int, kind: str, shown: str, style: str, left: int, hang: int) -> str:
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _restarted(number: int) -> str:
    return (
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{_STEPS}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )

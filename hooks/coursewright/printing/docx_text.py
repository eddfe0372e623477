"""Words in a word processor: emphasis and links as styles, fields that count pages."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from coursewright.sets.text import Text

_STYLES = {"em": "Emphasis", "strong": "Strong", "code": "Code"}


def add_text(paragraph: Paragraph, text: Text) -> None:
    """The words of a text, each run in its style; a link leads to its address."""
    for piece in text.runs:
        run = paragraph.add_run(piece.words)
        run.style = next((_STYLES[mark] for mark in piece.marks if mark in _STYLES), None)
        if "sup" in piece.marks:
            run.font.superscript = True
        if "sub" in piece.marks:
            run.font.subscript = True
        if piece.address:
            run.style = "Hyperlink"
            _link(paragraph, run, piece.address)


def add_lead(paragraph: Paragraph, words: str) -> None:
    """Words that stand out before others."""
    paragraph.add_run(words).style = "Strong"


def add_lines(paragraph: Paragraph, number: int) -> None:
    """Ruled lines, tabs with a leader; in one paragraph, which no page divides and no screen reader counts out."""
    for at in range(number):
        run = paragraph.add_run()
        if at:
            run.add_break()
        run.add_tab()


def add_field(paragraph: Paragraph, code: str) -> None:
    """A number that the word processor fills in: 'PAGE' or 'NUMPAGES'. It shows 1 until then."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    paragraph._p.remove(run._r)
    field.append(run._r)
    paragraph._p.append(field)


def _link(paragraph: Paragraph, run: Run, address: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)
    link.append(run._r)

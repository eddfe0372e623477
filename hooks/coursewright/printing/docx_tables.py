"""Tables in a word processor: a head row that repeats, rows that stay whole, a title for those who can't see them."""

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from coursewright.printing.docx_text import add_lead, add_text
from coursewright.printing.outline import Table

_STYLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SheetTable"><w:name w:val="Sheet Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="8B877B"/>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="8B877B"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D6D1C3"/></w:tblBorders></w:tblPr></w:style>'
)
_NUMBERS = {False: Mm(21), True: Mm(32)}
"""How wide a column of numbers is, in ordinary and in large print."""

_SHORT = 1500
"""So many letters surely fit on one page."""


def add_table_style(document: Document) -> None:
    """Quiet rules between rows."""
    document.styles.element.append(parse_xml(_STYLE))


def add_table(document: Document, table: Table, width: Length, large: bool) -> None:
    """The table below what there is; its title is both in the heading above and in its properties."""
    document.add_paragraph(table.title, "Heading 2")
    made = document.add_table(1 + len(table.rows), len(table.head), "Sheet Table")
    made.autofit = False
    _describe(made._tbl.tblPr, table.title)
    words = table.widths.count("words")
    rest = width - _NUMBERS[large] * table.widths.count("numbers")
    widths = [_NUMBERS[large] if kind == "numbers" else Length(rest // words) for kind in table.widths]
    for column, column_width in zip(made.columns, widths, strict=True):
        column.width = column_width
    for at, row in enumerate(made.rows):
        _mark_row(row._tr.get_or_add_trPr(), is_head=at == 0)
        for cell, column_width in zip(row.cells, widths, strict=True):
            cell.width = column_width
    for cell, name in zip(made.rows[0].cells, table.head, strict=True):
        add_lead(_first(cell), name)
    for row, texts in zip(list(made.rows)[1:], table.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            add_text(_first(cell), text)
    if sum(len(cell.plain) for row in table.rows for cell in row) < _SHORT:
        _keep_whole(made)


def _first(cell: _Cell) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    return paragraph


def _keep_whole(table: DocxTable) -> None:
    """A short table stays on one page."""
    for row in list(table.rows)[:-1]:
        for cell in row.cells:
            _first(cell).paragraph_format.keep_with_next = True


def _mark_row(properties: BaseOxmlElement, is_head: bool) -> None:
    for name in ("w:cantSplit", *(["w:tblHeader"] if is_head else [])):
        properties.append(OxmlElement(name))


def _describe(properties: BaseOxmlElement, title: str) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), title)
    properties.append(caption)

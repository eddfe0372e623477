"""A sheet as the bytes of a file of any kind. Each kind's own libraries are imported when it is first written."""

from coursewright.printing.to_html import to_html
from coursewright.printing.to_markdown import to_markdown
from coursewright.sets import Sheet

KINDS = ("pdf", "docx", "html", "md")
"""Kinds of files by the ending of their names."""

PAPERS = ("a4", "letter")


def write_sheet(sheet: Sheet, kind: str, paper: str = "a4", large: bool = False) -> bytes:
    """The file of a sheet: `kind` is one of `KINDS`, `paper` one of `PAPERS`; `large` is large print, 18 points.

    The same arguments give the same bytes on every machine. Markdown has neither paper nor size. Raises
    `MissingLettersError` for a PDF with letters of which no font is at hand.
    """
    match kind:
        case "pdf":
            from coursewright.printing.to_pdf import to_pdf

            return to_pdf(sheet, paper, large)
        case "docx":
            from coursewright.printing.to_docx import to_docx

            return to_docx(sheet, paper, large)
        case "html":
            return to_html(sheet, paper, large).encode()
        case "md":
            return to_markdown(sheet).encode()
    raise ValueError(f"There is no kind of sheet '{kind}'.")


def file_name(sheet: Sheet, kind: str, paper: str = "a4", large: bool = False) -> str:
    """What the file of a sheet is called: 'ethos-50-a.pdf', 'ethos-50-a-facilitator-letter-large.docx'."""
    kinds = () if kind == "md" else (*(["letter"] if paper == "letter" else []), *(["large"] if large else []))
    return f"{'-'.join([sheet.name, *kinds])}.{kind}"

"""Pages in a word processor: paper, margins, what stands at the head and foot of every page."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from coursewright.printing.docx_text import add_field
from coursewright.printing.outline import Outline

_PAPERS = {"a4": (Mm(210), Mm(297)), "letter": (Mm(215.9), Mm(279.4))}
_SIDES = {False: (Mm(30), Mm(24)), True: (Mm(22), Mm(18))}
_HEAD, _FOOT = Mm(26), Mm(24)


def set_pages(document: Document, outline: Outline, paper: str, large: bool) -> Length:
    """Paper, margins, the running lines; gives the width of the text."""
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin, section.right_margin = left, right = _SIDES[large]
    section.top_margin, section.bottom_margin = _HEAD, _FOOT
    section.header_distance = section.footer_distance = Mm(12)
    width = Length(_PAPERS[paper][0] - left - right)
    for name in ("Question Heading", "Header", "Footer"):
        stops = document.styles.get_by_id(name.replace(" ", ""), WD_STYLE_TYPE.PARAGRAPH).paragraph_format.tab_stops
        stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    stops = document.styles["Response Line"].paragraph_format.tab_stops
    stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    stops = document.styles["Name Line"].paragraph_format.tab_stops
    for at, leader in ((0.58, WD_TAB_LEADER.LINES), (0.62, WD_TAB_LEADER.SPACES), (1, WD_TAB_LEADER.LINES)):
        stops.add_tab_stop(Length(int(width * at)), WD_TAB_ALIGNMENT.LEFT, leader)
    section.header.paragraphs[0].add_run(f"{outline.course}\t{outline.audience}")
    _foot(section.footer.paragraphs[0], outline)
    return width


def _foot(paragraph: Paragraph, outline: Outline) -> None:
    paragraph.add_run(f"{outline.running}\tPage ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    add_field(paragraph, "NUMPAGES")

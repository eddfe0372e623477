"""The styles of a sheet in a word processor, named for what they are for: people change a style, not paragraphs."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

SERIF, SANS = "Alegreya", "Alegreya Sans"
_DEEP, _QUIET, _RULE = "14505E", "555B5C", "8B877B"
_KEPT = ("Normal", "Heading 1", "Heading 2", "Heading 3", "Header", "Footer")
_KEPT_KINDS = ("Default Paragraph Font", "Normal Table", "No List")


@dataclass(frozen=True)
class Look:
    """A style. Sizes and distances in points, `large` in large print; `left` and `hang` are indents in millimetres."""

    name: str
    base: str
    size: float
    large: float
    sans: bool = False
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    left: float = 0
    hang: float = 0
    level: int | None = None
    keep: bool = False


LOOKS = (
    Look("Heading 1", "Normal", 25, 30, after=6, level=0, keep=True),
    Look("Heading 2", "Normal", 12.5, 20, sans=True, bold=True, colour=_DEEP, before=20, after=6, level=1, keep=True),
    Look("Heading 3", "Normal", 11.5, 18, sans=True, bold=True, before=8, after=2, level=2, keep=True),
    Look("Question Heading", "Heading 2", 12.5, 20, sans=True, bold=True, colour=_DEEP, before=20, hang=8, keep=True),
    Look("Question Text", "Normal", 14.5, 20, after=6, keep=True),
    Look("Question Facts", "Normal", 11, 18, sans=True, colour=_QUIET, after=4, keep=True),
    Look("Introduction", "Normal", 12, 18),
    Look("Instructions", "Normal", 12, 18, keep=True),
    Look("Step", "Normal", 11, 18, sans=True, after=2, left=6, hang=6, keep=True),
    Look("Aside", "Normal", 11, 18, sans=True, before=4, after=4, keep=True),
    Look("Response Line", "Normal", 11, 18, sans=True, colour=_RULE, before=8, after=0),
    Look("Name Line", "Normal", 11, 18, sans=True, before=16, after=12),
    Look("Sheet Facts", "Normal", 11, 18, sans=True, colour=_QUIET),
    Look("Facilitator Note", "Normal", 11, 18, sans=True, after=3),
    Look("Facilitator Point", "Facilitator Note", 11, 18, sans=True, after=2, left=6, hang=6),
    Look("Table Text", "Normal", 11, 18, sans=True, before=2, after=2),
    Look("Reference", "Normal", 11, 18, sans=True, after=3, left=7, hang=7),
    Look("About the Sheet", "Normal", 9.5, 18, sans=True, colour=_QUIET, before=16),
    Look("Header", "Normal", 9.5, 18, sans=True, colour=_QUIET, after=0),
    Look("Footer", "Normal", 9.5, 18, sans=True, colour=_QUIET, after=0),
)


def set_styles(document: Document, language: str, large: bool) -> None:
    """The styles of `LOOKS` and no others; large print without serifs, colours and single spacing."""
    _prune(document)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _shape(normal, Look("Normal", "", 12, 18), large)
    for look in LOOKS:
        if look.name not in document.styles:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style = document.styles[look.name]
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles[look.base]
        style.next_paragraph_style = normal if look.level is not None else style
        _shape(style, look, large)
    _response_line(document, large)
    _character_styles(document, large)
    _default_language(document, language)


def _prune(document: Document) -> None:
    """Away with the styles of python-docx's template that no sheet uses: they would fill the list of styles."""
    root = document.styles.element
    for style in list(document.styles):
        if style.name not in (*_KEPT, *_KEPT_KINDS):
            root.remove(style.element)
    for link in root.findall(f"{qn('w:style')}/{qn('w:link')}"):
        link.getparent().remove(link)


def _shape(style: ParagraphStyle, look: Look, large: bool) -> None:
    for part in (style.element.pPr, style.element.rPr):
        if part is not None:
            style.element.remove(part)
    style.hidden, style.quick_style, style.unhide_when_used = False, True, False
    font, shape = style.font, style.paragraph_format
    face, size = SANS if look.sans or large else SERIF, look.large if large else look.size
    font.name, font.size, font.bold = face, Pt(size), look.bold
    for script in ("w:cs", "w:eastAsia"):
        style.element.rPr.rFonts.set(qn(script), face)
    if look.colour and not large:
        font.color.rgb = RGBColor.from_string(look.colour)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after * (1.5 if large else 1))
    shape.left_indent, shape.first_line_indent = Mm(look.left), Mm(-look.hang)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(round(size * (1.4 if large else 1.25)))
    shape.keep_together, shape.keep_with_next, shape.widow_control = True, look.keep, True
    if look.level is not None:
        shape.element.get_or_add_pPr().insert_element_before(_value("w:outlineLvl", look.level))


def _response_line(document: Document, large: bool) -> None:
    """Lines to write on lie further apart than those of text."""
    style = document.styles["Response Line"]
    assert isinstance(style, ParagraphStyle)
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(12 if large else 9)


def _character_styles(document: Document, large: bool) -> None:
    """Emphasis is slanted, in large print bold, because slanted letters are hard to read."""
    builtin = {"Strong": True, "Emphasis": True, "Code": False, "Hyperlink": True, "Question Time": False}
    fonts = [document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, its).font for name, its in builtin.items()]
    strong, emphasis, code, link, time = fonts
    strong.bold, time.bold = True, False
    emphasis.bold, emphasis.italic = (True, None) if large else (None, True)
    code.name = "Consolas"
    if not large:
        link.color.rgb, time.color.rgb = RGBColor.from_string(_DEEP), RGBColor.from_string(_QUIET)


def _default_language(document: Document, language: str) -> None:
    """The language of the course for every word that has no other."""
    found = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    for script in ("val", "eastAsia", "bidi"):
        found.set(qn(f"w:{script}"), language)


def _value(name: str, value: object) -> BaseOxmlElement:
    element = OxmlElement(name)
    element.set(qn("w:val"), str(value))
    return element

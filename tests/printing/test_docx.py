"""Sheets for word processors: styles, numbers, fields, tables, and elements in the order that the schema asks for."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from coursewright.printing import write_sheet
from coursewright.sets import Sheet
from coursewright.sets.text import Text, in_words
from tests.printing.sheets import HOSTILE, asking, sheet, with_stems

SHEETS: dict[str, tuple[Callable[[], Sheet], str, bool]] = {
    "ethos": (lambda: sheet(), "a4", False),
    "large": (lambda: sheet(), "letter", True),
    "facilitator": (lambda: sheet(facilitator=True), "a4", False),
    "thirty": (lambda: asking(30), "letter", False),
    "none": (lambda: with_stems(()), "a4", False),
}
each = pytest.mark.parametrize("name", SHEETS)

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr tabs spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color sz szCs u vertAlign lang",
    "numPr": "ilvl numId",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols docGrid",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr tblPr",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "numbering": "abstractNum num",
}
"""Children in the order of wml.xsd (ECMA-376, transitional): those that a sheet has."""


ASKED = ("Question Text", "Question Facts", "Instructions", "Step", "Aside", "Response Line")


def example(name: str) -> tuple[Sheet, str, bool]:
    """The sheet, its paper, whether it is in large print."""
    make, paper, large = SHEETS[name]
    return make(), paper, large


@cache
def parts(name: str) -> dict[str, bytes]:
    made, paper, large = example(name)
    with ZipFile(BytesIO(write_sheet(made, "docx", paper, large))) as file:
        return {entry: file.read(entry) for entry in file.namelist()}


@cache
def document(name: str) -> Document:
    made, paper, large = example(name)
    return docx.Document(BytesIO(write_sheet(made, "docx", paper, large)))


def styles_of(name: str) -> list[str]:
    return [style_of(paragraph) for paragraph in document(name).paragraphs]


def style_of(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


@each
def test_elements_are_in_the_order_of_the_schema(name: str) -> None:
    seen = set()
    for entry, data in parts(name).items():
        if not re.fullmatch(r"word/(document|styles|numbering|header\d|footer\d)\.xml", entry):
            continue
        for element in ElementTree.fromstring(data).iter():
            namespace, _, tag = element.tag.rpartition("}")
            if tag in ORDER and "wordprocessingml" in namespace:
                order, children = ORDER[tag].split(), [child.tag.rpartition("}")[2] for child in element]
                assert set(children) <= set(order), (entry, tag, children)
                assert all(order.index(a) <= order.index(b) for a, b in pairwise(children)), (entry, tag, children)
                seen.add(tag)
    assert {"pPr", "rPr", "style", "lvl", "sectPr"} <= seen


@each
def test_styles_are_named_for_their_use_and_all_are_there(name: str) -> None:
    known = {style.name for style in document(name).styles}
    used = set(styles_of(name))
    assert used <= known
    made = example(name)[0]
    if made.questions:
        wanted = {"Heading 1", "Question Heading", "Question Text", "Question Facts", "Instructions", "Step"}
        assert wanted <= used
        assert ("Response Line" in used) is (made.facilitator is None)
        assert ("Facilitator Note" in used) is (made.facilitator is not None)
    assert len(known) < 35


@each
def test_headings_descend_and_questions_number_themselves(name: str) -> None:
    levels = {"Heading 1": 1, "Heading 2": 2, "Question Heading": 2, "Heading 3": 3}
    found = [levels[style] for style in styles_of(name) if style in levels]
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(found))
    headings = [paragraph for paragraph in document(name).paragraphs if style_of(paragraph) == "Question Heading"]
    for heading, question in zip(headings, example(name)[0].questions, strict=True):
        assert heading.text == f"{question.frame.title.plain}\t{question.minutes} minutes"
    assert document(name).styles["Question Heading"].element.pPr.numPr.numId.val == 1


def test_the_steps_of_each_question_count_from_one() -> None:
    steps = [paragraph for paragraph in document("ethos").paragraphs if style_of(paragraph) == "Step"]
    lists = [number_of(paragraph) for paragraph in steps]
    stages = [len(question.frame.stages) for question in example("ethos")[0].questions]
    assert [lists.count(number) for number in dict.fromkeys(lists)] == stages
    numbering = document("ethos").part.numbering_part.element
    for number in set(lists):
        (num,) = (found for found in numbering.findall(qn("w:num")) if found.numId == number)
        assert num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def number_of(paragraph: Paragraph) -> int:
    """The list that a paragraph counts in."""
    number = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    assert number is not None
    return int(number.get(qn("w:val"), 0))


@pytest.mark.parametrize("name", ["ethos", "large", "thirty"])
def test_a_question_is_kept_together_up_to_its_last_line(name: str) -> None:
    paragraphs = document(name).paragraphs
    starts = [at for at, paragraph in enumerate(paragraphs) if style_of(paragraph) == "Question Heading"]
    for start, question in zip(starts, example(name)[0].questions, strict=True):
        end = start
        while style_of(paragraphs[end + 1]) in ASKED:
            end += 1
        kept = [keeps(paragraph) for paragraph in paragraphs[start : end + 1]]
        assert kept == [True] * (end - start) + [False], question.number
        assert style_of(paragraphs[end]) == "Response Line"
        assert paragraphs[end].text.count("\t") == -(-question.lines * (7 if name == "large" else 10) // 10)


def keeps(paragraph: Paragraph) -> bool:
    own = paragraph.paragraph_format.keep_with_next
    assert paragraph.style is not None
    return bool(paragraph.style.paragraph_format.keep_with_next if own is None else own)


@each
def test_properties_name_the_sheet_and_no_date(name: str) -> None:
    facts, made = document(name).core_properties, example(name)[0]
    audience = ", for the facilitator" if made.facilitator else ""
    assert facts.title == f"{made.title.plain}, form {made.letter}{audience}"
    assert (facts.author, facts.language) == ("; ".join(made.authors), made.language)
    assert made.fingerprint in facts.keywords
    core = parts(name)["docProps/core.xml"].decode()
    for word in ("created", "modified", "python-docx"):
        assert word not in core
    styles, settings = parts(name)["word/styles.xml"].decode(), parts(name)["word/settings.xml"].decode()
    assert f'<w:lang w:val="{made.language}"' in styles
    assert "themeFontLang" not in settings
    assert not [entry for entry in parts(name) if "thumbnail" in entry or "customXml" in entry]


@each
def test_every_page_has_form_code_and_number(name: str) -> None:
    footer = parts(name)["word/footer1.xml"].decode()
    made = example(name)[0]
    assert f"Form {made.letter} · Code {made.fingerprint}" in footer
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]
    section = document(name).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    size = (round(section.page_width.mm), round(section.page_height.mm))
    assert size == ((216, 279) if example(name)[1] == "letter" else (210, 297))


def test_tables_have_a_title_and_a_head_that_repeats() -> None:
    tables = document("facilitator").tables
    titles = [table._tbl.tblPr.find(qn("w:tblCaption")) for table in tables]
    assert [title.get(qn("w:val")) for title in titles] == ["Plan", "How the forms compare"]
    for table in tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(table.rows) - 1)


def test_hostile_words_and_emphasis_stay_as_they_are() -> None:
    made = with_stems((*map(in_words, (*HOSTILE, "中文 🙂")), Text("*so*", "so", "<em>so</em>")))
    read = docx.Document(BytesIO(write_sheet(made, "docx")))
    stems = [paragraph for paragraph in read.paragraphs if style_of(paragraph) == "Question Text"]
    assert [stem.text for stem in stems] == [*HOSTILE, "中文 🙂", "so"]
    assert stems[-1].runs[0].style.name == "Emphasis"


def test_links_lead_to_their_addresses() -> None:
    links = [link for paragraph in document("ethos").paragraphs for link in paragraph.hyperlinks]
    assert links
    assert all(link.address == link.text for link in links)


def test_large_print_is_large_everywhere() -> None:
    made: Sheet = example("large")[0]
    assert made.questions
    for style in document("large").styles:
        if style.name in styles_of("large") and style.font.size is not None:
            assert style.font.size.pt >= 18
            assert style.font.name == "Alegreya Sans"
            assert style.font.color.rgb is None

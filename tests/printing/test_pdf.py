"""Sheets as PDF: what a screen reader finds in them, and what stands on which page."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from coursewright.printing import MissingLettersError, write_sheet
from coursewright.printing.arrange import arrange
from coursewright.printing.outline import Paragraph, Points, Steps, Table
from coursewright.sets import Sheet
from coursewright.sets.text import in_words, joined
from tests.printing.sheets import HOSTILE, asking, sheet, with_stems
from tests.printing.tagged import Tagged, bare

SHEETS: dict[str, tuple[Callable[[], Sheet], str, bool]] = {
    "ethos": (lambda: sheet(), "a4", False),
    "letter": (lambda: sheet(letter="B"), "letter", False),
    "large": (lambda: sheet(), "a4", True),
    "ninety": (lambda: sheet("module-1-90"), "a4", False),
    "one": (lambda: asking(1), "letter", True),
    "thirty": (lambda: asking(30), "a4", False),
    "thirty large": (lambda: asking(30), "letter", True),
    "facilitator": (lambda: sheet(facilitator=True), "a4", False),
    "facilitator large": (lambda: sheet("module-1-90", facilitator=True), "letter", True),
}
each = pytest.mark.parametrize("name", SHEETS)
for_learners = pytest.mark.parametrize("name", [name for name in SHEETS if "facilitator" not in name])


def example(name: str) -> tuple[Sheet, str, bool]:
    """The sheet, its paper, whether it is in large print."""
    make, paper, large = SHEETS[name]
    return make(), paper, large


@cache
def pdf(name: str) -> Tagged:
    made, paper, large = example(name)
    return Tagged(write_sheet(made, "pdf", paper, large))


@each
def test_the_file_says_that_it_is_for_everyone(name: str) -> None:
    root, made = pdf(name).root, example(name)[0]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (a boolean of pypdf)
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    audience = ", for the facilitator" if made.facilitator else ""
    facts = pdf(name).reader.metadata
    assert facts is not None
    assert facts.title == f"{made.title.plain}, form {made.letter}{audience}"


@each
def test_every_font_is_in_the_file(name: str) -> None:
    for page in pdf(name).reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


@each
def test_headings_descend_from_one_title_without_a_gap(name: str) -> None:
    levels = [int(element.kind[1]) for element in pdf(name).tree.all("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each
def test_steps_are_lists_and_tables_have_heads(name: str) -> None:
    tree, made = pdf(name).tree, example(name)[0]
    lists = [len(element.all("LI")) for element in tree.all("L") if element.all("Lbl")[0].text.startswith("1")]
    assert lists == [len(question.frame.stages) for question in made.questions]
    tables = tree.all("Table")
    assert len(tables) == (2 if made.facilitator else 0)
    for table in tables:
        assert table.kids[0].kind == "THead"
        assert len(table.all("TH")) == len(table.all("TR")[0].kids)
        assert all("A" in {key.strip("/") for key in head.keys} for head in table.all("TH"))


@each
def test_it_is_read_in_the_order_of_the_sheet(name: str) -> None:
    made, _, large = example(name)
    outline = arrange(made, large)
    spoken = [outline.title.plain, outline.audience, outline.facts, *(() if outline.audience else ("Name", "Date"))]
    spoken += [words for block in outline.front for words in said(block)]
    for question in outline.questions:
        number = f"{question.number}." if large else str(question.number)
        spoken += [number, question.title.plain, question.time]
        spoken += [words for block in (*question.blocks, *question.notes) for words in said(block)]
    spoken += [words for block in outline.back for words in said(block)]
    spoken += ["References", *(work.plain for work in outline.works)] if outline.works else []
    read = "".join(element.text for element in pdf(name).tree.kids)
    for mark in ("–", "·"):
        read, spoken = read.replace(mark, ""), [words.replace(mark, "") for words in spoken]
    about = bare(outline.about.replace("·", ""))
    assert bare(read) == bare("".join(spoken)) + about


def said(block: Any) -> list[str]:
    """What a part of a sheet says, in order."""
    match block:
        case Paragraph(_, words, lead):
            return [f"{lead}:" if lead else "", words.plain]
        case Steps(steps):
            numbered = enumerate(steps, 1)
            return [f"{at}.{step.title.plain}({step.time}){step.words.plain}" for at, step in numbered]
        case Points(title, points):
            return [title, *(point.plain for point in points)]
        case Table(title, head, _, rows):
            return [title, *head, *(cell.plain for row in rows for cell in row)]
    raise AssertionError(block)


@each
def test_pages_are_numbered_and_of_the_right_size(name: str) -> None:
    made, paper, _ = example(name)
    pages = pdf(name).reader.pages
    for at, page in enumerate(pages):
        size = tuple(round(float(side)) for side in page.mediabox[2:])
        assert size == ((595, 842) if paper == "a4" else (612, 792))
        running = bare(pdf(name).artifacts(at))
        assert f"Page{at + 1}of{len(pages)}" in running
        assert bare(f"Form {made.letter} · Code {made.fingerprint}") in running


@for_learners
def test_a_question_and_its_lines_stay_on_one_page(name: str) -> None:
    """The parts between two headings are on one page, and no line is on a page before the first heading on it."""
    document = pdf(name)
    pages: list[set[int]] = []
    for element in document.tree.kids[:-1]:  # the last is the line about the sheet
        if element.kind == "H2":
            pages.append(set())
        if pages:
            pages[-1] |= element.pages
    questions = pages[: len(example(name)[0].questions)]
    assert all(len(found) == 1 for found in questions)
    for at in range(len(document.reader.pages)):
        ruled = document.ruled(at)
        if {at} not in questions:
            assert not [top for top in ruled if top > 100 and at + 1 < len(document.reader.pages)]
            continue
        heading = next(mark for mark in document.marks[at] if mark.mcid is not None)
        assert all(top < heading.top for top in ruled)


@for_learners
def test_there_is_room_to_write_and_little_white_paper(name: str) -> None:
    document, (made, _, large) = pdf(name), example(name)
    wanted = sum(question.lines for question in arrange(made, large).questions)
    ruled = sum(len(document.ruled(at)) for at in range(len(document.reader.pages))) - 1  # one is above the last words
    assert 0.6 * wanted <= ruled <= 2 * wanted
    for at in range(1, len(document.reader.pages) - 2):
        assert document.ruled(at)[-1] < 250


def test_hostile_words_stay_as_they_are() -> None:
    made = with_stems(tuple(in_words(words) for words in HOSTILE))
    document = Tagged(write_sheet(made, "pdf"))
    read = bare("".join(element.text for element in document.tree.kids))
    for words in HOSTILE:
        if not any("\u0590" <= letter <= "\u06ff" for letter in words):  # those run from right to left
            assert bare(words) in read, words
    assert len(document.tree.all("H2")) == len(HOSTILE)


@pytest.mark.parametrize("words", ["🙂", "中文", "𒀀𒀁"])
def test_letters_that_no_font_has_are_told_not_dropped(words: str) -> None:
    made = with_stems((in_words(f"What is {words}?"),))
    told, read = "", ""
    try:
        read = bare(Tagged(write_sheet(made, "pdf")).tree.text)
    except MissingLettersError as error:
        told = str(error)
    assert f"'{words[0]}'" in told or bare(f"What is {words}?") in read


def test_emphasis_and_links_are_tagged() -> None:
    stem = joined((in_words("Why"), with_emphasis("now")), " ")
    tree = Tagged(write_sheet(with_stems((stem,)), "pdf")).tree
    assert [element.text for element in tree.all("Em")] == ["now"]
    links = pdf("ethos").tree.all("Link")
    assert links
    assert all(element.text.startswith("https://") for element in links)


def with_emphasis(words: str) -> Any:
    from coursewright.sets.text import Text

    return Text(f"*{words}*", words, f"<em>{words}</em>")


def test_a_sheet_without_questions_is_still_a_file() -> None:
    empty: Sheet = with_stems(())
    assert len(Tagged(write_sheet(empty, "pdf")).reader.pages) == 1


@pytest.mark.parametrize("facilitator", [False, True])
def test_a_question_longer_than_a_page_goes_over_its_end_whole(facilitator: bool) -> None:
    long = " ".join(f"word{at}" for at in range(900))
    document = Tagged(write_sheet(with_stems((in_words(long), in_words("And this?")), facilitator), "pdf"))
    assert bare(long) in bare(document.tree.text)
    bottom = min(mark.top for marks in document.marks for mark in marks if mark.mcid is not None)
    assert bottom > 50

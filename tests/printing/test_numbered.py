"""Sheets in a style that numbers works: '[1]' in a question is found as '[1]' in the list, in every kind of file."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from coursewright.bibliography import Store, compile_references, read_bibliography
from coursewright.course import Course
from coursewright.printing import write_sheet
from coursewright.sets import Form, QuestionSet, build_set, make_sheet
from coursewright.source import Source
from tests.citations.test_styles import BIBTEX, IEEE, fail
from tests.sets.banks import phrase
from tests.sets.test_requests import project

STEMS = ("What is an alliance for [@bordin, p. 255]?", "And why does @rogers [chap. 2] listen [@bordin; @elliott]?")


@cache
def course() -> Course:
    """The course with four works in the style of IEEE."""
    bibliography = read_bibliography([Source("a.bib", BIBTEX)], fail)
    return replace(project(), bibliography=bibliography, references=compile_references(bibliography, IEEE, Store(fail)))


@cache
def form() -> Form:
    """Two questions that cite, the second with a note for the facilitator that cites a work of its own."""
    found = build_set(project(), project().sets["ethos-50"])
    assert isinstance(found, QuestionSet)
    like = found.forms[0]
    asked = []
    for item, stem in zip(like.asked, STEMS, strict=False):
        question = replace(item.variant.question, cites=(), listen_for=(phrase("A sign of it [@anderson]"),))
        asked.append(replace(item, variant=replace(item.variant, question=question, text=stem)))
    return replace(like, asked=tuple(asked))


def words(kind: str, facilitator: bool = False) -> str:
    """What a file says, its blanks made single."""
    data = write_sheet(make_sheet(course(), form(), facilitator), kind, "a4")
    if kind == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    elif kind == "docx":
        text = " ".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
    else:
        text = data.decode().replace("\\", "").replace("*", "").replace("<em>", "").replace("</em>", "")
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md"])
def test_a_number_in_a_question_is_found_in_the_list(kind: str) -> None:
    text = words(kind)
    assert "What is an alliance for [1, p. 255]?" in text
    assert "And why does Rogers [2, Ch. 2] listen [1], [3]?" in text
    listed = text[text.rindex("References") :]
    places = [listed.index(entry) for entry in ("[1] E. S. Bordin,", "[2] C. R. Rogers,", "[3] R. Elliott,")]
    assert places == sorted(places)
    assert "Anderson" not in text


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "md"])
def test_a_work_has_the_same_number_on_the_facilitators_sheet(kind: str) -> None:
    text = words(kind, facilitator=True)
    assert "What is an alliance for [1, p. 255]?" in text
    assert "A sign of it [4]" in text
    assert "[4] H. Anderson and H. Goolishian," in text
    assert "[2] C. R. Rogers," in text


def test_numbers_that_stand_raised_are_bracketed_and_their_list_has_full_stops() -> None:
    made = {
        key: replace(work, wording=replace(work.wording, before="", after="", opening="<sup>", closing="</sup>"))
        for key, work in course().references.items()
        if work.wording
    }
    sheet = make_sheet(replace(course(), references=made), form(), False)
    assert sheet.questions[0].stem.plain == "What is an alliance for [1, p. 255]?"
    assert sheet.references[0].plain.startswith("1. E. S. Bordin")
    assert sheet.references[0].markdown.startswith("1\\. E. S. Bordin")

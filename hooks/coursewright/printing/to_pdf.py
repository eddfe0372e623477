"""A sheet as a PDF that screen readers can read (PDF/UA-1), set by Typst.

Typst is asked twice: how high everything is, and, when the lines are shared out over the pages, for the file. Words go
to it as data, never as markup. Fonts are those beside this file and Typst's own, and no date is written, so that every
machine makes the same bytes. Only a sheet with letters that none of these fonts has is set with those of the machine.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

import typst

from coursewright.printing.arrange import arrange
from coursewright.printing.as_json import Json, outline_json
from coursewright.printing.fill import FilledPage, Sizes, fill_pages
from coursewright.printing.letters import MissingLettersError
from coursewright.printing.outline import Outline
from coursewright.sets import Sheet

_HERE = Path(__file__).parent
_UNSET = re.compile(r'the text `"(.+?)"` could not be displayed')


def to_pdf(sheet: Sheet, paper: str, large: bool) -> bytes:
    """The file. Raises `MissingLettersError` for letters that no font has, here or on the machine."""
    outline = arrange(sheet, large)
    inputs = {
        "sheet": json.dumps(outline_json(outline), ensure_ascii=False),
        "paper": paper,
        "large": "yes" if large else "no",
    }
    try:
        return _set(outline, inputs, _fonts())
    except MissingLettersError:
        return _set(outline, inputs, _fonts_of_machine())


def _set(outline: Outline, inputs: dict[str, str], fonts: typst.Fonts) -> bytes:
    compiler = typst.Compiler(_HERE / "typst" / "sheet.typ", font_paths=fonts, sys_inputs=inputs)
    pages = json.dumps([_page(page) for page in _pages(compiler, outline)])
    try:
        done = compiler.compile(sys_inputs={**inputs, "pages": pages}, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        if unset := _UNSET.findall(error.message):
            raise MissingLettersError(unset) from None
        raise
    assert isinstance(done, bytes)
    return done


def _pages(compiler: typst.Compiler, outline: Outline) -> tuple[FilledPage, ...]:
    """Where questions and lines go; a sheet without lines, the facilitator's, simply runs on."""
    wanted = tuple(question.lines for question in outline.questions)
    if not all(wanted):
        return (FilledPage(0, len(wanted), wanted),)
    heights = json.loads(compiler.query("<heights>", field="value", one=True))
    return fill_pages(Sizes(**heights | {"questions": tuple(heights["questions"]), "wanted": wanted}))


def _page(page: FilledPage) -> Json:
    return {"first": page.first, "past": page.past, "lines": page.lines}


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_HERE / "fonts")])


@lru_cache(maxsize=1)
def _fonts_of_machine() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[str(_HERE / "fonts")])

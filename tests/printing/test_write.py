"""What all kinds of files have in common."""

import subprocess
import sys
from io import BytesIO
from itertools import pairwise

import docx
import pytest

from coursewright.printing import KINDS, PAPERS, file_name, write_sheet
from coursewright.printing.arrange import arrange
from coursewright.sets import make_sheet
from tests.conftest import PROJECT
from tests.printing.sheets import sheet
from tests.printing.tagged import Tagged
from tests.sets.test_requests import project
from tests.sets.test_sheet import CANARY, form, with_canaries

REPEATED = """
from coursewright.printing import write_sheet
from tests.conftest import PROJECT
from tests.printing.sheets import sheet
import hashlib
for kind in ("pdf", "docx", "html", "md"):
    print(kind, hashlib.sha256(write_sheet(sheet(), kind)).hexdigest())
"""
LIGHT = """
import sys
from coursewright.printing import write_sheet
from tests.conftest import PROJECT
from tests.printing.sheets import sheet
write_sheet(sheet(), "html"), write_sheet(sheet(), "md")
print([name for name in ("typst", "docx", "lxml") if name in sys.modules])
"""


def python(code: str, **environment: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, env=environment).stdout


def test_two_machines_make_the_same_bytes() -> None:
    """Different hash seeds, times of day and time zones, in processes of their own."""
    one = python(REPEATED, PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH="0", PYTHONPATH="hooks:.")
    two = python(REPEATED, PYTHONHASHSEED="2", TZ="Asia/Tokyo", PYTHONPATH="hooks:.")
    assert one == two
    assert len(one.splitlines()) == len(KINDS)


def test_typst_and_docx_are_read_only_when_they_are_needed() -> None:
    assert python(LIGHT, PYTHONPATH="hooks:.") == "[]\n"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_written_on_every_paper(kind: str, paper: str, large: bool) -> None:
    data = write_sheet(sheet(), kind, paper, large)
    starts = {"pdf": b"%PDF-1.7", "docx": b"PK", "html": b"<!doctype html>", "md": b"# "}
    assert data.startswith(starts[kind])


def test_files_are_named_for_what_they_are() -> None:
    made = sheet(facilitator=True)
    assert file_name(sheet(), "pdf") == "ethos-50-a.pdf"
    assert file_name(made, "docx", "letter", True) == "ethos-50-a-facilitator-letter-large.docx"
    assert file_name(made, "md", "letter", True) == "ethos-50-a-facilitator.md"


@pytest.mark.parametrize("facilitator", [False, True])
def test_facilitator_notes_are_in_the_facilitators_files_alone(facilitator: bool) -> None:
    made = make_sheet(project(), with_canaries(form()), facilitator)
    written = {kind: write_sheet(made, kind) for kind in KINDS}
    words = {
        "pdf": Tagged(written["pdf"]).tree.text,
        "docx": " ".join(paragraph.text for paragraph in docx.Document(BytesIO(written["docx"])).paragraphs),
        "html": written["html"].decode(),
        "md": written["md"].decode(),
    }
    for kind in KINDS:
        assert words[kind].count(CANARY) == (3 * len(made.questions) if facilitator else 0), kind


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="There is no kind of sheet 'odt'"):
        write_sheet(sheet(), "odt")


def test_the_plan_of_a_facilitator_runs_by_the_clock() -> None:
    plan = next(block for block in arrange(sheet(facilitator=True)).front if hasattr(block, "rows"))
    clock = [row[0].plain for row in plan.rows]
    assert clock[0].startswith("0–")
    assert clock[-1].endswith("–50")
    assert all(before.split("–")[1] == after.split("–")[0] for before, after in pairwise(clock))

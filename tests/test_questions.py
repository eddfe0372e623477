"""The question bank: slots and rows, variants, minutes that add up."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coursewright.diagnostics import Diagnostic, Place
from coursewright.formats import read_formats, stage_minutes
from coursewright.model import Format, Minutes, Question, Stage
from coursewright.questions import check_question, filled, read_questions
from coursewright.source import Source
from coursewright.variants import variants, variants_of

STAGES = "[{title: T, instruction: I}]"
PAIR = f"{{id: pair, title: In pairs, group: 2, minutes: [5, 15], instructions: Turn., stages: {STAGES}}}"
WALK = PAIR.replace("pair", "walk").replace("[5, 15]", "[1, 60]")


def told(found: list[Diagnostic]) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message} | {d.hint}" for d in found]


def formats() -> dict[str, Format]:
    found: list[Diagnostic] = []
    read = read_formats(Source("course/formats.yml", f"formats:\n  - {PAIR}\n  - {WALK}\n"), found.append)
    assert told(found) == []
    return {format_.id: format_ for format_ in read}


def bank(
    stem: str = "When does {who} stop?", rows: str = "{a: {who: a baker}}", more: str = ""
) -> tuple[tuple[Question, ...], list[Diagnostic]]:
    """A file of one question; the stem stands in line 9, the rows in line 10, `more` from line 11 on."""
    text = f"""lesson: kneading
questions:
  - id: when
    objective: stop
    process: evaluate
    stance: opening
    minutes: [8, 12]
    formats: [pair, walk]
    stem: "{stem}"
    variants: {rows}
{more}"""
    found: list[Diagnostic] = []
    return read_questions(Source("course/questions/kneading.yml", text), found.append)[0], found


def one(stem: str = "When does {who} stop?", rows: str = "{a: {who: a baker}}", more: str = "") -> Question:
    (question,), found = bank(stem, rows, more)
    assert told(found) == []
    return question


def test_a_question_is_read_whole() -> None:
    notes = "    probes: [How?]\n    listen_for: [rest]\n    misreadings: [time]\n"
    question = one(more=f"{notes}    cites: [calvel1990]\n    sharing: group")
    assert (question.id, question.owner, question.objective.name) == ("when", "kneading", "kneading/stop")
    assert (question.process, question.stance, question.minutes) == ("evaluate", "opening", Minutes(8, 12))
    assert [ref.name for ref in question.formats] == ["pair", "walk"]
    assert [ref.name for ref in question.cites] == ["calvel1990"]
    assert [p.text for p in (*question.probes, *question.listen_for, *question.misreadings)] == ["How?", "rest", "time"]
    assert question.sharing == "group"
    assert question.place == Place("course/questions/kneading.yml", 3, 9, 4)


@pytest.mark.parametrize(
    ("stem", "rows", "texts"),
    [
        ("Does {who} stop?", "{a: {who: a baker}, b: {who: Ruth}}", ["Does a baker stop?", "Does Ruth stop?"]),
        ("{who} stops when?", "{a: {who: a baker}}", ["A baker stops when?"]),
        ("{who} and {who}?", "{a: {who: ä}}", ["Ä and ä?"]),
        ("When does {who} stop?", "{a: {}}", ["When does {who} stop?"]),
        ("When does {who} stop?", "{a: {who: '{who}'}}", ["When does {who} stop?"]),
        ("When?", "{}", ["When?"]),
        ("When?", "", ["When?"]),
        ("{Who} { who } {}?", "{a: {}}", ["{Who} { who } {}?"]),
    ],
    ids=["two rows", "first letter", "twice", "no value", "slot as a value", "no rows", "empty", "no slots"],
)  # fmt: skip
def test_slots_are_filled_by_rows(stem: str, rows: str, texts: list[str]) -> None:
    question = one(stem, rows)
    assert [filled(question, row) for row in question.rows] == texts


REMOVE = "change a value, or remove one of them"
MISTAKES = {
    "slot without a value": (
        "When does {who} stop {what}?",
        "{a: {who: Tom, what: kneading}, b: {who: Tom}}",
        ["10:47 variant-filled: The row 'b' gives no value to the slot '{what}' of 'when'. | add 'what: …' to the row"],
    ),
    "slot without rows": (
        "When does {who} stop?",
        "{}",
        [
            "9:22 variant-filled: No row of 'when' gives a value to the slot '{who}'. "
            "| add 'who: …' to every row of 'variants'"
        ],
    ),
    "slot that no row fills": (
        "When does {who} stop {what}?",
        "{a: {who: Tom}, b: {who: Ruth}}",
        [
            "9:33 variant-filled: No row of 'when' gives a value to the slot '{what}'. "
            "| add 'what: …' to every row of 'variants'"
        ],
    ),
    "slot misspelt in the stem": (
        "When does {persn} stop?",
        "{a: {person: Tom}, b: {person: Ruth}}",
        [
            "9:22 variant-filled: No row of 'when' gives a value to the slot '{persn}'. | did you mean 'person'?",
            "10:20 slot-used: The stem of 'when' has no slot '{person}'. | did you mean 'persn'?",
            "10:38 slot-used: The stem of 'when' has no slot '{person}'. | did you mean 'persn'?",
            f"10:34 variant-distinct: The rows 'a' and 'b' of 'when' ask the same. | {REMOVE}",
        ],
    ),
    "misspelt slot": (
        "When does {who} stop?",
        "{a: {whoo: Tom}}",
        [
            "10:16 variant-filled: The row 'a' gives no value to the slot '{who}' of 'when'. | add 'who: …' to the row",
            "10:20 slot-used: The stem of 'when' has no slot '{whoo}'. | did you mean 'who'?",
        ],
    ),
    "unused value": (
        "When does {who} stop?",
        "{a: {who: Tom, xyzzy: noon}}",
        [
            "10:30 slot-used: The stem of 'when' has no slot '{xyzzy}'. "
            "| remove it, or write the slot into the stem"
        ],
    ),
    "alike": (
        "When does {who} stop?",
        "{a: {who: Tom}, b: {who: Ruth}, c: {who: Tom}}",
        [f"10:47 variant-distinct: The rows 'a' and 'c' of 'when' ask the same. | {REMOVE}"],
    ),
    "alike without slots": (
        "When?",
        "{a: {}, b: {}}",
        [f"10:23 variant-distinct: The rows 'a' and 'b' of 'when' ask the same. | {REMOVE}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("stem", "rows", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_rows_that_are_not_sound_are_told(stem: str, rows: str, expected: list[str]) -> None:
    assert told(list(check_question(one(stem, rows), formats()))) == expected


@pytest.mark.parametrize(
    ("minutes", "formats_", "expected"),
    [
        ("[5, 15]", "[pair]", []),
        ("[5, 16]", "[pair, walk]", ["8:15 minutes-fit: 5–16 minutes do not fit 'pair', which takes 5–15."]),
        ("4", "[walk, pair]", ["8:21 minutes-fit: 4 minutes do not fit 'pair', which takes 5–15."]),
        ("9", "[pairs]", ["8:15 format-known: There is no discussion format 'pairs'."]),
    ],
    ids=["fits", "too long", "too short", "unknown"],
)
def test_formats_are_known_and_have_time(minutes: str, formats_: str, expected: list[str]) -> None:
    text = (
        "lesson: a\nquestions:\n  - id: when\n    objective: stop\n    process: apply\n    stance: opening\n"
        f"    minutes: {minutes}\n    formats: {formats_}\n    stem: When?\n"
    )
    (question,), _, _ = read_questions(Source("f.yml", text), print)
    assert [line.partition(" | ")[0] for line in told(list(check_question(question, formats())))] == expected


BROKEN = {
    "nothing": (
        "",
        [f"1:1 field-present: This file has no '{name}'." for name in ("lesson", "questions")],
    ),
    "no questions": ("lesson: a\n", ["1:1 field-present: This file has no 'questions'."]),
    "no list": ("lesson: a\nquestions: none\n", ["2:12 field-valid: 'questions' must be a list."]),
    "an empty question": (
        "lesson: a\nquestions:\n  - {}\n",
        [f"3:5 field-present: This question has no '{name}'."
         for name in ("id", "objective", "process", "stance", "minutes", "formats", "stem")],
    ),
    "both": (
        "lesson: a\ncase: b\nquestions: []\n",
        ["3:12 field-present: 'questions' is empty.", "2:1 field-known: A file has no field 'case'."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_files_are_told(text: str, expected: list[str]) -> None:
    found: list[Diagnostic] = []
    questions, _, _ = read_questions(Source("f.yml", text), found.append)
    assert questions == ()
    assert [line.partition(" | ")[0] for line in told(found)] == expected


def test_a_broken_question_does_not_hide_the_others() -> None:
    questions, found = bank(more="  - id: Why?\n    stem: Why?\n  - {id: how}\n")
    assert [question.id for question in questions] == ["when"]
    assert {line.partition(":")[0] for line in told(found)} == {"11", "13"}


def test_variants_are_question_by_format_by_row() -> None:
    question = one(rows="{a: {who: a baker}, b: {who: Ruth}}")
    assert [(variant.id, variant.text) for variant in variants_of(question, formats())] == [
        ("when/a@pair", "When does a baker stop?"),
        ("when/b@pair", "When does Ruth stop?"),
        ("when/a@walk", "When does a baker stop?"),
        ("when/b@walk", "When does Ruth stop?"),
    ]
    walk = {"walk": formats()["walk"]}
    assert [variant.id for variant in variants([question], walk)] == ["when/a@walk", "when/b@walk"]


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.from_regex(r"[A-Z][a-z]{0,5}", fullmatch=True), max_size=5
    )
)
def test_a_row_that_binds_every_slot_leaves_none(values: dict[str, str]) -> None:
    values = {f"slot_{name}": value for name, value in values.items()}
    rows = "{a: {" + ", ".join(f"{name}: '{value}'" for name, value in values.items()) + "}}"
    question = one("Ask " + " ".join(f"{{{name}}}" for name in values), rows)
    assert list(check_question(question, formats())) == []
    assert filled(question, question.rows[0]) == " ".join(["Ask", *values.values()])


def format_of(parts: list[int]) -> Format:
    stages = tuple(Stage("T", part, "I") for part in parts)
    return Format("f", "F", Minutes(1, 9), Minutes(1, 600), "", "", stages, None, Place("f", 1, 1))


@pytest.mark.parametrize(
    ("parts", "minutes", "expected"),
    [
        ([1, 3], 12, (3, 9)),
        ([1, 3, 1], 10, (2, 6, 2)),
        ([1, 1, 1], 10, (4, 3, 3)),
        ([1], 7, (7,)),
        ([0, 1], 4, (2, 2)),
        ([], 4, ()),
        ([1, 1, 1, 1, 1, 1, 5, 5, 5], 10, (1, 1, 1, 1, 1, 1, 2, 1, 1)),
    ],
)
def test_stage_minutes(parts: list[int], minutes: int, expected: tuple[int, ...]) -> None:
    shares = stage_minutes(format_of(parts), Minutes(1, minutes))
    assert sorted(shares) == sorted(expected)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=10), st.integers(0, 110))
@example([1, 1, 1, 1, 1, 1, 5, 5, 5], 1)
def test_stage_minutes_add_up_and_every_stage_has_one(parts: list[int], more: int) -> None:
    total = len(parts) + more
    shares = stage_minutes(format_of(parts), Minutes(1, total))
    assert sum(shares) == total
    assert min(shares) >= 1


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(60, 120))
@example([1, 3], 60)
def test_stages_get_their_parts_of_the_minutes(parts: list[int], total: int) -> None:
    """Where each share is a minute at least, no stage is a minute off what its parts say."""
    for part, share in zip(parts, stage_minutes(format_of(parts), Minutes(1, total)), strict=True):
        assert abs(share - total * part / sum(parts)) < 1


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.integers(60, 120))
def test_a_stage_of_more_parts_is_no_shorter(parts: list[int], total: int) -> None:
    shares = stage_minutes(format_of(parts), Minutes(1, total))
    for part, share in zip(parts, shares, strict=True):
        assert all(share >= other for less, other in zip(parts, shares, strict=True) if less < part)

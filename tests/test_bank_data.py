"""The bank as one JSON file for pages, and sets in links: what is in them, and what is told of a bad link."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.course import Course
from coursewright.exports.bank import BANK, export_bank
from coursewright.exports.runs import compact_runs, compact_text
from coursewright.formats import stage_minutes
from coursewright.inline_markdown import inline, plain
from coursewright.listing import variant_records
from coursewright.load import load_course
from coursewright.model import Minutes
from coursewright.sets import QuestionSet, build_set
from coursewright.sets.candidates import pool
from coursewright.sets.fingerprint import read_fingerprint
from coursewright.sets.link import Linked, LinkedQuestion, LinkError, check, read_link
from coursewright.sets.linked import linked_forms, literal, rows_in_order
from coursewright.sets.rebuild import rebuild
from coursewright.sets.sheet import lines_for
from coursewright.sets.text import Text, text
from coursewright.site import Edition, Site
from tests.conftest import PROJECT, Run
from tests.sets.banks import Q, ask, bank


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(PROJECT, lambda told: None)


@pytest.fixture(scope="module")
def data(course: Course) -> Any:
    return json.loads(export_bank(course, Site())[BANK])


def words_of(value: Any) -> str:
    """A text of the file as somebody reads it."""
    if isinstance(value, str):
        return value
    runs = value if len(value) == 1 else value[1]
    return "".join(run if isinstance(run, str) else run[0] for run in runs)


# The file


def test_a_course_without_questions_has_no_file() -> None:
    assert export_bank(Course(), Site()) == {}


def test_the_file_is_small(course: Course) -> None:
    made = export_bank(course, Site())[BANK].encode()
    assert len(made) <= 150_000
    assert len(gzip.compress(made)) <= 35_000


def test_every_variant_can_be_read_from_it(course: Course, data: Any) -> None:
    found = {}
    for question in data["questions"]:
        for label, case, shown, *_ in question["rows"]:
            for name in question["formats"]:
                owner = question["owner"] if question["owner"] in course.cases else None
                found[f"{question['id']}/{label}@{name}"] = (question["lesson"], case or owner, words_of(shown))
    records = variant_records(course)
    assert len(found) == len(records)
    for record in records:
        assert found[str(record["id"])] == (record["lesson"], record["case"], record["text"])


def test_a_question_says_what_it_asks_and_how(course: Course, data: Any) -> None:
    for record in data["questions"]:
        question = course.questions[record["id"]]
        assert record["objective"] == question.objective.name
        assert (record["process"], record["stance"]) == (question.process, question.stance)
        assert record["minutes"] == [question.minutes.low, question.minutes.high]
        assert record["sharing"] == question.sharing
        assert [question.rows[at].label for at in record["order"]] == [row.label for row in rows_in_order(question)]
        assert all(key in data["works"] for key in record["cites"])


def test_a_format_gives_stages_and_lines_for_every_length_it_is_asked_for(course: Course, data: Any) -> None:
    formats = {record["id"]: record for record in data["formats"]}
    for question in course.questions.values():
        for ref in question.formats:
            record, format_ = formats[ref.name], course.formats[ref.name]
            for minutes in range(question.minutes.low, question.minutes.high + 1):
                at = minutes - record["from"]
                assert record["plans"][at] == list(stage_minutes(format_, Minutes(minutes, minutes)))
                assert record["lines"][at] == lines_for(format_, minutes)


def test_facilitator_notes_are_in_the_instructor_edition_alone(course: Course, data: Any) -> None:
    assert not any("notes" in question for question in data["questions"])
    instructor = json.loads(export_bank(course, Site(Edition.INSTRUCTOR))[BANK])
    notes = {question["id"]: question["notes"] for question in instructor["questions"]}
    for question in course.questions.values():
        for name, phrases in (
            ("listen", question.listen_for),
            ("misread", question.misreadings),
            ("probes", question.probes),
        ):
            assert [words_of(value) for value in notes[question.id][name]] == [
                text(course, phrase.text).plain for phrase in phrases
            ]


# Texts


@pytest.mark.parametrize(
    ("markdown", "value"),
    [
        ("How would you begin?", "How would you begin?"),
        ("the client's chair", ["the client’s chair"]),
        ("Read *Sula* again", ["Read *Sula* again", ["Read ", ["Sula", "em"], " again"]]),
        ("***all***", ["***all***", [["all", "em strong"]]]),
        ("a < b & c", "a < b & c"),
        ("‘a’ and 'b'", ["‘a’ and 'b'", ["‘a’ and ‘b’"]]),
    ],
)
def test_a_text_is_as_short_as_it_can_be(markdown: str, value: object) -> None:
    assert compact_text(Text(markdown, plain(markdown), inline(markdown))) == value


def test_elements_that_say_nothing_are_left_out() -> None:
    html = '<em>On</em> <a href="https://x.org">x.org</a> &amp; <span>z</span>'
    assert compact_runs(Text("", "On x.org & z", html)) == [["On", "em"], " x.org & z"]


@given(st.text(alphabet=st.characters(exclude_characters="\"'", exclude_categories=["C"]), max_size=40))
def test_what_somebody_types_is_shown_as_typed(typed: str) -> None:
    if re.search(r"--|\.\.|\(|\+-|[!?]{4}|,,", typed):
        return  # made typographic, as everywhere
    assert text(Course(), literal(typed)).plain == " ".join(typed.split())


# Links


def link(
    ask: str = "a:pair:r1:r0,b:walk", minutes: str = "20", form: str = "A", title: str = "", about: str = ""
) -> str:
    fields = {"set": "1", "title": title, "about": about, "minutes": minutes, "form": form, "ask": ask}
    fields["check"] = check(list(fields.values()))
    return "https://example.org/questions/build/#" + "&".join(f"{name}={value}" for name, value in fields.items())


def test_a_link_says_what_it_holds() -> None:
    assert read_link(link()) == Linked(
        "", "", 20, "A", (LinkedQuestion("a", "pair", ("r1", "r0")), LinkedQuestion("b", "walk", ()))
    )


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/", "There is no set in this address"),
        ("https://example.org/#top", "There is no set in this address"),
        (link()[:-4], "not whole"),
        (link().replace("pair", "pear"), "not whole"),
        (link().replace("&minutes=20", "&minutes=21"), "not whole"),
        (link().replace("set=1", "set=2"), "another version"),
        (link(ask=""), "no set that can be printed"),
        (link(minutes="twenty"), "no set that can be printed"),
        (link(form="AB"), "no set that can be printed"),
    ],
)
def test_what_is_wrong_with_a_link_is_told(address: str, words: str) -> None:
    with pytest.raises(LinkError, match=words):
        read_link(address)


@given(st.data())
def test_one_wrong_sign_is_always_found(drawn: st.DataObject) -> None:
    good = link().partition("#")[2]
    at = drawn.draw(st.integers(len("set=1&title="), len(good) - 1))
    sign = drawn.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789:,-"))
    if good[at] in "&=" or good[at].lower() == sign:
        return
    with pytest.raises(LinkError):
        read_link(f"#{good[:at]}{sign}{good[at + 1 :]}")


def test_the_forms_of_a_link_ask_its_rows_and_then_the_others() -> None:
    course = bank([Q("a"), Q("b", formats=("walk",))])
    made = linked_forms(course, read_link(link()), "ABCD")
    assert made.notes == ()
    asked = [[item.variant.id for item in form.asked] for form in made.forms]
    assert [ids[0] for ids in asked] == ["a/r1@pair", "a/r0@pair", "a/r2@pair", "a/r1@pair"]
    assert sorted(ids[1] for ids in asked[:3]) == ["b/r0@walk", "b/r1@walk", "b/r2@walk"]
    assert {form.minutes for form in made.forms} == {20}


def test_a_bank_that_grows_does_not_change_the_rows_of_a_link() -> None:
    read = read_link(link(ask="a:pair:r1:r0:r2"))
    small, grown = bank([Q("a")]), bank([Q("0"), Q("a", rows=9), Q("z")])
    for letter in "ABC":
        before, after = (linked_forms(course, read, letter).forms[0] for course in (small, grown))
        assert before.fingerprint == after.fingerprint


def test_rows_nobody_chose_are_those_of_a_set_from_the_command_line() -> None:
    course = bank([Q("a", rows=4)])
    built = build_set(course, ask(12, "ABCD", formats=("pair",)))
    assert isinstance(built, QuestionSet)
    linked = linked_forms(course, read_link(link(ask="a:pair", minutes="12")), "ABCD")
    assert [form.fingerprint for form in linked.forms] == [form.fingerprint for form in built.forms]
    assert len(pool(course, ask().scope)) == 1


def test_what_is_gone_is_told_and_the_rest_kept() -> None:
    course = bank([Q("a"), Q("b")])
    made = linked_forms(course, read_link(link(ask="gone:pair,a:sing:r9:r2,b:walk:r0")), "A")
    assert made.notes == (
        "The question 'gone' is not in the bank; it is left out.",
        "'a' is not asked in the format 'sing'; here it is asked in 'pair'.",
        "'a' has no row 'r9'; another stands in its place.",
    )
    assert [item.variant.id for item in made.forms[0].asked] == ["a/r2@pair", "b/r0@walk"]
    assert linked_forms(course, read_link(link(ask="gone:pair")), "A").forms == ()


def test_its_fingerprint_makes_the_same_questions_again() -> None:
    course = bank([Q("a"), Q("b", formats=("walk",))])
    form = linked_forms(course, read_link(link(form="B")), "B").forms[0]
    again = rebuild(course, read_fingerprint(form.fingerprint))
    assert again.notes == ()
    assert again.form is not None
    assert again.form.asked == form.asked


def test_the_command_prints_the_set_of_a_link(run: Run, tmp_path: Path) -> None:
    asked = "ethos-own-silence:pair:teacher,redefining-account:supervision"
    address = link(ask=asked, minutes="20", form="B", title="Ours", about="Begin.")
    done = run("print", "--link", address, "--to", "md", "-o", tmp_path)
    assert done.exit_code == 0
    assert done.stdout.startswith("Form B, 20 minutes, 2 questions: ")
    sheet = (tmp_path / "questions-b.md").read_text("utf-8")
    assert sheet.startswith("# Ours\n\nForm B · 20 minutes · 2 questions\n")
    assert "\n\nBegin.\n\n" in sheet
    forms = run("print", "--link", address, "--forms", "A,B", "--to", "md", "-o", tmp_path)
    assert [line[:6] for line in forms.stdout.splitlines()] == ["Form A", "Form B"]


def test_the_command_tells_a_bad_link(run: Run, tmp_path: Path) -> None:
    cut = run("print", "--link", link()[:-5], "-o", tmp_path)
    assert cut.exit_code == 2
    assert "The link is not whole" in cut.stderr
    gone = run("print", "--link", link(ask="ethos-own-silense:pair"), "-o", tmp_path)
    assert gone.exit_code == 1
    assert gone.stderr.startswith("The question 'ethos-own-silense' is not in the bank; it is left out.")
    both = run("print", "ethos-50", "--link", link(), "-o", tmp_path)
    assert both.exit_code == 2

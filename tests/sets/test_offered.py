"""Offered sets on the site: made once, kept by what they are made from, linked where they are, never out of date."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from coursewright.course import Course
from coursewright.model import Blueprint
from coursewright.printing import file_name
from coursewright.printing.to_markdown import to_markdown
from coursewright.publication import SHELF
from coursewright.sets import QuestionSet, build_set, make_sheet
from coursewright.sets.link import read_link, write_link
from coursewright.sets.linked import link_form, linked_forms
from coursewright.sets.offered import FILE_KINDS, choice_key, sheet_files, take_stock
from coursewright.sets.places import own_set, owners, sets_of
from coursewright.sets.stored import read_forms, write_forms
from coursewright.weave import Site, put_back, weave, weave_set_page
from coursewright.weave.sets import kilobytes
from tests.conftest import Run, mkdocs_build
from tests.sets.banks import Q, ask, bank, phrase
from tests.sets.test_build import some_bank
from tests.sets.test_fingerprint import again
from tests.sets.test_requests import project
from tests.test_publish import write_bread
from tests.test_tooling_build import digests
from tests.test_worlds import load

BREAD = bank(some_bank(6, 20))


def built(course: Course, blueprint: Blueprint) -> QuestionSet:
    found = build_set(course, blueprint)
    assert isinstance(found, QuestionSet)
    return found


def test_forms_are_read_as_they_were_chosen() -> None:
    course = project()
    for blueprint in course.sets.values():
        chosen = built(course, blueprint)
        assert read_forms(course, blueprint, write_forms(chosen)) == chosen


def test_the_link_of_a_form_asks_the_very_same() -> None:
    course = project()
    for blueprint in course.sets.values():
        for form in built(course, blueprint).forms:
            linked = read_link("#" + write_link(link_form(form)))
            again = linked_forms(course, linked, [form.letter])
            assert (again.notes, again.forms[0].asked) == ((), form.asked)


@pytest.mark.parametrize("text", ["", "{", "[]x", '[["A"]]', '[["A", [["nobody", "r0", "pair", 9]]]]', '[["A", [1]]]'])
def test_a_text_that_is_no_set_is_none(text: str) -> None:
    assert read_forms(BREAD, ask(), text) is None


def test_a_choice_is_kept_under_all_that_decides_it() -> None:
    blueprint = ask(40, "ABC", id="loaf")
    key = choice_key(BREAD, blueprint)
    backwards = replace(BREAD, questions=dict(reversed([*BREAD.questions.items()])))
    reworded = {name: replace(item, stem=phrase("Why {who}?")) for name, item in BREAD.questions.items()}
    elsewhere = bank([*some_bank(6, 20), Q("new", "bread/rise", formats=("write",), rows=1)])
    assert {choice_key(course, blueprint) for course in (backwards, replace(BREAD, questions=reworded))} == {key}
    assert choice_key(elsewhere, blueprint) == key, "a question that no form can ask"
    others = (
        (BREAD, ask(41, "ABC", id="loaf")),
        (BREAD, ask(40, "AB", id="loaf")),
        (BREAD, ask(40, "ABC", id="other")),
        (BREAD, ask(40, "ABC", id="loaf", apply=1)),
        (bank([*some_bank(6, 20), Q("new")]), blueprint),
        (bank(some_bank(6, 20)[:-1]), blueprint),
    )
    assert key not in {choice_key(*other) for other in others}


def test_sheets_are_named_as_the_command_names_them() -> None:
    course = project()
    form = built(course, course.sets["ethos-50"]).forms[0]
    for file in sheet_files(course, form, for_instructors=True):
        kind = file.kind
        assert file.path == f"sets/ethos-50/{file_name(file.sheet, kind.kind, kind.paper, kind.large)}"


def test_a_set_belongs_to_its_lessons_or_its_cases() -> None:
    course = project()
    assert owners(course, course.sets["module-1-90"]) == ("redefining", "ethos", "made-of")
    assert owners(course, course.sets["supervision-30"]) == ("redefining", "ethos", "made-of")
    assert owners(course, course.sets["at-her-own-pace-50"]) == ("at-her-own-pace",)
    assert owners(course, replace(course.sets["ethos-50"], scope=ask().scope)) == tuple(course.lessons)


def test_every_lesson_and_every_case_has_a_set_of_its_own() -> None:
    course = project()
    pages = [lesson.page for lesson in course.lessons.values()] + [case.page for case in course.cases.values()]
    for page in pages:
        own = own_set(course, page)
        assert own, page.id
        assert sets_of(course, page)[0] == own, page.id
    for folder, index in course.modules.items():
        assert index, folder
        assert sets_of(course, index), folder


def test_sets_stand_in_the_order_of_the_course_and_those_about_several_lessons_after_the_others() -> None:
    course = project()
    module = course.modules["1-from-hierarchy-to-partnership"]
    assert module
    names = [item.id for item in sets_of(course, module)]
    assert names == ["redefining-50", "ethos-50", "made-of-50", "module-1-90", "supervision-30"]
    lesson = course.lessons["ethos"].page
    assert [item.id for item in sets_of(course, lesson)] == ["ethos-50", "module-1-90", "supervision-30"]


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (84_400, "84 KB"), (999_400, "999 KB"), (999_600, "1.0 MB"), (1_240_000, "1.2 MB")]
)
def test_sizes_are_as_people_read_them(size: int, words: str) -> None:
    assert kilobytes(size) == words


@pytest.fixture
def bread(tmp_path: Path) -> Path:
    return write_bread(tmp_path / "bread")


def offered(run: Run, root: Path, *options: str) -> str:
    result = run("print", "--offered", *options, root=root)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_sheets_are_made_once_and_only_what_changed_again(run: Run, bread: Path) -> None:
    assert offered(run, bread) == "12 sheets of 1 offered set: 12 made.\n"
    first = {path.name: path.stat().st_mtime_ns for path in (bread / SHELF).iterdir()}
    assert offered(run, bread) == "12 sheets of 1 offered set: none was missing.\n"
    assert {path.name: path.stat().st_mtime_ns for path in (bread / SHELF).iterdir()} == first
    bank_file = bread / "course" / "questions" / "kneading.yml"
    bank_file.write_text(bank_file.read_text("utf-8").replace("{who: a baker}", "{who: a miller}"), "utf-8")
    assert offered(run, bread) == "12 sheets of 1 offered set: 6 made.\n"
    again = {path.name for path in (bread / SHELF).iterdir()}
    assert len(again) == len(first) == 13, "what is out of date is taken away"
    assert len(again & set(first)) == 7


def test_guides_for_facilitators_come_when_they_are_asked_for_and_stay(run: Run, bread: Path) -> None:
    offered(run, bread)
    assert offered(run, bread, "--facilitator") == "24 sheets of 1 offered set: 12 made.\n"
    assert offered(run, bread) == "12 sheets of 1 offered set: none was missing.\n"
    assert offered(run, bread, "--facilitator") == "24 sheets of 1 offered set: none was missing.\n"


def test_half_a_file_and_a_lost_choice_do_no_harm(run: Run, bread: Path) -> None:
    offered(run, bread)
    whole = digests(bread / SHELF)
    pdf, choice = (next((bread / SHELF).glob(pattern)) for pattern in ("*.pdf", "*.json"))
    pdf.rename(pdf.with_name(f"{pdf.name}.123"))
    choice.write_text("[[", "utf-8")
    assert offered(run, bread) == "12 sheets of 1 offered set: 1 made.\n"
    assert digests(bread / SHELF) == whole


def test_a_set_that_cannot_be_built_is_told_and_hinders_no_other(run: Run, bread: Path) -> None:
    (bread / "course" / "sets" / "long.yml").write_text(
        "id: long\ntitle: Long\ninstructions: Wait.\nscope: {lessons: [kneading]}\nminutes: 500\nforms: [A]\n", "utf-8"
    )
    result = run("print", "--offered", root=bread)
    assert result.stdout == "12 sheets of 1 offered set: 12 made.\n"
    assert "The set 'long' can't be built: coursewright check says why." in result.stderr


@pytest.mark.parametrize("scope", ["lessons: [nowhere]", "cases: [nowhere]", "objectives: [no/where]"])
def test_a_set_about_nothing_that_exists_stops_nothing(run: Run, bread: Path, scope: str) -> None:
    """`check` tells it; pages are built all the same."""
    blueprint = bread / "course" / "sets" / "dough-talk.yml"
    blueprint.write_text(blueprint.read_text("utf-8").replace("lessons: [kneading]", scope), "utf-8")
    assert offered(run, bread) == "0 sheets of 0 offered sets: none was missing.\n"
    course, _ = load(bread)
    for path in (*course.pages, "index.md"):
        weave("/// sets\n///\n", course, path)
    assert "print --offered" in whole_page(course)


def whole_page(course: Course) -> str:
    markdown, pieces = weave_set_page(course, course.sets["dough-talk"], Site(), {})
    return put_back(put_back(markdown, pieces.searchable), pieces.quiet)


def test_letters_of_which_no_font_is_at_hand_are_told(run: Run, bread: Path) -> None:
    """The other kinds of file are made all the same."""
    blueprint = bread / "course" / "sets" / "dough-talk.yml"
    blueprint.write_text(blueprint.read_text("utf-8").replace("Bring a loaf.", "Bring a \U000f0041."), "utf-8")
    result = run("print", "--offered", root=bread)
    assert result.exit_code == 0
    assert result.stdout == "12 sheets of 1 offered set: 6 made.\n"
    assert result.stderr.count("sets/dough-talk/dough-talk-a.pdf: ") == 1
    assert "No font here has" in result.stderr


def test_offered_goes_with_no_set(run: Run, bread: Path) -> None:
    assert run("print", "dough-talk", "--offered", root=bread).exit_code == 2


def links(site: Path, page: str) -> dict[str, str]:
    """Words of a link → the file that it leads to, of all links to sheets on a page."""
    html = (site / page).read_text("utf-8")
    found = re.findall(r'<a href="([^"]*dough-talk-[^"]*)">(.*?)</a>', html)
    return {re.sub("<[^>]+>", "", words): normpath(join(dirname(page), address)) for address, words in found}


@pytest.mark.parametrize("urls", [True, False])
def test_sheets_are_linked_from_lesson_module_set_and_list_and_are_there(run: Run, tmp_path: Path, urls: bool) -> None:
    bread = write_bread(tmp_path / "bread", use_directory_urls=urls)
    module = bread / "docs" / "1-dough" / "index.md"
    module.write_text(f"{module.read_text('utf-8')}\n/// sets\n///\n", "utf-8")
    offered(run, bread, "--facilitator")
    site = tmp_path / "site"
    build = mkdocs_build(bread, site)
    assert build.returncode == 0, build.stdout
    ending = "/index.html" if urls else ".html"
    for page in (f"1-dough/kneading{ending}", "1-dough/index.html", f"sets/dough-talk{ending}"):
        found = links(site, page)
        assert len(found) == 12, page
        for words, file in found.items():
            assert re.fullmatch(r"Form [AB] · (.+) \((\d+) KB\)", words)
            assert words.endswith(f"({kilobytes((site / file).stat().st_size)})")
        assert {re.sub(r"Form . · | \(.*", "", words) for words in found} == {kind.label for kind in FILE_KINDS}
    assert [path.name for path in (site / "sets").rglob("*facilitator*")] == []


def test_without_sheets_the_pages_say_how_to_make_them(bread: Path, tmp_path: Path) -> None:
    build = mkdocs_build(bread, tmp_path / "site")
    assert build.returncode == 0, build.stdout
    for page in ("1-dough/kneading/index.html", "sets/dough-talk/index.html"):
        assert "coursewright print --offered" in (tmp_path / "site" / page).read_text("utf-8")
        assert links(tmp_path / "site", page) == {}
    assert [*(tmp_path / "site" / "sets").rglob("*.pdf")] == []


def test_a_remembered_build_notices_new_sheets_and_two_builds_are_the_same(
    run: Run, bread: Path, tmp_path: Path
) -> None:
    for name in ("before", "one", "two"):
        build = mkdocs_build(bread, tmp_path / name)
        assert build.returncode == 0, build.stdout
        offered(run, bread)
    assert digests(tmp_path / "before") != digests(tmp_path / "one") == digests(tmp_path / "two")
    other = write_bread(tmp_path / "other")
    offered(run, other)
    assert mkdocs_build(other, tmp_path / "three").returncode == 0
    assert digests(tmp_path / "three") == digests(tmp_path / "one")


def test_a_sheet_that_is_out_of_date_is_not_linked(run: Run, bread: Path) -> None:
    offered(run, bread)
    course, _ = load(bread)
    assert take_stock(course, bread / SHELF, False)["dough-talk"].is_whole
    stems = {name: replace(item, stem=phrase("Why {who}?")) for name, item in course.questions.items()}
    stock = take_stock(replace(course, questions=stems), bread / SHELF, False)
    assert stock["dough-talk"].files == ()
    shutil.rmtree(bread / SHELF)
    assert take_stock(course, bread / SHELF, False) == {}


def test_an_old_sheet_is_the_same_from_a_bank_that_changed_round_it() -> None:
    """The bank grew, lost every question that the sheet does not ask, and was put in another order."""
    course = project()
    for blueprint in (course.sets["ethos-50"], course.sets["module-1-90"]):
        for form in built(course, blueprint).forms:
            asked = {item.variant.question.id for item in form.asked}
            kept = {name: item for name, item in reversed([*course.questions.items()]) if name in asked}
            new = {f"new-{name}": replace(item, id=f"new-{name}") for name, item in course.questions.items()}
            changed = replace(course, questions={**new, **kept}, formats=dict(reversed([*course.formats.items()])))
            rebuilt = again(changed, form.fingerprint)
            assert rebuilt.form is not None
            assert rebuilt.notes == ()
            assert to_markdown(make_sheet(changed, rebuilt.form, False)) == to_markdown(make_sheet(course, form, False))

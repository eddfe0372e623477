"""`coursewright cite verify` and `cite add`, asked of a machine that answers from `tests/recorded/`."""

from pathlib import Path

import pytest

from coursewright.verify import commands
from tests.conftest import Run
from tests.verify.conftest import Answer, Machine

BIB = """% Works on the alliance.

@article{bordin1979,
  author = {Bordin, Edward S.},
  title = {The generalizability of the psychoanalytic concept of the working alliance},
  journal = {Psychotherapy: Theory, Research \\& Practice},
  year = {1979}, volume = {16}, number = {3}, pages = {252--260},
  doi = {10.1037/h0085885},
  verification = {reference-lists}
}

@article{horvath1991,
  author = {Horvath, Adam O. and Symonds, B. Dianne},
  title = {Relation between working alliance and outcome in psychotherapy: {A} meta-analysis},
  journal = {Journal of Counseling Psychology},
  year = {1991}, volume = {38}, number = {2}, pages = {139--149},
  doi = {10.1037/0022-0167.38.2.139}
}

@article{zilchamano2017,
  author = {Zilcha-Mano, Sigal},
  title = {Is the alliance really therapeutic? {Revisiting} this question in light of recent methodological advances},
  journal = {American Psychologist},
  year = {2017}, volume = {72}, number = {4}, pages = {311--325}
}

@book{frank1991,
  author = {Frank, Jerome D. and Frank, Julia B.},
  title = {Persuasion and healing: {A} comparative study of psychotherapy},
  edition = {3rd}, publisher = {Johns Hopkins University Press}, year = {1991}, isbn = {978-0-8018-4636-6},
  verification = {record}
}

@book{anderson1997,
  author = {Anderson, Harlene},
  title = {Conversation, language, and possibilities: {A} postmodern approach to therapy},
  publisher = {Basic Books}, year = {1997}
}

@misc{case1976, title = {Tarasoff v. Regents}, year = {1976}, howpublished = {17 Cal. 3d 425}}
"""
ANSWERS = {
    "/works/10.1037/h0085885": "crossref-bordin1979.json",
    "/works/10.1037/0022-0167.38.2.139": "crossref-other.json",
    "/works": "crossref-search.json",
    "/api/books": "open-library-book.json",
    "/search.json": "open-library-search.json",
    "/works/10.5555/Rolling.2": "crossref-book.json",
}

TABLE = """\
bordin1979      agrees     Crossref
                Its field 'verification' may say 'record'.
horvath1991     differs    Crossref
                title    here   Relation between working alliance and outcome in psychotherapy: A meta-analysis
                         there  Relation between working alliance and outcome in counselling: A meta-analysis.
                authors  here   Horvath, Adam O.; Symonds, B. Dianne
                         there  Horvath, Adam O.; Symonds, B. Dianne; Greenberg, Leslie S.
                year     here   1991
                         there  1992
                journal  here   Journal of Counseling Psychology
                         there  Journal of Consulting Psychology
                issue    here   2
                         there  4
                pages    here   139–149
                         there  139-150
zilchamano2017  agrees     Crossref
                Its DOI may be 10.1037/a0040435.
frank1991       agrees     Open Library
anderson1997    agrees     Open Library
                Its field 'verification' may say 'record'.
case1976        not asked
                It has neither a DOI nor an ISBN, and no catalogue that can be asked keeps works of this kind.
agrees: 4; differs: 1; not asked: 1
"""


@pytest.fixture
def course(tmp_path: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a bibliography, and catalogues that know its works."""
    root = tmp_path / "course"
    (root / "bib").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "bib" / "references.bib").write_text(BIB, "utf-8")
    machine.answers |= {path: [Answer(file)] for path, file in ANSWERS.items()}
    monkeypatch.setattr(commands, "SERVICES", machine.services())
    return root


def test_the_whole_bibliography_as_a_table(run: Run, course: Path) -> None:
    done = run("cite", "verify", root=course)
    assert done.exit_code == 1
    assert done.stdout == TABLE
    assert (course / "bib" / "references.bib").read_text("utf-8") == BIB, "verify changes nothing"


@pytest.mark.parametrize(
    ("keys", "answers", "code", "words"),
    [
        (["bordin1979"], {}, 0, "agrees: 1"),
        (["case1976"], {}, 0, "not asked: 1"),
        (["bordin1979", "horvath1991"], {}, 1, "agrees: 1; differs: 1"),
        (
            ["bordin1979"],
            {"/works/10.1037/h0085885": Answer(status=404)},
            1,
            "Crossref has no record of the DOI 10.1037/h0085885.",
        ),
        (["frank1991"], {"/api/books": Answer(text="{}")}, 1, "Open Library has no record of the ISBN 9780801846366."),
        (
            ["anderson1997"],
            {"/search.json": Answer(text='{"docs": []}')},
            1,
            "Open Library has no record of this title and author.",
        ),
        (
            ["bordin1979", "zilchamano2017"],
            {"/works/10.1037/h0085885": Answer(status=429, headers=(("Retry-After", "900"),))},
            2,
            "no answer: 2",
        ),
        (
            ["bordin1979", "horvath1991"],
            {"/works/10.1037/h0085885": Answer(text="Oh dear", status=500)},
            1,
            "differs: 1; no answer: 1",
        ),
    ],
    ids=["agrees", "not asked", "differs", "no DOI", "no ISBN", "no title", "rate limit", "both"],
)
def test_exit_codes(
    run: Run, course: Path, machine: Machine, keys: list[str], answers: dict[str, Answer], code: int, words: str
) -> None:
    machine.answers |= {path: [answer] for path, answer in answers.items()}
    done = run("cite", "verify", *keys, root=course)
    assert done.exit_code == code
    assert words in done.stdout


@pytest.mark.parametrize(
    ("doi", "remark"),
    [
        ("10.1037/h0085885", "The unconfirmed DOI 10.1037/h0085885 is this work's: move it to 'doi'."),
        ("10.1037/0022-0167.38.2.139", "The unconfirmed DOI 10.1037/0022-0167.38.2.139 may be another work's."),
    ],
)
def test_an_unconfirmed_doi_is_confirmed_or_not(run: Run, course: Path, doi: str, remark: str) -> None:
    text = BIB.replace("doi = {10.1037/h0085885}", f"unverifieddoi = {{{doi}}}")
    (course / "bib" / "references.bib").write_text(text, "utf-8")
    assert remark in run("cite", "verify", "bordin1979", root=course).stdout


def test_an_unknown_key_is_told_with_the_nearest(run: Run, course: Path, machine: Machine) -> None:
    done = run("cite", "verify", "bordin1797", root=course)
    assert done.exit_code == 2
    assert "No reference has the key 'bordin1797'; did you mean 'bordin1979'?" in done.stderr
    assert not machine.asked


def test_a_second_run_asks_nothing(run: Run, course: Path, machine: Machine) -> None:
    first = run("cite", "verify", root=course).stdout
    number = len(machine.asked)
    assert run("cite", "verify", root=course).stdout == first
    assert len(machine.asked) == number == 5


def test_without_the_library_the_command_says_what_to_install(
    run: Run, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "find_spec", lambda name: None)
    for arguments in (["verify"], ["add", "10.1037/h0085885"]):
        done = run("cite", *arguments, root=course)
        assert done.exit_code == 2
        assert "pip install 'coursewright[verify]'" in done.stderr


def test_a_work_is_added_with_a_key_of_its_own(run: Run, course: Path) -> None:
    done = run("cite", "add", "https://doi.org/10.5555/Rolling.2", root=course)
    entry = (
        "@book{vanderkolk2015,\n"
        "  author = {van der Kolk, Bessel A. and {Research Group \\#2} and Kivlighan, Jr., Dennis M.},\n"
        "  title = {Dialogue \\& difference in {DNA} research: {A} guide for 100\\% of us},\n"
        "  edition = {2},\n"
        "  publisher = {Guilford Press},\n"
        "  year = {2015},\n"
        "  doi = {10.5555/Rolling.2},\n"
        "  isbn = {9781462530304},\n"
        "  verification = {record},\n"
        "}\n"
    )
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{entry}Added to ")
    assert "cite it as [@vanderkolk2015]." in done.stdout
    assert (course / "bib" / "references.bib").read_text("utf-8") == f"{BIB}\n{entry}"


def test_what_was_added_agrees_with_its_record(run: Run, course: Path) -> None:
    run("cite", "add", "10.5555/Rolling.2", root=course)
    done = run("cite", "verify", "vanderkolk2015", root=course)
    assert (done.exit_code, done.stdout) == (0, "vanderkolk2015  agrees     Crossref\nagrees: 1\n")


def test_a_book_is_added_by_its_isbn_to_a_file_of_its_own(run: Run, course: Path) -> None:
    (course / "bib" / "references.bib").write_text("", "utf-8")
    done = run("cite", "add", "0-8018-4636-6", "--bib", "bib/more.bib", root=course)
    assert done.exit_code == 1, "Open Library answers by the ISBN that it is asked for"
    done = run("cite", "add", "978-0-8018-4636-6", "--bib", "bib/more.bib", root=course)
    assert done.exit_code == 0
    assert (
        (course / "bib" / "more.bib")
        .read_text("utf-8")
        .startswith("@book{frank1991,\n  author = {Frank, Jerome D. and")
    )
    assert (course / "bib" / "references.bib").read_text("utf-8") == ""


def test_a_file_keeps_its_line_ends(run: Run, course: Path) -> None:
    file = course / "bib" / "references.bib"
    file.write_bytes(BIB.replace("\n", "\r\n").encode())
    run("cite", "add", "10.5555/Rolling.2", root=course)
    added = file.read_bytes()
    assert added.startswith(BIB.replace("\n", "\r\n").encode())
    assert added.count(b"\n") == added.count(b"\r\n")
    assert added.endswith(b"  verification = {record},\r\n}\r\n")


def test_a_file_that_is_not_utf_8_is_left_alone(run: Run, course: Path) -> None:
    file = course / "bib" / "references.bib"
    file.write_bytes("@book{flü2000, title = {Flü}}".encode("cp1252"))
    done = run("cite", "add", "10.5555/Rolling.2", root=course)
    assert done.exit_code == 1
    assert "is not UTF-8" in done.stderr
    assert file.read_bytes() == "@book{flü2000, title = {Flü}}".encode("cp1252")


def test_a_key_that_is_taken_gets_a_letter(run: Run, course: Path) -> None:
    taken = "@book{vanderKolk2015, title = {Another}, year = {2015}}\n"
    (course / "bib" / "references.bib").write_text(taken, "utf-8")
    assert "[@vanderkolk2015b]" in run("cite", "add", "10.5555/Rolling.2", root=course).stdout


@pytest.mark.parametrize("number", ["10.1037/h0085885", "doi:10.1037/H0085885", "9780801846366"])
def test_a_work_that_is_there_already_is_not_added(run: Run, course: Path, machine: Machine, number: str) -> None:
    machine.answers["/works/10.1037/H0085885"] = machine.answers["/works/10.1037/h0085885"]
    done = run("cite", "add", number, root=course)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: Not added. ")
    assert "bib/references.bib:" in done.stderr
    assert (course / "bib" / "references.bib").read_text("utf-8") == BIB


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        ("10.9999/nothing", 1, "Crossref has no record of 10.9999/nothing."),
        ("rogers1961", 2, "'rogers1961' is neither a DOI, such as 10.1037/h0085885, nor an ISBN whose digits fit."),
        ("978-0-8018-4636-5", 2, "nor an ISBN whose digits fit"),
    ],
)
def test_what_can_not_be_added(run: Run, course: Path, number: str, code: int, words: str) -> None:
    done = run("cite", "add", number, root=course)
    assert (done.exit_code, words in done.stderr) == (code, True)


TWO = ("bordin1979", "zilchamano2017")


def test_where_one_of_several_gets_no_answer_the_others_are_compared_and_kept(
    run: Run, course: Path, machine: Machine
) -> None:
    path = "/works/10.1037/h0085885"
    machine.answers[path] = [Answer(text="Oh dear", status=500), *machine.answers[path]]
    first = run("cite", "verify", *TWO, root=course)
    assert first.stdout.splitlines()[:2] == [
        "bordin1979      no answer  Crossref",
        "                Crossref answered with an error: 500.",
    ]
    assert first.stdout.endswith("no answer: 1\nWhat was answered is kept: run this again for the rest.\n")
    machine.asked.clear()
    second = run("cite", "verify", *TWO, root=course)
    assert "no answer" not in second.stdout
    assert [asked for asked, _, _ in machine.asked] == [path], "the other answer is kept"


def test_who_stops_it_sees_what_has_come_so_far(
    run: Run, course: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: float) -> None:
        if machine.asked:
            raise KeyboardInterrupt

    monkeypatch.setattr(commands, "SERVICES", {**machine.services(), "sleep": stop})
    done = run("cite", "verify", *TWO, root=course)
    assert done.exit_code == 2
    assert "bordin1979      agrees     Crossref" in done.stdout
    assert "zilchamano2017  no answer\n                It was not asked." in done.stdout


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(text="Enough", status=429), "Crossref answered with an error: 429 (asked too often)."),
        (Answer(status=429, headers=(("Retry-After", "900"),)), "Crossref asks for a pause of 900 seconds."),
        (Answer(text="Oh dear", status=502), "Crossref answered with an error: 502."),
        (Answer(text='{"message": '), "Crossref answered in a form that is not its own."),
        (Answer(text='{"message": "no"}'), "Crossref answered in a form that is not its own."),
    ],
    ids=["429 for ever", "429 and a long pause", "502", "half an answer", "another shape"],
)
def test_without_an_answer_nothing_is_added(
    run: Run, course: Path, machine: Machine, answer: Answer, words: str
) -> None:
    machine.answers["/works/10.5555/Rolling.2"] = [answer]
    done = run("cite", "add", "10.5555/Rolling.2", root=course)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {words}")
    assert (course / "bib" / "references.bib").read_text("utf-8") == BIB


def test_a_catalogue_that_is_silent_is_told_and_nothing_is_added(
    run: Run, course: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(commands.SERVICES, "timeout", 0.3)
    for number in ("10.1037/h0085885", "10.5555/Rolling.2"):
        machine.answers[f"/works/{number}"] = [Answer(silent=True)]
    verified = run("cite", "verify", "bordin1979", root=course)
    assert verified.exit_code == 2
    assert "Crossref did not answer within 0.3 seconds." in verified.stdout
    added = run("cite", "add", "10.5555/Rolling.2", root=course)
    assert added.exit_code == 2
    assert added.stderr.startswith("Error: Crossref did not answer within 0.3 seconds. Nothing was added.")
    assert (course / "bib" / "references.bib").read_text("utf-8") == BIB


def test_without_a_connection_nothing_is_added(run: Run, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = "http://127.0.0.1:9"
    monkeypatch.setattr(
        commands, "SERVICES", {"crossref": nowhere, "open_library": nowhere, "sleep": lambda _: None, "timeout": 2}
    )
    for number in ("10.5555/Rolling.2", "9781462530304"):
        done = run("cite", "add", number, root=course)
        assert (done.exit_code, "can't be reached. Nothing was added." in done.stderr) == (2, True)
    assert run("cite", "verify", root=course).stdout.count("can't be reached") == 5
    assert (course / "bib" / "references.bib").read_text("utf-8") == BIB


def test_a_work_is_added_after_a_pause_that_was_asked_for(run: Run, course: Path, machine: Machine) -> None:
    found = machine.answers["/works/10.5555/Rolling.2"]
    machine.answers["/works/10.5555/Rolling.2"] = [Answer(status=429, headers=(("Retry-After", "3"),)), *found]
    assert run("cite", "add", "10.5555/Rolling.2", root=course).exit_code == 0
    assert 3.0 in machine.slept


def test_a_record_of_odd_signs_leaves_the_file_whole(run: Run, course: Path, machine: Machine) -> None:
    odd = (
        '{"message": {"title": ["a\\u0000b"], "type": "book", "DOI": "10.1/a}", "publisher": "P",'
        ' "issued": {"date-parts": [[2001]]}, "author": [{"family": "{Odd", "given": "Y\\\\"}]}}'
    )
    machine.answers["/works/10.5555/odd"] = [Answer(text=odd)]
    done = run("cite", "add", "10.5555/odd", root=course)
    assert done.exit_code == 0
    assert "author = {\\textbraceleft{}Odd, Y\\textbackslash{}}" in done.stdout
    assert "title = {ab}" in done.stdout
    assert "doi = {10.5555/odd}" in done.stdout
    assert run("cite", "verify", "odd2001", root=course).exit_code == 0


def test_a_file_that_can_not_be_written_is_told_with_the_entry(run: Run, course: Path) -> None:
    (course / "bib" / "file").write_text("", "utf-8")
    done = run("cite", "add", "10.5555/Rolling.2", "--bib", str(course / "bib" / "file" / "more.bib"), root=course)
    assert done.exit_code == 1
    assert "can't be written (File exists). This was to be added:\n@book{vanderkolk2015" in done.stderr

"""Asking: what is sent, what is kept, and what becomes of silence, errors and requests to wait."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coursewright.verify.ask import Catalogues, NoAnswerError, Services, TooOftenError
from tests.verify.conftest import Answer, Machine

FOUND = Answer("crossref-bordin1979.json")
SILENCE = Answer(silent=True)
DOI = "10.1037/h0085885"


def test_a_work_is_found_by_its_doi_and_nothing_else_is_sent(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers[f"/works/{DOI}"] = [FOUND]
    assert catalogues.work(DOI)["page"] == "252-260"
    ((path, query, headers),) = machine.asked
    assert (path, query) == (f"/works/{DOI}", {})
    assert "mailto:reader@example.org" in headers["User-Agent"]
    assert "coursewright/" in headers["User-Agent"]


@pytest.mark.parametrize("doi", ["10.1002/(SICI)1097-4679(199807)54:5<1::AID-X>3.0.CO;2-#", "10.1000/a?b=c%20d"])
def test_a_doi_of_odd_characters_arrives_whole(machine: Machine, catalogues: Catalogues, doi: str) -> None:
    machine.answers[f"/works/{doi}"] = [FOUND]
    assert catalogues.work(doi)


def test_a_search_sends_title_year_and_first_author(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers["/works"] = [Answer("crossref-search.json")]
    assert len(catalogues.works("Is the alliance really therapeutic?", "Zilcha-Mano", "2017")) == 2
    ((_, query, _),) = machine.asked
    assert query.keys() == {"select", "rows", "query.bibliographic", "query.author"}
    assert {name: query[name] for name in query if name.startswith("query")} == {
        "query.bibliographic": ["Is the alliance really therapeutic? 2017"],
        "query.author": ["Zilcha-Mano"],
    }


def test_a_book_is_found_by_its_isbn(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers["/api/books"] = [Answer("open-library-book.json")]
    assert catalogues.book("9780801846366")["title"] == "Persuasion and healing"
    ((_, query, headers),) = machine.asked
    assert query == {"bibkeys": ["ISBN:9780801846366"], "jscmd": ["data"], "format": ["json"]}
    assert "reader@example.org" in headers["User-Agent"]


def test_without_an_address_none_is_sent(machine: Machine, tmp_path: Path) -> None:
    anonymous = Catalogues(Services(**machine.services()), tmp_path)
    anonymous.work(DOI)
    anonymous.book("9780801846366")
    assert not any("mailto" in headers["User-Agent"] for _, _, headers in machine.asked)


def test_what_was_found_is_kept_and_not_asked_again(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers[f"/works/{DOI}"] = [FOUND]
    first, second = catalogues.work(DOI), catalogues.work(DOI)
    assert first == second
    assert len(machine.asked) == 1
    assert [f"doi {DOI}" in file.read_text("utf-8") for file in catalogues.folder.iterdir()] == [True]


def test_what_was_not_found_is_asked_again_another_day(machine: Machine, catalogues: Catalogues) -> None:
    assert catalogues.work(DOI) is None
    machine.answers[f"/works/{DOI}"] = [FOUND]
    assert catalogues.work(DOI)


def test_a_kept_answer_that_is_broken_is_asked_for_again(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers[f"/works/{DOI}"] = [FOUND]
    catalogues.work(DOI)
    for file in catalogues.folder.iterdir():
        file.write_text("{", "utf-8")
    assert catalogues.work(DOI)


def too_often(wait: str) -> Answer:
    return Answer("crossref-too-often.json", status=429, headers=(("Retry-After", wait),))


@pytest.mark.parametrize(
    ("answers", "waits"),
    [
        ([too_often("7"), FOUND], [7.0]),
        ([Answer(text="Slow down", status=429), Answer(text="Slow down", status=429), FOUND], [2.0, 4.0]),
        ([Answer(status=503, headers=(("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"),)), FOUND], [1.0]),
        ([Answer(status=503, headers=(("Retry-After", "soon"),)), FOUND], [2.0]),
    ],
    ids=["as told", "longer each time", "until a moment that is past", "as well as can be"],
)
def test_who_asks_too_often_waits_and_asks_again(
    machine: Machine, catalogues: Catalogues, answers: list[Answer], waits: list[float]
) -> None:
    machine.answers[f"/works/{DOI}"] = answers
    assert catalogues.work(DOI)
    assert [slept for slept in machine.slept if slept >= 1] == waits


def test_a_search_that_is_refused_is_tried_again_too(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers["/works"] = [too_often("1"), Answer("crossref-search.json")]
    assert catalogues.works("Is the alliance really therapeutic?", "Zilcha-Mano", "2017")


def test_a_catalogue_that_wants_a_long_pause_is_left_alone(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers[f"/works/{DOI}"] = [too_often("3600")]
    for _ in range(2):
        with pytest.raises(TooOftenError, match=r"^asks for a pause of 3600 seconds$"):
            catalogues.work(DOI)
    assert len(machine.asked) == 1
    assert catalogues.book("9780801846366") is None, "the other catalogue may still be asked"


@pytest.mark.parametrize(
    ("answer", "reason", "times"),
    [
        (Answer(text="Oh dear", status=500), "answered with an error: 500", 1),
        (Answer(text="Enough", status=429), "answered with an error: 429 (asked too often)", 3),
        (Answer(text="<html>A page</html>"), "answered in a form that is not its own", 1),
        (Answer(text="{}"), "answered in a form that is not its own", 1),
        (Answer(text='{"message": '), "answered in a form that is not its own", 1),
        (Answer(text='{"message": ["a list"]}'), "answered in a form that is not its own", 1),
        (Answer(text="[1, 2]"), "answered in a form that is not its own", 1),
        (Answer(text='{"message": ' + "[" * 9999 + "]" * 9999 + "}"), "answered in a form that is not its own", 1),
    ],
)
def test_what_is_no_answer_is_told_in_words(
    machine: Machine, catalogues: Catalogues, answer: Answer, reason: str, times: int
) -> None:
    machine.answers[f"/works/{DOI}"] = [answer]
    with pytest.raises(NoAnswerError) as raised:
        catalogues.work(DOI)
    assert str(raised.value) == reason
    assert len(machine.asked) == times
    assert not catalogues.folder.exists()


def test_a_catalogue_that_is_silent_is_not_waited_for_longer_than_one_said(
    machine: Machine, catalogues: Catalogues
) -> None:
    catalogues.services = replace(catalogues.services, timeout=0.3)
    machine.answers[f"/works/{DOI}"] = [SILENCE]
    with pytest.raises(NoAnswerError, match=r"^did not answer within 0\.3 seconds$"):
        catalogues.work(DOI)
    assert len(machine.asked) == 1
    assert not catalogues.folder.exists()


@pytest.mark.parametrize(
    "ask", [lambda c: c.works("T", "A", "2000"), lambda c: c.book("1"), lambda c: c.books("T", "")]
)
def test_a_machine_that_is_not_there_is_told(ask: Any, tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    catalogues = Catalogues(Services(nowhere, nowhere, timeout=2, sleep=lambda _: None), tmp_path)
    with pytest.raises(NoAnswerError, match=r"^can't be reached$"):
        ask(catalogues)


@pytest.mark.parametrize(
    ("path", "text", "ask"),
    [
        ("/works", '{"message": {"items": {"title": "T"}}}', lambda c: c.works("T", "A", "2000")),
        ("/api/books", "[]", lambda c: c.book("1")),
        ("/search.json", '{"docs": 3}', lambda c: c.books("T", "A")),
    ],
)
def test_an_answer_of_another_shape_is_no_answer(
    machine: Machine, catalogues: Catalogues, path: str, text: str, ask: Any
) -> None:
    machine.answers[path] = [Answer(text=text)]
    with pytest.raises(NoAnswerError, match=r"^answered in a form that is not its own$"):
        ask(catalogues)


def test_who_is_refused_three_times_without_a_word_of_how_long_does_not_ask_again(
    machine: Machine, catalogues: Catalogues
) -> None:
    machine.answers["/works/10.1/a"] = [Answer(text="Enough", status=429)]
    for _ in range(2):
        with pytest.raises(TooOftenError, match="429"):
            catalogues.work("10.1/a")
    assert len(machine.asked) == 3
    assert sum(machine.slept) < 10


def test_a_catalogue_that_is_silent_three_times_in_a_row_is_left_alone(
    machine: Machine, catalogues: Catalogues
) -> None:
    machine.answers = {f"/works/10.1/{name}": [SILENCE] for name in "abdef"} | {"/works/10.1/c": [FOUND]}
    patient = catalogues.services
    said = []
    for name in "abcdefg":
        catalogues.services = patient if name == "c" else replace(patient, timeout=0.3)
        try:
            catalogues.work(f"10.1/{name}")
        except NoAnswerError as failure:
            said.append(str(failure))
    silence = "did not answer within 0.3 seconds"
    assert said == [silence] * 5 + [f"was not asked: before, it {silence} (3 times in a row)"]


def test_an_answer_that_can_not_be_kept_is_an_answer(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    catalogues = Catalogues(Services(**machine.services()), tmp_path / "file" / "kept")
    machine.answers[f"/works/{DOI}"] = [FOUND]
    assert catalogues.work(DOI)


def test_halves_of_characters_are_replaced(machine: Machine, catalogues: Catalogues) -> None:
    machine.answers[f"/works/{DOI}"] = [Answer(text='{"message": {"title": ["\\ud800 T"]}}')]
    assert catalogues.work(DOI) == catalogues.work(DOI) == {"title": ["? T"]}

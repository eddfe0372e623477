"""The whole bank of this project's course, every variant of it; planted faults; any text at all; the labelled set."""

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.blocks import SLOT
from coursewright.course import Course
from coursewright.diagnostics import Rule
from coursewright.load import load_course
from coursewright.variants import variants
from coursewright.wording import check_wording, fill_rows
from coursewright.wording.check import findings
from coursewright.wording.reading import Reading
from tests.bench.labelled_questions import bibliography, read_labelled, told
from tests.conftest import PROJECT
from tests.wording.banks import bank, course_of


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(PROJECT, lambda _: None)


def test_every_variant_of_the_course_is_filled_distinct_and_without_fault(course: Course) -> None:
    """Not a sample: all of them. Rows are what the checks read, so every variant has to be one of their rows."""
    all_variants = variants(course.questions.values(), course.formats)
    read = {asked.text: asked for question in course.questions.values() for asked in fill_rows(question)}
    assert len(all_variants) > 1000
    assert len({variant.id for variant in all_variants}) == len(all_variants)
    assert [variant.id for variant in all_variants if SLOT.search(variant.text)] == []
    assert [v.id for v in all_variants if v.text not in read and v.text[:1].lower() + v.text[1:] not in read] == []
    assert len({(variant.format.id, variant.text) for variant in all_variants}) == len(all_variants)
    assert list(check_wording(course)) == []


PLANTED = (
    # rule, file of questions, what stands there, what is put in its place, what is pointed at
    (
        "question-open",
        "ethos",
        "What does {knower} know that {other} cannot find out without asking?",
        "Does {knower} know something that {other} cannot find out?",
        "Does",
    ),
    (
        "question-fair",
        "ethos",
        "Which details would show an observer",
        "Surely details would show an observer",
        "Surely",
    ),
    (
        "question-neutral",
        "redefining",
        "What is the best case that {holder} could make against a therapist",
        "Why are therapists so blind to {holder}, and above all a therapist",
        "Why are therapists so blind",
    ),
    (
        "question-focused",
        "made-of",
        "What would {observer} point to as the difference between a real relationship and ordinary friendliness in "
        "therapy?",
        "What do you think about {observer}?",
        "What",
    ),
    (
        "question-single",
        "two-kinds-of-healing",
        "Which assumption about culture lies behind {act}?",
        "Which assumption about culture lies behind {act}, and how did it change the family?",
        "how did it change",
    ),
    (
        "claim-cited",
        "three-afternoons-a-week",
        "Which demands that {first} makes on Ruben, and {second} does not, best",
        "Research shows that {first} differs from {second}. Which of its demands best",
        "Research shows",
    ),
    (
        "process-matched",
        "partnership-model",
        "Plan a study whose result could disappoint you.",
        "Recite a study whose result could disappoint you.",
        "Recite",
    ),
    ("article-agrees", "ethos", "{approach: a fixed protocol}", "{approach: a open protocol}", "a open"),
    ("variant-joined", "ethos", "{document: a training manual for", "{document: a a training manual for", "a a"),
    (
        "verb-agrees",
        "ethos",
        "{tradition: narrative therapy}",
        "{tradition: the narrative therapies}",
        "the narrative therapies",
    ),
    (
        "pronoun-agrees",
        "at-her-own-pace",
        "{person: Danuta, choice: being allowed to go on to the end}",
        "{person: Danuta, choice: going on to his own end}",
        "his",
    ),
    ("question-distinct", "setting-the-agenda", "{audience: her tutors}", "{audience: the parents}", "tutors"),
    (
        "question-short",
        "changed-by-the-work",
        "{noticer: Bashir, noticed: Ruth}",
        f"{{noticer: Bashir, noticed: Ruth{' and then Ruth' * 12}}}",
        "bashir",
    ),
    (
        "question-sayable",
        "at-her-own-pace",
        "{fact: an adviser's wish for a return date}",
        "{fact: a (rather (too) early) return date}",
        "(",
    ),
    (
        "case-own",
        "made-of",
        "{case: setting-the-agenda, client: Maya,",
        "{case: setting-the-agenda, client: Danuta,",
        "Danuta",
    ),
    (
        "client-protected",
        "changed-by-the-work",
        "What would tell you that {reason} was making",
        "Describe one of your clients by name. What would tell you that {reason} was making",
        "Describe one of your clients by name",
    ),
    ("sharing-free", "mutual-transformation", "formats: [journal, written]", "formats: [journal, pair]", "pair"),
)


def test_planted_faults_are_told_where_they_stand(tmp_path: Path) -> None:
    """All at once, in a copy of the course: each at its own words, and nothing else."""
    for name in ("course", "bib", "docs"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for _, name, old, new, _ in PLANTED:
        path = tmp_path / f"course/questions/{name}.yml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} does not hold '{old}' once"
        path.write_text(text.replace(old, new), encoding="utf-8")
    found = set()
    for item in check_wording(load_course(tmp_path, lambda _: None)):
        path = tmp_path / item.place.path
        line = path.read_text(encoding="utf-8").split("\n")[item.place.line - 1]
        found.add((item.rule.label, path.stem, line[item.place.column - 1 :][: item.place.length]))
    assert found == {(rule, name, words) for rule, name, _, _, words in PLANTED}


@given(st.text(max_size=300), st.text(max_size=60))
def test_no_text_raises(stem: str, value: str) -> None:
    reading = Reading(f"{stem} {value}", ((len(stem) + 1, len(stem) + 1 + len(value)),), process="analyze")
    for finding in findings(reading):
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1]


WORDS = (
    "what why does is you the a client's, and or ; how so ( ) “ ” \" . ? Describe never research shows Maya his".split()
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)
)
def test_no_question_raises(stem: list[str], value: list[str]) -> None:
    rows = {"one": {"case": "the-oven", "x": " ".join(value)}, "two": {"x": "Kwame"}}
    text = bank({"stem": f"{' '.join(stem)} {{x}}", "variants": rows, "probes": [" ".join(value)]})
    for item in check_wording(course_of(text)):
        assert item.place.line >= 1
        assert item.message.endswith(".")


@pytest.mark.timing
@pytest.mark.parametrize(
    "part",
    [
        "what is ",
        "why do so many x ",
        "(",
        "“",
        "“x” ",
        "A ",
        "and how does ",
        "describe a client, ",
        "Why? ",
        "his ",
        "the ",
    ],
)
def test_time_is_linear(part: str) -> None:
    """Ten times the text takes at most some twenty times as long."""

    def seconds(length: int) -> float:
        reading = Reading(part * (length // len(part)) + "?", process="analyze")
        start = time.perf_counter()
        findings.__wrapped__(reading)
        return time.perf_counter() - start

    short, long = min(seconds(3000) for _ in range(3)), min(seconds(30000) for _ in range(2))
    assert long < 25 * short + 0.05


def test_courses_in_other_languages_are_left_alone() -> None:
    text = bank({"stem": "Is this a question?"})
    assert [item.rule for item in check_wording(course_of(text))] == [Rule.QUESTION_OPEN]
    assert list(check_wording(course_of(text, language="nl"))) == []


@pytest.mark.parametrize(("part", "precision", "recall"), [("dev", 0.97, 0.95), ("held-out", 0.95, 0.8)])
def test_labelled_questions_are_told_apart(part: str, precision: float, recall: float) -> None:
    """Floors only: `python tests/bench/labelled.py questions` prints the figures, rule by rule."""
    works, questions = bibliography(), [question for question in read_labelled() if question.part == part]
    bad = [question for question in questions if question.faults]
    said = [question for question in questions if told(question, works)]
    both = [question for question in bad if question in said]
    assert len(bad) >= 75
    assert len(questions) - len(bad) >= 75
    assert len(both) >= precision * len(said)
    assert len(both) >= recall * len(bad)

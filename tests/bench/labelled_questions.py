"""How well the checks on wording tell good questions from bad: precision and recall per rule on a labelled set.

python tests/bench/labelled.py questions
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.course import Course
from coursewright.diagnostics import Rule
from coursewright.questions import read_questions
from coursewright.source import Source
from coursewright.wording import check_wording

PROJECT = Path(__file__).resolve().parents[2]
LABELLED = PROJECT / "tests/labelled/questions.yml"


@dataclass(frozen=True)
class Labelled:
    """A question and the rules that it breaks."""

    part: str
    ask: str
    fields: Mapping[str, object]
    faults: frozenset[str]


def read_labelled(path: Path = LABELLED) -> tuple[Labelled, ...]:
    parts = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_read(part, item) for part, kinds in parts.items() for items in kinds.values() for item in items)


def _read(part: str, item: Mapping[str, object]) -> Labelled:
    faults, known = item.get("faults", []), {rule.label for rule in Rule}
    assert isinstance(faults, list)
    assert known.issuperset(faults), faults
    fields = {name: value for name, value in item.items() if name not in ("ask", "faults")}
    return Labelled(part, str(item["ask"]), fields, frozenset(faults))


def bibliography() -> Bibliography:
    """The project's own works: names of authors are known from it."""
    source = Source("bib/references.bib", (PROJECT / "bib/references.bib").read_text(encoding="utf-8"))
    return read_bibliography([source], lambda _: None)


def told(question: Labelled, works: Bibliography) -> frozenset[str]:
    """The rules that a question is told to break, read as a bank of one."""
    entry = {"id": "q", "objective": "o", "stance": "opening", "minutes": 9, "formats": ["pair"], "stem": question.ask}
    text = yaml.safe_dump({"lesson": "l", "questions": [{**entry, **question.fields}]}, allow_unicode=True, width=10**6)
    questions, _, _ = read_questions(Source("course/questions/l.yml", text), lambda _: None)
    course = Course(questions={item.id: item for item in questions}, bibliography=works)
    return frozenset(diagnostic.rule.label for diagnostic in check_wording(course))


def table(results: Sequence[tuple[Labelled, frozenset[str]]]) -> Iterator[str]:
    """A line a rule: how many have the fault, how many are told, precision, recall; then all questions together."""
    yield f"{'rule':22} {'labelled':>8} {'told':>5} {'precision':>10} {'recall':>7}"
    for rule in sorted({rule for question, found in results for rule in question.faults | found}):
        marked = [(rule in question.faults, rule in found) for question, found in results]
        yield _line(rule, marked)
    yield _line("any fault", [(bool(question.faults), bool(found)) for question, found in results])


def _line(name: str, marked: Sequence[tuple[bool, bool]]) -> str:
    labelled, told_of = sum(is_so for is_so, _ in marked), sum(said for _, said in marked)
    both = sum(is_so and said for is_so, said in marked)
    precision, recall = (f"{both / total:.2f}" if total else "-" for total in (told_of, labelled))
    return f"{name:22} {labelled:>8} {told_of:>5} {precision:>10} {recall:>7}"


def print_questions() -> None:
    """Both parts of the labelled set, and every question on which the checks and the labels differ."""
    works = bibliography()
    results = [(question, told(question, works)) for question in read_labelled()]
    for part in dict.fromkeys(question.part for question, _ in results):
        chosen = [(question, found) for question, found in results if question.part == part]
        good = sum(not question.faults for question, _ in chosen)
        print(f"{part}: {good} good and {len(chosen) - good} bad questions", *table(chosen), sep="\n")
        for question, found in chosen:
            if missed := question.faults - found:
                print(f"  missed {', '.join(sorted(missed))}: {question.ask}")
            if false := found - question.faults:
                print(f"  false  {', '.join(sorted(false))}: {question.ask}")
        print()

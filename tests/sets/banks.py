"""Small banks for tests: questions in a table instead of YAML."""

from collections.abc import Iterable
from dataclasses import dataclass

from coursewright.course import Course
from coursewright.diagnostics import Place
from coursewright.model import (
    Blueprint,
    Format,
    Lesson,
    Minutes,
    Objective,
    Page,
    Question,
    Ref,
    Row,
    Scope,
    Stage,
)
from coursewright.phrase import Phrase
from coursewright.source import Source

NOWHERE = Place("course/questions/x.yml", 1, 1)


def phrase(words: str) -> Phrase:
    return Phrase(words, Source("course/questions/x.yml", words), 0, len(words))


def refs(*names: str) -> tuple[Ref, ...]:
    return tuple(Ref(name, NOWHERE) for name in names)


@dataclass(frozen=True)
class Q:
    """A question in one line. `rows` is how many it has; `about` the cases of its first rows."""

    id: str
    objective: str = "bread/rise"
    process: str = "apply"
    stance: str = "opening"
    minutes: tuple[int, int] = (8, 12)
    formats: tuple[str, ...] = ("pair", "walk")
    rows: int = 3
    about: tuple[str, ...] = ()

    def question(self) -> Question:
        return Question(
            id=self.id,
            place=NOWHERE,
            owner=self.objective.partition("/")[0],
            objective=Ref(self.objective, NOWHERE),
            process=self.process,
            stance=self.stance,
            minutes=Minutes(*self.minutes),
            formats=refs(*self.formats),
            stem=phrase(f"{self.id}: what would {{who}} do?"),
            rows=tuple(self._row(number) for number in range(self.rows)),
        )

    def _row(self, number: int) -> Row:
        case = Ref(self.about[number], NOWHERE) if number < len(self.about) else None
        return Row(f"r{number}", ((Ref("who", NOWHERE), phrase(f"person {number}")),), case, NOWHERE)


def format_(name: str) -> Format:
    stages = (Stage("Think", 1, "Think."), Stage("Talk", 3, "Talk."))
    return Format(name, name.title(), Minutes(1, 9), Minutes(1, 90), "", f"Do it as a {name}.", stages, None, NOWHERE)


def bank(questions: Iterable[Q]) -> Course:
    """A course of the lessons whose objectives its questions ask; formats are 'pair', 'walk' and 'write'."""
    items = tuple(questions)
    lessons: dict[str, dict[str, None]] = {}
    for item in items:
        lesson, _, objective = item.objective.partition("/")
        lessons.setdefault(lesson, {})[objective] = None
    return Course(
        lessons={name: _lesson(name, tuple(objectives)) for name, objectives in lessons.items()},
        questions={item.id: item.question() for item in items},
        formats={name: format_(name) for name in ("pair", "walk", "write")},
    )


def _lesson(name: str, objectives: tuple[str, ...]) -> Lesson:
    page = Page(f"1-x/{name}.md", Source(f"docs/1-x/{name}.md", ""), 0, NOWHERE, id=name, title=name.title())
    return Lesson(page, Minutes(50, 50), tuple(Objective(item, f"Do {item}", NOWHERE) for item in objectives), ())


def ask(
    minutes: int | tuple[int, int] = 30,
    forms: str = "AB",
    formats: tuple[str, ...] = (),
    lessons: tuple[str, ...] = (),
    cases: tuple[str, ...] = (),
    objectives: tuple[str, ...] = (),
    id: str = "",
    **processes: int | tuple[int, int],
) -> Blueprint:
    """A blueprint: `ask(30, "AB", apply=2, evaluate=(1, 2))`."""
    return Blueprint(
        id,
        "",
        "",
        Scope(refs(*lessons), refs(*cases), refs(*objectives)),
        _range(minutes),
        tuple(forms),
        tuple((name, _range(number)) for name, number in processes.items()),
        refs(*formats),
    )


def _range(number: int | tuple[int, int]) -> Minutes:
    return Minutes(number, number) if isinstance(number, int) else Minutes(*number)

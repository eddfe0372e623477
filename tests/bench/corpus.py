"""A made-up course of any size, the same every time: what `research/figures.md` budgets are measured on.

Each lesson has about 1,200 words, 8 citations from 300 works, 3 admonitions, a table, 2 links, 2 pauses and 4 questions
of 3 rows and 2 formats. It replaces the pages, questions and works of a copy of the course; formats, style, theme stay.
"""

import random
import shutil
from pathlib import Path

WORKS = 300
LESSONS_IN_MODULE = 10
WORDS = (
    "alliance therapist client session question answer practice evidence meaning history family culture silence word "
    "agreement goal task bond trust doubt repair rupture change power voice story reason feeling judgement method "
    "measures finds holds asks returns differs depends follows changes leaves brings keeps shows tells the a of in and"
).split()
SUBJECTS = (
    "bond doubt family feeling goal method power reason rupture silence story task trust voice word culture change "
    "habit answer fear hope shame grief anger sleep work school money faith home music letter promise secret debt gift"
).split()
"""What questions ask about: words that no check of wording finds fault with, however they are drawn."""


def write_corpus(root: Path, lessons: int) -> None:
    """Put `lessons` lessons into the course at `root` in place of its own."""
    for name in ("docs", "course/questions", "course/sets", "bib"):
        for path in (root / name).glob("**/*"):
            if path.suffix in (".md", ".yml", ".bib"):
                path.unlink()
    (root / "course/glossary.yml").unlink(missing_ok=True)
    shutil.rmtree(root / "course/blocks", ignore_errors=True)
    (root / "bib/references.bib").write_text("\n".join(_work(number) for number in range(WORKS)), encoding="utf-8")
    (root / "docs/index.md").write_text("# Start\n\nA made-up course.\n", encoding="utf-8")
    (root / "docs/references.md").write_text("---\ntitle: References\n---\n/// works\n///\n", encoding="utf-8")
    for number in range(lessons):
        page = root / "docs" / _path(number)
        page.parent.mkdir(exist_ok=True)
        page.write_text(_lesson(number, lessons), encoding="utf-8")
        (root / f"course/questions/l{number}.yml").write_text(_questions(number), encoding="utf-8")
    _leave_out_sources(root / "course/formats.yml")
    _leave_out_navigation(root / "mkdocs.yml")


def _leave_out_sources(formats: Path) -> None:
    """They cite works that are not there any more."""
    lines = formats.read_text(encoding="utf-8").splitlines(keepends=True)
    formats.write_text("".join(line for line in lines if not line.startswith("    source:")), encoding="utf-8")


def _leave_out_navigation(settings: Path) -> None:
    kept, inside = [], False
    for line in settings.read_text(encoding="utf-8").splitlines(keepends=True):
        inside = line.startswith("nav:") or (inside and line.startswith((" ", "\n", "#")))
        kept += [] if inside else [line]
    settings.write_text("".join(kept), encoding="utf-8")


def _path(number: int) -> str:
    return f"{number // LESSONS_IN_MODULE + 1}-module/lesson-{number:04}.md"


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count)).capitalize()


def _work(number: int) -> str:
    dice = random.Random(f"work {number}")
    return (
        f"@article{{author{number},\n"
        f"  author = {{Writer{number % 90}, Ada and Scholar{number}, B. C.}},\n"
        f"  title = {{{_words(dice, 8)}}},\n  journal = {{Journal of {_words(dice, 2)}}},\n"
        f"  year = {{{1950 + number % 70}}},\n  volume = {{{number % 40 + 1}}},\n"
        f"  pages = {{{number + 1}--{number + 19}}},\n"
        f"  doi = {{10.1234/made.up.{number}}}\n}}\n"
    )


def _lesson(number: int, lessons: int) -> str:
    dice = random.Random(f"lesson {number}")
    cited = iter(dice.sample(range(WORKS), 8))
    parts = [
        f"---\nid: l{number}\ntitle: {_words(dice, 4)}\ndescription: {_words(dice, 9)}.\nminutes: [40, 60]\n"
        f"objectives:\n  one: Explain {_words(dice, 5).lower()}\n  two: Compare {_words(dice, 5).lower()}\n---\n"
        "/// objectives\n///\n"
    ]
    for section in range(4):
        parts += [f"## {_words(dice, 5)}\n"]
        for _ in range(2):
            parts += [f"{_words(dice, 65)} [@author{next(cited)}]. {_words(dice, 65)}.\n"]
        if section < 3:
            parts += [f"/// note | {_words(dice, 3)}\n{_words(dice, 28)}.\n///\n"]
        if section < 2:
            other = dice.randrange(lessons)
            parts += [f"{_words(dice, 12)} [{_words(dice, 2)}](lesson:l{other}).\n"]
            parts += [f"/// pause | l{number}-q{section}\n///\n"]
    rows = "".join(f"| {_words(dice, 2)} | {_words(dice, 3)} | {_words(dice, 3)} |\n" for _ in range(5))
    parts += [f"| {_words(dice, 1)} | {_words(dice, 1)} | {_words(dice, 1)} |\n| --- | --- | --- |\n{rows}"]
    parts += ["## Discussion\n\n/// discussion\n///\n", "## References\n\n/// references\n///\n"]
    return "\n".join(parts)


def _questions(number: int) -> str:
    dice = random.Random(f"questions {number}")
    lines = [f"lesson: l{number}\nquestions:\n"]
    processes = ("understand", "apply", "analyze", "evaluate")
    stances = ("opening", "hypothetical", "perspective", "evidence")
    for index, (process, stance) in enumerate(zip(processes, stances, strict=True)):
        lines += [
            f"  - id: l{number}-q{index}\n    objective: {'one' if index % 2 else 'two'}\n    process: {process}\n"
            f"    stance: {stance}\n    minutes: [8, 12]\n    formats: [journal, pair]\n    sharing: optional\n"
            f"    alternative: Answer for somebody in a novel.\n"
            f"    stem: How would {{who}} explain {' or '.join(dice.sample(SUBJECTS, 7))}?\n    variants:\n"
            f"      client: {{who: the client}}\n      therapist: {{who: the therapist}}\n"
            f"      family: {{who: a sister}}\n"
        ]
    return "".join(lines)

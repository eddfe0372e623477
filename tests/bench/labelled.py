"""Precision and recall on the labelled sets of `tests/labelled/`: `python tests/bench/labelled.py [SET …]`.

A set is a text file: '== name' begins a part of it, '+ ' a line in which the check has to find something, '- ' one in
which it must be silent, '#' a comment; '\\n' is a line end. A part that names files, '== part (a.bib, b.bib)', is
looked at with the works in them, another with this course's. What it gets wrong is printed.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from coursewright.bibliography import Bibliography, read_bibliography
from coursewright.bibliography.checks.titles import check_titles
from coursewright.citations import scan_citations
from coursewright.citations.prose import check_prose
from coursewright.diagnostics import Rule
from coursewright.markdown_mask import mask
from coursewright.source import Source
from tests.bench.labelled_questions import print_questions

PROJECT = Path(__file__).resolve().parents[2]
LABELLED = PROJECT / "tests" / "labelled"


@dataclass(frozen=True)
class Example:
    """One line of a set: its part, its text, and whether something is to be found in it."""

    part: str
    text: str
    positive: bool


Finds = Callable[[Example], bool]


@dataclass(frozen=True)
class Score:
    """What a check did with the examples of one part."""

    found: tuple[Example, ...]
    missed: tuple[Example, ...]
    false: tuple[Example, ...]
    negatives: int

    @property
    def precision(self) -> float:
        return len(self.found) / max(1, len(self.found) + len(self.false))

    @property
    def recall(self) -> float:
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def read_examples(name: str) -> Iterator[Example]:
    """The examples of `tests/labelled/NAME.txt`."""
    part = ""
    for line in (LABELLED / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            part = line[3:]
        elif line[:2] in ("+ ", "- "):
            yield Example(part, line[2:].replace("\\n", "\n"), line[0] == "+")


def score(examples: list[Example], finds: Finds) -> Score:
    """The examples sorted by what the check says of each."""
    said = [(example, finds(example)) for example in examples]
    return Score(
        found=tuple(example for example, hit in said if example.positive and hit),
        missed=tuple(example for example, hit in said if example.positive and not hit),
        false=tuple(example for example, hit in said if not example.positive and hit),
        negatives=sum(not example.positive for example in examples),
    )


@cache
def bibliography(part: str) -> Bibliography:
    """The works of the files that a part names, else this course's."""
    paths = [LABELLED / name for name in re.findall(r"[\w-]+\.bib", part)] or [PROJECT / "bib" / "references.bib"]
    return read_bibliography([Source(path.name, path.read_text("utf-8")) for path in paths], lambda _: None)


def finds_in_prose(rule: Rule) -> Finds:
    """Whether `check_prose` tells this rule in an example."""

    def finds(example: Example) -> bool:
        source, masked, works = Source("page.md", example.text), mask(example.text), bibliography(example.part)
        citations = scan_citations(source, masked, lambda _: None, works)
        return any(found.rule is rule for found in check_prose(source, masked, citations, works))

    return finds


def finds_title_case(example: Example) -> bool:
    """Whether a title, as typed in BibTeX, is said not to be in sentence case; '|| german' behind it: its language."""
    title, _, language = example.text.partition(" || ")
    entry = f"@misc{{a,\n  title = {{{title}}},\n  langid = {{{language}}}\n}}"
    works = read_bibliography([Source("a.bib", entry)], lambda _: None)
    return any(found.rule is Rule.TITLE_CASE for found in check_titles(works.entries[0]))


SETS: dict[str, Finds] = {
    "titles": finds_title_case,
    "hand-typed": finds_in_prose(Rule.CITATION_KEYED),
    "quotations": finds_in_prose(Rule.QUOTATION_LOCATED),
}


def main(names: list[str]) -> None:
    """Print the figures of the sets named, of all of them where none is."""
    for name in names or [*SETS, "questions"]:
        if name == "questions":
            print_questions()
        else:
            print_set(name)


def print_set(name: str) -> None:
    """The figures of a set, part by part, and what it gets wrong."""
    examples = list(read_examples(name))
    for part in dict.fromkeys(example.part for example in examples):
        result = score([example for example in examples if example.part == part], SETS[name])
        positives = len(result.found) + len(result.missed)
        print(
            f"{name}, {part}: precision {result.precision:.3f}, recall {result.recall:.3f} "
            f"({len(result.found)} of {positives} found, {len(result.false)} false in {result.negatives})"
        )
        for word, wrong in (("missed", result.missed), ("false ", result.false)):
            for example in wrong:
                print(f"    {word} {example.text!r}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""The citation checker on somebody else's book: 500 pages × 8 citations × 300 works, cold, in this process.

CPU seconds are told, which a busy machine changes least.

Run: `.venv/bin/python -m tests.bench.foreign` (or with any Python that has the package); budget: 2 s.
"""

import random
import tempfile
import time
from pathlib import Path

from coursewright.diagnostics import Diagnostic
from coursewright.foreign import check_folder

PAGES, CITATIONS, WORKS, ROUNDS = 500, 8, 300, 5
_WORDS = "the alliance between people who work together is built in small steps and told in plain words".split()


def write_book(root: Path) -> None:
    """A Quarto book of pages with prose, code cells, cross-references and citations."""
    dice = random.Random(7)
    chapters = "".join(f"    - page{number:03}.qmd\n" for number in range(PAGES))
    (root / "_quarto.yml").write_text(f"book:\n  chapters:\n{chapters}bibliography: refs.bib\n", encoding="utf-8")
    (root / "refs.bib").write_text("".join(map(_work, range(WORKS))), encoding="utf-8")
    for number in range(PAGES):
        (root / f"page{number:03}.qmd").write_text(_page(dice, number), encoding="utf-8")


def _work(number: int) -> str:
    name = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    return (
        f"@article{{writer{number},\n  author = {{Writer{name}, Ada and Scholar{name}, B. C.}},\n"
        f"  title = {{On small steps {name}}},\n  journal = {{Journal of Steps}},\n  year = {{{1950 + number % 70}}},\n"
        f"  volume = {{{number % 40 + 1}}},\n  pages = {{{number + 1}--{number + 19}}}\n}}\n"
    )


def _page(dice: random.Random, number: int) -> str:
    parts = [f'---\ntitle: "Page {number}"\n---\n\n# Page {number} {{#sec-{number}}}\n']
    for key in dice.sample(range(WORKS), CITATIONS):
        prose = " ".join(dice.choices(_WORDS, k=60)).capitalize()
        parts.append(f"{prose} [see @writer{key}, p. {key + dice.randrange(1, 20)}], as @fig-{number} shows.\n")
    parts.append(f"```{{r}}\n#| label: fig-{number}\nplot(x@y)\n```\n")
    return "\n".join(parts)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_book(root)
        times = []
        for _ in range(ROUNDS):
            found: list[Diagnostic] = []
            start = time.process_time()
            check_folder(root, root, (), found.append)
            times.append(time.process_time() - start)
        size = sum(path.stat().st_size for path in root.iterdir())
    print(f"{PAGES} pages, {PAGES * CITATIONS} citations, {WORKS} works, {size / 1e6:.1f} MB, {len(found)} findings")
    print(f"median {sorted(times)[ROUNDS // 2]:.2f} s of CPU, worst {max(times):.2f} s (budget 2 s)")


if __name__ == "__main__":
    main()

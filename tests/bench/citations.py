"""What citations cost: `make bench`, or `python tests/bench/citations.py`.

500 pages of 8 citations from 300 works: reading, formatting, scanning, checking and rendering, without the site around
them, cold (nothing kept) and warm (works kept), against mkdocs-bibtex with the same CSL file on the same pages. Each
measure is a process of its own; ours and theirs take turns. Then how long many works take, and one that is edited.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from coursewright.citations import CitationItem
from tests.bench.corpus import WORDS

STYLE = Path(__file__).resolve().parents[2] / "bib" / "apa.csl"
PAGES, CITATIONS, WORKS, MANY = 500, 8, 300, 3000


def words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count)).capitalize()


def bibtex(works: int) -> str:
    """Works of which every third shares its first surname with others."""
    parts = []
    for number in range(works):
        dice = random.Random(f"work {number}")
        parts.append(
            f"@article{{author{number},\n"
            f"  author = {{Writer{number % (works // 3)}, Ada and Scholar{number}, B. C.}},\n"
            f"  title = {{{words(dice, 8)}}},\n  journal = {{Journal of {words(dice, 2)}}},\n"
            f"  year = {{{1950 + number % 70}}},\n  volume = {{{number % 40 + 1}}},\n"
            f"  pages = {{{number + 1}--{number + 19}}},\n  doi = {{10.1234/made.up.{number}}}\n}}\n"
        )
    return "".join(parts)


def page(number: int) -> str:
    """About 700 words with 8 citations in brackets, which both know."""
    dice = random.Random(f"page {number}")
    cited = dice.sample(range(WORKS), CITATIONS)
    parts = [f"# {words(dice, 4)}\n"]
    for key in cited:
        parts.append(f"{words(dice, 45)} [@author{key}]. {words(dice, 40)}.\n")
    return "\n".join([*parts, "\\bibliography\n"])


def ours(folder: Path) -> None:
    """All citation work of all pages by this engine."""
    from coursewright.bibliography import compile_references, open_store, read_bibliography
    from coursewright.citations import (
        check_citations,
        render_citation,
        render_reference_list,
        scan_citations,
    )
    from coursewright.markdown_mask import mask
    from coursewright.source import Source

    problems: list[object] = []
    source = Source("bib/works.bib", (folder / "works.bib").read_text("utf-8"))
    bibliography = read_bibliography([source], problems.append)
    store = open_store(folder / "no.lock.json", folder / "cache", problems.append)
    references = compile_references(bibliography, STYLE, store)
    for path in sorted((folder / "docs").glob("*.md")):
        text = path.read_text("utf-8")
        citations = scan_citations(Source(path.name, text), mask(text), problems.append, bibliography)
        problems += check_citations(citations, bibliography)
        anchors: dict[str, list[str]] = {}
        parts, at = [], 0
        for citation in citations:
            parts += [text[at : citation.start], render_citation(citation, references, partial(_place, anchors))]
            at = citation.end
        parts += [text[at:], render_reference_list(anchors, references, anchors)]
        "".join(parts)
    if problems or len(references) != len(bibliography):
        sys.exit(f"Not all was formatted: {problems[:3]}")


def _place(anchors: dict[str, list[str]], item: CitationItem) -> str:
    places = anchors.setdefault(item.key, [])
    places.append(f"cite-{item.key}-{len(places) + 1}")
    return places[-1]


def theirs(folder: Path) -> None:
    """All citation work of all pages by mkdocs-bibtex."""
    from mkdocs.config import load_config
    from mkdocs.structure.files import Files

    config = load_config(str(folder / "mkdocs.yml"))
    plugin: Any = config.plugins["bibtex"]
    plugin.on_config(config)
    for path in sorted((folder / "docs").glob("*.md")):
        plugin.on_page_markdown(path.read_text("utf-8"), None, config, Files([]))


def compiling(folder: Path) -> None:
    """Only reading and formatting works."""
    from coursewright.bibliography import compile_references, open_store, read_bibliography
    from coursewright.source import Source

    source = Source("bib/works.bib", (folder / "works.bib").read_text("utf-8"))
    store = open_store(folder / "no.lock.json", folder / "cache", print)
    compile_references(read_bibliography([source], print), STYLE, store)


TASKS: dict[str, Callable[[Path], None]] = {"ours": ours, "theirs": theirs, "compiling": compiling}


def measure(task: str, folder: Path) -> tuple[float, float]:
    """Seconds on the clock and of CPU, pandoc's included, that a process of its own takes."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, __file__, "--task", task, str(folder)], stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"'{task}' failed.")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime


def make(folder: Path, works: int, pages: int) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "works.bib").write_text(bibtex(works), "utf-8")
    for number in range(pages):
        (folder / "docs" / f"{number:04}.md").write_text(page(number), "utf-8")
    settings = f"site_name: Bench\nplugins:\n  - bibtex:\n      bib_file: works.bib\n      csl_file: {STYLE}\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return folder


def forget(folder: Path) -> None:
    shutil.rmtree(folder / "cache", ignore_errors=True)


def edit(folder: Path) -> None:
    """Change the title of one work."""
    text = (folder / "works.bib").read_text("utf-8")
    (folder / "works.bib").write_text(text.replace("title = {", "title = {Again: ", 1), "utf-8")


def tell(name: str, spent: list[tuple[float, float]]) -> tuple[float, float]:
    """Print the medians, on the clock and of CPU, and return them."""
    clock, cpu = (float(statistics.median(values)) for values in zip(*spent, strict=True))
    print(f"{name:44}{clock:>9.2f} s{cpu:>10.2f} s CPU")
    return clock, cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often ours is measured; theirs once less")
    parser.add_argument("--task", nargs=2, metavar=("TASK", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.task:
        TASKS[chosen.task[0]](Path(chosen.task[1]))
        return
    with tempfile.TemporaryDirectory(prefix="coursewright-citations-") as work:
        site = make(Path(work) / "site", WORKS, PAGES)
        many = make(Path(work) / "many", MANY, 0)
        cold, warm, theirs_spent = [], [], []
        for run in range(chosen.runs):
            forget(site)
            cold.append(measure("ours", site))
            warm.append(measure("ours", site))
            if run + 1 < max(chosen.runs, 2):
                theirs_spent.append(measure("theirs", site))
        print(f"{PAGES} pages of {CITATIONS} citations, {WORKS} works (processes with Python's start; medians)")
        told = [
            tell("ours, cold", cold),
            tell("ours, warm", warm),
            tell("mkdocs-bibtex 4.4.0, the same CSL file", theirs_spent),
        ]
        for what, (cold_time, warm_time, their_time) in zip(
            ("on the clock", "of CPU"), zip(*told, strict=True), strict=True
        ):
            times = f"{their_time / cold_time:>6.1f} × cold {their_time / warm_time:>6.1f} × warm"
            print(f"{f'mkdocs-bibtex to ours, {what}':44}{times}")
        print(f"{MANY} works")
        tell("compiled, cold", [measure("compiling", many)])
        tell("compiled, nothing changed", [measure("compiling", many)])
        before = set((many / "cache").iterdir())
        edit(many)
        tell("compiled, one work edited", [measure("compiling", many)])
        print(f"{'groups formatted anew after the edit':44}{len(set((many / 'cache').iterdir()) - before):>9}")


if __name__ == "__main__":
    main()

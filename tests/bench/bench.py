"""What a build costs: `make bench`, or `python tests/bench/bench.py --pages 50` for a made-up course of that size.

Whole processes, CPU time and peak memory as the kernel counts them (pandoc included), interleaved, medians. "plain" is
MkDocs + Material as they come, on the same pages: no hooks, no theme of ours, blocks and citations as typed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.corpus import write_corpus
from tests.conftest import copy_course

PLAIN = ("site_name", "use_directory_urls", "nav", "markdown_extensions")
"""What plain MkDocs takes over from our mkdocs.yml; its search comes by itself."""


@dataclass(frozen=True)
class Cost:
    """CPU seconds and peak memory in MiB of one build."""

    cpu: float
    memory: float


@dataclass(frozen=True)
class Build:
    """One thing that is measured: in which folder, and what is done to the folder before."""

    name: str
    folder: Path
    before: Callable[[Path], None] = lambda folder: None


def make_folders(work: Path, pages: int | None) -> tuple[Path, Path]:
    """Two folders of the same pages: ours and plain."""
    ours, plain = work / "ours", work / "plain"
    copy_course(ours)
    if pages:
        write_corpus(ours, pages)
    shutil.copytree(ours / "docs", plain / "docs")
    (plain / "mkdocs.yml").write_text(plain_settings(ours / "mkdocs.yml"), encoding="utf-8")
    for page in (plain / "docs").rglob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
        page.write_text("".join(line for line in lines if not line.startswith("template:")), encoding="utf-8")
    return ours, plain


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; what only MkDocs' own tags could say is left out."""


_Loader.add_multi_constructor("!", lambda loader, tag, node: None)


def plain_settings(ours: Path) -> str:
    """A mkdocs.yml of the same pages for Material as it comes."""
    settings = yaml.load(ours.read_text(encoding="utf-8"), _Loader)
    kept = {name: settings[name] for name in PLAIN if name in settings}
    return yaml.safe_dump({**kept, "theme": {"name": "material"}}, allow_unicode=True, sort_keys=False)


def forget(folder: Path) -> None:
    """Without anything that an earlier build kept."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)


def change_a_lesson(folder: Path) -> None:
    """One paragraph more in the longest numbered page."""
    lesson = max((folder / "docs").glob("[0-9]*/*.md"), key=lambda path: (path.stat().st_size, path.name))
    with lesson.open("a", encoding="utf-8") as file:
        file.write("\nOne paragraph more.\n")


def measure(build: Build) -> Cost:
    build.before(build.folder)
    shutil.rmtree(build.folder / "site", ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what pip installed has bytecode; so shall what it did not
    log = build.folder / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=build.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"The build of '{build.name}' failed:\n{log.read_text()}")
    kilobyte = 1024 if sys.platform == "linux" else 1
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * kilobyte / 2**20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument("--pages", type=int, help="measure a made-up course of that many lessons instead of this one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coursewright-bench-") as work:
        ours, plain = make_folders(Path(work), chosen.pages)
        builds = [
            Build("plain", plain),
            Build("ours, cold", ours, forget),
            Build("ours, nothing changed", ours),
            Build("ours, one lesson changed", ours, change_a_lesson),
        ]
        for build in builds:
            measure(build)  # compiles Python and warms the disk
        costs: dict[str, list[Cost]] = {build.name: [] for build in builds}
        for run in range(chosen.runs):
            print(f"run {run + 1} of {chosen.runs} ...", file=sys.stderr, flush=True)
            for build in builds:
                costs[build.name].append(measure(build))
        written = {build.name: len([*(build.folder / "site").rglob("*.html")]) for build in builds}
    cpu = {name: statistics.median(cost.cpu for cost in spent) for name, spent in costs.items()}
    memory = {name: max(cost.memory for cost in spent) for name, spent in costs.items()}
    print(f"{'':26}{'HTML files':>10}{'CPU s':>8}{'range':>14}{'to plain':>10}{'MiB':>6}")
    for name, spent in costs.items():
        spread = f"{min(cost.cpu for cost in spent):.2f}–{max(cost.cpu for cost in spent):.2f}"
        ratio = cpu[name] / cpu["plain"]
        print(f"{name:26}{written[name]:>10}{cpu[name]:>8.2f}{spread:>14}{ratio:>10.2f}{memory[name]:>6.0f}")


if __name__ == "__main__":
    main()

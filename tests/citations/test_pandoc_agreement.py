"""Clusters put together here are those that pandoc puts together from the same works and style."""

import json
import random
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from coursewright.bibliography import Bibliography, Reference, csl_json
from coursewright.bibliography.pandoc import find_pandoc
from coursewright.citations import Citation, CitationKind, render_citation_text
from coursewright.diagnostics import Diagnostic

Scan = Callable[[str], tuple[tuple[Citation, ...], list[Diagnostic]]]
STYLE = Path(__file__).resolve().parents[2] / "bib" / "apa.csl"
KEYS = [
    *("rogers1951", "rogers1957", "rogers1961", "anderson1988", "anderson1992", "anderson1997", "fluckiger2018"),
    *("fluckiger2020", "foucault1980", "foucault1982", "bordin1979", "buber1970", "apa2017", "eubanks2018"),
    *("horvath2018", "cooper2016", "dejong2021", "white2007", "white1990"),
]
PREFIXES = ["see ", "see also ", "cf. ", *[""] * 6]
LOCATORS = [", p. 3", ", pp. 25-29", ", pp. 316-20", ", chap. 2", ", 33", ", sec. 3.1", *[""] * 4]
SUFFIXES = [", emphasis added", " and more", *[""] * 8]
NARRATIVE = ["", " [p. 3]", " [sic]", " [p. 3, emphasis added]", " [p. 3; see @bordin1979]"]


def clusters(count: int) -> list[str]:
    """Random citations, one in five narrative; the same ones at every run."""
    chance = random.Random(7)

    def item(key: str) -> str:
        minus = chance.choice(["-", *[""] * 9])
        return f"{chance.choice(PREFIXES)}{minus}@{key}{chance.choice(LOCATORS)}{chance.choice(SUFFIXES)}"

    def cluster() -> str:
        if chance.random() < 0.2:
            return "@" + chance.choice([key for key in KEYS if key != "bordin1979"]) + chance.choice(NARRATIVE)
        return f"[{'; '.join(item(key) for key in chance.sample(KEYS, chance.choice([1, 1, 2, 2, 3, 4])))}]"

    return [cluster() for _ in range(count)]


def by_pandoc(markdown: list[str], bibliography: Bibliography, folder: Path) -> list[str]:
    """Each citation as pandoc prints it, with the whole bibliography cited."""
    works, pandoc = folder / "works.json", find_pandoc()
    assert pandoc
    works.write_text(json.dumps([csl_json(entry, bibliography) for entry in bibliography.entries]), "utf-8")
    command = [pandoc, "-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc"]
    done = subprocess.run(
        [*command, f"--csl={STYLE}", f"--bibliography={works}"],
        input="\n\n".join(f"so {each}" for each in markdown) + '\n\n---\nnocite: "@*"\n...\n',
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line.replace("\u00a0", " ").strip() for line in done.stdout.split("\n\n")]
    return [line.removeprefix("so ") for line in lines[: len(markdown)]]


def test_clusters_are_as_pandoc_makes_them(
    bibliography: Bibliography, references: Mapping[str, Reference], scan: Scan, tmp_path: Path
) -> None:
    markdown = clusters(400)
    different = []
    for typed, printed in zip(markdown, by_pandoc(markdown, bibliography, tmp_path), strict=True):
        citation = scan(f"so {typed}")[0][0]
        narrative = citation.kind is CitationKind.NARRATIVE
        expected = printed.replace(" & ", " and ", 1) if narrative else printed  # where APA and pandoc differ
        ours = render_citation_text(citation, references)
        if ours not in (printed, expected):
            different.append((typed, printed, ours))
    assert different == []

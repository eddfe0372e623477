"""Clusters put together here are those that pandoc puts together from the same works and style."""

import json
import random
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from coursewright.bibliography import Bibliography, Reference, csl_json
from coursewright.bibliography.pandoc import find_pandoc
from coursewright.citations import CitationKind, render_citation_text, scan_citations
from coursewright.markdown_mask import mask
from coursewright.source import Source

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


def clusters(count: int, keys: Sequence[str] = KEYS, seed: int = 7) -> list[str]:
    """Random citations, one in five narrative; the same ones at every run."""
    chance = random.Random(seed)

    def item(key: str) -> str:
        minus = chance.choice(["-", *[""] * 9])
        return f"{chance.choice(PREFIXES)}{minus}@{key}{chance.choice(LOCATORS)}{chance.choice(SUFFIXES)}"

    def cluster() -> str:
        if chance.random() < 0.2:
            return "@" + chance.choice([key for key in keys if key != "bordin1979"]) + chance.choice(NARRATIVE)
        return f"[{'; '.join(item(key) for key in chance.sample(keys, chance.choice([1, 1, 2, 2, 3, 4])))}]"

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


def differing(
    markdown: list[str], bibliography: Bibliography, references: Mapping[str, Reference], folder: Path
) -> list[tuple[str, str, str]]:
    """Typed, pandoc's, ours, where they differ; 'and' for '&' in running text is wanted (APA 7 §8.17)."""
    different = []
    for typed, printed in zip(markdown, by_pandoc(markdown, bibliography, folder), strict=True):
        text = f"so {typed}"
        citation = scan_citations(Source("", text), mask(text), lambda _: None, bibliography)[0]
        narrative = citation.kind is CitationKind.NARRATIVE
        expected = printed.replace(" & ", " and ", 1) if narrative else printed
        ours = render_citation_text(citation, references)
        if ours not in (printed, expected):
            different.append((typed, printed, ours))
    return different


def test_clusters_are_as_pandoc_makes_them(
    bibliography: Bibliography, references: Mapping[str, Reference], tmp_path: Path
) -> None:
    assert differing(clusters(400), bibliography, references, tmp_path) == []

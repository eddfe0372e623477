"""How far our clusters are pandoc's own: `python tests/bench/agreement.py` compares 5,000 random ones.

Half are of works that are hard to tell apart (same authors, years, surnames), half of any of the course's works. Pandoc
gets the same works and style, and all of them are cited, as in the course. Not counted as differences are the intended
corrections: 'and' for '&' in running text (APA 7 §8.17) and abbreviations of group authors, which CSL does not know.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from coursewright.bibliography import Store, compile_references, read_bibliography
from coursewright.source import Source
from tests.citations.test_pandoc_agreement import KEYS, STYLE, clusters, differing

BIB = STYLE.parent / "references.bib"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clusters", type=int, default=5000, help="how many to compare")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives other clusters")
    chosen = parser.parse_args()
    text = BIB.read_text("utf-8")
    bibliography = read_bibliography([Source("bib/references.bib", text)], print)
    works = compile_references(bibliography, STYLE, Store(print))
    references = {key: replace(work, short="") for key, work in works.items()}
    half = chosen.clusters // 2
    markdown = clusters(half, KEYS, chosen.seed) + clusters(chosen.clusters - half, list(works), chosen.seed)
    with tempfile.TemporaryDirectory(prefix="coursewright-agreement-") as folder:
        different = differing(markdown, bibliography, references, Path(folder))
    for typed, printed, ours in different:
        print(f"typed   {typed}\npandoc  {printed}\nours    {ours}\n")
    alike = len(markdown) - len(different)
    print(f"{alike} of {len(markdown)} clusters are as pandoc makes them: {100 * alike / len(markdown):.2f} %.")


if __name__ == "__main__":
    main()

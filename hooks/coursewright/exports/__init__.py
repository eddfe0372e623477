"""The works of a course for other programs: BibTeX, CSL-JSON and RIS files, as text."""

from coursewright.exports.bibtex import bibtex
from coursewright.exports.csl import csl
from coursewright.exports.ris import ris
from coursewright.exports.works import export_works

__all__ = ["bibtex", "csl", "export_works", "ris"]

"""The bibliography: BibTeX files read with places, and every work in the course's citation style."""

from coursewright.bibliography.compile import compile_references, write_lock
from coursewright.bibliography.csl_json import CslItem, csl_json, inherit
from coursewright.bibliography.model import LOCATOR, Bibliography, Entry, Field, Reference, Wording
from coursewright.bibliography.scan import read_bibliography
from coursewright.bibliography.store import Store, open_store

__all__ = [
    "LOCATOR",
    "Bibliography",
    "CslItem",
    "Entry",
    "Field",
    "Reference",
    "Store",
    "Wording",
    "compile_references",
    "csl_json",
    "inherit",
    "open_store",
    "read_bibliography",
    "write_lock",
]

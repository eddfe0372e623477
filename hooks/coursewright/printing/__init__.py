"""Sheets as files: PDF, DOCX, HTML and Markdown."""

from coursewright.printing.letters import MissingLettersError
from coursewright.printing.write import KINDS, PAPERS, file_name, write_sheet

__all__ = ["KINDS", "PAPERS", "MissingLettersError", "file_name", "write_sheet"]

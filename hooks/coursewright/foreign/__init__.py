"""Everyone's Markdown: citations of a Quarto, R Markdown, MyST or pandoc project, or of a folder, checked in place."""

from coursewright.foreign.check import NoBibliographyError, check_folder

__all__ = ["NoBibliographyError", "check_folder"]

"""Checks that need the whole course: what refers to what."""

from coursewright.checks.bank import check_bank
from coursewright.checks.citations import check_citations_of_course, phrases
from coursewright.checks.pages import check_fragment, check_navigation, check_page, check_phrases
from coursewright.checks.retractions import check_retractions_of_course
from coursewright.checks.stray import check_stray_files

__all__ = [
    "check_bank",
    "check_citations_of_course",
    "check_fragment",
    "check_navigation",
    "check_page",
    "check_phrases",
    "check_retractions_of_course",
    "check_stray_files",
    "phrases",
]

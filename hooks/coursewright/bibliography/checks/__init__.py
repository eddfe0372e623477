"""Checks of the bibliography by itself: each group of rules in a module, each a function of entries alone."""

from coursewright.bibliography.checks.bibliography import check_bibliography
from coursewright.bibliography.checks.letters import check_letters
from coursewright.bibliography.checks.retractions import Retractions, check_retractions, read_retractions

__all__ = ["Retractions", "check_bibliography", "check_letters", "check_retractions", "read_retractions"]

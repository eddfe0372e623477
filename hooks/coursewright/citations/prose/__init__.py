"""Prose beside citations: what is typed by hand, what disagrees with a key, quotations and locators."""

from coursewright.citations.prose.check import check_prose

__all__ = ["check_prose"]

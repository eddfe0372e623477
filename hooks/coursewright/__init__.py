"""Coursewright: a course publisher. The engine; it knows no course and no site generator."""

__version__ = "0.1.0"

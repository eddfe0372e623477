"""Diagrams: SVG files that only draw, so that they can stand inside any page, in its colours."""

from coursewright.diagrams.draw import draw
from coursewright.diagrams.read import FOLDER, read_diagram

__all__ = ["FOLDER", "draw", "read_diagram"]

"""What machines read of a page: a description in one sentence, and the page as linked data."""

from coursewright.metadata.describe import describe, shortened
from coursewright.metadata.linked_data import as_script, licence_address, linked_data

__all__ = ["as_script", "describe", "licence_address", "linked_data", "shortened"]

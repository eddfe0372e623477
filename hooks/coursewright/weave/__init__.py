"""One page's Markdown → Markdown with blocks, citations and links in place. No site generator is known here."""

from coursewright.weave.page import weave, weave_apart
from coursewright.weave.pieces import Pieces, put_back
from coursewright.weave.site import Site

__all__ = ["Pieces", "Site", "put_back", "weave", "weave_apart"]

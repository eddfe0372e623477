"""One page's Markdown → Markdown with blocks, citations and links in place. No site generator is known here."""

from coursewright.pieces import Pieces, put_back
from coursewright.site import Site
from coursewright.weave.page import weave, weave_apart
from coursewright.weave.set_page import weave_set_page

__all__ = ["Pieces", "Site", "put_back", "weave", "weave_apart", "weave_set_page"]

"""One page's Markdown → Markdown with blocks, citations and links in place. No site generator is known here."""

from coursewright.weave.page import weave
from coursewright.weave.site import Site

__all__ = ["Site", "weave"]

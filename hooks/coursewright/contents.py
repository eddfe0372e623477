"""The course's list of contents as HTML: the whole of it, or what stands beside a page."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a page, or a section with or without a page of its own. Addresses begin at the root."""

    title: str
    address: str | None
    entries: tuple["Entry", ...] = ()
    number: str = ""

    def holds(self, address: str | None) -> bool:
        """Whether this is the page at an address, or has it below."""
        return address is not None and (self.address == address or any(one.holds(address) for one in self.entries))

    @property
    def first(self) -> str | None:
        """The address of its page, or of the first page below it."""
        return self.address if self.address is not None else next((one.first for one in self.entries), None)


def render_contents(entries: tuple[Entry, ...], root: str, here: str | None, whole: bool) -> str:
    """The list as seen from the page at `here`, with every section open (`whole`) or only the one that holds it.

    `root` leads from the page to the site's root, without a slash at its end.
    """
    return f'<ul class="cw-contents">{"".join(_item(entry, root, here, whole) for entry in entries)}</ul>'


def _item(entry: Entry, root: str, here: str | None, whole: bool) -> str:
    number = f'<span class="cw-contents__number">{entry.number}</span>' if entry.number else ""
    opened = bool(entry.entries) and (whole or entry.holds(here))
    address = entry.address if opened else entry.first
    inner = f"{number}{escape(entry.title)}"
    line = f'<span class="cw-contents__section">{inner}</span>'
    if address is not None:
        current = ' aria-current="page"' if address == here else ""
        line = f'<a href="{escape(_from(root, address))}"{current}>{inner}</a>'
    below = "".join(_item(one, root, here, whole) for one in entry.entries) if opened else ""
    return f"<li>{line}<ul>{below}</ul></li>" if below else f"<li>{line}</li>"


def _from(root: str, address: str) -> str:
    return address if "://" in address else f"{root}/{address}"

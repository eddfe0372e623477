"""For whom and in what form a site is built, and the addresses that follow from it."""

from dataclasses import dataclass
from enum import StrEnum
from posixpath import dirname, relpath


class Edition(StrEnum):
    """Whom a site is built for; facilitator text is in the instructor edition alone."""

    LEARNER = "learner"
    INSTRUCTOR = "instructor"


@dataclass(frozen=True)
class Site:
    """The edition, whether pages have addresses like 'a/b/' (else 'a/b.html'), and where it is, if that is known."""

    edition: Edition = Edition.LEARNER
    directory_urls: bool = True
    url: str = ""

    @property
    def for_instructors(self) -> bool:
        return self.edition is Edition.INSTRUCTOR

    def address(self, path: str) -> str:
        """The address of a page of `docs/`, relative to the site's root; '' is the home page."""
        stem = path.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        folder, _, name = stem.rpartition("/")
        stem = folder if name == "index" else stem
        return f"{stem}/" if stem else ""

    def link(self, origin: str, target: str, anchor: str = "") -> str:
        """The relative address of page `target` as written on page `origin`."""
        fragment = f"#{anchor}" if anchor else ""
        if origin == target and anchor:
            return fragment
        here, there = self.address(origin), self.address(target)
        folder = here if self.directory_urls else dirname(here)
        relative = relpath(there or ".", folder or ".")
        return relative + ("/" if self.directory_urls and not relative.endswith("/") else "") + fragment

    def file(self, origin: str, target: str) -> str:
        """The relative address of a file below the site's root, as written on page `origin`."""
        here = self.address(origin)
        return relpath(target, (here if self.directory_urls else dirname(here)) or ".")


def markdown_link(origin: str, target: str, anchor: str = "") -> str:
    """The relative path from one Markdown file to another, for links that the site generator resolves."""
    fragment = f"#{anchor}" if anchor else ""
    if origin == target and anchor:
        return fragment
    return relpath(target, dirname(origin) or ".") + fragment

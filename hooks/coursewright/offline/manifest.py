"""`offline.json`: what a browser may keep of a site, in parts that a reader chooses, each file with its digest."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

MANIFEST = "offline.json"
DOWNLOADS = (".pdf", ".docx", ".zip")
"""Endings of files that a reader takes away: no copy of a site holds them."""
_LINK = re.compile(r'(?:href|src)="([^"#?]+)')
_ENDINGS = (".css", ".js", ".woff2", ".svg", ".json", ".webmanifest")
_NOT_KEPT = ("sw.js", MANIFEST, "sitemap.xml", "robots.txt")


@dataclass(frozen=True)
class Section:
    """A part of the navigation: its title, and the files of its pages from the site's root ('cases/index.html')."""

    id: str
    title: str
    pages: tuple[str, ...]


def make_manifest(
    files: Mapping[str, bytes], digests: Mapping[str, str], sections: Sequence[Section], version: str
) -> str:
    """The manifest as JSON: `version`, `files` (path → [digest, bytes]), `core` (paths) and `parts` (id, title, paths).

    The core is what every copy needs: pages outside all sections, styles, scripts, fonts and data. A part holds a
    section's pages and what their own text links to or shows, so that a kept lesson has its cases with it. `digests`
    are the SHA-256 of each file in hexadecimal; the manifest has their first 16 digits.
    """
    known = {path: data for path, data in files.items() if path not in _NOT_KEPT and not path.endswith(DOWNLOADS)}
    inside = {page for section in sections for page in section.pages}
    core = sorted(path for path in known if path.endswith(_ENDINGS) or _is_outside(path, inside))
    parts = []
    for section in sections:
        paths = {path for page in section.pages if page in known for path in (page, *_linked(page, known))}
        parts.append({"id": section.id, "title": section.title, "files": sorted(paths - set(core))})
    wanted = sorted({*core, *(path for part in parts for path in part["files"])})
    sums = {path: [digests[path][:16], len(known[path])] for path in wanted}
    whole = {"version": version, "files": sums, "core": core, "parts": parts}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _is_outside(path: str, inside: Iterable[str]) -> bool:
    """A page that stands on its own at the top of the site: the start, the journal, the page for what is missing."""
    return path.endswith(".html") and path not in inside and path.count("/") <= 1


def _linked(page: str, files: Mapping[str, bytes]) -> set[str]:
    """The site's files that the main text of a page links to or shows."""
    main = files[page].decode("utf-8", "replace").partition("<main")[2].partition("</main>")[0]
    found = set()
    for address in set(_LINK.findall(main)):
        if not urlsplit(address).scheme and not address.startswith("/"):
            path = normpath(join(page.rpartition("/")[0], unquote(address)))
            path = f"{path}/index.html".removeprefix("./") if address.endswith("/") else path
            if path in files:
                found.add(path)
    return found

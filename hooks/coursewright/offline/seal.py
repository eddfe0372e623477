"""The version of a built site, written into its pages: a page and what it loads can be told to belong together."""

import hashlib
from collections.abc import Mapping, Sequence

from coursewright.offline.manifest import DOWNLOADS, MANIFEST, Section, make_manifest

UNSEALED = b'data-version="unsealed"'
"""What a page's template writes where the version will stand."""


def seal(files: Mapping[str, bytes], sections: Sequence[Section]) -> dict[str, bytes]:
    """The files that change: every page with the site's version, and `offline.json`.

    The version is a digest of the files as they were built, so that it changes when anything does, and only then. Files
    to take away do not count: no copy holds them, and a page that links one tells its size.
    """
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    listed = "".join(f"{path}\n{digests[path]}\n" for path in sorted(digests) if not path.endswith(DOWNLOADS))
    version = hashlib.sha256(listed.encode()).hexdigest()[:12]
    mark = UNSEALED.replace(b"unsealed", version.encode())
    pages = {path: data.replace(UNSEALED, mark, 1) for path, data in files.items() if path.endswith(".html")}
    digests |= {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}
    return {**pages, MANIFEST: make_manifest({**files, **pages}, digests, sections, version).encode()}

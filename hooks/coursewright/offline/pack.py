"""A built site made to open from a folder of files, and put into a zip that is the same every time."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from coursewright.offline.flatten import flatten

_MODULE = re.compile(r'(<script\b[^>]*) type="module"')
_HINT = re.compile(r'<link rel="(?:preload|modulepreload|manifest)"[^>]*>')  # browsers refuse them for files
_POLICY = re.compile(r"(script-src|style-src|img-src|font-src) 'self'")
_DATE = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT = ("sw.js", "offline.json", "sitemap.xml", "sitemap.xml.gz", "robots.txt")


def pack(files: dict[str, bytes], folder: str) -> bytes:
    """The zip of a site that was built without directory addresses, everything below one folder.

    Pages get classic scripts for their modules, data files get a script beside them, and the pages' policy names the
    file scheme, which 'self' does not cover in every browser. Raises `FlattenError` for a module of another form.
    """
    made = dict(_opened(files))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(made):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, made[path])
    return packed.getvalue()


def _opened(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for path, data in files.items():
        if path in _LEFT_OUT:
            continue
        if path.endswith(".html"):
            yield path, _page(data.decode()).encode()
        elif path.endswith(".js"):
            yield path, _script(path, files)
        else:
            yield path, data
            if path.endswith(".json"):
                yield f"{path}.js", _data(path, data)


def _page(html: str) -> str:
    """Scripts in the order in which modules would run: after the page, one after the other."""
    html = _MODULE.sub(r"\1 defer", _HINT.sub("", html))
    return _POLICY.sub(r"\1 'self' file:", html)


def _script(path: str, files: dict[str, bytes]) -> bytes:
    """A module with all that it imports, as a classic script; any other script as it is."""
    if not re.search(r"^(import|export)\b", files[path].decode(), re.MULTILINE):
        return files[path]
    return flatten((path,), lambda name: files[name].decode()).encode()


def _data(path: str, data: bytes) -> bytes:
    value = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.coursewrightData ??= {{}})[{json.dumps(path)}] = {value};\n".encode()

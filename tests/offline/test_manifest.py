"""What a browser may keep of a site, and a site that opens from a folder."""

import hashlib
import json
import zipfile
from io import BytesIO

from coursewright.offline import Section, make_manifest, pack, seal

PAGE = '<nav><a href="../../2-b/y/">Next</a></nav><main><a href="../../cases/maya/#top">Maya</a> {more}</main>'
FILES = {
    "index.html": b"<html><main>Start</main></html>",
    "1-a/x/index.html": PAGE.format(
        more='<img src="../../assets/images/drawn.png"> <a href="../../questions/1-a.pdf">PDF</a>'
        ' <a href="https://else.where/">-</a>'
    ).encode(),
    "2-b/y/index.html": PAGE.format(more="").encode(),
    "cases/maya/index.html": b"<html><main>Maya</main></html>",
    "assets/course.css": b"body {}",
    "assets/images/drawn.png": b"PNG",
    "assets/images/other.png": b"PNG",
    "questions/1-a.pdf": b"PDF",
    "sw.js": b"",
}
DIGESTS = {path: hashlib.sha256(data).hexdigest() for path, data in FILES.items()}
SECTIONS = (
    Section("1-a", "A", ("1-a/x/index.html",)),
    Section("2-b", "B", ("2-b/y/index.html",)),
    Section("cases", "Cases", ("cases/maya/index.html",)),
)


def test_a_part_holds_its_pages_and_what_their_text_links_to_or_shows() -> None:
    parts = {part["id"]: part["files"] for part in json.loads(make_manifest(FILES, DIGESTS, SECTIONS, "v1"))["parts"]}
    assert parts["1-a"] == ["1-a/x/index.html", "assets/images/drawn.png", "cases/maya/index.html"]
    assert parts["2-b"] == ["2-b/y/index.html", "cases/maya/index.html"]


def test_the_core_holds_what_every_copy_needs() -> None:
    assert json.loads(make_manifest(FILES, DIGESTS, SECTIONS, "v1"))["core"] == ["assets/course.css", "index.html"]


def test_every_file_that_can_be_kept_has_its_digest_and_size() -> None:
    files = json.loads(make_manifest(FILES, DIGESTS, SECTIONS, "v1"))["files"]
    assert files["assets/course.css"] == [hashlib.sha256(b"body {}").hexdigest()[:16], 7]
    assert "assets/images/other.png" not in files
    assert "sw.js" not in files


def test_a_packed_site_has_classic_scripts_and_scripts_for_its_data() -> None:
    files = {
        "index.html": b"""<meta content="script-src 'self'"><script type="module" src="js/a.js"></script>""",
        "js/a.js": b'import { b } from "./b.js";\n',
        "js/b.js": b"export const b = 1;\n",
        "search.json": b'{"a": 1}',
        "sw.js": b"",
    }
    packed = pack(files, "course")
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        opened = {name: archive.read(name).decode() for name in archive.namelist()}
    assert '<script defer src="js/a.js"></script>' in opened["course/index.html"]
    assert "script-src 'self' file:" in opened["course/index.html"]
    assert opened["course/search.json.js"] == '(globalThis.coursewrightData ??= {})["search.json"] = {"a":1};\n'
    assert "const b = 1;" in opened["course/js/a.js"]
    assert "course/sw.js" not in opened
    assert packed == pack(dict(reversed(files.items())), "course")


def version_of(**changed: bytes) -> str:
    files = {**FILES, "index.html": b'<html data-version="unsealed"></html>'}
    named = {"page": "cases/maya/index.html", "sheet": "questions/1-a.pdf"}
    files |= {named[name]: data for name, data in changed.items()}
    version: str = json.loads(seal(files, SECTIONS)["offline.json"])["version"]
    return version


def test_the_version_changes_with_what_a_copy_can_hold_and_not_with_a_sheet_to_take_away() -> None:
    assert version_of(page=b"<html><main>Maya, again</main></html>") != version_of()
    assert version_of(sheet=b"another PDF") == version_of()

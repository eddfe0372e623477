"""A course made ready for a site generator: read, checked, every page woven, every file rendered."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic
from coursewright.exports import export_works
from coursewright.exports.bank import export_bank
from coursewright.fragments import silent
from coursewright.inline_markdown import plain
from coursewright.load import CHECKS, load_course
from coursewright.memory import Memory, digest
from coursewright.messages import as_text
from coursewright.metadata import as_script, describe, licence_address, linked_data, shortened
from coursewright.pieces import Pieces
from coursewright.publication import SHELF, Publication, Told, WovenPage, course_files
from coursewright.sets.offered import Made, set_path, take_stock
from coursewright.site import Site
from coursewright.source import Source, read_again
from coursewright.weave import weave_apart, weave_set_page


def make_publication(root: Path, site: Site, earlier: Mapping[str, WovenPage] | None = None) -> Publication:
    """Read, check and weave the course in a folder. Pages woven `earlier` are taken where they would be the same."""
    found: list[Diagnostic] = []
    course = load_course(root, found.append, memory=Memory(root / CHECKS))
    made = take_stock(course, root / SHELF, site.for_instructors)
    around = digest(repr(site), repr(made), *_around(root, course))
    pages = {}
    for path, page in course.pages.items():
        seen, known = digest(around, path, page.source.text), (earlier or {}).get(path)
        pages[path] = known if known and known.seen == seen else _woven(course, path, site, made, seen)
    line = partial(_line, cache(partial(read_again, root)))
    return Publication(
        tuple(Told(str(item.level), as_text(item, line)) for item in found),
        pages | {set_path(name): _set_page(course, name, site, made) for name in course.sets},
        export_works(course, site.for_instructors) | export_bank(course, site),
        {file.path: file.key for each in made.values() for file, _ in each.files},
        licence_address(course.facts.licence),
    )


def _around(root: Path, course: Course) -> Iterator[object]:
    """All that a page can show besides its own text: every other file, and of other pages what stands out."""
    yield tuple(
        (str(path), sha256(path.read_bytes()).hexdigest()) for path in course_files(root) if path.suffix != ".md"
    )
    yield tuple((name, block.source.text) for name, block in course.blocks.items())
    yield course.references
    for path, page in course.pages.items():
        yield path, page.title, page.source.text[: page.body], course.fragments[path].outline


def _woven(course: Course, path: str, site: Site, made: Mapping[str, Made], seen: str) -> WovenPage:
    page = course.pages[path]
    body = page.source.text[page.body :]
    markdown, pieces = weave_apart(body, course, path, site, made)
    about = shortened(describe(course, path)), as_script(linked_data(course, path, site))
    return WovenPage(page.source.text, body, markdown, pieces, *about, seen)


def _set_page(course: Course, name: str, site: Site, made: Mapping[str, Made]) -> WovenPage:
    blueprint = course.sets[name]
    front = f"---\ntitle: {json.dumps(plain(blueprint.title), ensure_ascii=False)}\n---\n"
    return WovenPage(front, "", *weave_set_page(course, blueprint, site, made))


def _line(read: Callable[[str], Source], path: str, number: int) -> str:
    return read(path).line(number)


def weave_again(root: Path, markdown: str, path: str, site: Site) -> tuple[str, Pieces]:
    """One page whose Markdown somebody else has changed meanwhile."""
    course = load_course(root, silent)
    return weave_apart(markdown, course, path, site, take_stock(course, root / SHELF, site.for_instructors))

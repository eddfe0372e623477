"""Reads a tagged PDF as a screen reader does: the elements of its structure, each with its words and pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, NullObject

_MAPPING = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Element:
    """`kind` is 'H1', 'P' …; `text` and `pages` (from 0) are those of all that is in it; `keys` its attributes."""

    kind: str
    text: str
    pages: frozenset[int]
    kids: tuple["Element", ...]
    keys: frozenset[str]

    def all(self, *kinds: str) -> list["Element"]:
        """The elements of these kinds in it, in their order."""
        own = [self] if self.kind in kinds else []
        return own + [element for kid in self.kids for element in kid.all(*kinds)]


@dataclass(frozen=True)
class Mark:
    """What a page shows: words, or a ruled line. `top` is its height on the page, `mcid` None for decoration."""

    text: str
    top: float
    width: float
    mcid: int | None


class Tagged:
    """A PDF, opened."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self.marks = [list(_marks(page)) for page in self.reader.pages]

    @cached_property
    def tree(self) -> Element:
        """The structure from its top."""
        numbers = {
            page.indirect_reference.idnum: at for at, page in enumerate(self.reader.pages) if page.indirect_reference
        }
        words = [_words(marks) for marks in self.marks]
        kids = self.root["/StructTreeRoot"]["/K"]
        top = kids[0] if isinstance(kids, list) else kids
        return _element(top.get_object(), None, numbers, words)

    def artifacts(self, page: int) -> str:
        """The words on a page that only eyes see."""
        return " ".join(mark.text for mark in self.marks[page] if mark.mcid is None and mark.text)

    def ruled(self, page: int) -> list[float]:
        """Where the lines to write on are, from the top of the page down."""
        wide = [mark.top for mark in self.marks[page] if not mark.text and mark.width > 400]
        return sorted(wide, reverse=True)


def bare(text: str) -> str:
    """Without spaces: where a line breaks, a PDF has none."""
    return re.sub(r"\s+", "", text)


def _words(marks: list[Mark]) -> dict[int, str]:
    found: dict[int, str] = {}
    for mark in marks:
        if mark.mcid is not None:
            found[mark.mcid] = found.get(mark.mcid, "") + mark.text
    return found


def _element(node: Any, page: int | None, numbers: dict[int, int], words: list[dict[int, str]]) -> Element:
    if "/Pg" in node:
        page = numbers[node.raw_get("/Pg").idnum]
    kids: list[Element] = []
    texts: list[str] = []
    pages: set[int] = set()
    children = node.get("/K", NullObject()).get_object()
    for raw in children if isinstance(children, list) else [children]:
        child: Any = raw.get_object()  # an element, the number of a marked piece, or an object such as a link
        if isinstance(child, DictionaryObject) and "/S" in child:
            kids.append(_element(child, page, numbers, words))
            texts.append(kids[-1].text)
            pages |= kids[-1].pages
        elif isinstance(child, int) or (isinstance(child, DictionaryObject) and "/MCID" in child):
            at = page if isinstance(child, int) or "/Pg" not in child else numbers[child.raw_get("/Pg").idnum]
            assert at is not None
            texts.append(words[at].get(int(str(child if isinstance(child, int) else child["/MCID"])), ""))
            pages.add(at)
    return Element(node["/S"][1:], "".join(texts), frozenset(pages), tuple(kids), frozenset(node))


def _marks(page: PageObject) -> Iterator[Mark]:
    """What the page shows, in the order of its content; each piece of Typst's stands at a place of its own."""
    resources: Any = page["/Resources"]
    fonts = {name: _letters(font.get_object()) for name, font in resources.get("/Font", {}).items()}
    contents = page.get_contents()
    assert contents is not None
    marked: list[int | None] = []
    letters: dict[str, str] = {}
    top, xs = 0.0, [0.0]
    for operands, operator in ContentStream(contents, page.pdf).operations:
        match operator:
            case b"BDC" | b"BMC":
                properties = operands[1] if len(operands) > 1 else {}
                marked.append(properties.get("/MCID") if isinstance(properties, dict) else None)
            case b"EMC":
                marked.pop()
            case b"cm":
                top, xs = float(operands[5]), []
            case b"Tf":
                letters = fonts[operands[0]]
            case b"Tj" | b"TJ":
                pieces = operands[0] if operator == b"TJ" else operands
                shown = b"".join(piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes"))
                codes = [shown[at : at + 2].hex() for at in range(0, len(shown), 2)]
                yield Mark("".join(letters.get(code, "?") for code in codes), top, 0, _innermost(marked))
            case b"m" | b"l":
                xs.append(float(operands[0]))
                height = float(operands[1])
            case b"f":
                yield Mark("", top - height, max(xs) - min(xs), _innermost(marked))


def _innermost(marked: list[int | None]) -> int | None:
    return marked[-1] if marked else None


def _letters(font: Any) -> dict[str, str]:
    """Codes of a font, as hexadecimal digits, to letters."""
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    found: dict[str, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, first in _RANGE.findall(block):
            for at in range(int(high, 16) - int(low, 16) + 1):
                found[f"{int(low, 16) + at:04x}"] = chr(int(first, 16) + at)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, letter in _MAPPING.findall(block):
            found[code.lower()] = bytes.fromhex(letter).decode("utf-16-be")
    return found

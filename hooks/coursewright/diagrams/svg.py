"""SVG text as a tree of elements with places. The parser is expat.

A document type is refused before its declarations are read: entities could fetch other files or grow without end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.source import Source


@dataclass(frozen=True)
class Element:
    """One element: its name and attributes as typed, what it holds, and the offset at which it begins."""

    tag: str
    attributes: Mapping[str, str]
    at: int
    inner: list["Element | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """This element and all inside it, outer before inner."""
        yield self
        for part in self.inner:
            if isinstance(part, Element):
                yield from part.walk()

    def words(self, tag: str) -> str:
        """The text of the first direct child of that name; '' where there is none."""
        children = (part for part in self.inner if isinstance(part, Element) and part.tag == tag)
        found = next(children, None)
        return " ".join("".join(part for part in found.inner if isinstance(part, str)).split()) if found else ""


class _DoctypeError(Exception):
    pass


def read_svg(source: Source, report: Report) -> Element | None:
    """The outermost element of a file; None where the XML can't be read, which is told."""
    parser = ParserCreate()
    parser.buffer_text = True
    top = Element("", {}, 0)
    open_ = [top]

    def here() -> int:
        return source.offset(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, here())
        open_[-1].inner.append(element)
        open_.append(element)

    def doctype(*_: object) -> None:
        raise _DoctypeError

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: open_.pop()
    parser.CharacterDataHandler = lambda text: open_[-1].inner.append(text)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(source.text, True)
    except ExpatError as error:
        said, at = str(error).partition(":")[0], source.offset(error.lineno, error.offset + 1)
        hint = "a browser that opens the file shows the same place"
        report(Diagnostic(Rule.DIAGRAM_VALID, source.place(at), f"The SVG can't be read: {said}.", hint))
        return None
    except _DoctypeError:
        message, hint = "A diagram can't declare a document type.", "remove '<!DOCTYPE …>': SVG needs none"
        at = source.text.index("<!DOCTYPE")
        report(Diagnostic(Rule.DIAGRAM_INERT, source.place(at, at + len("<!DOCTYPE")), message, hint))
        return None
    return next(part for part in top.inner if isinstance(part, Element))

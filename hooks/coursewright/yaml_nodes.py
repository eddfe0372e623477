"""YAML with places: the mapping at the top of a file or of a page's front matter."""

import re
from itertools import accumulate

import yaml

from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.markdown_mask import front_matter_end
from coursewright.source import Source
from coursewright.yaml_mapping import Mapping, first_of_each
from coursewright.yaml_origin import Origin

__all__ = ["Mapping", "empty_mapping", "first_of_each", "read_front_matter", "read_mapping"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 200
_FRONT = re.compile(r"\s*(---)[ \t]*\n[A-Za-z_][\w-]*:[ \t\n]")


def read_mapping(
    source: Source, report: Report, start: int = 0, end: int | None = None, what: str = "file"
) -> "Mapping | None":
    """The mapping at the top of a YAML text (offsets `start` to `end` of the source), or None where there is none."""
    origin = Origin(source, start, report)
    if _nesting(source.text[start:end]) > _DEEPEST:
        report(
            Diagnostic(
                Rule.YAML_VALID,
                source.place(start),
                "Too many lists stand inside one another here.",
                "write a list of one level",
            )
        )
        return None
    try:
        node = yaml.compose(source.text[start:end], Loader=_LOADER)
    except yaml.YAMLError as error:
        report(_syntax_error(origin, error, source.text[start:end]))
        return None
    if node is None:
        return empty_mapping(source, report, what, start)
    if isinstance(node, yaml.MappingNode):
        return Mapping(node, origin, what)
    origin.tell(Rule.FIELD_VALID, node, f"This {what} must be a list of fields ('name: value').")
    return None


def _nesting(text: str) -> int:
    """How deep lists go at most in brackets or in one line; the parser has no bound of its own and would crash."""
    brackets = accumulate((1 if mark in "[{" else -1) for mark in re.findall(r"[\[\]{}]", text))
    dashes = (len(run.split()) for run in re.findall(r"^(?:[ ]*[-?](?=[ ]))+", text, re.M))
    return max((0, *brackets, *dashes))


def empty_mapping(source: Source, report: Report, what: str, start: int = 0) -> "Mapping":
    """A mapping without fields: what a file that is empty says."""
    mark = yaml.Mark("", 0, 0, 0, None, 0)
    return Mapping(yaml.MappingNode("tag:yaml.org,2002:map", [], mark, mark), Origin(source, start, report), what)


def read_front_matter(
    source: Source, report: Report, what: str, required: bool = False
) -> "tuple[Mapping | None, int]":
    """A page's front matter and the offset where its Markdown begins; (None, 0) where it has none."""
    body = front_matter_end(source.text)
    if not body:
        if meant := _FRONT.match(source.text):
            late = bool(meant.start(1))
            message = "Front matter begins in the first line." if late else "The front matter is not closed."
            hint = "remove what stands above it" if late else "write a line '---' below its last field"
            report(Diagnostic(Rule.YAML_VALID, source.place(*meant.span(1)), message, hint))
        elif required:
            hint = "begin the file with a line '---', its fields ('id: …', 'title: …') and another line '---'"
            report(Diagnostic(Rule.FIELD_PRESENT, source.place(0), f"This {what} has no front matter.", hint))
        return None, 0
    start, end = source.text.find("\n") + 1, source.text.rfind("\n", 0, body - 1) + 1
    return read_mapping(source, report, start, end, what), body


def _syntax_error(origin: Origin, error: yaml.YAMLError, text: str) -> Diagnostic:
    if isinstance(error, yaml.reader.ReaderError):
        at = len(text.encode()[: error.position].decode(errors="ignore"))  # libyaml counts bytes
        place = origin.source.place(origin.start + at)
        return Diagnostic(Rule.YAML_VALID, place, "A character that can't be seen stands here.", "remove it")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in str(getattr(error, "context", "")):
        mark = getattr(error, "context_mark", None) or mark
    offset = origin.offset(mark) if mark else origin.start
    problem = str(getattr(error, "problem", None) or error).split("\n")[0]
    if "\t" in origin.source.line(origin.source.place(offset).line)[: origin.source.place(offset).column]:
        return Diagnostic(
            Rule.YAML_VALID, origin.source.place(offset), "A tab stands where YAML wants spaces.", "indent with spaces"
        )
    if "another document" in problem:
        return Diagnostic(
            Rule.YAML_VALID, origin.source.place(offset), "A second document begins here.", "remove the line '---'"
        )
    hint = "quote the value if it holds ': ' or begins with one of [ ] { } @ ` & * ! | > % #"
    return Diagnostic(Rule.YAML_VALID, origin.source.place(offset), f"The YAML can't be read: {problem}.", hint)

"""Values of BibTeX fields: braced, quoted, numbers, @string names, joined by #; broken ones are cut where they broke.

Method: all braces of the file are paired once (`pair`), so a value's end is a look-up; a brace that swallowed the
fields after it shows itself by a line inside it that looks like a field.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

from coursewright.diagnostics import Diagnostic, Report, Rule
from coursewright.source import Source, suggest

_LINE_HEAD = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.M)
_FIELD_LINE = re.compile(r"\n[ \t]*[A-Za-z][\w:.+/\-]*[ \t]*=[ \t]*(?:[{\"\d]|[A-Za-z]+[ \t]*[,#\n])")
_PERCENT = re.compile(r"^[ \t]*%[^\n]*$", re.M)
_QUOTED = re.compile(r'[{}"]')
_WORD = re.compile(r"[^\s,{}#=\"()]+")
_JOIN = re.compile(r"\s*#\s*")


@dataclass(frozen=True)
class Layout:
    """One file prepared for reading: text without % lines (offsets kept), braces in pairs, starts of entries."""

    source: Source
    text: str
    closes: Mapping[int, int]
    heads: tuple[int, ...]

    def head_after(self, offset: int) -> int:
        """Where the next line that opens an entry begins; the end of the text where there is none."""
        index = bisect_right(self.heads, offset)
        return self.heads[index] if index < len(self.heads) else len(self.text)


@dataclass
class ValueReader:
    """Reads values at offsets; `wary` when the entry is known to be broken, `cut` once a value had to be cut."""

    layout: Layout
    strings: MutableMapping[str, str]
    report: Report
    wary: bool = False
    cut: bool = False

    def read(self, at: int) -> tuple[str, int]:
        """The value that begins at an offset, white space folded, and the offset after it."""
        parts = []
        while True:
            part, at = self._piece(at)
            parts.append(part)
            joined = _JOIN.match(self.layout.text, at)
            if not joined:
                return " ".join("".join(parts).split()), at
            at = joined.end()

    def _piece(self, at: int) -> tuple[str, int]:
        first = self.layout.text[at : at + 1]
        if first == "{":
            return self._braced(at)
        return self._quoted(at) if first == '"' else self._word(at)

    def _braced(self, at: int) -> tuple[str, int]:
        layout = self.layout
        close, head = layout.closes.get(at, -1), layout.head_after(at)
        if self.wary or not 0 <= close < head:
            swallowed = _FIELD_LINE.search(layout.text, at, close if 0 <= close < head else head)
            if swallowed or close < 0:
                end = swallowed.start() if swallowed else head
                return self._cut(at, end, "brace", "put '},' at the end of the value")
        return layout.text[at + 1 : close], close + 1

    def _quoted(self, at: int) -> tuple[str, int]:
        layout = self.layout
        head = layout.head_after(at)
        end = at + 1
        while (match := _QUOTED.search(layout.text, end, head)) and match[0] == "{":
            end = layout.closes.get(match.start(), head) + 1
        closed = match is not None and match[0] == '"'
        stop = match.end() if match else head
        swallowed = _FIELD_LINE.search(layout.text, at, stop)
        if swallowed or not closed:
            stop = swallowed.start() if swallowed else match.start() if match else head
            return self._cut(at, stop, "quotation mark", "put '\",' at the end of the value")
        return layout.text[at + 1 : stop - 1], stop

    def _cut(self, at: int, end: int, mark: str, hint: str) -> tuple[str, int]:
        self.cut = True
        message = f"The {mark} that opens this value is not closed."
        self.report(Diagnostic(Rule.BIBTEX_VALID, self.layout.source.place(at), message, hint))
        return self.layout.text[at + 1 : end].rstrip().rstrip(",}").rstrip(), end

    def _word(self, at: int) -> tuple[str, int]:
        source = self.layout.source
        match = _WORD.match(self.layout.text, at)
        if not match:
            message, hint = "A value is missing here.", "write {…} after '='"
            self.report(Diagnostic(Rule.BIBTEX_VALID, source.place(at), message, hint))
            return "", at
        word = match[0]
        if word.isdigit() or word.lower() in self.strings:
            return self.strings.get(word.lower(), word), match.end()
        hint = suggest(word.lower(), self.strings) or f"write {{{word}}}, or define it with @string"
        place = source.place(at, match.end())
        self.report(Diagnostic(Rule.BIBTEX_VALID, place, f"No @string is called '{word}'.", hint))
        return word, match.end()


def layout(source: Source) -> Layout:
    """Prepare a file: blank lines of % comment, pair braces, find the lines that open entries."""
    text = _PERCENT.sub(lambda match: " " * len(match[0]), source.text)
    heads = tuple(match.start() for match in _LINE_HEAD.finditer(text))
    return Layout(source, text, pair(text), heads)


def pair(text: str) -> dict[int, int]:
    """Offsets of opening braces with those of their closing ones; unpaired ones are left out. BibTeX counts \\{ too."""
    closes: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer("[{}]", text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            closes[opened.pop()] = match.start()
    return closes

"""One BibTeX entry: key and fields in order, with repairs for what is missing, in the way, or closed early or never.

An entry that turns out not to be closed is read a second time, warily: then a value that swallowed the fields after it
is found and told at its own brace, and the fields survive.
"""

import re
from collections.abc import MutableMapping
from dataclasses import dataclass, field

from coursewright.bibliography.model import Field
from coursewright.bibliography.values import Layout, ValueReader
from coursewright.diagnostics import Diagnostic, Place, Rule
from coursewright.phrase import Phrase

_KEY = re.compile(r"\s*(?P<key>[^,{}()=\"\s]*(?:[ \t]+[^,{}()=\"\s]+)*)(?P<after>\s*[,=]?)")
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w:.+/\-]*)\s*(?:(?P<equals>=)\s*|(?=[{\"]))")
_FOLLOWS = re.compile(r"\s*(?:,\s*)?(?:(?P<name>[A-Za-z][\w:.+/\-]*)\s*=\s*[{\"\w]|\})")
_BRACES = re.compile(r"(?:[\s,]*\})+")
_BETWEEN = re.compile(r"[\s,]*")
_SPACE = re.compile(r"\s*")
_HEAD = re.compile(r"@[ \t]*[A-Za-z]+\s*[{(]")
_JUNK = re.compile(r"[^,{}()\n@]*[^,{}()\n@\s]|[{}()@]")


@dataclass
class EntryReader:
    """Reads the entry whose brace or parenthesis stands at `opened`; afterwards `at` is the offset behind it."""

    layout: Layout
    strings: MutableMapping[str, str]
    opened: int
    keyed: bool
    wary: bool = False
    at: int = 0
    last: int = 0
    closed: bool = False
    key: str = ""
    key_place: Place | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def read(self) -> "EntryReader":
        """Read to the end; returns the reader that was right, which is this one or a second, wary one."""
        values = ValueReader(self.layout, self.strings, self.problems.append, self.wary)
        self.at = self.opened + 1
        if self.keyed:
            self._read_key()
        while self._step(values):
            pass
        if self.closed or values.cut:
            return self
        if not self.wary and self.last:  # without a value none can have swallowed anything
            return EntryReader(self.layout, self.strings, self.opened, self.keyed, wary=True).read()
        self._tell_unclosed()
        return self

    def _read_key(self) -> None:
        match = _KEY.match(self.layout.text, self.at)
        if not match or not match["key"] or match["after"].endswith("="):
            self._tell(self.opened, "The entry has no key.", "write its key after the brace: '@book{rogers1961,'")
            return
        self.key, self.at = match["key"], match.end()
        start, end = match.span("key")
        self.key_place = self.layout.source.place(start, end)
        if len(self.key.split()) > 1:
            self._tell(start, f"The key '{self.key}' holds a space.", "join its parts, so that it can be cited", end)
        elif not match["after"].strip() and self.layout.text[self.at : self.at + 1] not in ("}", ")"):
            self._tell(end - 1, f"A comma is missing after the key '{self.key}'.", "put ',' after the key")

    def _step(self, values: ValueReader) -> bool:
        """Read one field, or repair one fault; False when the entry is over."""
        text = self.layout.text
        self.at = _after(_BETWEEN, text, self.at)
        if self.at >= len(text) or _HEAD.match(text, self.at):
            return False
        if text[self.at] == ("}" if text[self.opened] == "{" else ")"):
            return self._close()
        match = _FIELD.match(text, self.at)
        if not match:
            return self._junk()
        start, end = match.span("name")
        if not match["equals"]:
            self._tell(start, f"'=' is missing after '{match['name']}'.", f"write '{match['name']} = …'", end)
        self.last = match.end()
        value, self.at = values.read(match.end())
        self._add(match["name"].lower(), value, self.layout.source.place(start, end), (match.end(), self.at))
        if text[self.at - 1] != "," and _FIELD.match(text, _after(_SPACE, text, self.at)):
            self._tell(self.at - 1, f"A comma is missing after the field '{match['name']}'.", "put ',' after the value")
        return True

    def _close(self) -> bool:
        """End the entry, unless more of it follows: then the brace closed too early."""
        self.at += 1
        follows = _FOLLOWS.match(self.layout.text, self.at)
        self.closed = follows is None
        if follows:
            what = f"the field '{follows['name']}'" if follows["name"] else "another brace"
            name = self.key or "@string"
            self._tell(self.at - 1, f"The entry '{name}' is closed here, but {what} follows.", "take this brace out")
            braces = _BRACES.match(self.layout.text, self.at)
            self.at = braces.end() - 1 if braces else self.at  # the last of them closes the entry
        return follows is not None

    def _junk(self) -> bool:
        match = _JUNK.match(self.layout.text, self.at)
        end = match.end() if match else self.at + 1
        words = self.layout.text[self.at : end]
        self._tell(self.at, f"'{words}' can't be read here.", "fields are written 'name = {value},'", end)
        self.at = self.layout.closes.get(self.at, end - 1) + 1
        return True

    def _add(self, name: str, value: str, place: Place, span: tuple[int, int]) -> None:
        if first := self.fields.get(name):
            message = f"The field '{name}' is given twice; the first is in line {first.place.line}."
            self.problems.append(Diagnostic(Rule.BIBTEX_VALID, place, message, "keep one of the two"))
        else:
            source = self.layout.source
            self.fields[name] = Field(name, value, place, source.place(self.last), Phrase(value, source, *span))

    def _tell_unclosed(self) -> None:
        """Tell where the missing brace was opened: at the last value, if a brace on its own line seems to close it."""
        if self.last and self._alone(self.layout.closes.get(self.last, 0)):
            self._tell(self.last, "The brace that opens this value is not closed.", "put '},' at the end of the value")
        else:
            name = f"The entry '{self.key}'" if self.key else "This entry"
            self._tell(self.opened, f"{name} is not closed.", "put '}' on a line of its own after its last field")

    def _alone(self, brace: int) -> bool:
        line = self.layout.text.rfind("\n", self.last, brace)
        return line >= 0 and not self.layout.text[line:brace].strip()

    def _tell(self, start: int, message: str, hint: str, end: int | None = None) -> None:
        self.problems.append(Diagnostic(Rule.BIBTEX_VALID, self.layout.source.place(start, end), message, hint))


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at

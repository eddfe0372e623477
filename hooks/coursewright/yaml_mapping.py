"""A YAML mapping that is read field by field; every mistake is told where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

import yaml

from coursewright.diagnostics import Diagnostic, Place, Report, Rule
from coursewright.model import Minutes, Ref
from coursewright.phrase import Phrase
from coursewright.source import suggest
from coursewright.yaml_origin import Origin

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True)
class Mapping:
    """A YAML mapping that is read field by field; `finish` then reports the fields that nobody read."""

    node: yaml.MappingNode
    origin: Origin
    what: str

    @property
    def place(self) -> Place:
        return self.origin.place(self.node)

    @cached_property
    def _read(self) -> set[str]:
        return set()

    @cached_property
    def _fields(self) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        fields: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in self.node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                self.origin.tell(Rule.FIELD_VALID, key, "A field's name must be a word.")
            elif name in fields:
                first = self.origin.place(fields[name][0])
                message = f"The field '{name}' is given twice; it stands in line {first.line} already."
                self.origin.tell(Rule.FIELD_VALID, key, message, "remove one of them")
            else:
                fields[name] = (key, value)
        return fields

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def _get(self, name: str, required: bool) -> yaml.Node | None:
        self._read.add(name)
        pair = self._fields.get(name)
        if pair is not None and not _is_null(pair[1]):
            return pair[1]
        if required:
            near = [other for other in self._fields if other not in self._read and suggest(other, [name])]
            hint = f"the field '{near[0]}' looks like it" if near else f"add '{name}: …'"
            place = self.origin.place(pair[0]) if pair else self.place
            self.origin.report(Diagnostic(Rule.FIELD_PRESENT, place, f"This {self.what} has no '{name}'.", hint))
        return None

    def _scalar(self, name: str, required: bool) -> yaml.ScalarNode | None:
        node = self._get(name, required)
        if node is None or isinstance(node, yaml.ScalarNode):
            return node
        self.origin.tell(
            Rule.FIELD_VALID, node, f"'{name}' must be a text, not {_kind(node)}.", "put it in quotes on one line"
        )
        return None

    def phrase(self, name: str, required: bool = False) -> Phrase | None:
        """A text with its places; None where it is missing (told if required) or empty."""
        node = self._scalar(name, required)
        return self.origin.phrase(node) if node is not None else None

    def text(self, name: str, required: bool = False, default: str = "") -> str:
        phrase = self.phrase(name, required)
        return phrase.text if phrase else default

    def id(self, name: str = "id", required: bool = True) -> Ref | None:
        """An id in the form of ids: lower-case words and digits joined by hyphens."""
        node = self._scalar(name, required)
        return self._checked_id(node) if node is not None else None

    def _checked_id(self, node: yaml.ScalarNode) -> Ref | None:
        if _ID.match(node.value):
            return Ref(node.value, self.origin.place(node))
        plain = normalize("NFKD", node.value.lower()).encode("ascii", "ignore").decode()
        proposal = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        hint = f"for instance '{proposal}'" if proposal else ""
        self.origin.tell(Rule.ID_FORM, node, f"'{node.value}' is not an id: lower-case words joined by hyphens.", hint)
        return None

    def ref(self, name: str, required: bool = False) -> Ref | None:
        """A name that refers to something else; its form is not looked at."""
        node = self._scalar(name, required)
        return Ref(node.value.strip(), self.origin.place(node)) if node is not None else None

    def choice(self, name: str, allowed: Iterable[str], required: bool = False, default: str = "") -> str:
        """One of a few words; another word is told with the nearest one."""
        options = tuple(allowed)
        node = self._scalar(name, required)
        if node is None or node.value in options:
            return node.value if node is not None else default
        hint = suggest(node.value, options) or "one of: " + ", ".join(options)
        self.origin.tell(Rule.FIELD_VALID, node, f"'{name}' can't be '{node.value}'.", hint)
        return default

    def whole(self, name: str, required: bool = False, default: int = 0) -> int:
        node = self._scalar(name, required)
        if node is None:
            return default
        if re.fullmatch(r"\d{1,6}", node.value):
            return int(node.value)
        self.origin.tell(Rule.FIELD_VALID, node, f"'{name}' must be a whole number.", "write it in digits")
        return default

    def range(self, name: str, required: bool = True) -> Minutes | None:
        """A range of whole numbers, '[low, high]' or one number for both."""
        node = self._get(name, required)
        if node is None:
            return None
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        numbers = [
            int(item.value)
            for item in items
            if isinstance(item, yaml.ScalarNode) and re.fullmatch(r"\d{1,4}", item.value)
        ]
        if len(numbers) == len(items) and len(numbers) in (1, 2) and 0 < numbers[0] <= numbers[-1]:
            return Minutes(numbers[0], numbers[-1])
        self.origin.tell(Rule.FIELD_VALID, node, f"'{name}' must be a range of whole numbers.", "for instance [8, 12]")
        return None

    def _sequence(self, name: str, required: bool) -> list[yaml.Node]:
        node = self._get(name, required)
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            if required and not node.value:
                self.origin.tell(Rule.FIELD_PRESENT, node, f"'{name}' is empty.", "it has to hold one entry at least")
            return list(node.value)
        self.origin.tell(
            Rule.FIELD_VALID, node, f"'{name}' must be a list.", f"write '{name}: [a, b]' or a line '- a' for each"
        )
        return []

    def _scalars(self, name: str, required: bool) -> Iterator[yaml.ScalarNode]:
        for node in self._sequence(name, required):
            if isinstance(node, yaml.ScalarNode) and not _is_null(node):
                yield node
            else:
                self.origin.tell(
                    Rule.FIELD_VALID, node, f"'{name}' must hold texts, not {_kind(node)}.", "put it in quotes"
                )

    def refs(self, name: str, required: bool = False) -> tuple[Ref, ...]:
        """Names that refer to other things, each once; their form is not looked at."""
        found: dict[str, Ref] = {}
        for node in self._scalars(name, required):
            if node.value in found:
                message = f"'{node.value}' stands in '{name}' already."
                self.origin.tell(Rule.FIELD_VALID, node, message, "remove one of them")
            found.setdefault(node.value, Ref(node.value, self.origin.place(node)))
        return tuple(found.values())

    def phrases(self, name: str, required: bool = False) -> tuple[Phrase, ...]:
        return tuple(self.origin.phrase(node) for node in self._scalars(name, required))

    def mappings(self, name: str, what: str, required: bool = False) -> Iterator["Mapping"]:
        """The mappings of a list; entries of another kind are told and left out."""
        for node in self._sequence(name, required):
            if isinstance(node, yaml.MappingNode):
                yield Mapping(node, self.origin, what)
            else:
                self.origin.tell(Rule.FIELD_VALID, node, f"Each entry of '{name}' must be a {what} with fields.")

    def named(self, name: str, required: bool = False) -> Iterator[tuple[Ref, yaml.Node]]:
        """The entries of a mapping whose keys are ids of the author's choice, in their order."""
        node = self._get(name, required)
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            hint = "write a line 'some-id: …' for each, without dashes or brackets"
            self.origin.tell(Rule.FIELD_VALID, node, f"'{name}' must be a list of 'id: …' lines.", hint)
            return
        inner = Mapping(node, self.origin, name)
        for key, value in inner._fields.values():
            if isinstance(key, yaml.ScalarNode) and (ref := self._checked_id(key)):
                yield ref, value

    def place_of(self, name: str) -> Place:
        """Where the value of a field stands that is there."""
        return self.origin.place(self._fields[name][1])

    def inner(self, name: str, what: str) -> "Mapping | None":
        """The mapping that a field holds, if it is there."""
        node = self._get(name, required=False)
        return self.nested(node, what) if node is not None else None

    def nested(self, node: yaml.Node, what: str) -> "Mapping | None":
        """A value that must be a mapping itself."""
        if isinstance(node, yaml.MappingNode):
            return Mapping(node, self.origin, what)
        self.origin.tell(Rule.FIELD_VALID, node, f"A {what} must have fields ('{{name: value}}'), not {_kind(node)}.")
        return None

    def nested_text(self, node: yaml.Node, what: str) -> str:
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value).strip()
        self.origin.tell(Rule.FIELD_VALID, node, f"A {what} must be a text, not {_kind(node)}.")
        return ""

    def rest(self) -> tuple[tuple[Ref, Phrase], ...]:
        """The fields nobody has read yet, as texts: a row's slots, a block's options. They count as read."""
        pairs = []
        for name, (key, _) in self._fields.items():
            if name not in self._read and (phrase := self.phrase(name)) is not None:
                pairs.append((Ref(name, self.origin.place(key)), phrase))
        return tuple(pairs)

    def skip(self, name: str) -> None:
        """Let a field pass that somebody else reads."""
        self._read.add(name)

    def finish(self) -> None:
        """Report the fields that mean nothing here."""
        for name, (key, _) in self._fields.items():
            if name not in self._read:
                hint = suggest(name, self._read) or "fields: " + ", ".join(sorted(self._read))
                self.origin.tell(Rule.FIELD_KNOWN, key, f"A {self.what} has no field '{name}'.", hint)


def first_of_each(items: Iterable[Ref], report: Report, what: str) -> dict[str, Ref]:
    """The first use of each id; later ones are told, with both places."""
    seen: dict[str, Ref] = {}
    for item in items:
        if (first := seen.setdefault(item.name, item)) is not item:
            where = f"{first.place.path}:{first.place.line}:{first.place.column}"
            report(
                Diagnostic(
                    Rule.ID_UNIQUE,
                    item.place,
                    f"The id '{item.name}' names a {what} already.",
                    f"the first is at {where}",
                )
            )
    return seen


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and (node.tag == "tag:yaml.org,2002:null" or not node.value.strip())


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a list of fields"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "nothing" if _is_null(node) else "a text"

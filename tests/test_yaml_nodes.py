"""YAML with places: every mistake at its line and column, every character of a value where it stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.diagnostics import Diagnostic
from coursewright.model import Minutes
from coursewright.phrase import Phrase
from coursewright.source import Source
from coursewright.yaml_nodes import read_front_matter, read_mapping

QUOTE = "quote the value if it holds ': ' or begins with one of [ ] { } @ ` & * ! | > % #"
FIELDS = "fields: id, kind, minutes, notes, parts, people, steps, tags, title"


def told(diagnostics: list[Diagnostic]) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message} | {d.hint}" for d in diagnostics]


def read_thing(source: Source, found: list[Diagnostic]) -> None:
    """Read a thing that has a field of every type."""
    thing = read_mapping(source, found.append, what="thing")
    if thing is None:
        return
    thing.id(required=False)
    thing.text("title")
    thing.choice("kind", ("large", "small"))
    thing.range("minutes", required=False)
    thing.whole("parts")
    thing.refs("tags")
    thing.phrases("notes")
    for step in thing.mappings("steps", "step"):
        step.text("title", required=True)
        step.finish()
    for _, node in thing.named("people"):
        if person := thing.nested(node, "person"):
            person.text("name", required=True)
            person.finish()
    thing.finish()


SOUND = {
    "nothing": "",
    "a comment": "# nothing here\n",
    "every field": "id: a-1\ntitle: A\nkind: small\nminutes: [8, 12]\nparts: 2\ntags: [a, b]\nnotes: [A b]\n",
    "one number as a range": "minutes: 8",
    "nested": "steps:\n  - title: A\n  - {title: B}\npeople:\n  maya: {name: Maya}\n",
    "fields left empty": "title:\nkind:\nminutes:\nparts:\ntags:\nnotes:\nsteps:\npeople:\n",
    "aliases": "title: &a A\nnotes: [*a, *a]\n",
    "JSON": '{"title": "A", "minutes": [1, 2]}',
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_sound_files_are_read_in_silence(text: str) -> None:
    found: list[Diagnostic] = []
    read_thing(Source("f.yml", text), found)
    assert told(found) == []


MISTAKES = {
    "misspelt field": (
        "title: A\ntitel: B\n",
        "2:1 field-known: A thing has no field 'titel'. | did you mean 'title'?",
    ),
    "unknown field": ("xyzzy: B\n", f"1:1 field-known: A thing has no field 'xyzzy'. | {FIELDS}"),
    "misspelt field inside": (
        "steps:\n  - title: A\n    titel: B\n",
        "3:5 field-known: A step has no field 'titel'. | did you mean 'title'?",
    ),
    "field given twice": (
        "title: A\nparts: 1\ntitle: B\n",
        "3:1 field-valid: The field 'title' is given twice; it stands in line 1 already. | remove one of them",
    ),
    "field missing": ("steps:\n  - {}\n", "2:5 field-present: This step has no 'title'. | add 'title: …'"),
    "field empty": ("steps:\n  - title:\n", "2:5 field-present: This step has no 'title'. | add 'title: …'"),
    "list for a text": (
        "title: [A]\n",
        "1:8 field-valid: 'title' must be a text, not a list. | put it in quotes on one line",
    ),
    "braces for a text": (
        "title: {a}\n",
        "1:8 field-valid: 'title' must be a text, not a list of fields. | put it in quotes on one line",
    ),
    "capitals in an id": (
        "id: My Lesson\n",
        "1:5 id-form: 'My Lesson' is not an id: lower-case words joined by hyphens. | for instance 'my-lesson'",
    ),
    "id of signs": ("id: '!'\n", "1:5 id-form: '!' is not an id: lower-case words joined by hyphens. | "),
    "id with a line end": (
        'id: "a\\n"\n',
        "1:5 id-form: 'a\n' is not an id: lower-case words joined by hyphens. | for instance 'a'",
    ),
    "misspelt choice": ("kind: smal\n", "1:7 field-valid: 'kind' can't be 'smal'. | did you mean 'small'?"),
    "unknown choice": ("kind: x\n", "1:7 field-valid: 'kind' can't be 'x'. | one of: large, small"),
    "range backwards": (
        "minutes: [12, 8]\n",
        "1:10 field-valid: 'minutes' must be a range of whole numbers. | for instance [8, 12]",
    ),
    "range of words": (
        "minutes: 8 to 12\n",
        "1:10 field-valid: 'minutes' must be a range of whole numbers. | for instance [8, 12]",
    ),
    "range of three": (
        "minutes: [1, 2, 3]\n",
        "1:10 field-valid: 'minutes' must be a range of whole numbers. | for instance [8, 12]",
    ),
    "range from nought": (
        "minutes: 0\n",
        "1:10 field-valid: 'minutes' must be a range of whole numbers. | for instance [8, 12]",
    ),
    "no number": ("parts: two\n", "1:8 field-valid: 'parts' must be a whole number. | write it in digits"),
    "text for a list": (
        "tags: a\n",
        "1:7 field-valid: 'tags' must be a list. | write 'tags: [a, b]' or a line '- a' for each",
    ),
    "a name twice": ("tags: [a, b, a]\n", "1:14 field-valid: 'a' stands in 'tags' already. | remove one of them"),
    "letters with marks in an id": (
        "id: Größe-é\n",
        "1:5 id-form: 'Größe-é' is not an id: lower-case words joined by hyphens. | for instance 'groe-e'",
    ),
    "dashes without end": (
        "- " * 30_000 + "a\n",
        "1:1 yaml-valid: Too many lists stand inside one another here. | write a list of one level",
    ),
    "list in a list": (
        "notes: [a, [b]]\n",
        "1:12 field-valid: 'notes' must hold texts, not a list. | put it in quotes",
    ),
    "nothing in a list": (
        "notes:\n  - a\n  -\n",
        "3:4 field-valid: 'notes' must hold texts, not nothing. | put it in quotes",
    ),
    "colon in a list": (
        "notes:\n  - Say: this\n",
        "2:5 field-valid: 'notes' must hold texts, not a list of fields. | put it in quotes",
    ),
    "text for a step": (
        "steps:\n  - A\n",
        "2:5 field-valid: Each entry of 'steps' must be a step with fields. | ",
    ),
    "list for ids": (
        "people: [a]\n",
        "1:9 field-valid: 'people' must be a list of 'id: …' lines. "
        "| write a line 'some-id: …' for each, without dashes or brackets",
    ),
    "text for a person": (
        "people:\n  maya: Maya\n",
        "2:9 field-valid: A person must have fields ('{name: value}'), not a text. | ",
    ),
    "key that is a list": ("? [a]\n: b\n", "1:3 field-valid: A field's name must be a word. | "),
    "no fields at all": ("- a\n", "1:1 field-valid: This thing must be a list of fields ('name: value'). | "),
    "tab": ("steps:\n\t- title: A\n", "2:1 yaml-valid: A tab stands where YAML wants spaces. | indent with spaces"),
    "tab further in": (
        "steps:\n  - title: A\n  \tparts: B\n",
        "3:3 yaml-valid: A tab stands where YAML wants spaces. | indent with spaces",
    ),
    "colon in a value": (
        "title: A: B\n",
        f"1:9 yaml-valid: The YAML can't be read: mapping values are not allowed in this context. | {QUOTE}",
    ),
    "citation that is not quoted": (
        "title: @rogers1961 says\n",
        f"1:8 yaml-valid: The YAML can't be read: found character that cannot start any token. | {QUOTE}",
    ),
    "alias of nothing": (
        "title: *a\n",
        f"1:8 yaml-valid: The YAML can't be read: found undefined alias. | {QUOTE}",
    ),
    "second document": (
        "title: A\n---\ntitle: B\n",
        "2:1 yaml-valid: A second document begins here. | remove the line '---'",
    ),
    "after non-ASCII": (
        "title: „Ägypten“ 😀\nsteps: [{title: ä, titel: 😀}]\n",
        "2:20 field-known: A step has no field 'titel'. | did you mean 'title'?",
    ),
    "broken after non-ASCII": (
        "title: Ä😀: B\n",
        f"1:10 yaml-valid: The YAML can't be read: mapping values are not allowed in this context. | {QUOTE}",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    found: list[Diagnostic] = []
    read_thing(Source("f.yml", text), found)
    assert told(found) == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('title: "A\nparts: 1\nkind: small\n', "1:8"),
        ("title: 'A\nparts: 1\n", "1:8"),
        ("title: A\u0007B\n", "1:9"),
        ("parts: 1\ntitle: é\u0007\n", "2:9"),
        ("title: A\u2028B\ntitel: B\n", "2:1"),
        ("title: A\u0085B\ntitel: B\n", "2:1"),
    ],
    ids=["quote", "single quote", "control character", "after non-ASCII", "line separator", "next line"],
)
def test_what_an_editor_hides_is_told_where_it_begins(text: str, place: str) -> None:
    found: list[Diagnostic] = []
    read_thing(Source("f.yml", text), found)
    assert [line.partition(" ")[0] for line in told(found)] == [place]


def test_all_mistakes_of_a_file_are_told() -> None:
    found: list[Diagnostic] = []
    read_thing(Source("f.yml", "kind: smal\nminutes: x\ntags: a\nsteps: [{}, b]\ntitel: A\n"), found)
    assert [line.partition(":")[0] for line in told(found)] == ["1", "2", "3", "4", "4", "5"]


def test_positions_in_front_matter_count_from_the_top_of_the_file() -> None:
    found: list[Diagnostic] = []
    source = Source("f.md", "---\ntitle: A\nminutes: 9\nminute: 8\n---\nText\n")
    front, body = read_front_matter(source, found.append, "page")
    assert front is not None
    assert source.text[body:] == "Text\n"
    assert (front.text("title"), front.range("minutes")) == ("A", Minutes(9, 9))
    front.finish()
    assert told(found) == ["4:1 field-known: A page has no field 'minute'. | did you mean 'minutes'?"]


@pytest.mark.parametrize("text", ["", "Text", "\n---\na: b\n---\n", "---\na: b\n"])
def test_a_page_without_front_matter(text: str) -> None:
    assert read_front_matter(Source("f.md", text), lambda _: None, "page") == (None, 0)


def test_a_range_that_starts_inside_a_line_keeps_its_columns() -> None:
    found: list[Diagnostic] = []
    text = "ü name: [a]\n"
    mapping = read_mapping(Source("f", text), found.append, 2, None, "block")
    assert mapping is not None
    mapping.text("name")
    assert [line.partition(" ")[0] for line in told(found)] == ["1:9"]


VALUES = {
    "plain": "As @key says.",
    "plain after non-ASCII": "„Größe“ 😀 [@key].",
    "plain over lines": "As one\n  says, [@key].",
    "plain over a blank line": "As one\n\n  says, [@key].",
    "quoted": '"As [@key] says: so."',
    "quoted twice": '"He said \\"no\\", and [@key] too."',
    "quoted with a backslash": '"a \\\\@b [@key]"',
    "quoted with an escaped line end": '"one\\nand [@key]"',
    "quoted with an escaped tab": '"a\\tb c d [@key]"',
    "quoted with an escaped letter": '"caf\\u00e9 and c0de [@key]"',
    "quoted over lines": '"As one\n  says, [@key]."',
    "quoted with a line joined": '"As one \\\n  says, [@key]."',
    "single quoted": "'It''s said, ''so'' [@key].'",
    "folded": ">-\n  As one\n  says, [@key].\n",
    "folded with a paragraph": ">\n  As one\n\n  says, [@key].\n",
    "folded with a comment": "> # not @key\n  As [@key] says.\n",
    "folded with a list": ">-\n  - one\n    > two\n  - [@key]\n",
    "literal": "|\n  As one\n    says, [@key].\n",
    "literal that begins like its mark": "|-\n  - | [@key]\n",
    "with an anchor": "&a \"key '@key'\"",
    "with a tag": "!!str key @key",
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_value_keeps_the_place_of_every_character(value: str) -> None:
    source = Source("f.yml", f"title: Ä\nstem: {value}\n")
    mapping = read_mapping(source, lambda _: None)
    assert mapping is not None
    phrase = mapping.phrase("stem")
    assert phrase is not None
    at = phrase.text.index("@key")
    place = phrase.place(at, at + 4)
    wanted = source.text.rindex("@key")
    assert (place, place.length) == (source.place(wanted, wanted + 4), 4)


def test_a_place_that_spans_folded_lines_is_cut_at_the_first() -> None:
    mapping = read_mapping(Source("f.yml", "stem: >-\n  one two\n  three\n"), lambda _: None)
    assert mapping is not None
    phrase = mapping.phrase("stem")
    assert phrase is not None
    place = phrase.place(0, len(phrase.text))
    assert (place.line, place.column, place.length) == (2, 3, 7)


def test_an_empty_value_has_a_place() -> None:
    phrase = Phrase("", Source("f.yml", "a: ''\n"), 3, 5)
    assert (phrase.place().line, phrase.place().column) == (1, 4)


PIECES = [
    *"[]{}:,-?&*!|>'\"%@`# \n\t\\",
    *("\n  ", "\n- ", ": ", "title: ", "id: ", "minutes: ", "steps:\n  - ", "people: ", "---\n"),
]
YAML = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@given(YAML | st.text(max_size=60))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    found: list[Diagnostic] = []
    source = Source("f.yml", text)
    read_thing(source, found)
    for diagnostic in found:
        assert 1 <= diagnostic.place.line <= text.count("\n") + 1
        assert 1 <= diagnostic.place.column <= len(source.line(diagnostic.place.line)) + 1


@given(st.text(max_size=30).filter(lambda text: "---" not in text), YAML)
def test_any_front_matter_is_read_without_an_exception(body: str, front: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    read_front_matter(Source("f.md", text), lambda _: None, "page")
    assert read_front_matter(Source("f.md", text), lambda _: None, "page")[1] <= len(text)


@given(st.text("ab @[]'äö😀.\n", max_size=30).map(lambda text: " ".join(text.split())))
def test_every_character_of_a_quoted_value_is_where_it_stands(text: str) -> None:
    source = Source("f.yml", "stem: '" + text.replace("'", "''") + "'\n")
    mapping = read_mapping(source, lambda _: None)
    assert mapping is not None
    phrase = mapping.phrase("stem")
    assert (phrase.text if phrase else "") == text
    for index, char in enumerate(text):
        assert phrase is not None
        place = phrase.place(index)
        assert source.line(place.line)[place.column - 1] == char

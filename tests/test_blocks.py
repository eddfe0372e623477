"""Blocks: what is found as a tree, with options and places, and what is told of blocks that are not sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.blocks import KINDS, Block, check_reusable_blocks, check_use, fill, read_reusable_block, scan_blocks
from coursewright.blocks.kinds import ELSEWHERE, OWN
from coursewright.diagnostics import Diagnostic
from coursewright.markdown_mask import mask
from coursewright.source import Source


def scan(text: str) -> tuple[tuple[Block, ...], list[str]]:
    found: list[Diagnostic] = []
    blocks = scan_blocks(Source("f.md", text), mask(text), 0, found.append)
    return blocks, told(found)


def told(found: list[Diagnostic]) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.rule.label}: {d.message} | {d.hint}" for d in found]


def tree(blocks: tuple[Block, ...]) -> str:
    """'case(pause, note(pause))'."""
    return ", ".join(block.kind + (f"({tree(block.children)})" if block.children else "") for block in blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("/// objectives\n///", "objectives"),
        ("/// keypoints\n- a\n///\n\n/// terms\n///\n", "keypoints, terms"),
        ("//// contrast | T\n/// pause | q\n///\nText\n////\n", "contrast(pause)"),
        ("/// contrast | T\n/// pause | q\n///\nText\n///\n", "contrast(pause)"),
        ("/// contrast | T\n//// pause | q\n////\nText\n///\n", "contrast(pause)"),
        ("///// voice | M\n//// case | m\n/// terms\n///\n////\n/// terms\n///\n/////\n", "voice(case(terms), terms)"),
        ("/// note\n/// pause | q\n///\n///\n", "note(pause)"),
        ("   /// keypoints\n- a\n   ///\n", "keypoints"),
        ("/// keypoints  \n- a\n///\t\n", "keypoints"),
        ("/////// keypoints\n- a\n///////\n", "keypoints"),
        ("```\n/// keypoints\n```\n", ""),
        ("    /// keypoints\n    ///\n", ""),
        ("<!--\n/// keypoints\n///\n-->\n", ""),
        ("/// keypoints\n```\n///\n```\n///\n", "keypoints"),
        ("text /// keypoints\n", ""),
        ("// keypads\n//\n", ""),
        ("https://example.org///\n", ""),
        ("/// details | T\n    open: true\n    type: note\n\nText\n///\n", "details"),
        ("/// practice | T\n    minutes: 10–15\n\nText\n///\n", "practice"),
    ],
    ids=range(20),
)  # fmt: skip
def test_sound_blocks_are_found_as_a_tree(text: str, expected: str) -> None:
    blocks, problems = scan(text)
    assert (tree(blocks), problems) == (expected, [])


def test_a_block_knows_its_stretch_its_content_and_its_argument() -> None:
    text = "Ä\n\n/// practice |  Say it aloud \n    minutes: 5\n\nText\n///\nAfter\n"
    (block,), problems = scan(text)
    assert problems == []
    assert text[block.start : block.end] == "/// practice |  Say it aloud \n    minutes: 5\n\nText\n///"
    assert text[block.content_start : block.content_end].strip() == "Text"
    assert block.argument is not None
    assert block.argument.name == "Say it aloud"
    assert (block.argument.place.line, block.argument.place.column, block.argument.place.length) == (3, 17, 12)
    assert (block.place.line, block.place.column, block.place.length) == (3, 5, 8)


@pytest.mark.parametrize(
    ("text", "options", "content"),
    [
        ("/// block | x\n    a: 1\n    b: two words\n///\n", {"a": "1", "b": "two words"}, ""),
        ("/// block | x\na: 1\nb: two words\n///\n", {"a": "1", "b": "two words"}, ""),
        ("/// block | x\n    a: |\n      one\n      two\n///\n", {"a": "one\ntwo"}, ""),
        ("/// evidence | T\n    effect: r = .28\n    means: a, b\n      and c\n\nMore\n///\n",
         {"effect": "r = .28", "means": "a, b and c"}, "More"),
        ("/// evidence | T\n    source: '[@a, p. 3]'\n///\n", {"source": "[@a, p. 3]"}, ""),
        ("/// keypoints\nRemember: this\n///\n", {}, "Remember: this"),
        ("/// keypoints\n\n    code: x\n///\n", {}, "code: x"),
        ("/// block | x\n///\n", {}, ""),
    ],
    ids=["indented", "bare", "literal", "before content", "quoted", "prose with a colon", "code with a colon", "none"],
)  # fmt: skip
def test_options(text: str, options: dict[str, str], content: str) -> None:
    (block,), problems = scan(text)
    assert problems == []
    assert {ref.name: phrase.text for ref, phrase in block.options} == options
    assert text[block.content_start : block.content_end].strip() == content


MISTAKES = {
    "not closed": (
        "a\n/// contrast | T\ntext\n",
        ["2:5 block-closed: The block 'contrast' is not closed. | close it with a line '///'"],
    ),
    "closed by too few": (
        "//// keypoints\n- a\n///\n",
        ["3:1 block-closed: These slashes close no block. "
         "| remove the line, or open a block with as many slashes above it",
         "1:6 block-closed: The block 'keypoints' is not closed. | close it with a line '////'"],
    ),
    "inner not closed": (
        "//// contrast | T\n/// keypoints\n- a\n////\n",
        ["2:5 block-closed: The block 'keypoints' is not closed. | close it with a line '///'"],
    ),
    "two not closed": (
        "/// keypoints\na\n/// contrast | T\nb\n",
        ["3:5 block-closed: The block 'contrast' is not closed. | close it with a line '///'",
         "1:5 block-closed: The block 'keypoints' is not closed. | close it with a line '///'"],
    ),
    "stray close": (
        "a\n\n///\n",
        ["3:1 block-closed: These slashes close no block. "
         "| remove the line, or open a block with as many slashes above it"],
    ),
    "misspelt kind": (
        "/// keypoint\nx\n///\n",
        ["1:5 block-known: There is no block 'keypoint'. | did you mean 'keypoints'?"],
    ),
    "misspelt kind of pymdownx": (
        "/// admonitoin | x\ny\n///\n",
        ["1:5 block-known: There is no block 'admonitoin'. | did you mean 'admonition'?"],
    ),
    "unknown kind": (
        "/// xyzzy\nx\n///\n",
        ["1:5 block-known: There is no block 'xyzzy'. | the manual lists the kinds of block"],
    ),
    "capitals": ("/// Pause | x\n///\n", ["1:5 block-known: There is no block 'Pause'. | did you mean 'pause'?"]),
    "no argument": (
        "/// pause\n///\n",
        ["1:5 block-content: The block 'pause' needs an argument. | write '/// pause | …'"],
    ),
    "empty argument": (
        "/// pause | \n///\n",
        ["1:5 block-content: The block 'pause' needs an argument. | write '/// pause | …'"],
    ),
    "argument too many": (
        "/// objectives | x\n///\n",
        ["1:18 block-content: The block 'objectives' takes no argument. | remove what stands after the bar"],
    ),
    "empty": (
        "/// keypoints\n\n///\n",
        ["1:5 block-content: The block 'keypoints' is empty. | write its content or remove it"],
    ),
    "content too much": (
        "/// pause | q\n\n  text\n///\n",
        ["3:3 block-content: The block 'pause' takes no content; it would be lost. | move the text out of the block"],
    ),
    "misspelt option": (
        "/// practice | T\n    minute: 5\n\nText\n///\n",
        ["2:5 parameter-known: The block 'practice' has no option 'minute'. | did you mean 'minutes'?"],
    ),
    "unknown option": (
        "/// evidence | T\n    xyzzy: 5\n///\n",
        ["2:5 parameter-known: The block 'evidence' has no option 'xyzzy'. "
         "| options: effect, interval, size, means, caution, source"],
    ),
    "option where none is": (
        "/// terms\nxyzzy: 5\n///\n",
        ["2:1 parameter-known: The block 'terms' has no option 'xyzzy'. | it has none"],
    ),
    "option given twice": (
        "/// block | x\n    a: 5\n    a: 6\n///\n",
        ["3:5 field-valid: The field 'a' is given twice; it stands in line 2 already. | remove one of them"],
    ),
    "words that nobody says": (
        "/// dialogue\n<!-- at the door -->\nLeila: Good morning\njust words\n///\n\n/// dialogue\nJust words\n///\n",
        ["8:1 block-content: Nobody says this line. | begin it with a name and a colon, or put it in parentheses"],
    ),
    "two slashes": (
        "// keypoints\n- a\n//\n",
        ["1:4 block-placed: This does not open the block 'keypoints': it would be printed as typed. "
         "| write '/// keypoints'"],
    ),
    "words for minutes": (
        "/// practice | T\n    minutes: a while\n\nText\n///\n",
        ["2:14 field-valid: 'a while' is no number of minutes. | write 10, or 10–15"],
    ),
    "option that pymdownx does not have": (
        "/// note | T\n    typ: x\n\nText\n///\n",
        ["2:5 parameter-known: The block 'note' has no option 'typ'. | options: attrs"],
    ),
    "block of pymdownx that is not switched on": (
        "/// tab | T\nText\n///\n",
        ["1:5 block-known: There is no block 'tab'. | the manual lists the kinds of block"],
    ),
    "tab": (
        "/// block | x\n\tsetting: a\n///\n",
        ["2:1 yaml-valid: A tab stands where YAML wants spaces. | indent with spaces"],
    ),
    "citation that is not quoted": (
        "/// evidence | Ä\n    source: @a says\n///\n",
        ["2:13 yaml-valid: The YAML can't be read: found character that cannot start any token. "
         "| quote the value if it holds ': ' or begins with one of [ ] { } @ ` & * ! | > % #"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert scan(text)[1] == expected


@pytest.mark.parametrize(
    "text",
    ["/// practice | T\nminutes: 5\n\nText\n///\n", "/// pause ethos-one\n///\n", "/// pause: ethos-one\n///\n"],
    ids=["option not indented", "bar forgotten", "colon for a bar"],
)
def test_a_slip_in_the_head_is_not_lost_in_silence(text: str) -> None:
    """Told in the first two lines, where it stands; or understood."""
    blocks, problems = scan(text)
    understood = [ref.name for block in blocks for ref, _ in block.options]
    assert understood or [problem for problem in problems if problem.startswith(("1:", "2:"))]


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n    /// facilitator\n    Secret\n    ///\n",
        "> /// facilitator\n> Secret\n> ///\n",
        "!!! note\n\n    /// facilitator\n    Secret\n    ///\n",
        "[^1]: Note\n\n    /// pause | q\n    ///\n",
    ],
    ids=["list", "quotation", "admonition", "footnote"],
)
def test_a_block_where_none_can_stand_is_told(text: str) -> None:
    """Else it would be printed as typed, and facilitator notes with it."""
    blocks, problems = scan(text)
    assert blocks or problems


def test_a_comment_in_a_block_without_content_is_no_content() -> None:
    assert scan("/// pause | q\n<!-- silence question-known: comes later -->\n///\n")[1] == []


def test_the_catalogue_is_sound() -> None:
    assert len(KINDS) == len(OWN)
    assert not KINDS.keys() & ELSEWHERE
    for kind in OWN:
        assert kind.argument in ("none", "optional", "required")
        assert kind.content in ("none", "optional", "required")
        assert kind.purpose.endswith(".")


HEAD = "---\nid: limits\ntitle: Limits\nparameters:\n  - {name: setting, description: Where}\n"
LIMITS = HEAD + "  - {name: who, description: Who, default: a therapist}\n---\n"

BLOCK_FILES = {
    "sound": (LIMITS + "In {setting}, {who}.", []),
    "no parameters": ("---\nid: limits\ntitle: Limits\n---\nText", []),
    "no front matter": (
        "In a school",
        ["1:1 field-present: This block has no front matter. "
         "| begin the file with a line '---', its fields ('id: …', 'title: …') and another line '---'"],
    ),
    "another name": (
        "---\nid: limit\ntitle: A\n---\nText",
        ["2:5 id-form: The block 'limit' is in a file of another name. | name the file 'limit.md'"],
    ),
    "parameter not used": (
        LIMITS + "In {setting}.",
        ["6:12 parameter-used: The parameter 'who' does not stand in the block's text. "
         "| write '{who}' where it belongs, or remove it"],
    ),
    "parameter not declared": (
        LIMITS + "In {setting}, {who} and\n{settings}.",
        ["9:1 parameter-known: The block declares no parameter 'settings'. | did you mean 'setting'?"],
    ),
    "parameter declared twice": (
        LIMITS.replace("name: who", "name: setting") + "In {setting}",
        ["6:12 id-unique: The id 'setting' names a parameter already. | the first is at course/blocks/limits.md:5:12"],
    ),
    "misspelt field": (
        LIMITS.replace("default:", "defualt:") + "In {setting}, {who}.",
        ["6:35 field-known: A parameter has no field 'defualt'. | did you mean 'default'?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BLOCK_FILES.values(), ids=BLOCK_FILES)
def test_reusable_blocks_are_read(text: str, expected: list[str]) -> None:
    found: list[Diagnostic] = []
    read_reusable_block(Source("course/blocks/limits.md", text), found.append)
    assert told(found) == expected


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("/// block | limits\n    setting: a school\n///", []),
        ("/// block | limits\n    setting: a school\n    who: Maya\n///", []),
        (
            "/// block | limits\n///",
            ["1:5 parameter-given: The block 'limits' is not given its parameter 'setting'. "
             "| add '    setting: …' below: Where"],
        ),
        (
            "/// block | limits\n    setting: a school\n    whom: Maya\n///",
            ["3:5 parameter-known: The block 'limits' has no parameter 'whom'. | did you mean 'who'?"],
        ),
        (
            "/// block | limits\n    setting: a school\n    xyzzy: Maya\n///",
            ["3:5 parameter-known: The block 'limits' has no parameter 'xyzzy'. | parameters: setting, who"],
        ),
    ],
    ids=["default", "all given", "missing", "misspelt", "unknown"],
)  # fmt: skip
def test_uses_of_a_reusable_block(use: str, expected: list[str]) -> None:
    block = read_reusable_block(Source("course/blocks/limits.md", LIMITS + "{setting} {who}"), lambda _: None)
    assert block is not None
    (used,), _ = scan(use)
    assert told(list(check_use(used, block))) == expected


@pytest.mark.parametrize(
    ("uses", "circles"),
    [
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "a"}, ["a → a"]),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "bb", "b": "cc", "c": ""}, []),
        ({"a": "a", "b": "b"}, ["a → a", "b → b"]),
        ({"a": "bc", "b": "a", "c": "a"}, ["a → b → a", "a → c → a"]),
        ({"a": "x"}, []),
    ],
    ids=["chain", "itself", "two", "not through the first", "diamond", "two circles", "two through one", "unknown"],
)
def test_circles_are_told_once_each(uses: dict[str, str], circles: list[str]) -> None:
    found = {
        name: tuple(scan(f"/// block | {target}\n///")[0][0] for target in targets) for name, targets in uses.items()
    }
    blocks = {}
    for name in uses:
        block = read_reusable_block(Source(f"course/blocks/{name}.md", f"---\nid: {name}\ntitle: A\n---\n"), print)
        assert block is not None
        blocks[name] = block
    messages = [diagnostic.message for diagnostic in check_reusable_blocks(found, blocks)]
    assert messages == [f"The block '{circle[0]}' contains itself: {circle}." for circle in circles]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("In {a}.", "In A."),
        ("{a}{a} {b}", "AA {b}"),
        ("{A} { a } {} {a-b} {1}", "{A} { a } {} {a-b} {1}"),
        ("{c}", "{a}"),
    ],
)
def test_slots_are_filled_once_and_unknown_ones_stay(text: str, filled: str) -> None:
    assert fill(text, {"a": "A", "c": "{a}"}) == filled


PIECES = [
    *("/// ", "//// ", "///\n", "////\n", "\n", "pause", "keypoints", "block", "note", "xyzzy", " | ", "limits"),
    *("    ", "a: ", "\t", "b\n", "```\n", "<!--", "-->", "'", "[", "]", "@", "ä", "- ", ":", "{a}"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_scanned_and_stretches_nest(text: str) -> None:
    found: list[Diagnostic] = []
    source = Source("f.md", text)

    def check(blocks: tuple[Block, ...], start: int, end: int) -> None:
        at = start
        for block in blocks:
            assert at <= block.start < block.content_start <= block.content_end <= block.end <= end
            check(block.children, block.content_start, block.content_end)
            at = block.end

    check(scan_blocks(source, mask(text), 0, found.append), 0, len(text))
    for diagnostic in found:
        assert 1 <= diagnostic.place.column <= len(source.line(diagnostic.place.line)) + 1

"""What is prose and what is not: in each text every word 'hidden' is blanked and every word 'seen' is kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.markdown_mask import front_matter_end, mask

TEXTS = {
    "code span": "seen `hidden` seen",
    "code span of two ticks": "``hidden ` hidden`` seen `hidden`",
    "code span over a line end": "seen `hidden\nhidden` seen",
    "a lone tick begins no code": "a ` seen\n\nseen ` seen",
    "an escaped tick begins no code": "\\`seen `hidden` seen",
    "a backslash does not keep code open": "`hidden\\` seen `hidden`",
    "fence": "seen\n\n```\nhidden\n\nhidden\n```\nseen",
    "fence with a language": "``` yaml title='x'\nhidden\n```\nseen",
    "fence in a fence": "````\n```\nhidden\n```\nhidden\n````\nseen",
    "fence closed by more": "```\nhidden\n`````\nseen",
    "fence of tildes": "~~~\n```\nhidden\n~~~\nseen",
    "fence of tildes with ticks in its line": "~~~ python `x`\nhidden\n~~~\nseen",
    "ticks with ticks in their line are a code span": "``` hidden ``` seen\nseen",
    "fence in a list": "- seen\n\n    ```\n    hidden\n    ```\n\n    seen\n",
    "fence in a list item's first line": "- ```\n  hidden\n  ```\n- seen\n",
    "fence in a quotation": "> ```\n> hidden\n> ```\n> seen\n",
    "fence in an admonition": "!!! note\n\n    ```\n    hidden\n    ```\n    seen\n",
    "fence in one of our blocks": "/// keypoints\n```\nhidden\n```\nseen\n///\n",
    "indented code": "seen\n\n    hidden\n\n    hidden\n\nseen\n",
    "code by a tab": "seen\n\n\thidden\n",
    "code at the beginning": "    hidden\n\nseen\n",
    "code after a heading": "# seen\n    hidden\n",
    "code after a list that has ended": "- seen\n\nseen\n\n    hidden\n",
    "an indented line goes on with its paragraph": "seen\n    seen\n",
    "list item's second paragraph": "- seen\n\n    seen\n",
    "numbered item's second paragraph": "1. seen\n\n    seen\n",
    "item after a paragraph": "seen\n* seen\n\n    seen\n",
    "admonition": "!!! note\n    seen\n\n    seen\n",
    "details": '??? note "seen"\n    seen\n\n    seen\n',
    "tab": '=== "seen"\n\n    seen\n',
    "definition list": "seen\n\n:   seen\n\n    seen\n",
    "footnote": "[^1]: seen\n\n    seen\n",
    "code in a list": "- seen\n\n        hidden\n",
    "code in an admonition": "!!! note\n\n        hidden\n",
    "comment": "seen <!-- hidden --> seen",
    "comment of several paragraphs": "<!--\nhidden\n\n    hidden\n-->\nseen",
    "comment never closed": "seen <!-- hidden\n\nhidden",
    "fence in a comment": "<!--\n```\nhidden\n-->\nseen\n\n```\nhidden\n```\n",
    "comment in a fence": "```\n<!-- hidden\n```\nseen\n",
    "a comment's mark in code": "`<!--` seen\n\n```\nhidden\n\nhidden\n```\nseen",
    "front matter": "---\ntitle: hidden\n---\nseen",
    "empty front matter": "---\n---\nseen",
    "a rule is no front matter": "seen\n\n---\n\nseen\n\n---\n",
    "e-mail": "write to hidden@hidden.org seen",
    "e-mail in brackets": "<hidden@hidden.org> seen",
    "autolink": "<https://hidden.org/@hidden> seen",
    "address": "https://example.org/@hidden seen (www.hidden.org) seen",
    "address with a scheme of its own": "mailto:hidden@x.org seen ftp://x.org/@hidden seen",
    "link target": "[seen](hidden.md \"hidden\") seen [seen](<hidden> 'hidden')",
    "link target with parentheses": "[seen](https://a/b_(hidden)) seen",
    "image": "![seen](hidden.png)",
    "link definition": '[seen]\n\n[hidden]: https://hidden "hidden"\n',
    "escapes": "\\@seen \\[seen\\] \\*seen\\*",
    "tag": '<a title="hidden" href=hidden>seen</a>',
    "tag over lines": '<a\n  title="hidden">seen</a>',
    "code in HTML": "<code>hidden</code> <kbd>hidden</kbd> seen <pre>\nhidden\n\nhidden\n</pre> seen",
    "script and style": "<script>\nhidden\n</script>\n<style>hidden</style>\nseen",
    "less than": "1 < seen, 3 > seen",
    "display mathematics": "$$hidden$$ seen",
    "a line separator ends no line": "seen\u2028```\nseen\n",
    "emphasis and headings": "## seen\n\n*seen* **seen** ==seen==",
    "table": "| seen | `hidden` |\n|---|---|\n| seen | seen |\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_prose_is_kept_and_the_rest_is_blanked(text: str) -> None:
    masked = mask(text)
    words = [(word[0], masked[word.start() : word.end()]) for word in re.finditer("seen|hidden", text)]
    assert words == [(word, word if word == "seen" else " " * 6) for word, _ in words]


@pytest.mark.parametrize(
    ("text", "blanked"),
    [("\\@a", "  a"), ("a\\\\@b", "a  @b"), ("\\[@a\\]", "  @a  ")],
    ids=["at sign", "a backslash itself", "brackets"],
)
def test_escaped_characters_are_blanked_with_their_backslash(text: str, blanked: str) -> None:
    assert mask(text) == blanked


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", 0),
        ("---\ntitle: x\n---\nText", 17),
        ("---\ntitle: x\n...\nText", 17),
        ("--- \ntitle: x\n---", 17),
        ("---\n---\n", 8),
        ("---\ntitle: x\n", 0),
        ("\n---\ntitle: x\n---\n", 0),
        ("---- \ntitle: x\n---\n", 0),
        ("---\ntitle: a---b\n---\nText", 21),
    ],
)
def test_where_front_matter_ends(text: str, end: int) -> None:
    assert front_matter_end(text) == end


PIECES = [
    *"`~<>[](){}@\\*_-#:|/!?=. \n\t",
    *("\n\n", "    ", "```", "~~~", "<!--", "-->", "---\n", "///", "- ", "> ", "!!! note\n", "](", "[^1]:", "$$"),
    *("a", "ä", "https://a.b", "a@b.c", "<pre>", "</pre>", "\u2028", "\x0b"),
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(MARKDOWN | st.text(max_size=80))
def test_every_character_is_kept_or_blanked_and_lines_stay(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new == old or (new == " " and old != "\n") for new, old in zip(masked, text, strict=True))


@given(st.text("abc äß,.;'\n", max_size=80).map(lambda text: text.replace("\n", "\n\n")))
def test_plain_prose_is_kept_as_it_is(text: str) -> None:
    prose = "\n".join(line.lstrip() for line in text.splitlines())
    assert mask(prose) == prose


@given(MARKDOWN)
def test_what_is_fenced_is_blanked_whatever_it_is(inside: str) -> None:
    text = f"seen\n\n``````\n{inside.replace('``````', '')}hidden\n``````\nseen\n"
    assert re.findall("seen|hidden", mask(text)) == ["seen", "seen"]

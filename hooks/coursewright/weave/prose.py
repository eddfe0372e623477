"""Blocks that hold prose: a label, a title and Markdown in an element of their own class."""

import re
from collections.abc import Callable

from coursewright.blocks import TURN
from coursewright.weave.html import element, fence, link, paragraph, raw, wrap
from coursewright.weave.lists import titled
from coursewright.weave.use import Use

_HEAD_LINE = re.compile(r"^ {0,3}/{3,}(?P<rest>[^\n]*)", re.M)

_LABELS = {
    "contrast": ("section", "A contrasting view"),
    "practice": ("section", "Try this"),
    "keypoints": ("section", "Key points"),
    "content-note": ("aside", "Before you read on"),
    "decision": ("section", "Decide before you read on"),
    "voice": ("section", ""),
}


def _render_prose(use: Use) -> str:
    element, label = _LABELS[use.block.kind]
    minutes = use.option("minutes")
    label += f" · {minutes} minutes" if minutes else ""
    return wrap(f"{element}.cw.cw-{use.block.kind}", titled(label, use.title) + use.content())


def _render_dialogue(use: Use) -> str:
    """Each line is a turn 'Name: words' or a stage direction; a line without a name goes on with the turn before it."""
    turns: list[tuple[str, list[str]]] = []
    for line in use.typed.splitlines():
        text = line.strip()
        if not text:
            continue
        if match := TURN.fullmatch(text):
            turns.append((match["speaker"], [match["words"]]))
        elif turns and turns[-1][0] and not (text.startswith("(") and text.endswith(")")):
            turns[-1][1].append(text)
        else:
            turns.append(("", [text]))
    head = paragraph("cw-label", "Dialogue") + paragraph("cw-title", use.title)
    speech = element("div", "cw cw-dialogue", head, *(_turn(use, speaker, words) for speaker, words in turns))
    return raw(speech) + use.children()


def _turn(use: Use, speaker: str, words: list[str]) -> str:
    if not speaker:
        return paragraph("cw-stage", use.weaver.inline(" ".join(words)))
    said = (element("p", "", use.weaver.inline(line)) for line in words)
    name = paragraph("cw-speaker", use.weaver.inline(speaker))
    return element("div", "cw-turn", name, element("div", "cw-words", *said))


_EVIDENCE = {
    "effect": "Effect",
    "interval": "Interval",
    "size": "Drawn from",
    "means": "What it means",
    "caution": "Read with care",
    "source": "Source",
}


def _render_evidence(use: Use) -> str:
    title = titled("Evidence", use.title)
    rows = [(label, use.option(name)) for name, label in _EVIDENCE.items() if use.option(name)]
    facts = [
        element("div", "", element("dt", "", label), element("dd", "", use.weaver.inline(value)))
        for label, value in rows
    ]
    table = raw(element("dl", "cw-facts-list", *facts)) if facts else ""
    return wrap("section.cw.cw-evidence", title + table + use.content())


def _render_case(use: Use) -> str:
    course, weaver = use.weaver.course, use.weaver
    case = course.cases.get(use.argument)
    if case is None:
        return use.as_typed
    title = link(weaver.address(case.page.path), weaver.inline(case.page.title))
    setting = paragraph("cw-setting", weaver.inline(case.setting[:1].upper() + case.setting[1:]))
    return wrap("aside.cw.cw-case", titled("Case", title) + raw(setting) + use.content())


def _render_facilitator(use: Use) -> str:
    """In the learner edition the notes are not rendered at all: what is hidden is not private."""
    if not use.weaver.site.for_instructors:
        return "\n"
    return wrap("aside.cw.cw-facilitator", titled("For facilitators", use.title) + use.content())


def render_foreign(use: Use, head: str) -> str:
    """A block that is not ours: its head, our blocks inside it rendered, and slashes enough to enclose them."""
    head = head.rstrip("\n")
    inner = use.content().rstrip()
    marks = fence(inner)
    return f"\n{_HEAD_LINE.sub(lambda line: marks + line['rest'], head, count=1)}\n{inner}\n\n{marks}\n"


RENDERERS: dict[str, Callable[[Use], str]] = {
    **dict.fromkeys(_LABELS, _render_prose),
    "dialogue": _render_dialogue,
    "evidence": _render_evidence,
    "case": _render_case,
    "facilitator": _render_facilitator,
}

"""A diagram on a page: the drawing, its caption, and where its author gave them, the same in words."""

from collections.abc import Callable

from coursewright.diagrams import draw
from coursewright.weave.html import element, paragraph, raw, wrap
from coursewright.weave.use import Use

_NARROW = 400  # units; what is wider would be too small to read on a telephone, and scrolls


def _render_diagram(use: Use) -> str:
    weaver, name = use.weaver, use.argument
    diagram = weaver.course.diagrams.get(name)
    if diagram is None:
        return use.as_typed
    count = weaver.drawn[name] = weaver.drawn.get(name, 0) + 1
    drawing = draw(diagram, f"diagram-{name}" + (f"-{count}" if count > 1 else ""))
    kind = "cw-diagram__drawing" if diagram.width <= _NARROW else "cw-diagram__drawing cw-diagram__wide cw-scroll"
    caption = use.content() + _in_words(use)
    html = raw(element("div", kind, drawing)) + (wrap("figcaption", caption) if caption.strip() else "")
    return wrap("figure.cw.cw-diagram", html)


def _in_words(use: Use) -> str:
    words = use.option("words")
    if not words:
        return ""
    summary = element("summary", "", "The diagram in words")
    return raw(element("details", "cw-diagram__words", summary, paragraph("", use.weaver.inline(words))))


RENDERERS: dict[str, Callable[[Use], str]] = {"diagram": _render_diagram}

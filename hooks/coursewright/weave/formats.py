"""The discussion formats as a guide for whoever runs one: how many people, how long, what it needs, its stages."""

from collections.abc import Callable

from coursewright.formats import stage_minutes
from coursewright.model import Format, Minutes
from coursewright.weave.discussion import people
from coursewright.weave.html import heading, items, paragraph, raw
from coursewright.weave.use import Use
from coursewright.weave.weaver import Weaver


def _render_formats(use: Use) -> str:
    """Headings are Markdown: the table of contents wants them."""
    return "".join(
        heading(3, format_.title) + raw(_format(use.weaver, format_)) for format_ in use.weaver.course.formats.values()
    )


def _format(weaver: Weaver, format_: Format) -> str:
    needs = [format_.materials] if format_.materials else []
    facts = weaver.inline(" · ".join([people(format_), f"{format_.minutes} minutes", *needs]))
    source = f"Source: {weaver.inline(format_.source.text)}" if format_.source else ""
    return (
        paragraph("cw-facts", facts)
        + paragraph("cw-instructions", weaver.inline(format_.instructions))
        + items(_stages(weaver, format_), "ol", "cw-plan")
        + paragraph("cw-note", source)
    )


def _stages(weaver: Weaver, format_: Format) -> list[str]:
    """Each with the minutes that it gets in the shortest and in the longest question of the format."""
    ends = (stage_minutes(format_, Minutes(end, end)) for end in (format_.minutes.low, format_.minutes.high))
    return [
        f"<strong>{weaver.inline(stage.title)}</strong> ({Minutes(low, high)} min) {weaver.inline(stage.instruction)}"
        for stage, low, high in zip(format_.stages, *ends, strict=True)
    ]


RENDERERS: dict[str, Callable[[Use], str]] = {"formats": _render_formats}

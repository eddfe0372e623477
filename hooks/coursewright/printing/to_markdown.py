"""A sheet as Markdown, for people who edit it before they print it."""

from collections.abc import Iterable, Iterator

from coursewright.printing.arrange import arrange
from coursewright.printing.outline import Block, Outline, Paragraph, Points, QuestionPart, Steps, Table
from coursewright.sets import Sheet

_LINE = "_" * 72


def to_markdown(sheet: Sheet) -> str:
    """The whole sheet; headings from level 1, a blank line between blocks, a line feed at the end."""
    return "\n\n".join(_parts(arrange(sheet))) + "\n"


def _parts(outline: Outline) -> Iterator[str]:
    yield f"# {outline.title.markdown}"
    yield f"**{outline.audience}** · {outline.facts}" if outline.audience else outline.facts
    if not outline.audience:
        yield f"Name {_LINE[:32]} Date {_LINE[:16]}"
    yield from _blocks(outline.front, 2)
    for question in outline.questions:
        yield from _question(question)
    yield from _blocks(outline.back, 2)
    if outline.works:
        yield "## References"
        yield from (work.markdown for work in outline.works)
    yield "---"
    yield outline.about


def _question(question: QuestionPart) -> Iterator[str]:
    yield f"## {question.number}. {question.title.markdown} ({question.time})"
    yield from _blocks(question.blocks, 3)
    yield from (_LINE for _ in range(question.lines))
    yield from _blocks(question.notes, 3)


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph("stem", words):
                yield f"**{words.markdown}**"
            case Paragraph(_, words, lead):
                yield f"**{lead}:** {words.markdown}" if lead else words.markdown
            case Steps(steps):
                yield "\n".join(
                    f"{at}. **{step.title.markdown}** ({step.time}) {step.words.markdown}"
                    for at, step in enumerate(steps, 1)
                )
            case Points(title, points):
                yield f"{'#' * level} {title}"
                yield "\n".join(f"- {point.markdown}" for point in points)
            case Table(title, head, _, rows):
                yield f"{'#' * level} {title}"
                cells = (_row(cell.markdown for cell in row) for row in rows)
                yield "\n".join([_row(head), "|---" * len(head) + "|", *cells])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

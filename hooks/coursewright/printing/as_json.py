"""An outline as the JSON that the Typst template reads."""

from coursewright.printing.outline import Block, Outline, Paragraph, Points, QuestionPart, Steps, Table
from coursewright.sets.text import Text

Json = object
"""What `json.dumps` takes."""


def outline_json(outline: Outline) -> dict[str, Json]:
    """Words as runs throughout; blocks with their type and, where they have a heading, its level."""
    language, _, region = outline.language.partition("-")
    return {
        "lang": language,
        "region": region.upper() if len(region) == 2 else None,
        "course": outline.course,
        "authors": outline.authors,
        "name": outline.name,
        "title": _runs(outline.title),
        "audience": outline.audience,
        "facts": outline.facts,
        "front": [_block(block, 2) for block in outline.front],
        "questions": [_question(question) for question in outline.questions],
        "back": [_block(block, 2) for block in outline.back],
        "works": [_runs(work) for work in outline.works],
        "about": outline.about,
        "running": outline.running,
    }


def _question(question: QuestionPart) -> Json:
    return {
        "number": question.number,
        "title": _runs(question.title),
        "time": question.time,
        "blocks": [_block(block, 3) for block in question.blocks],
        "notes": [_block(block, 3) for block in question.notes],
    }


def _block(block: Block, level: int) -> Json:
    match block:
        case Paragraph(kind, words, lead):
            return {"type": "paragraph", "kind": kind, "words": _runs(words), "lead": lead}
        case Steps(steps):
            items = [{"title": _runs(step.title), "time": step.time, "words": _runs(step.words)} for step in steps]
            return {"type": "steps", "steps": items}
        case Points(title, points):
            return {"type": "points", "level": level, "title": title, "points": [_runs(point) for point in points]}
        case Table(title, head, widths, rows):
            cells = [[{"plain": cell.plain, "runs": _runs(cell)} for cell in row] for row in rows]
            return {"type": "table", "level": level, "title": title, "head": head, "widths": widths, "rows": cells}


def _runs(text: Text) -> Json:
    return [{"words": run.words, "marks": run.marks, "address": run.address} for run in text.runs]

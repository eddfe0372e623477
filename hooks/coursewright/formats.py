"""Discussion formats: `course/formats.yml`."""

from coursewright.diagnostics import Report
from coursewright.model import Format, Minutes, Ref, Stage
from coursewright.source import Source
from coursewright.yaml_nodes import Mapping, first_of_each, read_mapping


def read_formats(source: Source, report: Report) -> tuple[Format, ...]:
    """The formats in the order of the file; a broken one is told and left out."""
    top = read_mapping(source, report)
    if top is None:
        return ()
    formats = [
        format_ for entry in top.mappings("formats", "format", required=True) if (format_ := _read_format(entry))
    ]
    top.finish()
    first = first_of_each((Ref(item.id, item.place) for item in formats), report, "format")
    return tuple(item for item in formats if first[item.id].place == item.place)


def _read_format(entry: Mapping) -> Format | None:
    ref, title = entry.id(), entry.text("title", required=True)
    group, minutes = entry.range("group"), entry.range("minutes")
    materials, instructions = entry.text("materials"), entry.text("instructions", required=True)
    stages = tuple(_read_stage(stage) for stage in entry.mappings("stages", "stage", required=True))
    source = entry.phrase("source")
    entry.finish()
    if not (ref and group and minutes):
        return None
    materials = "" if materials == "none" else materials
    return Format(ref.name, title, group, minutes, materials, instructions, stages, source, ref.place)


def _read_stage(entry: Mapping) -> Stage:
    stage = Stage(
        entry.text("title", required=True), entry.whole("parts", default=1), entry.text("instruction", required=True)
    )
    entry.finish()
    return stage


def stage_minutes(format_: Format, minutes: Minutes) -> tuple[int, ...]:
    """Whole minutes for each stage that add up to the upper end of a question's range; none below 1.

    Method: largest remainders; ties go to the longer stage. A stage that would get nothing takes from the longest.
    """
    parts = [max(stage.parts, 1) for stage in format_.stages]
    quotas = [divmod(minutes.high * part, sum(parts)) for part in parts]
    left = minutes.high - sum(whole for whole, _ in quotas)
    order = sorted(range(len(parts)), key=lambda i: (-quotas[i][1], -parts[i], i))
    shares = [max(1, whole + (i in order[:left])) for i, (whole, _) in enumerate(quotas)]
    while sum(shares) > max(minutes.high, len(shares)):
        shares[shares.index(max(shares))] -= 1
    return tuple(shares)

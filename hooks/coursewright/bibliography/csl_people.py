"""Who made a work, and as what: authors and editors, or directors, hosts, narrators (APA 7 §9.10, §10.12–10.13)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry
from coursewright.bibliography.names import CslName, csl_names

_FIELDS = ("author", "editor", "translator", "narrator", "illustrator")
_ROLES: Mapping[str, str] = {
    "director": "director", "host": "host", "guest": "guest", "guest expert": "guest", "producer": "producer",
    "executive producer": "executive-producer", "writer": "script-writer", "creator": "series-creator",
    "composer": "composer", "chair": "chair", "compiler": "compiler", "organizer": "organizer", "curator": "curator",
}  # fmt: skip
_MAKERS = (
    "composer", "author", "illustrator", "script-writer", "director", "guest", "host", "producer",
    "executive-producer", "series-creator", "editor", "compiler", "chair", "organizer", "curator",
)  # fmt: skip


def csl_people(entry: Entry) -> dict[str, list[CslName]]:
    """Names by CSL role; `authortype` and `editortype` (as in biblatex) say what authors or editors did, if not that.

    A body that speaks is the author where nobody else is (APA 7 §9.11).
    """
    people = dict(_people(entry))
    if not people.keys() & set(_MAKERS) and (group := to_text(entry.value("institution", "organization"))):
        people["author"] = [{"literal": group}]
    return people


def makers(item: Mapping[str, Any]) -> Sequence[CslName]:
    """Those by whom a CSL item is cited and filed, in the order in which the style looks for them; none: its title."""
    return next((item[role] for role in _MAKERS if item.get(role)), ())


def _people(entry: Entry) -> Iterator[tuple[str, list[CslName]]]:
    for name in _FIELDS:
        if names := csl_names(entry.value(name)):
            yield _ROLES.get(entry.value(f"{name}type").lower(), name), names

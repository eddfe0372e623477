"""Works as CSL-JSON: what citation processors read."""

import json
from collections.abc import Iterable

from coursewright.bibliography import CslItem


def csl(items: Iterable[CslItem]) -> str:
    """A JSON array of CSL items in their order, the names in each by alphabet after its id and type."""
    ordered = [{"id": item["id"], "type": item["type"]} | dict(sorted(item.items())) for item in items]
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"

"""Tables in a page's HTML: each in an element that scrolls, each cell with the name of its column.

Where the window is narrow the style sheet sets the cells of a row under each other, and shows the names before them.
"""

import re
from html import escape, unescape
from itertools import cycle

_TABLE = re.compile(r"<table\b.*?</table>", re.S)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.S)
_CELL = re.compile(r"<td(?=[ >])")
_TAG = re.compile(r"<[^>]*>")


def render_tables(html: str) -> str:
    """The HTML with its tables made ready; other HTML stays as it is."""
    return _TABLE.sub(_ready, html) if "<table" in html else html


def _ready(match: re.Match[str]) -> str:
    head, end, rows = match[0].partition("</thead>")
    names = [unescape(_TAG.sub("", heading)).strip() for heading in _HEADING.findall(head)]
    if all(names) and names and _is_plain(match[0], len(names)):
        following = cycle(names)
        rows = _CELL.sub(lambda _: f'<td data-column="{escape(next(following))}"', rows)
    return f'<div class="cw-scroll">{head}{end}{rows}</div>'


def _is_plain(table: str, columns: int) -> bool:
    """Whether each cell stands in the column that it is counted to: each row has them all, and none spans two."""
    rows = table.partition("</thead>")[2].split("</tr>")[:-1]
    return "span=" not in table and all(len(_CELL.findall(row)) == columns for row in rows)

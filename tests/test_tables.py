"""Tables in a page: each in an element that scrolls, each cell with the name of its column."""

import re

from coursewright.tables import render_tables


def table(head: str, *rows: str) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>{body}</tbody>\n</table>"


def columns(html: str) -> list[str]:
    return re.findall(r'data-column="([^"]*)"', html)


def test_a_table_stands_in_an_element_that_scrolls_and_the_rest_stays() -> None:
    made = render_tables(f"<p>Before</p>{table('<th>A</th>', '<td>1</td>')}<p>After</p>")
    assert made.startswith('<p>Before</p><div class="cw-scroll"><table>')
    assert made.endswith("</table></div><p>After</p>")
    assert render_tables("<p>A table, in words</p>") == "<p>A table, in words</p>"


def test_each_cell_has_the_name_of_its_column_in_words() -> None:
    head = '<th>Part</th><th align="center"><em>Q &amp; "A"</em></th>'
    made = render_tables(table(head, '<td>Goals</td><td align="center">Which?</td>', "<td>Tasks</td><td>How?</td>"))
    assert columns(made) == ["Part", "Q &amp; &quot;A&quot;"] * 2
    assert '<td data-column="Q &amp; &quot;A&quot;" align="center">Which?</td>' in made


def test_cells_whose_column_is_not_sure_or_has_no_name_have_none() -> None:
    two = "<th>A</th><th>B</th>"
    for made in (
        table(two, '<td colspan="2">both</td>'),
        table(two, "<td>1</td>"),
        table("<th>A</th><th></th>", "<td>1</td><td>2</td>"),
        "<table><tr><td>no head</td></tr></table>",
    ):
        assert render_tables(made) == f'<div class="cw-scroll">{made}</div>'

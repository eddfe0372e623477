"""What can be mended in a .bib file without judgement: the form of DOIs, page ranges and editions.

Only the characters of such a value change; comments, unknown fields, order and line ends stay as they are. A value that
is joined from parts, or goes over several lines, is left to its author.
"""

from collections.abc import Iterator, Mapping

from coursewright.bibliography.forms import doi_form, doi_in_address, edition_form, pages_form
from coursewright.bibliography.model import Entry, Field
from coursewright.bibliography.scan import read_bibliography
from coursewright.diagnostics import Diagnostic
from coursewright.source import Source

_FORMS = {"doi": doi_form, "pages": pages_form, "edition": edition_form}
_Edit = tuple[int, int, str]


def fixed(source: Source) -> str:
    """The file's text with every safe fix; the text itself where there is none, or where one would change more."""
    text = source.text
    entries = read_bibliography([source], _ignore).entries
    for start, end, new in sorted((edit for entry in entries for edit in _edits(source, entry)), reverse=True):
        text = text[:start] + new + text[end:]
    after = read_bibliography([Source(source.path, text)], _ignore).entries
    expected = [(entry.key, entry.kind, dict(_fixed_fields(source, entry))) for entry in entries]
    return text if [(entry.key, entry.kind, _values(entry)) for entry in after] == expected else source.text


def _ignore(_: Diagnostic) -> None:
    """Faults of the file are told by `check`."""


def _edits(source: Source, entry: Entry) -> Iterator[_Edit]:
    for field in entry.fields:
        name, value = _fixed_field(source, entry, field)
        if value != field.value:
            yield field.phrase.start + 1, field.phrase.end - 1, value
        if name != field.name:
            start = source.offset(field.place.line, field.place.column)
            yield start, start + len(field.name), name


def _fixed_fields(source: Source, entry: Entry) -> Iterator[tuple[str, str]]:
    return (_fixed_field(source, entry, field) for field in entry.fields)


def _fixed_field(source: Source, entry: Entry, field: Field) -> tuple[str, str]:
    """A field's name and value as they should be; 'url' becomes 'doi' where it is one and there is no other."""
    raw = source.text[field.phrase.start : field.phrase.end]
    if raw[:1] not in ("{", '"') or raw[1:-1] != field.value:
        return field.name, field.value
    if field.name == "url" and entry.field("doi") is None and (doi := doi_in_address(field.value)):
        return "doi", doi
    if field.name in _FORMS and not field.value.isalpha():
        return field.name, _FORMS[field.name](field.value)
    return field.name, field.value


def _values(entry: Entry) -> Mapping[str, str]:
    return {field.name: field.value for field in entry.fields}

"""Which fields a reader sees; what is wrong in the others (abstract, keywords, file) harms nobody."""

from collections.abc import Iterator

from coursewright.bibliography.model import Entry, Field

_PRINTED = frozenset(
    "author editor translator title subtitle booktitle maintitle journal journaltitle publisher institution school"
    " organization series edition howpublished type eventtitle volume number pages address location".split()
)


def printed_fields(entry: Entry) -> Iterator[Field]:
    """The fields that are printed and have a value."""
    return (field for field in entry.fields if field.name in _PRINTED and field.value)

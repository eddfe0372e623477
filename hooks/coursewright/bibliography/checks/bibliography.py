"""All checks of a bibliography that need no page and no formatting, in one go."""

from collections.abc import Iterator
from datetime import date

from coursewright.bibliography.checks.addresses import check_addresses, check_insecure
from coursewright.bibliography.checks.dates import check_dates
from coursewright.bibliography.checks.fields import check_fields
from coursewright.bibliography.checks.groups import check_groups
from coursewright.bibliography.checks.identifiers import check_identifiers
from coursewright.bibliography.checks.kind_words import check_kind_words
from coursewright.bibliography.checks.kinds import check_kind
from coursewright.bibliography.checks.months import check_month
from coursewright.bibliography.checks.names import check_names
from coursewright.bibliography.checks.numbers import check_numbers
from coursewright.bibliography.checks.signs import check_signs
from coursewright.bibliography.checks.spellings import check_spellings
from coursewright.bibliography.checks.text import check_text
from coursewright.bibliography.checks.titles import check_titles
from coursewright.bibliography.checks.twins import check_twins
from coursewright.bibliography.model import Bibliography
from coursewright.diagnostics import Diagnostic


def check_bibliography(bibliography: Bibliography, today: date | None = None) -> Iterator[Diagnostic]:
    """Everything that is wrong with the works themselves; `today` decides which years lie in the future."""
    this_year = (today or date.today()).year
    for entry in bibliography.entries:
        yield from check_kind(entry, bibliography)
        yield from check_fields(entry)
        yield from check_names(entry)
        yield from check_groups(entry)
        yield from check_dates(entry, this_year)
        yield from check_month(entry)
        yield from check_titles(entry)
        yield from check_numbers(entry)
        yield from check_identifiers(entry)
        yield from check_addresses(entry)
        yield from check_text(entry)
        yield from check_signs(entry)
    yield from check_kind_words(bibliography.entries)
    yield from check_insecure(bibliography.entries)
    yield from check_spellings(bibliography)
    yield from check_twins(bibliography)

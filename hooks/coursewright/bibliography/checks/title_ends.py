"""What ends a title and is no part of it: a full stop, a comma, the edition, the kind of work (APA 7 §9.19, §9.21)."""

import re
from collections.abc import Iterator

from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Rule

_FULL_STOP = re.compile(r"(?<![.\s])\.\}*\Z")
_ENDS_SHORT = re.compile(
    r"(?:\b(?:al|etc|vol|no|pt|inc|ltd|co|jr|sr|ed|eds|st|v|vs|approx|rev|[A-Za-z])|\.\w+)\.\}*\Z", re.I
)
_LEFT_OVER = re.compile(
    r"[,:;]\}*\Z|(?<=\w)\s*\((?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth) (?:ed|edn|edition)\b\.?\)\Z", re.I
)
_KIND = re.compile(
    r"(?<=\S)\s+\[(?P<kind>(?:[^\[\]]{1,60} )?(?:dissertation|thesis|(?:computer )?software|mobile app|data ?set"
    r"|podcast|video|film|poster|(?:paper|poster|conference) presentation|blog post|web ?page|(?:powerpoint )?slides"
    r"|lecture notes|unpublished manuscript|review(?= of\b))(?:(?:,| of| submitted)[^\[\]]{1,120})?)\]\}*\Z",
    re.I,
)


def check_end(entry: Entry, field: Field) -> Iterator[Diagnostic]:
    """One field of a title, from its last sign."""
    value = field.value
    if _FULL_STOP.search(value) and not _ENDS_SHORT.search(value):
        place = field.phrase.place(len(value.rstrip("}")) - 1)
        message = f"The {'title' if 'title' in field.name else field.name} ends with a full stop."
        yield Diagnostic(Rule.TITLE_PLAIN, place, message, "take it out: the style sets it", mended=True)
    elif rest := _LEFT_OVER.search(value):
        message = f"The title ends with '{rest[0].strip()}', which is no part of it."
        hint = "put the edition in 'edition'" if "(" in rest[0] else "take it out"
        yield Diagnostic(Rule.TITLE_PLAIN, field.phrase.place(*rest.span()), message, hint)
    elif kind := _KIND.search(value):
        message = f"The title ends with '[{kind['kind']}]', which says what kind of work it is."
        name = "type" if "thesis" in entry.kind else "titleaddon"
        hint = f"write '{name} = {{{kind['kind']}}}': the style sets the brackets"
        yield Diagnostic(Rule.TITLE_PLAIN, field.phrase.place(*kind.span()), message, hint)

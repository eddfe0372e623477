"""The form of a surname: 'Rogers', 'McAdams', 'O’Hara', 'd’Arcy', 'Ben-Zeev', not 'DSM', 'GitHub' or 'x2'."""

import re

_NAME = re.compile(
    r"(?:(?:[dDlLO]|dell|Dell|al|Al|el|El|an|as|ibn|abu|Abu|t)['’‘ʼ\-–‑])?"
    r"(?P<main>[^\W\d_a-zß-öø-ÿ][^\W\d_]*)(?:['’ʼ][^\W\d_]+)?(?:[-–‐‑][^\W\d_]+(?:['’][^\W\d_]+)?)*"
)
_CAMEL = (
    r"(?:Ma?c|De|Del|Della|Di|Du|La|Le|Lo|Van|Von|Vander|Vande|Ver|Fitz|St|Al|El|Ben|Bar|Ter|Ten|Den|Des|Da|Dal|Dos|Abu|Ap|O|D|"
    r"Ab|Ash|Ibn|Mc|Mac)[^\W\d_a-z][^\W\d_A-Z]+"
)
_SMALL = frozenset("boyd hooks".split())  # danah boyd and bell hooks write themselves so


def is_name(text: str) -> bool:
    """Whether a word has the form of a surname: a capital, no digits, no capitals inside but McAdams' kind."""
    match = _NAME.fullmatch(text)
    if not match:
        return text in _SMALL
    main = match["main"]
    if len(text) < 2 or not main[0].isupper() or (len(main) > 1 and main.isupper()):
        return False
    return main[1:].lower() == main[1:] or bool(re.fullmatch(_CAMEL, main))

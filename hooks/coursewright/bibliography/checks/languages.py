"""Whether a title is English: by the entry's language, else by the small words and letters in it."""

import re

from coursewright.bibliography.latex import to_text
from coursewright.bibliography.model import Entry, Field

_ENGLISH = re.compile(
    r"(?:en(?:g|glish|glisch)?|anglais|ingl[eé]s|inglese|american|british|us-?english|uk-?english|canadian|australian"
    r"|newzealand)(?:[-_ ].*)?",
    re.I,
)
_FOREIGN_WORDS = frozenset(
    "der die das dem den des und ein eine einer eines im zum zur für von vom mit bei über auf aus nach nicht wie"
    " le la les des du et une dans sur pour aux chez sans vers entre est el los las y en una unos por con del para su"
    " il lo gli della delle dei degli di e nel nella per con sulla una het een van voor met bij naar uit door zijn te"
    " os as do da dos das em um uma para com não og av på som för att är och i til af ikke ett med de au ja oraz w z na"
    " der zu zwischen gegen durch ihre ihr seine ohne als wird".split()
) - frozenset("i as do die y z w e per en de van as met door con para os na em no on".split())
_WEAK = frozenset("de e y en van".split())  # foreign, but English titles hold them too
_ENGLISH_WORDS = frozenset("the of and in for to with on from by an at is are how what why its".split())
_FOREIGN_LETTER = re.compile(r"[äöüßéèêëàâçñóíìòùûôîøåæœãõşğıłńśźżčšžřěýőű]|[^\x00-\u024f\u2000-\u206f\u2070-\u20cf]")


def is_english(entry: Entry, field: Field) -> bool:
    """The language that `langid` or `language` names; without one, whether other languages' words outnumber English."""
    named = entry.value("langid", "hyphenation", "language").strip("{} ")
    if named:
        return _ENGLISH.fullmatch(named) is not None
    text = to_text(field.value)
    found = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(word in _ENGLISH_WORDS for word in found)
    foreign = sum(word in _FOREIGN_WORDS for word in found) + (
        sum(word in _WEAK for word in found) if not english else 0
    )
    letters = sum(_FOREIGN_LETTER.search(word) is not None for word in found)
    return english >= foreign if english else not (foreign or letters)

"""How works are filed: letter by letter, whatever the accents, capitals, spaces and marks (APA 7 §9.44)."""

import re
import unicodedata
from functools import lru_cache

_LIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n"})
_ARTICLE = re.compile(r"\W*(?:an?|the)\s+", re.I)
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>")


@lru_cache(maxsize=8192)
def sort_key(text: str) -> str:
    """Letters and digits alone, without accents, in lower case."""
    parts = unicodedata.normalize("NFKD", _MARKUP.sub("", text).casefold().translate(_LIKE))
    return "".join(char for char in parts if char.isalnum())


def title_key(title: str) -> str:
    """A title's sort key without the article at its front, which is passed over in filing (APA 7 §9.44, §9.47)."""
    plain = _MARKUP.sub("", title)
    article = _ARTICLE.match(plain)
    return sort_key(plain[article.end() :] if article else plain)

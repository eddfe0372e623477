"""What filling a slot can break: 'a' before a vowel, a word twice, a verb that does not go with its subject."""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Rule
from coursewright.wording.reading import Finding, Reading

_ARTICLE = re.compile(r"(?<![\w’'.&-])(?P<article>an?)(?P<gap>\s+[“\"‘(*_\[]*)(?P<word>\w[\w’'.,-]*)", re.I)
_OPENS = re.compile(r"(?:\A|[.?!:“\"‘(]\s*)\Z")
_CONSONANT = re.compile(
    r"(?:one(?![irs])|once|u(?:ni(?:[^nm]|$)|nan|s[aeu]|s$|sing|sur|tens|til|top|biq|ran|rin|ro|vul|k\b|fo|kulele|kr|"
    r"g[ao]nd)|"
    r"eu|ew[er]|oui|ouija)",
    re.I,
)
_VOWEL = re.compile(r"(?:hono|heir|hour|hones)", re.I)
_UNSURE = re.compile(
    r"(?:h(?:istor|otel|abit|eredit|ero|yster|erb|ispan|ypoth|allucin|omage)|uni(?:on)?i[sz]ed|a\b|an\b)", re.I
)
_NUMBER = re.compile(r"\d[\d,.]*")
_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[A-Za-z][a-z]*)(?P<gap>\s+)(?P=word)(?![\w’'-])", re.I)
_TWICE_FINE = frozenset("that had is do no very so who you her bye long many much really now there".split())
_DETERMINERS = re.compile(r"(?<![\w’'-])(?:an?|the)\s+(?P<second>an?|the|her|his|their|its|your|my|our)(?![\w’'.-])")
_MARKS = re.compile(
    r"(?:,\s*[,.;:?!]|(?<!\.)\.\s*[,;:](?!\w)|;\s*[,;.?]|\?\s*\.|[!?]\s*,|(?<![.…])\.\.(?!\.)|\s[,;?](?=\s|$))"
)
_CUT = re.compile(
    r"\s(?:of|who|whom|that|which|in|on|at|from|with|without|to|for|by|about|after|before|between|under|over|whose|"
    r"when|"
    r"where|while|as|than|like|during|through|against|into|near|behind|beside)\b|,",
)
_PLURAL_START = re.compile(
    r"(?:these|those|both|many|several|few|two|three|four|five|six|seven|eight|nine|ten|some of|most of)\s", re.I
)
_SINGULAR_START = re.compile(r"(?:an?|this|that|each|every|either|neither|another|one)\s", re.I)
_GROUP_START = re.compile(
    r"an? (?:\w+ )?(?:number|couple|handful|lot|group|pair|team|majority|variety|range|series)\b", re.I
)
_IRREGULAR = frozenset("people children men women police others".split())
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ics|news|['’]s|series|species|always|perhaps)\Z")
_NO_NOUN = re.compile(r"(?:I|you|to|how|what|why|whether|if|not)\b", re.I)
_DETERMINED = re.compile(r"(?:the|an?|his|her|their|your|its|my|our)\s", re.I)
_UNSURE_NOUNS = frozenset("poor old young rich sick dead few many rest majority staff police".split())
_SINGULAR_AFTER = re.compile(
    r"\s+(?:is|was|has|does|isn['’]t|wasn['’]t|hasn['’]t|doesn['’]t|says|thinks|asks|wants|knows|means|makes|takes|"
    r"believes|needs|gives|feels|hopes|sees|leaves|brings|comes|goes|uses|expects|finds|keeps|tells|gets)\b"
)
_PLURAL_AFTER = re.compile(
    r"\s+(?:are|have|do|aren['’]t|haven['’]t|don['’]t|say|think|want|know|mean|believe|hope|expect|tell|say)\b"
)
_SINGULAR_BEFORE = re.compile(r"(?:^|[\s,;:])(?:is|was|has|does|isn['’]t|wasn['’]t|hasn['’]t|doesn['’]t)\s+\Z", re.I)
_PLURAL_BEFORE = re.compile(r"(?:^|[\s,;:])(?:are|have|do|aren['’]t|haven['’]t|don['’]t)\s+\Z", re.I)
_INSIDE = re.compile(
    r"\b(?:of|to|with|for|by|at|about|from|between|like|than|and|or|let|help|make|see|would|could|might|may|will|can|"
    r"should|must|did|do|does)\s+\Z",
    re.I,
)
_TURNED = re.compile(
    r"\s*(?:(?:and|but|in|on|at|for|to|from|by|with|of)\s+)?(?:what|which|who|whom|whose|how|why|when|where)\b|"
    r"\s*\w+\s*\Z",
    re.I,
)
_BEGINS = re.compile(
    r"(?:\A|[.?!,;:]\s+|\b(?:that|if|when|while|because|whether|what|how|why|where|although|though)\s+)\Z", re.I
)
"""What stands before a value that begins a clause, so that it is the whole subject."""
_ALWAYS_WRONG = re.compile(
    r"\b(?:(?:he|she|it) (?:are|am|want|know|think|need|hope)|"
    r"(?:they|we) (?:is|was|has|does|am|wants|knows|thinks|needs|hopes|says|feels)|you (?:am))\b",
    re.I,
)
"""Whoever is meant: also one person who is 'they'."""


def check_agreement(reading: Reading) -> Iterator[Finding]:
    """Articles, words and marks that stand twice, subjects and verbs."""
    yield from _articles(reading)
    yield from _doubled(reading)
    yield from _numbers(reading)


def _articles(reading: Reading) -> Iterator[Finding]:
    for match in _ARTICLE.finditer(reading.told):
        article, word = match["article"], match["word"]
        named = article == "A" and not _OPENS.search(reading.told, max(0, match.start() - 9), match.start())
        if named or word in ("a", "an"):
            continue  # 'plan A works'; a word that stands twice is told below
        right = article_for(word)
        if right and right != article.lower():
            message = f"'{article} {word.rstrip('.,')}' should be '{right} {word.rstrip('.,')}'."
            hint = "write the article in the rows, if the slot's values need different ones"
            yield reading.fault(Rule.ARTICLE_AGREES, (match.start(), match.end()), message, hint)


def article_for(word: str) -> str | None:
    """'a' or 'an' by the sound a word begins with; None where speakers differ or it can't be told from the letters."""
    word = word.strip(".,’'").split("-")[0].split("’")[0].split("'")[0]
    if number := _NUMBER.match(word):
        digits = number[0].replace(",", "").split(".")[0]
        return "an" if digits.startswith("8") or digits in ("11", "18") or digits[:-3] in ("11", "18") else "a"
    letters = word.rstrip("s") if word.rstrip("s").isupper() else word
    if len(letters) == 1:
        return "an" if letters.lower() in "aefhilmnorsx" else "a"
    if letters.isupper():
        spelt = not re.search("[AEIOUY]", letters)
        return ("an" if letters[0] in "FHLMNRSX" else "a") if spelt else None
    if not word or not word[0].isascii() or _UNSURE.match(word):
        return None
    if _CONSONANT.match(word):
        return "a"
    return "an" if word[0].lower() in "aeiou" or _VOWEL.match(word) else "a"


def _doubled(reading: Reading) -> Iterator[Finding]:
    message, hint = "A word or a mark stands twice where a value joins the stem.", "take one of them out"
    for match in _TWICE.finditer(reading.told):
        if match["word"].lower() not in _TWICE_FINE and not match["word"][0].isupper():
            yield reading.fault(Rule.VARIANT_JOINED, match.span(), message, hint)
    for match in _DETERMINERS.finditer(reading.told):
        if match[0].split()[0] != match["second"]:
            yield reading.fault(Rule.VARIANT_JOINED, match.span(), message, hint)
    for match in _MARKS.finditer(reading.prose):
        if reading.prose[match.start() : match.end()] == reading.text[match.start() : match.end()]:
            yield reading.fault(Rule.VARIANT_JOINED, match.span(), message, hint)


def _numbers(reading: Reading) -> Iterator[Finding]:
    """Values that are subjects, against the verb of the stem; only what the words themselves decide."""
    message, hint = "The verb does not agree with its subject.", "change the value, or word the stem so that both fit"
    for match in _ALWAYS_WRONG.finditer(reading.prose):
        if not _INSIDE.search(reading.prose, max(0, match.start() - 12), match.start()):
            yield reading.fault(Rule.VERB_AGREES, match.span(), message, hint)
    for slot in reading.slots:
        number = number_of(reading.prose[slice(*slot)])
        if number and (span := _clash(reading.prose, slot, plural=number == "plural")):
            yield reading.fault(Rule.VERB_AGREES, span, message, hint)


def _clash(text: str, slot: tuple[int, int], plural: bool) -> tuple[int, int] | None:
    """Where the verb before or behind a value wants another number."""
    start, end = slot
    before = _SINGULAR_BEFORE if plural else _PLURAL_BEFORE
    if before.search(text, max(0, start - 12), start) and _asks_before(text[:start]):
        return slot
    after = (_SINGULAR_AFTER if plural else _PLURAL_AFTER).match(text, end)
    if after and _BEGINS.search(text[:start]):
        return start, after.end()
    return None


def _asks_before(before: str) -> bool:
    """Whether a verb is turned round for a question ('What does {x} know?'), not a statement's."""
    return bool(_TURNED.match(re.split(r"[,;:.]", before)[-1]))


def number_of(value: str) -> str | None:
    """'singular' or 'plural' for a noun phrase; None where its words do not decide."""
    value = value.strip()
    head = value[: match.start()] if (match := _CUT.search(value)) else value
    if not head or _GROUP_START.match(value) or _NO_NOUN.match(head):
        return None
    if " and " in head:
        named = all(part[:1].isupper() or _DETERMINED.match(part) for part in re.split(r"\s+and\s+", head))
        return "plural" if named else None
    words = re.findall(r"[\w’'-]+", head)
    last = words[-1].lower() if words else "ing"
    if last.endswith("ing"):
        return None
    if _PLURAL_START.match(head):
        return "plural"
    if _SINGULAR_START.match(head):
        return "singular"
    if last in _IRREGULAR or (last.endswith("s") and words[-1].islower() and not _NOT_PLURAL.search(last)):
        return "plural"
    one_name = len(words) == 1 and words[0][:1].isupper()
    return (
        "singular" if one_name or (_DETERMINED.match(head) and last not in _UNSURE_NOUNS and last[-1] != "s") else None
    )

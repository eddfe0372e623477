"""Questions that talk can live on: not closed (yes, no, one word), not elliptical ('What do you think about X?').

After Western Carolina University's list of questions that fail ('simple yes-no', 'elliptical') and the Question
Formulation Technique's closed and open questions.
"""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Rule
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.sentences import Form, Sentence

_REQUEST = re.compile(
    r"(?:can|could|will|would) you (?:please |briefly |also )?(?:describe|explain|say|tell|give|show|name|think of|"
    r"suggest|"
    r"imagine|outline|put|compare|walk|talk|list|recall|find|share|sketch|picture|propose|help)\b",
)
_REASONS = re.compile(
    r"(?:[,;:–—(]|\b(?:and|or|but)\b)\s*(?:(?:and|or|but|if so|if not),?\s+)*"
    r"(?:(?:on|in|under|for|by|from|to|at|with)\s+)?(?:why|how|what|which|where|when|who|whom|whose)\b",
)
_CHOICE = re.compile(r"\b(?:yes or no|true or false|agree or disagree|right or wrong)\b")
_GROUNDS = re.compile(r"\b(?:why|reasons?|grounds|because|explain|justify|evidence|how)\b")
_MADE = (
    "wrote|coined|founded|invented|introduced|developed|discovered|published|won|painted|directed|built|created|born|"
    "established|named|originated|pioneered"
)
_FACT = re.compile(
    rf"who(?:se)?\s+(?:first\s+|originally\s+)?(?:{_MADE})\b"
    rf"|who (?:is|was|were) (?:the )?(?:first|founder|author|inventor|originator|person who|creator|editor)\b"
    rf"|(?:in|on) (?:what|which) (?:year|date|century|decade|country|city|chapter|page|month|day)\b"
    rf"|(?:when|where) (?:was|were|did)\b[^,?]{{0,60}}\b(?:{_MADE}|publish|born|die|found|open|located|signed)\b"
    rf"|how (?:many|old|tall)\b"
    rf"|(?:what|which) (?:year|date|century|percentage|proportion|page|chapter|colour|number)\b"
    rf"|what (?:is|was|are|were) (?:the )?(?:name|names|date|year|title|capital|definition|(?:technical )?term|number|"
    rf"percentage|abbreviation|acronym|formula|plural|opposite) (?:of|for|given|used|that)\b"
    rf"|what (?:does|do|did) [^,?]{{1,40}} stand for\b"
    rf"|what (?:is|are|was|were) [^,?]{{1,60}} called\b",
)
_FACT_ORDER = re.compile(
    r"(?:name|state|give|identify|recall|list)\s+(?:the\s+)?(?:author|authors|year|date|title|name|term|founder|"
    r"definition|number|inventor|abbreviation|capital)s?\b",
)
_NO_CRITERION = re.compile(
    r"(?:so\s+)?(?:what (?:do|did|would|are) (?:you|we) (?:think|feel|make|your thoughts)(?: (?:about|of|on)\b[^?]*)?"
    r"|how (?:do|did|does|would) (?:you|this|that|it|we|all this|the [\w -]{1,20}?) (?:feel|make you feel|"
    r"strike you)(?: (?:about|at|when)\b[^?]*)?"
    r"|what(?:['’]s| is| are) your (?:\w+ ){0,2}?(?:opinions?|views?|thoughts?|reactions?|take|feelings?|impressions?|"
    r"comments?|position)\b[^?]*"
    r"|(?:what|how) about\b[^?]*|any (?:thoughts|comments|ideas|reactions|reflections)\b[^?]*"
    r"|(?:your )?(?:thoughts|comments|reactions|opinions)|why|why not|and then|so what|what else|how so|"
    r"how come)\s*\?\Z",
)
_BARE_ORDER = re.compile(r"(?:discuss|comment|reflect|respond|consider|share your thoughts|react)\b[^.?!]*[.!]?\Z")
_CRITERION = re.compile(
    r"\b(?:why|because|which|how|what|who|whom|where|whether|when|if|given|compar\w+|than|reasons?|evidence|grounds|"
    r"criteri\w+|according|judg\w+|measur\w+|terms|light|against|unlike|suppos\w+|as (?:an?|the)|from the|by the|"
    r"between|would|might|could|differ\w*|strength\w*|weakness\w*|advantages?|effects?|consequences?|causes?|extent|"
    r"using|with "
    r"reference|in relation)\b",
)

_CLOSED = (
    "This can be answered with a word.",
    "ask why, how, or on what grounds: 'What would tell you …', 'Under which conditions …'",
)
_FRAGMENT = 5


def check_openness(reading: Reading) -> Iterator[Finding]:
    """A row whose only asks are closed, or have nothing to hold an answer to."""
    asks = [sentence for sentence in reading.sentences if sentence.asks]
    closed = [sentence for sentence in asks if is_closed(sentence)]
    if closed and len(closed) == len(asks):
        yield reading.fault(Rule.QUESTION_OPEN, closed[0].head, *_CLOSED)
    elif asks and all(_is_elliptical(sentence) for sentence in asks):
        message = "This asks for an opinion and gives nothing to hold it to."
        hint = "say by what standard, for whom, or compared with what"
        yield reading.fault(Rule.QUESTION_FOCUSED, asks[0].head, message, hint)
    elif not asks:
        yield from _check_without_ask(reading)


def _check_without_ask(reading: Reading) -> Iterator[Finding]:
    """'And the children?', 'Agree or disagree: …'"""
    for sentence in reading.sentences:
        span = sentence.start, sentence.end
        if _CHOICE.match(sentence.text) and not _GROUNDS.search(sentence.text):
            yield reading.fault(Rule.QUESTION_OPEN, span, *_CLOSED)
        elif _is_elliptical(sentence) or (sentence.is_question and len(sentence.text.split()) <= _FRAGMENT):
            message, hint = "This does not say what is asked.", "write a whole question: what about it, judged by what"
            yield reading.fault(Rule.QUESTION_FOCUSED, span, message, hint)


def is_closed(sentence: Sentence) -> bool:
    """Whether yes, no, a name or a number would answer the sentence."""
    rest = sentence.rest
    if _CHOICE.search(rest) and not _GROUNDS.search(rest):
        return True
    if sentence.form is Form.POLAR:
        return not (_REQUEST.match(rest) or _REASONS.search(rest, 3))
    if sentence.form is Form.OPEN:
        return bool(_FACT.match(rest)) and not _REASONS.search(rest, 12)
    return bool(_FACT_ORDER.match(rest)) and not _GROUNDS.search(rest)


def _is_elliptical(sentence: Sentence) -> bool:
    text = sentence.text.strip()
    if sentence.form is Form.ORDER:
        match = _BARE_ORDER.match(sentence.rest)
        return bool(match) and not _CRITERION.search(sentence.rest)
    match = _NO_CRITERION.match(text)
    if not match and len(sentence.rest.split()) > 2:
        match = _NO_CRITERION.match(sentence.rest)
    return match is not None and not _CRITERION.search(_object(match[0]))


def _object(text: str) -> str:
    """What an opinion is asked about: the words behind 'about', 'of' or 'on'."""
    parts = re.split(r"\b(?:about|of|on|at)\b", text, maxsplit=1)
    return parts[1] if len(parts) > 1 else ""

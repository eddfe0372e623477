"""Questions that take no side: not leading ('Don't you think …'), not slanted ('Why are they so …').

After Western Carolina University's 'leading' and 'slanted' questions.
"""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Rule
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.sentences import Sentence

_NOT = r"(?:n't|n’t)"
_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|might|must|ca|wo)"
_NEGATED_START = re.compile(
    rf"\s*(?:(?:and|but|so|or|surely|well)\b,?\s+)*{_AUX}{_NOT}\s+\w+|\s*(?:and|but|so)?\s*{_AUX}\s+(?:it|you|we|this|"
    rf"that|they|"
    r"there)\s+not\b",
)
_TAG = re.compile(
    rf"[,–—]\s*(?:{_AUX}{_NOT}?\s+(?:it|he|she|they|you|we|i|this|that|there|one)(?:\s+not)?(?:\s+(?:think|agree|say|"
    rf"feel))?"
    r"|right|correct|no|yes|agreed|or not|surely|don['’]t you)\s*\?\Z",
)
_AGREE = re.compile(
    r"\b(?:do|would|don['’]t|wouldn['’]t) you (?:not )?(?:also )?(?:agree|accept|admit|concede|grant)(?: that|"
    r" with)?\b",
)
_PRESSING = re.compile(
    r"\b(?:surely|obviously|undeniably|undoubtedly|needless to say|of course|as we all know|as (?:everyone|"
    r"everybody) knows|(?:everyone|everybody|we all) (?:knows?|agrees?) (?:that)?|no one (?:would|could|can) (?:deny|"
    r"doubt)|nobody (?:would|could|can) (?:deny|doubt)|no (?:good|decent|sensible|reasonable|serious) \w+ would|"
    r"would any (?:good|decent|sensible|reasonable|serious) \w+|any (?:good|decent|sensible|reasonable|serious|"
    r"right-thinking) \w+ (?:would|knows?)|it(?: is|['’]s) (?:obvious|clear|plain|undeniable|well known|"
    r"common knowledge) that|"
    r"(?:is|are|was|were) (?:clearly|plainly|obviously) )",
)
_RHETORICAL = re.compile(
    r"\b(?:who|how|why) (?:could|would|can|should) (?:any(?:one|body) |a \w+ |you )?(?:possibly|ever|seriously|really|"
    r"in their right mind)\b",
)
_OPENER = re.compile(
    r"\s*(?:clearly|plainly|sadly|unfortunately|regrettably|thankfully|fortunately|worryingly|happily),"
)
_BAD = (
    r"(?:superior|inferior|wrong|unethical|useless|harmful|dangerous|unfair|outdated|inadequate|unacceptable|"
    r"irresponsible)"
)
_SLANTED = (
    re.compile(
        r"why (?:is|are|was|were|do|does|did|have|has|must|can['’]t|cannot|won['’]t|don['’]t)\b[^,;?]{1,80}?"
        r"\bso (?!that\b|far\b|long\b|as\b|often\b|many\b|much\b|few\b|little\b|rarely\b|seldom\b|frequently\b)\w+",
    ),
    re.compile(
        r"why (?:do|are|have|can['’]t|cannot|won['’]t|don['’]t|aren['’]t)\s+(?!the\b|you\b|we\b|they\b|these\b|"
        r"those\b)(?:[\w-]+ ){0,3}?(?:[\w-]+s|people|children|men|women) (?:so often |often |always |still |never |"
        r"constantly |routinely |keep )*(?:fail|refus|ignor|neglect|cling|insist|overlook|exploit|abus|misunderst|"
        r"manipulat|lie\b|exaggerat|never|always|"
        r"keep |only (?:ever )?care|pretend|betray|bully)\w*",
    ),
    re.compile(
        rf"why (?:is|are|was|were|would) [^,;?]{{1,70}}?\b(?:{_BAD}|better than|worse than|a mistake|"
        rf"a failure|to blame)\b",
    ),
    re.compile(
        rf"what (?:makes|made) [^,;?]{{1,60}}?\b(?:so \w+|{_BAD}|(?:so much|far|much) (?:better|"
        rf"worse))\b",
    ),
    re.compile(r"what(?:['’]s| is| was) wrong with\b"),
    re.compile(r"how much (?:better|worse|safer|kinder|superior|more (?:effective|humane|ethical|honest))\b"),
    re.compile(
        r"how (?:does|do|has|have) (?!you\b|we\b)[^,;?]{1,60}?\b(?:harm|damage|ruin|destroy|betray|corrupt|oppress|"
        r"exploit|"
        r"brainwash|mislead|fail|undermine|poison|cheat)(?:ed|s)?\b(?! to)",
    ),
    re.compile(
        r"why (?:should|must|ought) [^,;?]{1,60}?\b(?:never|always|be (?:banned|abolished|abandoned|"
        r"forbidden)|abandon|give up)\b",
    ),
)
_LOADED = re.compile(
    r"\b(?:so-called|misguided|old-fashioned|absurd|ridiculous|na[iï]ve|barbaric|foolish|shameful|disgraceful|"
    r"outrageous|notorious|stupid|idiotic|lazy|pointless|blatant|undeniable|unquestionable|indisputable|heartless|"
    r"arrogant|hypocritical|wonderful|marvellous|groundbreaking|(?:obvious|clear|undoubted) (?:superiority|"
    r"advantages?|benefits?|failure|failings?|"
    r"flaws?|faults?|weakness(?:es)?|dangers?))\b",
)
_ATTRIBUTED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|sa(?:y|ys|id|ying)|th(?:ink|inks|ought|inking)|believ\w+|claim\w*|hold(?:s|ing)?|argu\w+|"
    r"regard\w*|consider\w*|s(?:ee|ees|aw|eeing)|dismiss\w*|descri\w+|accus\w+|views?|charge\w*|complain\w*|critics?|"
    r"whether|if|judg\w+|look\w*|seem\w*|feel\w*|might|could|would)\b",
)


def check_balance(reading: Reading) -> Iterator[Finding]:
    """The first word that leads, else the first that presupposes a judgement; one fault a sentence."""
    for sentence in reading.sentences:
        if span := leading(sentence):
            message = "This tells the answer that is expected."
            hint = "ask so that either answer can be given: 'How far …', 'What speaks for and against …'"
            yield reading.fault(Rule.QUESTION_FAIR, span, message, hint)
        elif span := slanted(sentence):
            message = "This takes a judgement for granted that the answer should be free to question."
            hint = "ask whether, when or for whom it is so; or say whose judgement it is"
            yield reading.fault(Rule.QUESTION_NEUTRAL, span, message, hint)


def leading(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence presses for an answer, as offsets in the whole text."""
    if sentence.is_question:
        start = sentence.head[0] - sentence.start
        if match := _NEGATED_START.match(sentence.text) or _NEGATED_START.match(sentence.text, start):
            return _span(sentence, match)
        if match := _TAG.search(sentence.text.rstrip()):
            return _span(sentence, match)
        if (match := _AGREE.search(sentence.text)) and not _is_weighed(sentence, match):
            return _span(sentence, match)
        if match := _RHETORICAL.search(sentence.text):
            return _span(sentence, match)
    match = _PRESSING.search(sentence.text)
    if match and not _ATTRIBUTED.search(sentence.text, 0, match.start()) and match[0] != "of course":
        return _span(sentence, match)
    return _span(sentence, match) if match and match[0] == "of course" and sentence.is_question else None


def slanted(sentence: Sentence) -> tuple[int, int] | None:
    """Where an ask presupposes a judgement, as offsets in the whole text."""
    if not sentence.asks:
        return None
    if match := _OPENER.match(sentence.text):
        return _span(sentence, match)
    for pattern in _SLANTED:
        match = pattern.search(sentence.rest)
        if match and not _ATTRIBUTED.search(match[0], 8) and not _ATTRIBUTED.search(sentence.rest, 0, match.start()):
            return sentence.head[0] + match.start(), sentence.head[0] + match.end()
    match = _LOADED.search(sentence.text)
    return _span(sentence, match) if match and not _ATTRIBUTED.search(sentence.text, 0, match.start()) else None


def _is_weighed(sentence: Sentence, match: re.Match[str]) -> bool:
    """'How far do you agree', 'Do you agree or disagree', '… , and why?' leave the answer open."""
    before, after = sentence.text[: match.start()], sentence.text[match.end() :]
    negated = "n't" in match[0] or "n’t" in match[0] or " not" in match[0]
    asked = re.search(r"\b(?:what|how|which|where|why|whom?|with)\b", before)
    return bool(asked) or (not negated and bool(re.search(r"\b(?:disagree|why|on what|what|which|how)\b", after)))


def _span(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    gap = len(match[0]) - len(match[0].lstrip(" ,–—"))
    return sentence.start + match.start() + gap, sentence.start + match.end()

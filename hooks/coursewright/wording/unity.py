"""One thing asked at a time: not double-barrelled.

What is not counted: a request for reasons ('… and why?'), a follow-up that leans on the answer ('Explain your choice'),
an order that prepares ('Recall a time when …'), more about the same answer ('and how is that different'), two things
weighed against each other ('what would … and what would …').
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from coursewright.diagnostics import Rule
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.sentences import AUXILIARIES, Form, Sentence
from coursewright.wording.verbs import ORDERS, PROCESSES_OF, SETTING_UP, american

_WH = r"(?:what|which|who|whom|whose|why|how|when|where)"
_JOINED = re.compile(
    rf"(?:[,;:–—]\s*|\s+|[,;]\s*)(?P<link>and|or|but|also|plus)\s+(?:also\s+|then\s+)?(?P<head>(?:(?:on|in|under|for|"
    rf"by|from|to|at|with|"
    rf"of)\s+)?(?P<wh>{_WH})\b(?:\s+[\w’'-]+){{0,4}}?\s+(?P<aux>{AUXILIARIES})(?:n['’]t)?\s+[\w’'-]+\s+[\w’'-]+"
    rf"|(?P<polar>{AUXILIARIES})\s+(?:the|an?|you|we|they|he|she|it|this|that|these|those|his|her|their|its)\b)",
)
_LEADS = re.compile(rf"(?P<wh>{_WH})\b(?:\s+[\w’'-]+){{0,4}}?\s+(?P<aux>{AUXILIARIES})\b")
_SECOND_ORDER = re.compile(r"(?:,|;|\band\b|\bthen\b)\s+(?:also\s+|then\s+)*(?P<verb>[a-z]+)\s+(?P<object>[\w’'-]+)")
_LEANING = frozenset(
    """each every them it its their they your why this that these those one which how both either what you where whether
    reasons evidence examples an with by in at so""".split()
)
_SUPPORT = re.compile(
    r"(?:and |but |or )*(?:(?:on|in|by|from|for) )?(?:why(?: or why not| not| so| is (?:that|it|this)(?: so)?| (?:do|"
    r"would) you\b[^?]*)?\s*\?|how so|how come|how (?:do|can|would|could) (?:you|we|anyone) (?:know|tell)|how did you|"
    r"how far|what (?:makes|leads) you|what (?:is|are) your (?:reasons?|evidence|grounds)|what (?:grounds|evidence|"
    r"basis|reasons)|what (?:would|might|could) (?:make|change|decide|persuade|convince)|if so|if not|says who|"
    r"who says|"
    r"what for|what else)",
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|them|their|they|this|that|these|those|your|each|the (?:answer|difference|choice|one|same|"
    r"other)|one of)\b",
)
_ELABORATES = re.compile(rf"(?:\b{_WH}\b.*\sthat|^what\b.*\s(?:it|they|this|those|these))\s+[\w’'-]+\Z")
_BEING = {"is", "are", "was", "were"}
_ONLY_WH = re.compile(rf"(?:^|[\s,]){_WH}(?: (?:much|many|far|often|long))?\s*\Z")
_BRIEF = 9
"""Words of a second clause that adds to the first and no more."""
_NEAR = 160
"""Characters that are looked at around a link; more than a brief clause has."""


def check_unity(reading: Reading) -> Iterator[Finding]:
    """At most one diagnostic a row, at the second thing asked."""
    if second := _second(reading):
        message = "This asks two things at once."
        hint = "keep one; the other can be a probe, or a question of its own"
        yield reading.fault(Rule.QUESTION_SINGLE, second, message, hint)


def _second(reading: Reading) -> tuple[int, int] | None:
    asks = [sentence for sentence in reading.sentences if sentence.asks]
    for sentence in asks:
        if found := _second_inside(sentence):
            return found
    strong = [sentence for sentence in asks if not _prepares(sentence)]
    return next((second.head for first, second in pairwise(strong) if _are_two(first, second)), None)


def _are_two(first: Sentence, second: Sentence) -> bool:
    """Whether the second of two asks goes on to something else."""
    if _opens(first, second) or _SUPPORT.match(first.rest) or _SUPPORT.match(second.rest):
        return False
    if first.is_question and second.is_question:
        return True
    tasks = all(sentence.is_question or _is_task(sentence.rest) for sentence in (first, second))
    return tasks and not _POINTS_BACK.search(second.rest)


def _opens(first: Sentence, second: Sentence) -> bool:
    """'Is the jury wrong? What would you need to hear?': a closed question that an open one takes further."""
    further = _POINTS_BACK.search(second.rest) or re.search(r"\byou\b", second.rest)
    return first.form is Form.POLAR and (second.form is Form.ORDER or (second.form is Form.OPEN and bool(further)))


def _second_inside(sentence: Sentence) -> tuple[int, int] | None:
    """'What is X, and how does it arise?', 'Define X and evaluate Y.'"""
    rest, start = sentence.rest, sentence.head[0]
    if sentence.is_question:
        first = _LEADS.match(rest)
        for match in _JOINED.finditer(rest):
            if match["polar"] and (sentence.form is not Form.POLAR or match["link"] == "or"):
                continue
            second = rest[match.start("head") : match.start("head") + _NEAR]
            reasons = _SUPPORT.match(second) and len(second.split()) <= _BRIEF
            coordinated = _ONLY_WH.search(rest, max(0, match.start() - _NEAR), match.start())
            if not (reasons or coordinated or _elaborates(second, match["head"]) or _weighs(first, match)):
                return start + match.start("head"), start + match.end("head")
    if sentence.form is not Form.ORDER or _prepares(sentence) or not _is_task(rest):
        return None
    for match in _SECOND_ORDER.finditer(sentence.typed_rest, 4):
        if (
            american(match["verb"]) in PROCESSES_OF
            and match["object"].lower() not in _LEANING
            and _is_order(match, rest)
        ):
            return start + match.start("verb"), start + match.end("verb")
    return None


def _elaborates(second: str, head: str) -> bool:
    """'… and how is that different?', '… and how would you answer it?': more about the same answer."""
    yours = re.match(rf"(?:\w+ )?{_WH}\b[^,;?]{{0,20}}? you \w+", second) and len(second.split()) <= _BRIEF
    return bool(_ELABORATES.search(head) or (yours and re.search(r"\b(?:it|them|that|this|those|one)\b", second)))


def _weighs(first: re.Match[str] | None, second: re.Match[str]) -> bool:
    """'What would be gained, and what would be lost?' is one judgement."""
    if not first or not second["wh"]:
        return False
    same = first["wh"] == second["wh"] and first["aux"] == second["aux"]
    return same and first["aux"] not in _BEING


def _prepares(sentence: Sentence) -> bool:
    word = sentence.rest.split(maxsplit=1)[0] if sentence.rest.split() else ""
    return sentence.form is Form.ORDER and (word in SETTING_UP or american(word) not in PROCESSES_OF)


def _is_task(rest: str) -> bool:
    word = rest.split(maxsplit=1)[0].strip(",;:") if rest.split() else ""
    return word in ORDERS and word not in SETTING_UP and american(word) in PROCESSES_OF


def _is_order(match: re.Match[str], rest: str) -> bool:
    """A verb behind 'and' that governs something: 'and evaluate the …', not the noun in 'research and practice of'."""
    follows = match["object"].lower()
    return follows in {"the", "a", "an", "how", "two", "three", "his", "her", "any", "some", "all", "at"} or (
        rest[match.start() : match.start() + 1] in ",;" and not follows.startswith(("of", "in", "on", "for"))
    )

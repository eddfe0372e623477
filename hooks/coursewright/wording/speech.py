"""Questions that can be read aloud and held in mind: not too long, not too dense.

Measures, with their limits:
- words of a whole question: 40 at most (what is heard once has to be held until its end);
- words of one sentence: 35 at most;
- Björnsson's readability index LIX (1968): mean words a sentence plus the share of words of more than six letters, in
  per cent; above 60 a text is 'very difficult'. A question is one to three sentences, so that a few terms of the
  subject weigh much: the limit here is 75, and only from 14 words on;
- parentheses: none inside another, at most one in a question;
- nouns stacked without a small word between them: three at most ('service user outcome data' is four).
"""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Rule
from coursewright.wording.reading import Finding, Reading
from coursewright.wording.sentences import split_sentences

MOST_WORDS, MOST_IN_A_SENTENCE, MOST_LIX, FEWEST_FOR_LIX = 40, 35, 75, 14
_WORD = re.compile(r"[\w’'-]*\w[\w’'-]*")
_NOUN = (
    r"(?:[a-z]{2,}(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|logy|ure|sis|acy|age|hood)s?|user|users|data|care|"
    r"service|services|outcome|outcomes|team|group|groups|staff|system|systems|model|policy|process|project|programme|"
    r"plan|review|report|record|records|quality|risk|health|research|method|skills?|work|level|needs?|goals?|score|"
    r"scores|form|forms|rate|rates|board|office|source|line|market|product|customer|school|child|family|home|school|"
    r"learner|student|teacher|client|patient|task|tasks|feedback|time|change|support|safety|training|planning|"
    r"learning|reporting|setting|scale|test|tool|tools|unit|trial|control|design|analysis|budget|cost|worker|workers|"
    r"staffing|session|interview|cohort|dropout|attendance|baseline|benchmark|delivery|pathway)"
)
_STACKED = re.compile(rf"(?<![\w’'-])(?:{_NOUN}[ -]){{3,}}{_NOUN}(?![\w’'-])")


def check_speech(reading: Reading) -> Iterator[Finding]:
    """Length once a row; everything else at the words that make it hard."""
    words = count_words(reading.told)
    if words > MOST_WORDS:
        message, hint = f"This is {words} words long; spoken, more than {MOST_WORDS} are too many.", "cut the context"
        yield reading.fault(Rule.QUESTION_SHORT, None, message, f"{hint}, or move it into the lesson")
        return
    hard = _parentheses(reading.told) or _stack(reading.lower) or _dense(reading.told, words)
    if hard:
        span, what, hint = hard
        yield reading.fault(Rule.QUESTION_SAYABLE, span, f"This is hard to say aloud: {what}.", hint)


def count_words(text: str) -> int:
    return len(_WORD.findall(text))


def lix(text: str) -> float:
    """Björnsson's index of a text; 0 where it has no words."""
    words = [word for word in _WORD.findall(text) for word in word.split("-")]
    sentences = max(1, len(split_sentences(text)))
    long = sum(len(word.strip("'’").removesuffix("'s").removesuffix("’s")) > 6 for word in words)
    return len(words) / sentences + 100 * long / len(words) if words else 0.0


Hard = tuple[tuple[int, int], str, str]


def _parentheses(text: str) -> Hard | None:
    depth, seen = 0, 0
    for at, char in enumerate(text):
        if char == "(":
            depth, seen = depth + 1, seen + 1
            if depth > 1:
                return (at, at + 1), "a parenthesis stands inside another", "make it a sentence of its own"
            if seen > 1:
                return (at, at + 1), "it has two parentheses", "make one a sentence of its own"
        elif char == ")":
            depth = max(0, depth - 1)
    return None


def _stack(text: str) -> Hard | None:
    match = _STACKED.search(text)
    if not match:
        return None
    number = len(re.split(r"[ -]", match[0]))
    return match.span(), f"{number} nouns are stacked", "untie them with 'of', 'for' or a verb"


def _dense(text: str, words: int) -> Hard | None:
    for sentence in split_sentences(text) if words > MOST_IN_A_SENTENCE else ():
        if (number := count_words(sentence.text)) > MOST_IN_A_SENTENCE:
            span = sentence.start, sentence.start + 1
            return span, f"one sentence has {number} words", f"keep sentences to {MOST_IN_A_SENTENCE}"
    index = lix(text) if words >= FEWEST_FOR_LIX else 0
    if index <= MOST_LIX:
        return None
    start = len(text) - len(text.lstrip())
    what = f"its readability index (LIX) is {index:.0f}, above {MOST_LIX}"
    return (start, start + 1), what, "use shorter sentences and words"

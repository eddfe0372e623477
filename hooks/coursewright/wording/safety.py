"""What a question may not demand: data that show who somebody is, and sharing that nobody can decline.

After the safeguards of self-practice and self-reflection (Bennett-Levy and colleagues: trainees choose what they share,
and there is an alternative) and of Standard 4.07 of the American Psychological Association's Ethical Principles.
"""

import re
from collections.abc import Iterator

from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.wording.reading import Finding, Reading

_SOMEONE = (
    r"(?:clients?|patients?|service users?|pupils?|students?|residents?|customers?|supervisees?|colleagues?|famil(?:y|"
    r"ies)|child|children|parents?|person|people|woman|man|employees?|tenants?|members?)"
)
_CARED_FOR = r"(?:clients?|patients?|service users?|pupils?|students?|residents?|supervisees?|employees?|tenants?)"
_OWN = (
    rf"(?:your (?:\w+ ){{0,2}}?{_CARED_FOR}|(?:a|one|the|any|this|that|"
    rf"each) (?:\w+ ){{0,2}}?{_CARED_FOR}(?: (?:of yours|of ours))?)"
)
_IDENTIFIERS = (
    r"(?:by name|(?:full |real |first |last |actual )?names?\b|initials|date of birth|home address|address|employer|"
    r"workplace|school|village|home town|hometown|phone number|photographs?|photos?|identity|who (?:they|he|"
    r"she) (?:is|are|was)|where (?:they|he|she) (?:lives?|works?|lived|worked))"
)
_TELLING = (
    r"(?:name|describe|identify|tell|present|introduce|share|give|state|say|write|bring|report|disclose|reveal|show|"
    r"include|mention|call|say)"
)
_ASKS_WHO = (
    re.compile(
        rf"\b{_TELLING}\b[^.?!;]{{0,60}}?\b{_SOMEONE}(?:['’]s|['’])?[^.?!;]{{0,40}}?\b(?:by name|"
        rf"real names?|full names?|actual names?)",
    ),
    re.compile(rf"\b{_TELLING}\b[^.?!;]{{0,30}}?\b{_CARED_FOR}['’]s?\s+(?:\w+[ ,]+){{0,4}}?{_IDENTIFIERS}"),
    re.compile(
        rf"\b{_TELLING}\b[^.?!;]{{0,20}}?\bthe {_IDENTIFIERS} of (?:an?|the|your|one|any|"
        rf"each) (?:\w+ ){{0,2}}?{_CARED_FOR}\b",
    ),
    re.compile(rf"\bname (?:an?|one|the|two|three|some|your) (?:\w+ ){{0,2}}?{_CARED_FOR}\b"),
    re.compile(r"\bwhich (?:one )?of your (?:\w+ ){0,2}?" + _CARED_FOR + r"\b"),
    re.compile(rf"\bwho (?:is|was|are|were) (?:the|your) (?:\w+ ){{0,2}}?{_CARED_FOR} (?:who|whom|that|you)\b"),
    re.compile(
        rf"\b{_TELLING}\b[^.?!;]{{0,60}}?\b{_OWN}[^.?!]{{0,60}}?\b(?:including|with|giving|and) (?:their|"
        rf"his|her|the) (?:\w+[ ,]+){{0,4}}?{_IDENTIFIERS}",
    ),
    re.compile(
        rf"\b(?:show|play|read|bring)\b[^.?!;]{{0,40}}?\b(?:recording|notes|file|record|photos?|photographs?|letters?|"
        rf"messages?) (?:of|from|about) (?:your|an? (?:real|actual|current|"
        rf"recent)) (?:\w+ ){{0,2}}?{_CARED_FOR}",
    ),
)
_PORTRAIT = re.compile(
    rf"\b(?:describe|present|introduce|tell (?:us|the \w+|your \w+|each other) about|talk about|write about|bring|"
    rf"share)\s+(?:in detail\s+|the story of\s+)?(?:one of your (?:\w+ ){{0,2}}?{_CARED_FOR}|"
    rf"an? (?:\w+ ){{0,3}}?{_CARED_FOR} (?:of yours|(?:whom |who |that )?you|from your)|your (?:most|least|last|first|"
    rf"current|hardest|latest|"
    rf"present) (?:\w+ ){{0,3}}?{_CARED_FOR})\b",
)
_DISGUISED = re.compile(
    r"\b(?:without (?:naming|giving|saying who|identify\w*|any|a name|names|describing|details)|anonym\w*|disguis\w*|"
    r"invented|imagin\w*|imaginary|composite|fiction\w*|made[- ]up|leav\w+ out|no names|no identif\w+|identifying|"
    r"change (?:the|every|any)|"
    r"nobody (?:could|can|would) recogni[sz]e|novel|film|in (?:the|this) (?:case|lesson|story)|never name)\b",
)
_PERSONAL = re.compile(
    r"\b(?:a|the|any|one|some) (?:\w+ ){0,2}?(?:time|moment|occasion|situation|day|experience|episode|period|session|"
    r"meeting) (?:in your \w+ )?(?:when|in which|that|at which|where|on which) (?:\w+ ){0,4}?you\b"
    r"|\bthe (?:last|first|only) time (?:that )?(?:\w+ ){0,3}?you\b|\bhave you (?:ever|yourself)\b"
    r"|\bwhen (?:did|were|have) you (?:last|first|ever|yourself)\b"
    r"|\byour (?:own )?(?:childhood|upbringing|marriage|divorce|parents|mother|father|grief|bereavement|illness|"
    r"trauma|abuse|secrets?|shame|fears?|losses|loss|addiction|faith|sexuality|therapy|family history|private life|"
    r"love life|diagnosis|worst \w+|deepest \w+|most (?:shameful|painful|frightening|embarrassing|private) \w+)\b"
    r"|\byour own (?:life|family|past|history|mistakes?|failures?|experiences?|childhood|home)\b"
    r"|\b(?:loss|fear|grief|secret|shame|mistake|illness) of your own\b"
    r"|\b(?:something|someone|somebody|anything) (?:that |whom |who )?you (?:have )?(?:never told|are ashamed|regret|"
    r"lost|"
    r"feared|hid|have hidden)\b",
)
_FORCING = re.compile(
    r"\b(?:(?:share|tell|read|show|confess|disclose|reveal|report)\b[^.?!;]{0,60}?\b(?:with|to|the|in|aloud|"
    r"out loud)\s*(?:the |your |this |whole )*(?:group|class|room|others|everyone|everybody|partner|neighbour|circle|"
    r"team|table|cohort|aloud|out loud)\b"
    r"|(?:everyone|everybody|each (?:of you|person|learner|member|student)|all of you) (?:must|has to|have to|should|"
    r"will|needs to) "
    r"(?:share|tell|say|speak|read|confess|disclose|reveal|answer))",
)
_FREE = re.compile(
    r"\b(?:if you (?:wish|like|want|choose|would like)|as much (?:or as little )?as you|you may|may pass|"
    r"or pass|only what you|unless|rather not|choose what|invited to)\b",
)


def check_safety(reading: Reading) -> Iterator[Finding]:
    """Identifiable people, then forced sharing, then a private question in a format for several."""
    if span := _who(reading.lower):
        message = "This asks for something that would show who a client is."
        hint = "ask for the moment, not the person: 'Without naming or describing anyone, …'"
        yield reading.fault(Rule.CLIENT_PROTECTED, span, message, hint)
    yield from _check_sharing(reading)


def check_private(course: Course) -> Iterator[Diagnostic]:
    """A question that is private, in a format in which several talk."""
    for question in course.questions.values():
        for ref in question.formats if question.sharing == "private" else ():
            format_ = course.formats.get(ref.name)
            if format_ and format_.group.high > 1:
                message = f"'{question.id}' is private, and '{ref.name}' has people talk about it."
                hint = "leave the format out, or let 'sharing' be optional, with an 'alternative'"
                yield Diagnostic(Rule.SHARING_FREE, ref.place, message, hint)


def _who(text: str) -> tuple[int, int] | None:
    if _DISGUISED.search(text):
        return None
    found = next((match for pattern in _ASKS_WHO if (match := pattern.search(text))), None) or _PORTRAIT.search(text)
    return found.span() if found else None


def _check_sharing(reading: Reading) -> Iterator[Finding]:
    text = reading.lower
    personal = _PERSONAL.search(text)
    if not personal or reading.alternative or _FREE.search(text):
        return
    forced = _FORCING.search(text)
    if reading.sharing == "group" or forced:
        span = (forced or personal).span()
        message = "This has learners share something of their own and leaves no other way to take part."
        hint = "let 'sharing' be optional or private, or add an 'alternative' for those who would rather not"
        yield reading.fault(Rule.SHARING_FREE, span, message, hint)

"""Claims that rest on research, a named theory or an author, in questions that cite nothing for them."""

import re
from collections.abc import Iterator

from coursewright.bibliography.collation import sort_key
from coursewright.course import Course
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.model import Question
from coursewright.wording.asked import Asked
from coursewright.wording.reading import Reading

_SHOWS = (
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|indicates?|indicated|demonstrates?|demonstrated|proves?|"
    r"proved|proven|confirms?|confirmed|tells us|says|reveals?|revealed|reports?|reported|agree|established|"
    r"concludes?|concluded)"
)
_SCHOLARLY = (
    r"(?:argue[sd]?|claim(?:s|ed)?|wr(?:ote|ites)|propose[sd]?|theori[sz]e[sd]?|hypothesi[sz]e[sd]?|postulate[sd]?|"
    r"define[sd]?|coined|maintain(?:s|ed)?|distinguishe[sd]|demonstrate[sd]?|held|holds|showed|shows|found|finds|"
    r"believe[sd]|called|calls|saw|sees|described|describes|warned|warns|insist(?:s|ed)|taught|teaches|put|puts|"
    r"thought|conclude[sd]|recommend(?:s|ed)|introduced|developed|criticised|criticises|rejected|rejects|said|says)"
)
_WORKS = (
    r"(?:theor(?:y|ies)|models?|hypothes[ie]s|views?|ideas?|notion|concepts?|account|claims?|arguments?|rule|list|"
    r"principles?|stages|law|critique|study|trial|experiments?|book|paper|findings?|scale|typology|paradox|conditions|"
    r"definition|method|taxonomy)"
)
_RESEARCH = re.compile(
    rf"\b(?:research|stud(?:y|ies)|evidence|science|neuroscience|meta-analys[ei]s|trials?|surveys?|statistics|"
    rf"scientists|researchers|experts|psychologists|economists|historians|the literature|the data)\b"
    rf"(?: \w+){{0,4}}? (?:has |have |had )?(?:long |consistently |repeatedly |clearly |now |also |"
    rf"recently )*{_SHOWS}\b"
    r"|\b(?:according to|based on|as shown by|drawing on) (?:\w+ ){0,2}?(?:research|stud(?:y|ies)|science|experts|"
    r"scientists|surveys?|trials?|meta-analys[ei]s|the literature|statistics)\b"
    r"|\bit (?:has been|is|was) (?:\w+ly )?(?:shown|proven|proved|demonstrated|established|found|known|"
    r"estimated) that\b"
    r"|\b(?:\d[\d.,]*|[a-z]+ty(?:-[a-z]+)?|half|a (?:third|quarter)|two thirds|most)(?: per cent| ?%) of\b|"
    r"\b\d[\d.]*% of\b"
    r"|\b(?:one|two|three|nine|four) (?:in|out of) (?:ten|three|four|five|a hundred)\b"
    rf"|\b(?:an?|one|the) (?:recent|famous|classic|well-known|influential|large|landmark|(?:19|20)\d\d)[\w ,-]{{0,30}}?"
    r"\b(?:study|trial|review|meta-analysis|experiment|survey|paper)\b",
)
_THEORY = re.compile(
    rf"\b(?:according to|in the terms of|as) (?:[\w’'-]+ ){{1,3}}?(?:theory|theorists)\b"
    rf"|\b[\w’'-]+ (?:theory|theorists) (?:\w+ly )?(?:{_SHOWS}|holds?|predicts?|claims?|teach(?:es)?|argues?|"
    rf"states?|explains?|maintains?|assumes?)\b",
)
_DATED = re.compile(r"\b[A-Z][\w’'-]+(?: (?:and|&) [A-Z][\w’'-]+| et al\.)? \((?:19|20)\d\d[a-z]?\)")
_COINED = re.compile(
    r"\b(?P<name>[A-Z][\w-]{2,})(?:['’]s (?:famous |classic |own )?(?:theory|hypothesis|theorem|taxonomy|paradox)\b"
    r"| (?:theori[sz]ed|hypothesi[sz]ed|postulated|coined|pioneered)\b)"
)
_NAME = re.compile(
    r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?P<after>(?:['’]s? (?:\w+ ){0,2}?"
    + _WORKS
    + r"|['’]?s? "
    + _SCHOLARLY
    + r")\b)"
)
_BY = re.compile(rf"\b(?:according to|{_WORKS} (?:of|by)) (?P<name>[A-Z][\w-]+)\b")
_HYPOTHETICAL = re.compile(r"\b(?:if|suppose|imagine|what would|who claims|someone|anyone who|a claim that|whether)\b")

_WONDERED = re.compile(
    r"\b(?:what|which|whose|any|no|little|does|do|did|would|could|might|should)\b(?: [\w-]+){0,3} ?\Z"
)


def check_claims(asked: Asked, course: Course) -> Iterator[Diagnostic]:
    """The first claim of a row that no work backs: neither one cited in it nor one in the question's `cites`."""
    keys = _keys(asked.question, asked)
    if found := _unnamed(asked.reading, bool(keys)) or _named(asked, course, keys):
        span, hint = found
        message = "This claims something of research, a theory or an author, and cites nothing for it."
        yield asked.fault(Rule.CLAIM_CITED, span, message, hint)


def _keys(question: Question, asked: Asked) -> tuple[str, ...]:
    written = re.findall(r"@([\w:.#$%&+?<>~/-]*\w)", asked.text)
    return (*(ref.name for ref in question.cites), *written)


def _unnamed(reading: Reading, cites: bool) -> tuple[tuple[int, int], str] | None:
    """Research, theories and dated works; whatever the question cites is taken to be it."""
    if cites:
        return None
    prose, lower = reading.prose, reading.lower
    for pattern, text in ((_DATED, prose), (_RESEARCH, lower), (_THEORY, lower), (_COINED, prose)):
        match = pattern.search(text)
        if match and not (pattern is _RESEARCH and _is_open(text, match)):
            return match.span(), "cite it in the stem, '[@key]', or name the work under 'cites'"
    return None


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Whether research is asked about or supposed, not claimed: 'What evidence suggests …', 'If a study showed …'."""
    return bool(
        _HYPOTHETICAL.search(text, 0, match.start()) or _WONDERED.search(text, 0, match.start()) or " not " in match[0]
    )


def _named(asked: Asked, course: Course, keys: tuple[str, ...]) -> tuple[tuple[int, int], str] | None:
    """An author of the bibliography to whom something is ascribed, while no work of theirs is cited."""
    index = course.bibliography.authors
    people = _people(course)
    for pattern in (_NAME, _BY):
        for match in pattern.finditer(asked.prose):
            for name in dict.fromkeys([match["name"], match["name"].split()[-1]]):
                works = index.surnames.get(sort_key(name), ())
                theirs = [work.key for work in works]
                if works and name not in people and not any(key in theirs for key in keys):
                    return match.span("name"), f"cite the work that says so, for instance '{theirs[0]}'"
    return None


def _people(course: Course) -> frozenset[str]:
    """Given names of people in cases, who may share an author's surname."""
    return frozenset(word for case in course.cases.values() for person in case.people for word in person.name.split())

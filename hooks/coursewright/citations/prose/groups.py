"""Bodies that publish and that the bibliography does not know: '(World Health Organization, 2019)', '(WHO, 2019)'."""

import re
from collections.abc import Sequence

from coursewright.citations.prose.not_authors import ADJECTIVES
from coursewright.citations.prose.tokens import Token

_BODIES = frozenset(
    """academies academy administration agency alliance assembly association associations authority board bundesamt
    bureau center centers centre centres coalition collaboration collaborators college commission committee
    confederation consortium coordination council department directorate federation forum foundation fund
    government group initiative inspectorate institute institutes investigators ministry network nations
    observatory office organisation organization panel partnership programme secretariat service services
    society statistics task taskforce team trialists trust union workgroup""".split()
)
"""Nouns that name a body which publishes. Firms, schools, courts and presses are left out: they stand in captions."""
_BODIES_FIRST = frozenset(
    """agence agencia agência agenzia académie asociación associação associazione bundesagentur bundesamt
    bundesministerium comisión comissão comité comitê commission conseil consejo conselho fondation fundação fundación
    gesellschaft institut instituto instituut istituto ministère ministerie ministerio ministério ministero ministerium
    oficina organisation organización organização société sociedad sociedade umweltbundesamt""".split()
)
"""First or second words of such names in other languages: 'Instituto Nacional de Estadística'."""
_SHORT = frozenset(
    """AAP ACA ACOG ACP AHA AHRQ AMA ANA APA BACP BLS BMA BPS CDC CIHI CIPD CMA CQC DfE DH DHHS DHSC DoH ECDC EEA EFSA
    EMA ENISA EPA ETSI FAO FDA FSB GAO GMC HCPC HHS IARC ICN IEA ILO IMF IPBES IPCC ISTE IUCN JRC MHRA NAS NASP NASW
    NATSAL NCES NCHS NHTSA NICE NIH NIMH NIOSH NIST NMC NSF OECD Ofcom Ofsted ONS OSHA OWASP PAHO QAA RCN SAMHSA
    SIGN UKCP UN UNDP UNEP UNESCO UNFPA UNHCR UNICEF UNODC USDA USGS WHO WMO WTO""".split()
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}[A-Z]")
_NO_BODIES = frozenset(
    """ADHD AIDS ANOVA ASCII BBC BCE CBS CBT CCTV CET CHF CNN COVID CSS CSV DDR DVD DSM ECTS EEG EMDR EUR FIFA FRG GBP
    GCSE GDPR GDR GMT GPS HBO HIV HTML IBM ICD IKEA IPA ISBN ISSN ITV JPEG MLB MOOC MRI NASA NATO NBA NBC NFL NHL NHS
    PBS PDF PHP PTSD RAF ROC RSVP SQL SSRI TBA TBC TBD UAE UEFA UFO USA USB USD USSR UTC VHS WWI WWII XML""".split()
)
"""Abbreviations that stand before a year and name no author: countries, broadcasters, things, diagnoses."""
_REACHES = frozenset("UK England Scotland Wales Ireland International Europe Australia Canada".split())
_WITHIN = frozenset("of for on in and the to & de des del da do dos della di du la le les für der und et y e".split())
_HEADED = frozenset("of for on in to".split())
_BEFORE = frozenset("according as for from in see the under".split())
_MOST = 12


def read_group(tokens: Sequence[Token], *, listed: bool) -> int | None:
    """Where the name of a body that publishes begins, if the tokens end with one; an abbreviation may follow it.

    `listed` in brackets, where nothing else but the year stands with it.
    """
    end = len(tokens)
    if end and (
        (tokens[-1].lead.endswith("[") and tokens[-1].text[:1].isupper())
        or (tokens[-1].lead.endswith("(") and tokens[-1].text[-1:].isupper())
    ):
        end -= 1
    if end == len(tokens) and end and (tokens[-1].text in _SHORT or (listed and _is_body(tokens))):
        return tokens[-1].start
    start = _start(tokens, end)
    words = [token.text for token in tokens[start:end]]
    foreign = not _BODIES_FIRST.isdisjoint(word.lower() for word in words[:2])
    named = len(words) > 1 and (foreign or _head(words) in _BODIES or _is_national(words))
    return tokens[start].start if named else None


def _is_body(tokens: Sequence[Token]) -> bool:
    """Whether an abbreviation alone before a comma is that of a body: '(BAC, 1994)'."""
    text = tokens[-1].text
    return len(tokens) == 1 and tokens[0].mark == "," and bool(_ACRONYM.fullmatch(text)) and text not in _NO_BODIES


def _start(tokens: Sequence[Token], end: int) -> int:
    """The first of the capitalised words, and of small ones among them, that nothing but spaces parts."""
    start = at = end
    while at > max(0, end - _MOST):
        token = tokens[at - 1]
        if at < end and token.mark and not (token.mark == "." and token.text.replace(".", "").isupper()):
            break
        if token.low in _BEFORE and at < end and tokens[at].text.islower():
            break
        if token.text[:1].isupper() and not token.text.isdigit():
            start = at - 1
        elif token.low not in _WITHIN:
            break
        at -= 1
        if tokens[at].lead.strip("*_"):
            break
    return start + 1 if start < end - 1 and tokens[start].low in ("the", "see", "in") else start


def _is_national(words: Sequence[str]) -> bool:
    """Whether a body is called after where it works: 'NHS England', 'Age UK', 'Statistics Norway'."""
    return words[0] == "Statistics" or (
        words[-1] in _REACHES and words[-2][:1].isupper() and words[-2].lower() not in ADJECTIVES
    )


def _head(words: Sequence[str]) -> str:
    """The noun that the others belong to: 'Department' of Health, Census 'Bureau', 'Task' Force."""
    first = next((at for at, word in enumerate(words) if word.lower() in _HEADED and at), len(words))
    head = (
        words[first - 1].lower().rstrip("’'s") if words[first - 1].endswith(("'s", "’s")) else words[first - 1].lower()
    )
    return "task" if head == "force" and words[first - 2].lower() == "task" else head

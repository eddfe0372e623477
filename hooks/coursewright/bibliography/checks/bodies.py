"""Names of bodies as they stand in a field of people: what tells 'Food and Drug Administration' from two people."""

import re

_BODY = re.compile(
    r"\b(?:Association|Universit(?:y|ies|ät|é|à|eit)|Universidad|Department|Organi[sz]ations?|Institut(?:e|es|o)?"
    r"|Commission|Committee|Ministry|Foundation|Federation|Society|Agency|Administration|Consortium|Collaboration"
    r"|Corporation|Council|Bureau|Task ?[Ff]orce|Secretariat|Observatory|Directorate|Authority|Parliament|Government"
    r"|Cent(?:er|re)s? for|Office (?:of|for)|Board of|College of|School of|Academy|Library of|Network|Initiative"
    r"|Programme|Bundesministerium|Bundesamt|Gesellschaft|Verein|Ministère|Ministerio|Inc\.|Ltd\.?|LLC|GmbH"
    r"|(?:Core|Development|Research|RStudio|JASP|jamovi) Team|(?:Working|Study|Research) Group|Investigators"
    r"|(?:Supreme|High|Constitutional|Federal) Court|(?:Bank|Church|Court|House|Museum|Ministers?) of|Red Cross"
    r"|NHS|Public Health (?:England|Wales|Scotland|Agency)|(?:Human Rights|Global) Watch|Save the Children"
    r"|(?:Health|Environment) Canada|Executive|Advice Bureau|Stationery Office"
    r"|Collaborators|United Nations|World Bank|European Union|National Health Service|Statistics Canada|Services)(?!\w)"
)
_LAST_WORD = re.compile(
    r"(?:\S+ ){2,}(?:Group|Team|Center|Centre|College|Service|Alliance|Partnership|Trust|Press|Bank|Fund|Museum|Library"
    r"|Forum|Union|Company|League|Assembly|Senate|Congress|Board|Panel|Project|Survey|Lab(?:orator(?:y|ies))?|Hospital|Office"
    r"|Division|Unit|Club|Party|Court|Support|Watch)$|(?:\S+ )+(?:International|Trust|Fund|UK|USA)$"
    r"|The (?:\S+ )*\S{4,}s$|[A-Z]\S+ (?:\S+ )*?(?:on|for|to|against|without) [A-Z]"
)
_TURNED = re.compile(r"(?P<last>[^\W\d_]{4,}), (?P<first>[^\W\d_][^,]+)")
_INITIAL = re.compile(r"(?<!\w)[A-Z](?:\.|$)")


def is_body(name: str) -> bool:
    """Whether a name without comma and braces holds a word that only bodies have."""
    return is_part(name) and (_BODY.search(name) or _LAST_WORD.match(name)) is not None


def is_part(name: str) -> bool:
    """Whether a name may belong to a body: several words or one, without comma and braces; no initials."""
    return "," not in name and "{" not in name and not re.search(r"(?<!\S)[A-Z]\. ", name)


def turned_body(name: str) -> str:
    """The body that a program has turned round like a person: 'Organization, World Health'; empty for other names."""
    match = _TURNED.fullmatch(name)
    if match is None or "{" in name or _INITIAL.search(match["first"]):
        return ""
    body = f"{match['first']} {match['last']}"
    return body if _BODY.fullmatch(match["last"]) or _LAST_WORD.match(body) or _BODY.fullmatch(body) else ""


def cut_body(name: str) -> bool:
    """Whether a name's comma stands inside a body: 'University of California, Berkeley', 'Food Agency, FA'."""
    first, comma, rest = name.partition(", ")
    personal = not comma or "," in rest or "{" in name or " " not in first or _INITIAL.search(rest)
    return not personal and (_BODY.search(first) or _LAST_WORD.match(first)) is not None

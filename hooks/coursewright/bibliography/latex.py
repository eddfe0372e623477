"""LaTeX as BibTeX files use it, into plain text: accents, special letters, dashes, quotation marks, escapes, emphasis.

Output is text as CSL-JSON knows it: emphasis is <i>, <b>, <sup>, <sub>; with `protect`, braces that keep capitals are
<span class="nocase">. Commands that are not known lose their backslash and stay readable. All is NFC.
"""

import re
import unicodedata
from collections.abc import Mapping

_ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_LETTERS: Mapping[str, str] = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶", "copyright": "©",
    "textregistered": "®", "texttrademark": "™", "pounds": "£", "euro": "€", "textdegree": "°", "times": "×",
    "alpha": "α", "beta": "β", "gamma": "γ", "chi": "χ", "kappa": "κ", "mu": "µ", "textbackslash": "\\",
    "textasciitilde": "~", "relax": "", "noopsort": "", "/": "", "-": "", ",": "\u202f",
}  # fmt: skip
_STYLES: Mapping[str, str] = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i",
    "textbf": "b", "mkbibbold": "b", "textsuperscript": "sup", "textsubscript": "sub",
}  # fmt: skip
_SWITCHES: Mapping[str, str] = {"it": "i", "em": "i", "itshape": "i", "bf": "b", "bfseries": "b"}
_TOKEN = re.compile(
    r"\\(?P<accent>[`'^~=.\"]|[urHvdckb](?![A-Za-z]))\s*(?:\{\s*\\?(?P<in>[A-Za-zı]?)\s*\}|\\?(?P<on>[A-Za-zı]))"
    r"|\\(?P<command>[A-Za-z]+)(?:\s+|\{\})?"
    r"|\\(?P<symbol>.)"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<mark>---|--|``|''|`|'|~|\$|\s+)"
    r"|(?P<plain>[^\\{}\-`'~$\s]+|-)",
    re.S,
)
_MARKS: Mapping[str, str] = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "$": ""}


def to_text(value: str, *, protect: bool = False) -> str:
    """A field's value as text; with `protect`, braces around words mark them as capitals to keep."""
    done: list[str] = []
    closers: list[str] = []
    style = ""
    for match in _TOKEN.finditer(value):
        kind = match.lastgroup
        if kind == "open":
            opener, closer = _group(style, protect and not closers)
            done.append(opener)
            closers.append(closer)
            style = ""
        elif kind == "close":
            done.append(closers.pop() if closers else "")
        elif match["command"] in _STYLES:
            style = _STYLES[match["command"]]
        elif match["command"] in _SWITCHES and closers:
            tag = _SWITCHES[match["command"]]  # holds until the group ends
            done.append(f"<{tag}>")
            closers[-1] = f"</{tag}>{closers[-1]}"
        else:
            done.append(_plain(match))
    text = "".join(done) + "".join(reversed(closers))
    return unicodedata.normalize("NFC", text).strip()


def _group(style: str, protect: bool) -> tuple[str, str]:
    """What a brace opens and what closes it: emphasis after a command, protected capitals, or nothing."""
    if style:
        return f"<{style}>", f"</{style}>"
    return ('<span class="nocase">', "</span>") if protect else ("", "")


def _plain(match: re.Match[str]) -> str:
    if match["accent"]:
        letter = (match["in"] or match["on"] or "").replace("ı", "i")
        return letter + _ACCENTS[match["accent"]]
    if match["command"]:
        return _LETTERS.get(match["command"], match["command"] + " ")
    if match["symbol"]:
        return _LETTERS.get(match["symbol"], match["symbol"])
    mark = match["mark"]
    return match["plain"] or (" " if mark.isspace() else _MARKS[mark])

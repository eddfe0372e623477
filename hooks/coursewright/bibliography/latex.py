"""LaTeX as BibTeX files use it, into plain text: accents, special letters, dashes, quotation marks, escapes, emphasis.

Output is text as CSL-JSON knows it: emphasis is <i>, <b>, <sup>, <sub>; with `protect`, braces that keep capitals are
<span class="nocase">. Commands that are not known lose their backslash and stay readable. All is NFC.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

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
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
    "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "µ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Sigma": "Σ",
    "Omega": "Ω", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textquotesingle": "'", "textquotedbl": '"', "textbar": "|", "textless": "<", "textgreater": ">", "slash": "/",
    "textbullet": "•", "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿", "guillemotleft": "«",
    "guillemotright": "»", "texteuro": "€", "textsterling": "£", "textmu": "µ", "textonehalf": "½", "infty": "∞",
    "pm": "±", "cdot": "·", "to": "→", "rightarrow": "→", "leq": "≤", "geq": "≥", "neq": "≠", "sim": "∼",
    "approx": "≈", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "SS": "ẞ", "textnumero": "№", "space": " ",
    "relax": "", "noopsort": "", "protect": "", "newline": " ", "/": "", "-": "", ",": "\u202f",
    "textbraceleft": "{", "textbraceright": "}", "textsection": "§", "textparagraph": "¶", "textcopyright": "©",
    "textdagger": "†", "texttwosuperior": "²", "textthreesuperior": "³", "textonequarter": "¼", "textyen": "¥",
    "textthreequarters": "¾", "textdollar": "$", "quotedblbase": "„", "quotesinglbase": "‚", "guilsinglleft": "‹",
    "guilsinglright": "›",
}  # fmt: skip
_STYLES: Mapping[str, str] = {
    "emph": "i", "textit": "i", "textsl": "i", "mkbibemph": "i",
    "textbf": "b", "mkbibbold": "b", "textsuperscript": "sup", "textsubscript": "sub",
    "enquote": "“", "mkbibquote": "“",
} | dict.fromkeys(
    "textsc texttt textrm textsf textup textmd textnormal text mathrm mathit mathcal mathbb ensuremath mbox hbox fbox"
    " url uppercase MakeUppercase MakeLowercase lowercase underline nolinkurl".split(), ""
)  # fmt: skip
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
_KNOWN = frozenset({*_LETTERS, *_STYLES, *_SWITCHES})
_MATHS = re.compile(r"(?<!\\)\$[^$]*\$")
_MARKS: Mapping[str, str] = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "$": ""}


@lru_cache(maxsize=16384)  # the same few fields are read by every check
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


def unknown_commands(value: str) -> Iterator[tuple[int, str]]:
    """Offset and name of each TeX command that is printed by its name, because nothing here knows it; not in maths."""
    for match in _TOKEN.finditer(_MATHS.sub(lambda maths: " " * len(maths[0]), value)):
        command = match["command"]
        if command and command not in _KNOWN:
            yield match.start(), command


def _group(style: str, protect: bool) -> tuple[str, str]:
    """What a brace opens and what closes it: emphasis after a command, protected capitals, or nothing."""
    if style == "“":
        return "“", "”"
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

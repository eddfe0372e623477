"""Which characters of Markdown are prose: code, comments, tags, addresses and escapes are blanked, offsets kept."""

import io
import re
from collections.abc import Iterator

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$"
)
_CONTAINER = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|[!?]{3}\+?\s|===[!+]?\s|\[\^[^\]]+\]:|:\s)")
_CODE_SPAN = re.compile(r"(`+)[^`]+\1")
_DEFINITION = re.compile(r" {0,3}\[(?![\^@])[^\]\n]+\]:[ \t]*\S")
_NEVER = re.compile(r"(?!)")
_MARKUP = re.compile(
    r"(?=[<\\`(]|\$\$)(?:"  # one look at the character that all of these begin with saves most of the time
    r"(?P<comment><!--.*?(?:-->|\Z))"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+\-.!@<>~^|$/])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<autolink><[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"
    r"|(?P<raw><(?P<tag>script|style|pre|code|kbd|samp|textarea)\b[^<>]*>)"
    r"|(?P<html></?[A-Za-z][^<>\n]*(?:\n[^<>\n]+)*>)"
    r"|(?P<target>(?<=\])\([ \t]*(?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t\n]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\))"
    r"|(?P<maths>\$\$.+?\$\$))",
    re.S,
)
_URL = re.compile(r"\b(?:(?:https?|ftp)://|mailto:|doi:|www\.)[^\s<>\[\]]+")
_HOST = re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\b")
_MAILBOX = re.compile(r"[A-Za-z0-9][\w.!#$%&'*+/=?^{|}~-]*\Z")
_MAILBOX_LENGTH = 64  # RFC 5321 §4.5.3.1.1


def mask(text: str) -> str:
    """`text` with everything that is not prose blanked; same length, same line ends.

    Blanked: front matter, fenced and indented code, code spans, comments, tags, link targets and definitions,
    addresses of the web and of people, escaped characters, display mathematics.
    """
    return _mask_addresses(_mask_markup(_mask_lines(text)))


def escaped_ats(text: str) -> tuple[int, ...]:
    """Offsets of the backslashes of '\\@' in prose, which stands for a plain '@'."""
    if r"\@" not in text:
        return ()
    return tuple(start for start, end in _markup(_mask_lines(text)) if text[start:end] == r"\@")


def without_code(text: str) -> str:
    """`text` with front matter and code blanked; comments and all other markup stay."""
    return _CODE_SPAN.sub(lambda match: _blank(match[0]), _mask_lines(text, _NEVER))


def _mask_markup(text: str) -> str:
    parts, at = [], 0
    for start, end in _markup(text):
        parts += [text[at:start], _blank(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _markup(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of markup that is not prose."""
    at = 0
    unclosed: set[str] = set()  # tags that never close again: looked for once, so that time stays linear
    while match := _MARKUP.search(text, at):
        at = match.end()
        if (tag := match["tag"]) and tag not in unclosed:
            close = text.find(f"</{tag}", at)
            unclosed |= {tag} if close < 0 else set()
            at = max(at, close)
        yield match.start(), at


def _mask_addresses(text: str) -> str:
    if any(mark in text for mark in ("://", "www.", "mailto:", "doi:")):
        text = _URL.sub(lambda match: _blank(match[0]), text)
    parts, at = [], 0
    for host in _HOST.finditer(text):
        mailbox = _MAILBOX.search(text, max(at, host.start() - _MAILBOX_LENGTH), host.start())
        if mailbox:
            parts += [text[at : mailbox.start()], _blank(text[mailbox.start() : host.end()])]
            at = host.end()
    return "".join([*parts, text[at:]])


def front_matter_end(text: str) -> int:
    """The offset just after a page's front matter; 0 where it has none."""
    match = re.match(r"---[ \t]*\n(?:.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.S)
    return match.end() if match else 0


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def open_fence(text: str) -> int | None:
    """The offset of the line that opens fenced code which is never closed; what follows is taken for code."""
    return _scan_lines(text, _NEVER)[1] if "```" in text or "~~~" in text else None


def _mask_lines(text: str, definition: re.Pattern[str] = _DEFINITION) -> str:
    return _scan_lines(text, definition)[0]


def _scan_lines(text: str, definition: re.Pattern[str]) -> tuple[str, int | None]:
    """Blank front matter, fenced code, indented code and link definitions, line by line; and a fence left open."""
    at = opened = front_matter_end(text)
    done = [_blank(text[:at])]
    fence, after_blank, prose_indent, commented = "", True, 0, False
    for line in io.StringIO(text[at:], newline="\n"):
        hidden = bool(fence)
        bare, indent = line.strip(), len(line) - len(line.lstrip(" \t"))
        if fence:
            fence = "" if _closes(line, fence) else fence
        elif not bare or commented:
            after_blank = after_blank or not bare
        elif fence := _opens(line):
            hidden, opened = True, at
        else:
            columns = len(line[:indent].expandtabs(4))
            prose_indent = prose_indent if columns or not after_blank else 0
            hidden = (after_blank and columns >= prose_indent + 4) or bool(definition.match(line))
            if not hidden and _CONTAINER.match(line):
                prose_indent = columns + 4
            after_blank = hidden or bare.startswith("#")
        done.append(_blank(line) if hidden else line)
        commented = _comment_open(line, commented) if not hidden else commented
        at += len(line)
    return "".join(done), opened if fence else None


def _opens(line: str) -> str:
    """The marks of a code fence that a line opens; ticks with ticks behind them are a code span."""
    match = _FENCE.match(line.rstrip("\n")) if "```" in line or "~~~" in line else None
    return match["mark"] if match and not (match["mark"][0] == "`" and "`" in match["info"]) else ""


def _closes(line: str, fence: str) -> bool:
    bare = line.strip().lstrip("> \t")
    return len(bare) >= len(fence) and bare == fence[0] * len(bare)


def _comment_open(line: str, already: bool) -> bool:
    """Whether an HTML comment is still open at the end of a line."""
    if not already:
        if "<!--" not in line:
            return False
        line = _CODE_SPAN.sub("", line)
    opened, closed = line.rfind("<!--"), line.rfind("-->")
    return (already and closed < 0) or opened > closed

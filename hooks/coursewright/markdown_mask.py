"""Which characters of Markdown are prose: code, comments, tags, addresses and escapes are blanked, offsets kept."""

import re

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$"
)
_CONTAINER = re.compile(r"^\s*(?:[-*+]\s|\d+[.)]\s|[!?]{3}\+?\s|===[!+]?\s|\[\^[^\]]+\]:|:\s)")
_INLINE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))"
    r"|(?P<escape>\\[\\`*_{}\[\]()#+\-.!@<>~^|$/])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<autolink><[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>)"
    r"|(?P<raw><(?P<tag>script|style|pre|code|kbd|samp|textarea)\b[^<>]*>)"
    r"|(?P<html></?[A-Za-z][^<>\n]*(?:\n[^<>\n]+)*>)"
    r"|(?P<target>(?<=\])\([ \t]*(?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t\n]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\))"
    r"|(?P<definition>^[ ]{0,3}\[(?![\^@])[^\]\n]+\]:[ \t]*\S+[^\n]*$)"
    r"|(?P<url>\b(?:https?|ftp|mailto|doi)://?[^\s<>\[\]]+|\bmailto:[^\s<>\[\]]+|\bwww\.[^\s<>\[\]]+)"
    r"|(?P<email>(?<![\w.!#$%&'*+/=?^{|}~-])[.!#$%&'*+/=?^_{|}~-]*[A-Za-z0-9][\w.!#$%&'*+/=?^{|}~-]*"
    r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\b)"
    r"|(?P<maths>\$\$.+?\$\$)",
    re.S | re.M,
)


def mask(text: str) -> str:
    """`text` with everything that is not prose blanked; same length, same line ends.

    Blanked: front matter, fenced and indented code, code spans, comments, tags, link targets and definitions,
    addresses of the web and of people, escaped characters, display mathematics.
    """
    lines = _mask_lines(text)
    parts, at = [], 0
    unclosed: set[str] = set()  # tags that never close again: looked for once, so that time stays linear
    while match := _INLINE.search(lines, at):
        end = match.end()
        if (tag := match["tag"]) and tag not in unclosed:
            close = lines.find(f"</{tag}", end)
            unclosed |= {tag} if close < 0 else set()
            end = max(end, close)
        parts += [lines[at : match.start()], _blank(lines[match.start() : end])]
        at = end
    return "".join([*parts, lines[at:]])


def front_matter_end(text: str) -> int:
    """The offset just after a page's front matter; 0 where it has none."""
    match = re.match(r"---[ \t]*\n(?:.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.S)
    return match.end() if match else 0


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _mask_lines(text: str) -> str:
    """Blank front matter, fenced code and indented code, line by line."""
    start = front_matter_end(text)
    done = [_blank(text[:start])]
    fence, after_blank, container, commented = "", True, False, False
    for line in text[start:].splitlines(keepends=True):
        hidden, code = commented or bool(fence), False
        if fence:
            fence = "" if _closes(line, fence) else fence
        elif not commented and (match := _FENCE.match(line.rstrip("\n"))) and "`" not in match["info"].strip("`"):
            fence, hidden = match["mark"], True
        elif not commented and line.startswith(("    ", "\t")) and line.strip():
            code = (after_blank is True) and not container
        elif line.strip():
            container = bool(_CONTAINER.match(line)) or (container and line.startswith("  "))
        after_blank = after_blank if code else not line.strip() or bool(re.match(r"\s*#", line))
        done.append(_blank(line) if code or (hidden and not commented) else line)
        if not fence and not code:
            commented = _comment_open(line, commented)
    return "".join(done)


def _closes(line: str, fence: str) -> bool:
    bare = line.strip().lstrip("> \t")
    return len(bare) >= len(fence) and bare == fence[0] * len(bare)


def _comment_open(line: str, already: bool) -> bool:
    """Whether an HTML comment is still open at the end of a line."""
    opened, closed = line.rfind("<!--"), line.rfind("-->")
    return (already and closed < 0) or opened > closed

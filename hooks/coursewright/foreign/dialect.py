"""Dialects of Markdown: what Quarto, R Markdown, MyST and pandoc write that is no prose, blanked; offsets are kept.

One mask serves all of them: none writes as prose what is syntax to another. What is masked: shortcodes, attributes,
inline mathematics, cross-references and numbered examples, whose '@' cites no work. What is opened: directives
and blocks fenced like code, whose content is prose, and brackets of images, spans and inline notes.
"""

import re
from collections.abc import Container

from coursewright.markdown_mask import front_matter_end, mask

_PREFIXES = (
    "fig|tbl|tab|table|figure|eq|eqn|equation|sec|section|lst|listing|code|alg|lem|thm|cor|prp|prop|cnj|def|exm|exr|ex|"
    "sol|rem|hyp|nte|note|tip|wrn|warn|imp|cau|algo|vid|app|apx|part|chap|chp|supp|suppfig|supptbl|ref"
)
CROSS_REFERENCE = re.compile(rf"(?<![\w\\])[+!*-]?@\{{?(?:{_PREFIXES})(?::|-(?!\d{{4}}\b))[\w:.+#/-]*\w\}}?", re.I)
_ENGINES = (
    "theorem lemma corollary proposition conjecture definition example exercise hypothesis proof remark solution block "
    "block2 note warning tip hint important attention caution danger error seealso admonition figure sidebar margin "
    "topic epigraph pull-quote highlights dropdown card grid grid-item grid-item-card tab-set tab-item tabbed panels "
    "table list-table glossary abstract quote blockquote container div aside details toggle todo subfigure "
    "versionadded versionchanged deprecated exercise-start solution-start"
)
_PROSE = re.compile(rf"(?:{'|'.join(_ENGINES.split())}|(?:prf|proof):[a-z]+)\Z")
_FENCE = re.compile(r"^(?P<indent>[ \t>]*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$", re.M)
_DIRECTIVE = re.compile(r"\s*\{(?P<name>[a-z][\w:-]*)(?=[\s,}])[^}\n]*\}")
_SHORTCODE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_ATTRIBUTES = re.compile(r"(?<!@)\{(?=\s*(?:[.#]|[\w-]+\s*=|=\w))[^{}]*\}")
_MATHS = re.compile(r"(?<![\\$\w])\$(?=[^\s$])[^$\n]*(?:\n[^$\n]+)*?(?<=[^\s\\$])\$(?![\d$])")
_BRACKETS = re.compile(r"(?P<open>\^\[|!\[|\[)|(?P<close>\])|\n[ \t]*(?=\n)")
_EXAMPLE = re.compile(r"^[ \t]*\(@(?P<label>[\w-]+)\)", re.M)
_EXAMPLE_OR_USE = re.compile(r"\(@(?P<label>[\w-]+)\)")
_NOT_NEWLINE = re.compile(r"[^\n]")


def mask_dialect(text: str, known: Container[str]) -> str:
    """Masked text, as `markdown_mask.mask` gives it, for any dialect; `known` are keys that are no cross-references."""
    masked = mask(_open_directives(text))
    if "{" in masked:
        masked = _SHORTCODE.sub(_blank, masked)
        masked = _ATTRIBUTES.sub(_blank, masked)
    if "$" in masked:
        masked = _MATHS.sub(_blank, masked)
    if "@" in masked:
        masked = CROSS_REFERENCE.sub(lambda match: match[0] if _key(match[0]) in known else _blank(match), masked)
        masked = _mask_examples(masked, known)
        masked = _open_brackets(text, masked)
    return masked


def blank_spans(masked: str, spans: list[tuple[int, int]]) -> str:
    """Masked text with more of it blanked."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [masked[at:start], _NOT_NEWLINE.sub(" ", masked[max(at, start) : end])]
        at = max(at, end)
    return "".join([*parts, masked[at:]])


def _mask_examples(masked: str, known: Container[str]) -> str:
    """Without the labels of pandoc's numbered examples, '(@good) An example', and their uses."""
    labels = {match["label"] for match in _EXAMPLE.finditer(masked) if match["label"] not in known}
    return _EXAMPLE_OR_USE.sub(lambda m: _blank(m) if m["label"] in labels else m[0], masked) if labels else masked


def _key(reference: str) -> str:
    return reference.lstrip("+!*-@{").rstrip("}")


def _blank(match: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", match[0])


def _open_directives(text: str) -> str:
    """Text without the fences of directives and blocks whose content is prose: '```{note}', '```{theorem}'."""
    if "{" not in text or ("```" not in text and "~~~" not in text):
        return text
    stack: list[tuple[str, bool]] = []
    parts, at = [], 0
    for match in _FENCE.finditer(text, front_matter_end(text)):
        fence, info = match["mark"], match["info"]
        inside_code = bool(stack) and not stack[-1][1]
        closes = bool(stack) and not info.strip() and fence[0] == stack[-1][0][0] and len(fence) >= len(stack[-1][0])
        span = None
        if closes:
            span = match.span() if stack.pop()[1] else None
        elif not inside_code and "`" not in info:
            directive = _DIRECTIVE.match(info)
            prose = bool(directive and _PROSE.match(directive["name"]))
            stack.append((fence, prose))
            if prose and directive:
                span = match.start("mark"), match.start("info") + directive.end()
        if span:
            parts += [text[at : span[0]], " " * (span[1] - span[0])]
            at = span[1]
    return "".join([*parts, text[at:]])


def _open_brackets(text: str, masked: str) -> str:
    """Masked text without the brackets of images, spans and inline notes: what they hold is prose, not a cluster."""
    stack: list[tuple[int, str]] = []
    found: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(masked):
        if match["open"]:
            stack.append((match.start(), match["open"]))
        elif not match["close"]:
            stack.clear()
        elif stack:
            start, opened = stack.pop()
            after = match.end()
            image = opened == "![" and text[after : after + 1] == "("
            span = opened == "[" and text[after : after + 1] == "{" and masked[after : after + 1] != "{"
            if image or span or opened == "^[":
                found += [(start, start + len(opened)), (match.start(), after)]
    return blank_spans(masked, found) if found else masked

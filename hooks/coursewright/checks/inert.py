"""What HTML and images in a page ask for and the pages' security policy stops: scripts, styles, other hosts."""

import re
from collections.abc import Iterator

from coursewright.diagnostics import Diagnostic, Rule
from coursewright.fragments import Fragment
from coursewright.markdown_mask import without_code
from coursewright.source import Source

_WORTH_A_LOOK = re.compile(r"<[A-Za-z]|!\[|\{[^{}\n]*=|///[ ]*html\b|\(<?javascript:", re.I)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_TAG = re.compile(r"(?<!\\)<(?P<name>[A-Za-z][\w:-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,4000}?)/?>")
_ATTRIBUTE = re.compile(r"(?P<name>[^\s\"'=/>]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_LIST = re.compile(r"(?<!\\)\{:?(?P<attributes>[^{}\n]*=[^{}\n]*)\}")  # of the extension attr_list
_HTML_BLOCK = re.compile(r"^[ \t]*/{3,}[ ]*html[ ]*\|[ ]*(?P<name>[A-Za-z][\w-]*)(?P<attributes>[^\n]*)", re.M)
_IMAGE = re.compile(
    r"(?<!\\)!\[(?P<alt>[^\[\]]{0,500})\](?:\([ \t]*<?(?P<address>[^\s()<>]+)|\[(?P<id>[^\[\]]{0,300})\])?"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<id>[^\[\]]{1,300})\]:[ \t]*<?(?P<address>[^\s<>]+)", re.M)
_LINK = re.compile(r"\]\([ \t]*<?(?P<address>javascript:)", re.I)
_FETCHED = {
    **dict.fromkeys(("img", "source", "input", "track", "audio", "script"), ("src", "srcset")),
    "video": ("src", "poster"),
    **dict.fromkeys(("image", "use"), ("href", "xlink:href")),
    "link": ("href",),
}
_ADDRESSES = frozenset({"href", "xlink:href", "action", "formaction"})
_LOADED = re.compile(r"stylesheet|preload|icon|manifest", re.I)  # kinds of <link> that fetch something
_FRAMES = frozenset({"iframe", "frame", "object", "embed"})
_OTHER_HOST = re.compile(r"(?:https?:|ftp:)?//", re.I)
_DATA = re.compile(r"application/(?:ld\+)?json", re.I)

_NO_SCRIPT = "A page can't run a script that stands in it: its security policy stops it."
_NO_STYLE = "A page can't bring a style of its own: its security policy stops it."
_SCRIPT_HINT = "put it into a file below 'docs/assets' and name that under 'extra_javascript' in mkdocs.yml"
_LINK_HINT = "let the link lead to an address"
_STYLE_HINT = "give the element a class, and write the style into a file that 'extra_css' in mkdocs.yml names"


def check_inert(fragment: Fragment) -> Iterator[Diagnostic]:
    """The HTML, the attribute lists and the images of a page or reusable block."""
    source = fragment.source
    if not _WORTH_A_LOOK.search(source.text, fragment.start):
        return
    text = _COMMENT.sub(lambda match: " " * len(match[0]), without_code(source.text))
    for tag in _TAG.finditer(text, fragment.start):
        yield from _check_element(source, tag)
    for block in _HTML_BLOCK.finditer(text, fragment.start):
        yield from _check_element(source, block)
    for given in _LIST.finditer(text, fragment.start):
        yield from _check_attributes(source, given)
    for link in _LINK.finditer(text, fragment.start):
        yield _fault(source, *link.span("address"), _NO_SCRIPT, _LINK_HINT)
    yield from _check_images(source, text, fragment.start)


def _check_element(source: Source, tag: re.Match[str]) -> Iterator[Diagnostic]:
    name, attributes = tag["name"].lower(), dict(_attributes(tag))
    if name == "script" and "src" not in attributes and not _DATA.match(attributes.get("type", "")):
        yield _fault(source, *tag.span("name"), _NO_SCRIPT, _SCRIPT_HINT)
    elif name == "style":
        yield _fault(source, *tag.span("name"), _NO_STYLE, _STYLE_HINT)
    elif name in _FRAMES:
        message = f"A page can't show another one inside it ('{name}'): its security policy stops it."
        yield _fault(source, *tag.span("name"), message, "link to it instead")
    elif name != "link" or _LOADED.search(attributes.get("rel", "")):
        for found, start, end in _places(tag):
            if found in _FETCHED.get(name, ()):
                yield from _check_address(source, start, end)
    yield from _check_attributes(source, tag)


def _check_attributes(source: Source, tag: re.Match[str]) -> Iterator[Diagnostic]:
    """What no element may have, whatever it is."""
    for match in _ATTRIBUTE.finditer(tag["attributes"]):
        _, _, name = match["name"].lower().rpartition("[")  # a block 'html' has 'div.kind[name=value]'
        value = (match["value"] or "").strip("\"'] ").lower()
        start = tag.start("attributes") + match.end("name") - len(name)
        if name == "style":
            yield _fault(source, start, start + len(name), _NO_STYLE, _STYLE_HINT)
        elif re.fullmatch("on[a-z]+", name) and value:
            message = f"A page can't run a script ('{name}'): its security policy stops it."
            yield _fault(source, start, start + len(name), message, f"remove it; {_SCRIPT_HINT}")
        elif value.startswith("javascript:") and name in _ADDRESSES:
            yield _fault(source, start, start + len(name), _NO_SCRIPT, _LINK_HINT)
        elif name in ("action", "formaction"):
            message = "A page can't send a form: its security policy stops it."
            yield _fault(source, start, start + len(name), message, "link to a page that can take what is to be sent")


def _check_images(source: Source, text: str, start: int) -> Iterator[Diagnostic]:
    """The images of Markdown, with their address in them or in a definition elsewhere on the page."""
    named: set[str] = set()
    for image in _IMAGE.finditer(text, start):
        if image["address"]:
            yield from _check_address(source, *image.span("address"))
        else:
            named.add((image["id"] or image["alt"]).lower())
    for definition in _DEFINITION.finditer(text, start) if named else ():
        if definition["id"].lower() in named:
            yield from _check_address(source, *definition.span("address"))


def _check_address(source: Source, start: int, end: int) -> Iterator[Diagnostic]:
    address = source.text[start:end]
    if _OTHER_HOST.match(address):
        message = f"A page can't load '{address}': its security policy lets it load files of the site alone."
        yield _fault(source, start, end, message, "put the file into 'docs/assets', or link to its address")


def _attributes(tag: re.Match[str]) -> Iterator[tuple[str, str]]:
    for name, start, end in _places(tag):
        yield name, tag.string[start:end]


def _places(tag: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """The attributes that have a value, by name, with where the value stands, without its quotation marks."""
    at = tag.start("attributes")
    for match in _ATTRIBUTE.finditer(tag["attributes"]):
        if value := match["value"]:
            quoted = value[0] in "\"'"
            yield match["name"].lower(), at + match.start("value") + quoted, at + match.end("value") - quoted


def _fault(source: Source, start: int, end: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Rule.PAGE_INERT, source.place(start, end), message, hint)

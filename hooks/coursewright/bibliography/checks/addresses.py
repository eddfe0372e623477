"""Web addresses: scheme, blanks, DOIs that hide in them, and pages that need the day of the visit (APA 7 §9.16)."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from coursewright.bibliography.forms import DOI, doi_form, doi_in_address
from coursewright.bibliography.model import Entry, Field
from coursewright.diagnostics import Diagnostic, Place, Rule, Severity

_PAGES = ("online", "electronic", "www", "webpage", "website", "web")
_WRAPPER = re.compile(r"\{?\\url\s*\{(?P<url>[^{}]*)\}\}?|[<{](?P<angled>[^<>{}]*)[>}]")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_WHOLE = re.compile(r"[A-Za-z]+://[^/?#\s]")
_DOUBLED = re.compile(r"https?:/*(?=https?:/*)", re.I)
_HOST = re.compile(r"https?://(?:[^@/?#]*@)?(?P<host>[^/?#:\[\]]+)", re.I)
_PROXY = re.compile(r"//[^/]*(?:ezproxy|libproxy|\.proxy\.|proxy\.lib)[^/]*/|[/.]login\?q?url=", re.I)
_BEGINNING = re.compile(r"(?:https?(?=[:/]))?[:/]*")
_INSIDE = re.compile(r"\\url\s*\{(?P<url>[^{}]*)\}")
_SEVERAL = re.compile(r"\S+[\s,;]+(?:and\s+)?https?://")


def check_addresses(entry: Entry) -> Iterator[Diagnostic]:
    """The field `url`, addresses in other fields, and the date of a web page."""
    field = entry.field("url")
    if field and field.value:
        yield from _check_form(field)
        yield from _check_hidden_doi(entry, field)
    for name in ("howpublished", "note"):
        if other := entry.field(name):
            yield from _check_inside(other)
            yield from _check_hidden_doi(entry, other)
    if _is_page(entry) and not entry.value("date", "year", "urldate", "pubstate", "doi", "eprint"):
        message = f"The web page '{entry.key}' has neither a date nor the day of the visit."
        hint = "add 'date', or 'urldate' (year-month-day) if the page changes, or 'year = {n.d.}' if it does not"
        yield Diagnostic(Rule.PAGE_DATED, entry.place, message, hint)


def _is_page(entry: Entry) -> bool:
    """Whether a work is a web page, by its type or because nothing but an address says where it is."""
    elsewhere = ("howpublished", "publisher", "institution", "organization", "journal", "booktitle", "note", "month")
    return entry.kind in _PAGES or (entry.kind == "misc" and bool(entry.value("url")) and not entry.value(*elsewhere))


def _check_form(field: Field) -> Iterator[Diagnostic]:
    if told := _fault(bare(field.value)):
        yield Diagnostic(Rule.ADDRESS_VALID, _place(field), *told)


def _check_inside(field: Field) -> Iterator[Diagnostic]:
    """Addresses that stand as '\\url{…}' among other words."""
    for match in _INSIDE.finditer(field.value):
        if told := _fault(bare(match["url"])):
            yield Diagnostic(Rule.ADDRESS_VALID, field.phrase.place(*match.span("url")), *told)


def _fault(url: str) -> tuple[str, str] | None:
    """What is wrong with an address, and what to do about it."""
    scheme = _SCHEME.match(url)
    if _SEVERAL.match(url):
        return "More than one address stands here.", "keep the one that readers should follow"
    if re.search(r"\s", url):
        return "The address holds a blank, at which it would break.", "take it out, or write '%20'"
    if doubled := _DOUBLED.match(url):
        return f"The address begins with '{doubled[0]}' and begins again.", f"write '{url[doubled.end() :]}'"
    if not scheme:
        return f"The address '{url}' has no scheme.", f"write 'https://{_BEGINNING.sub('', url, count=1)}'"
    if scheme["scheme"].lower() not in ("http", "https", "ftp"):
        return f"No reader can follow an address that begins with '{scheme[0]}'.", "give its web address"
    if not _WHOLE.match(url):
        return f"The address '{url}' names no host.", f"write 'https://{_BEGINNING.sub('', url, count=1)}'"
    host = _HOST.match(url)
    if host and ("." not in host["host"].strip(".") or re.search(r"\.\.|,", host["host"])):
        return f"No host is called '{host['host']}'.", "copy the address again"
    if _PROXY.search(url):
        return "The address leads through a library, which asks others to log in.", "give the page's own address"
    if url.endswith((".", ",", ";")):
        return f"The address ends with '{url[-1]}', which belongs to a sentence.", "take it out"
    return None


def _check_hidden_doi(entry: Entry, field: Field) -> Iterator[Diagnostic]:
    """A DOI that is all a field holds: an address of doi.org, or in a note 'doi:10.…'."""
    written = doi_form(bare(field.value)) if field.name != "url" else ""
    doi = doi_in_address(field.value) or (written if DOI.fullmatch(written) else "")
    if doi and not entry.value("doi"):
        message = f"The DOI '{doi}' stands in '{field.name}'."
        yield Diagnostic(Rule.DOI_FORM, _place(field), message, f"write 'doi = {{{doi}}}'", Severity.WARNING)


def check_insecure(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Addresses with http of hosts that other works reach by https."""
    fields = [field for entry in entries if (field := entry.field("url"))]
    parts = [(field, _split(bare(field.value))) for field in fields]
    secure = {host for _, (scheme, host) in parts if scheme == "https"} | {"doi.org", "dx.doi.org"}
    for field, (scheme, host) in parts:
        if scheme == "http" and host in secure and not doi_in_address(field.value):
            message = f"The address begins with 'http', but '{host}' is also reached by 'https'."
            hint = "write 'https' if the page opens so"
            yield Diagnostic(Rule.ADDRESS_VALID, _place(field), message, hint, Severity.ADVICE)


def _split(url: str) -> tuple[str, str]:
    """Scheme and host; empty where the address can't be read."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or ""
    except ValueError:
        return "", ""


def bare(value: str) -> str:
    r"""An address without '\url{…}', angle brackets and TeX's backslashes."""
    match = _WRAPPER.fullmatch(value.strip())
    url = (match["url"] or match["angled"] or "") if match else value
    return re.sub(r"\\(?=[^A-Za-z])|[{}]", "", url).strip()


def _place(field: Field) -> Place:
    return field.phrase.place(0, len(field.value))

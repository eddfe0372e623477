"""'Cite this page' at the end of a lesson or case: the page itself as a reference, to copy.

Method: APA 7 §10.16, a page on a website: author, year, title in italics, name of the site, address. Names follow §9.7
to §9.12. Nothing here looks at a clock: who and when is what `course.yml` says.
"""

import re
from collections.abc import Sequence
from html import escape

from coursewright.bibliography.names import CslName, csl_names, surname
from coursewright.bibliography.writing import kept_capitals, tex, write_entry
from coursewright.weave.html import element, inline, plain, raw
from coursewright.weave.weaver import Weaver

_FIRST, _MOST = 19, 20  # names; of more than 20 the first 19 and the last are given


def render_cite_page(weaver: Weaver) -> str:
    """The closed part of the page that holds its reference and its BibTeX entry; nothing on other pages."""
    page, course = weaver.page, weaver.course
    owner = course.lessons.get(page.id) or course.cases.get(page.id)
    if owner is None or owner.page is not page:
        return ""
    parts = (
        element("summary", "", "Cite this page"),
        element("p", "cw-cite-text", _apa(weaver), data_copy="the reference"),
        element("pre", "cw-cite-text", element("code", "", _bibtex(weaver)), data_copy="the BibTeX entry"),
    )
    return raw(element("details", "cw-cite", *parts), searchable=False)


def _apa(weaver: Weaver) -> str:
    facts, title = weaver.course.facts, inline(weaver.page.title)
    stop = "" if plain(weaver.page.title).endswith(("?", "!", ".")) else "."
    year = f"({facts.year or 'n.d.'})."
    site = inline(facts.title)
    names = inline(apa_names([name for author in facts.authors for name in csl_names(_tex_name(author))]))
    work = f"<em>{title}{stop}</em>" if stop == "" else f"<em>{title}</em>{stop}"
    head = f"{names}{'' if names.endswith('.') else '.'} {year} {work}" if names else f"{work} {year}"
    address = _address(weaver)
    known = f' <a href="{escape(address)}">{escape(address)}</a>' if address else _here(" {}")
    return f"{head}{f' {site}.' if site and site != names.removesuffix('.') else ''}{known}"


def _bibtex(weaver: Weaver) -> str:
    facts, page = weaver.course.facts, weaver.page
    fields = (
        ("author", " and ".join(_tex_name(author) for author in facts.authors)),
        ("title", kept_capitals(plain(page.title))),
        ("year", str(facts.year or "")),
        ("organization", tex(plain(facts.title))),
        ("url", _address(weaver)),
    )
    text = escape(write_entry("online", f"{page.id}{facts.year or ''}", fields).rstrip("\n"))
    return text if _address(weaver) else text.removesuffix("\n}") + _here(",\n  url = {{}}") + "\n}"


def _here(form: str) -> str:
    """Where the browser may put the page's address, when the course does not say where it is."""
    return element("span", "", data_here=form)


def _address(weaver: Weaver) -> str:
    url = weaver.course.facts.url
    return f"{url.rstrip('/')}/{weaver.site.address(weaver.page.path)}" if url else ""


def _tex_name(author: str) -> str:
    """A name as BibTeX has it: 'Family, Given' as typed, a group in braces."""
    return tex(author) if "," in author else f"{{{tex(author)}}}"


def apa_names(names: Sequence[CslName]) -> str:
    """'Rogers, C. R., & Wood, J. K.'; a group as it is named."""
    words = [_inverted(name) for name in names]
    if len(words) > _MOST:
        return f"{', '.join(words[:_FIRST])}, . . . {words[-1]}"
    return f"{', '.join(words[:-1])}, & {words[-1]}" if len(words) > 1 else "".join(words)


def _inverted(name: CslName) -> str:
    initials = re.sub(r"(\w)[\w'’.]*", r"\1.", name.get("given", ""))
    return ", ".join(part for part in (surname(name), initials, name.get("suffix")) if part)

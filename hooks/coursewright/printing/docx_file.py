"""A document of python-docx as bytes: its properties, without the leavings of the template, the same every time."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn

from coursewright.printing.outline import Outline

_LEAVINGS = ("thumbnail", "stylesWithEffects", "customXml", "webSettings")
_UNUSED_SETTINGS = ("proofState", "savePreviewPicture", "rsids", "themeFontLang", "doNotAutoCompressPictures")
_FONTS = (("Alegreya", "Georgia", "roman"), ("Alegreya Sans", "Calibri", "swiss"))
"""Faces, what a machine without them shows, and their kind."""


def set_properties(document: Document, outline: Outline) -> None:
    """Title, authors and language. No dates: the same sheet is the same file whenever it is made."""
    facts = document.core_properties
    facts.title = outline.name
    facts.author = "; ".join(outline.authors) or outline.course
    facts.language = outline.language
    facts.subject = outline.audience
    facts.keywords = outline.running
    for name in ("dcterms:created", "dcterms:modified", "cp:lastModifiedBy", "dc:description", "cp:revision"):
        found = facts._element.find(name, facts._element.nsmap)
        if found is not None:
            facts._element.remove(found)


def to_bytes(document: Document) -> bytes:
    """The file; every entry of it dated 1 January 1980, when the dates of such files begin."""
    package = document.part.package
    assert isinstance(package, OpcPackage)
    _tidy(document, package)
    draft, done = BytesIO(), BytesIO()
    document.save(draft)
    with ZipFile(draft) as before, ZipFile(done, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return done.getvalue()


def _tidy(document: Document, package: OpcPackage) -> None:
    for relations in (package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _LEAVINGS:
                del relations[key]
            elif not relation.is_external and relation.reltype.endswith("/fontTable"):
                _set_fonts(relation.target_part)
    settings = document.settings.element
    for name in _UNUSED_SETTINGS:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)


def _set_fonts(part: Part) -> None:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{kind}"/></w:font>'
        for name, instead, kind in _FONTS
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part._blob = f"{head}<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()

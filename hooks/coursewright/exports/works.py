"""The files that the page of references offers: every work that an edition cites, in each form."""

from coursewright.bibliography import csl_json
from coursewright.cited import cited_in
from coursewright.course import Course
from coursewright.exports.bibtex import bibtex
from coursewright.exports.csl import csl
from coursewright.exports.ris import ris
from coursewright.weave.downloads import BIBTEX, CSL_JSON, RIS


def export_works(course: Course, with_facilitator: bool) -> dict[str, str]:
    """Path below the site's root → text, in the order of the list of references; nothing for a course without works."""
    keys = sorted(cited_in(course, with_facilitator), key=lambda key: course.references[key].position)
    entries = [entry for key in keys if (entry := course.bibliography.get(key))]
    if not entries:
        return {}
    items = [csl_json(entry, course.bibliography) for entry in entries]
    return {BIBTEX: bibtex(entries, course.bibliography), CSL_JSON: csl(items), RIS: ris(items)}

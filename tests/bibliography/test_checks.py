"""What is told of works: each rule with faults, at their words, and with near misses that must stay silent."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursewright.bibliography import Bibliography, Reference, read_bibliography
from coursewright.bibliography.checks import check_bibliography, check_letters
from coursewright.diagnostics import Diagnostic, Rule
from coursewright.source import Source, decode

TODAY = date(2026, 5, 4)
GOOD = {
    "article": {"author": "Smith, J.", "title": "Title", "journal": "J", "year": "2001", "volume": "1"},
    "book": {"author": "Smith, J.", "title": "Title", "publisher": "P", "year": "2001"},
    "incollection": {
        "author": "Smith, J.", "title": "Title", "booktitle": "Book", "editor": "Lee, K.", "publisher": "P",
        "year": "2001", "pages": "1--2",
    },
    "inproceedings": {"author": "Smith, J.", "title": "Title", "booktitle": "Proceedings", "year": "2001"},
    "phdthesis": {"author": "Smith, J.", "title": "Title", "school": "U", "year": "2001"},
    "thesis": {"author": "Smith, J.", "title": "Title", "type": "Thesis", "institution": "U", "year": "2001"},
    "techreport": {"author": "Smith, J.", "title": "Title", "institution": "U", "year": "2001"},
    "online": {"author": "Smith, J.", "title": "Title", "url": "https://a.org", "date": "2001"},
    "misc": {"title": "Title"},
}  # fmt: skip


def works(text: str) -> Bibliography:
    return read_bibliography([Source("a.bib", text)], lambda _: None)


def found(text: str) -> list[Diagnostic]:
    return list(check_bibliography(works(text), TODAY))


def told(text: str) -> list[str]:
    """What is told, as 'rule words': the words of the source at the place."""
    lines = text.splitlines()
    return [f"{d.rule.label} {lines[d.place.line - 1][d.place.column - 1 :][: d.place.length]}" for d in found(text)]


def entry(kind: str, **fields: str) -> str:
    """A good work of that kind with other fields; an empty value takes a field out."""
    kept = {name: value for name, value in (GOOD[kind] | fields).items() if value}
    lines = "".join(f"  {name.strip('_')} = {{{value}}},\n" for name, value in kept.items())
    return f"@{kind}{{key2001,\n{lines}}}\n"


@pytest.mark.parametrize("kind", GOOD)
def test_a_work_with_all_that_it_needs_is_good(kind: str) -> None:
    assert told(entry(kind)) == []


FAULTS = {
    # rule: (kind, field, value, words at the place)
    "doi-form": [
        ("article", "doi", "https://doi.org/10.1037/h0045357", "https://doi.org/10.1037/h0045357"),
        ("article", "doi", "doi:10.1037/h0045357", "doi:10.1037/h0045357"),
        ("article", "doi", "10.1037/h0045357.", "10.1037/h0045357."),
        ("article", "doi", "11.1037/h0045357", "11.1037/h0045357"),
        ("article", "doi", "10.1037/h00 45357", "10.1037/h00 45357"),
        ("article", "url", "http://dx.doi.org/10.1037/h0045357", "http://dx.doi.org/10.1037/h0045357"),
        ("article", "note", "doi: 10.1037/h0045357", "doi: 10.1037/h0045357"),
        ("book", "howpublished", r"\url{https://doi.org/10.1037/h0045357}", r"\url{https://doi.org/10.1037/h0045357}"),
        ("article", "doi", "10.1037/0003–066X.59.1.20", "10.1037/0003–066X.59.1.20"),
        ("article", "doi", "10.1037/h0045357?x=1", "10.1037/h0045357?x=1"),
        ("article", "doi", "10.1037/h0045357)", "10.1037/h0045357)"),
    ],
    "number-valid": [
        ("book", "isbn", "978-0-306-40615-8", "978-0-306-40615-8"),
        ("book", "isbn", "0-306-40615-3", "0-306-40615-3"),
        ("book", "isbn", "978-0-306-4061", "978-0-306-4061"),
        ("article", "issn", "1234-5678", "1234-5678"),
        ("book", "isbn", "0000000000", "0000000000"),
    ],
    "year-valid": [
        ("book", "year", "98", "98"),
        ("book", "year", "20011", "20011"),
        ("book", "year", "2028", "2028"),
        ("book", "year", "2001a", "2001a"),
        ("book", "year", "1977--1972", "1977--1972"),
        ("book", "year", "2001-04-32", "2001-04-32"),
        ("book", "year", "1597O", "1597O"),
        ("book", "year", "2O04", "2O04"),
        ("book", "year", "forthcomming", "forthcomming"),
        ("book", "year", "March", "March"),
        ("book", "origdate", "2005", "2005"),
        ("book", "date", "2002", "2002"),
        ("book", "month", "13", "13"),
        ("book", "month", "Febuary", "Febuary"),
        ("online", "urldate", "2027-01-01", "2027-01-01"),
        ("online", "urldate", "12/05/2022", "12/05/2022"),
        ("article", "year", "1011", "1011"),
        ("book", "year", "(2001)", "(2001)"),
        ("book", "year", "2001.", "2001."),
        ("book", "year", "2001ab", "2001ab"),
        ("book", "year", "MMI", "MMI"),
        ("book", "year", "0000", "0000"),
        ("book", "year", "2001-02-30", "2001-02-30"),
        ("online", "urldate", "accessed 2022-05-12", "accessed 2022-05-12"),
        ("book", "year", "unknown", "unknown"),
        ("book", "year", r"\bibstring{nodate}", r"\bibstring{nodate}"),
    ],
    "pages-form": [
        ("article", "pages", "340--316", "340--316"),
        ("article", "pages", "316-20", "316-20"),
        ("article", "pages", "316-340", "316-340"),
        ("article", "pages", "316–-340", "316–-340"),
        ("article", "pages", "316 --- 340", "316 --- 340"),
        ("article", "pages", "pp. 316--340", "pp. 316--340"),
        ("article", "pages", "xi-xx", "xi-xx"),
        ("article", "pages", "n/a--n/a", "n/a--n/a"),
        ("article", "pages", "0", "0"),
        ("article", "pages", "xx--xi", "xx--xi"),
        ("article", "pages", "316--3400", "316--3400"),
        ("article", "pages", "316--", "316--"),
        ("article", "pages", "316 to 340", "316 to 340"),
        ("article", "pages", "pp 316--340", "pp 316--340"),
        ("article", "pages", "316--340 p.", "316--340 p."),
        ("article", "pages", "in press", "in press"),
        ("article", "volume", "Vol. 48", "Vol. 48"),
        ("article", "number", "No. 2", "No. 2"),
        ("article", "number", "Volume 48, 2001", "Volume 48, 2001"),
        ("article", "volume", "48(2)", "48(2)"),
    ],
    "edition-form": [
        ("book", "edition", "Third edition", "Third edition"),
        ("book", "edition", "3rd ed.", "3rd ed."),
        ("book", "edition", "2nd ed. ed.", "2nd ed. ed."),
        ("book", "edition", "3th", "3th"),
        ("book", "edition", "Second", "Second"),
        ("book", "edition", "30th anniversary ed. ed.", "30th anniversary ed. ed."),
        ("book", "edition", "Ed. 2", "Ed. 2"),
        ("book", "edition", "2e", "2e"),
        ("book", "edition", "two", "two"),
        ("book", "edition", "II", "II"),
        ("book", "edition", "third", "third"),
        ("book", "edition", "North University Press", "North University Press"),
    ],
    "publisher-plain": [
        ("book", "publisher", "New York, NY: Basic Books", "New York, NY"),
        ("book", "publisher", "Sage, London", "London"),
        ("book", "publisher", "Guilford Press: New York", "New York"),
    ],
    "title-plain": [
        ("book", "title", "On becoming a person.", "."),
        ("book", "title", "On becoming a person:", ":"),
        ("book", "title", "On becoming a person (2nd ed.)", " (2nd ed.)"),
        ("phdthesis", "title", "Becoming a helper [Doctoral dissertation]", " [Doctoral dissertation]"),
        ("thesis", "title", "Becoming [master's thesis, submitted late]", " [master's thesis, submitted late]"),
        ("misc", "title", "{NVivo} [Computer software]", " [Computer software]"),
        ("article", "type", "Journal Article", "Journal Article"),
        ("article", "title", "The long view [Review of an album]", " [Review of an album]"),
    ],
    "title-case": [
        ("book", "title", "On Becoming a Person: A Therapist's View", "On Becoming a Person: A Therapist's View"),
        ("book", "title", "THE ROLE OF EMPATHY", "THE ROLE OF EMPATHY"),
        ("incollection", "booktitle", "The Handbook of Clinical Practice", "The Handbook of Clinical Practice"),
        (
            "book",
            "title",
            "Introduction to Linear Analysis (revised edition)",
            "Introduction to Linear Analysis (revised edition)",
        ),
        (
            "book",
            "title",
            "Mending quarrels: A Study Of The Family In Therapy",
            "Mending quarrels: A Study Of The Family In Therapy",
        ),
        (
            "book",
            "title",
            "{The Role of Empathy: A Study of {Norway} and Its Schools}",
            "{{The Role of Empathy: A Study of {Norway} and Its Schools}",
        ),
        ("book", "title", "mending quarrels at home", "mending"),
        ("book", "title", "Mending quarrels: a study of care", "a"),
        ("book", "title", "The making of the english working class", "english"),
    ],
    "capital-kept": [
        ("book", "title", "Peer support in Norway", "Peer support in Norway"),
        ("book", "title", "The treatment of PTSD", "The treatment of PTSD"),
    ],
    "name-form": [
        ("book", "author", "Smith, J., Jones, K.", "Smith, J., Jones, K."),
        ("book", "author", "Smith, J. and Jones, K., Lee, P.", "Jones, K., Lee, P."),
        ("book", "author", "Smith, J.; Jones, K.", "Smith, J.; Jones, K."),
        ("book", "author", "Smith, J.;", "Smith, J.;"),
        ("book", "author", "John Bowlby, Mary Ainsworth", "John Bowlby, Mary Ainsworth"),
        ("book", "author", "Daniel Kahneman, Amos Tversky", "Daniel Kahneman, Amos Tversky"),
        ("book", "author", "Smith, J. & Jones, K.", "Smith, J. & Jones, K."),
        ("book", "author", "Smith, J. et al.", "Smith, J. et al."),
        ("book", "author", "Smith, J. and others", "others"),
        ("book", "author", "SMITH, JOHN", "SMITH, JOHN"),
        ("book", "author", "E. L. SMITH", "E. L. SMITH"),
        ("book", "author", "Lee, K. and JANE SMITH", "JANE SMITH"),
        ("book", "author", "Smith, J. and Jones", "Jones"),
        ("article", "author", "Bordin", "Bordin"),
        ("book", "author", "Smith JA", "Smith JA"),
        ("book", "author", "Smith J. A. and Lee, K.", "Smith J. A."),
        ("book", "author", "Smith, Jane, Jr.", "Smith, Jane, Jr."),
        ("book", "author", "Smith,", "Smith,"),
        ("book", "author", "Smith, J. and and Jones, K.", "and"),
        ("book", "author", "Smith, J. and", "Smith, J. and"),
        ("book", "author", "Smith, J.1", "Smith, J.1"),
        ("book", "author", "Lincoln, Yvonna S. (Eds.)", "Lincoln, Yvonna S. (Eds.)"),
        ("book", "author", "Denzin, N. K., Ed.", "Denzin, N. K., Ed."),
        ("book", "author", "Dr. Carl Smith", "Dr. Carl Smith"),
        ("book", "author", "by Carl Smith", "by Carl Smith"),
        ("book", "author", "Smith, Carl*", "Smith, Carl*"),
        ("book", "author", "Unknown", "Unknown"),
        ("book", "author", "Smith, JM and Lee, KP", "Smith, JM"),
        ("book", "author", "Smith, carl", "Smith, carl"),
        ("book", "author", "Smith, CARL", "Smith, CARL"),
        ("book", "author", "Foucault", "Foucault"),
        ("book", "author", "Smith, J. + Jones", "Smith, J. + Jones"),
        ("book", "author", "Smith, J. AND Jones, K.", "AND"),
        ("book", "author", "J. Smith, Mary and Jones, K.", "J. Smith, Mary"),
        ("book", "author", "Jones, K. and Smith, Julian PT", "Smith, Julian PT"),
    ],
    "group-braced": [
        ("book", "author", "American Psychological Association", "American Psychological Association"),
        ("book", "author", "Department of Health and Human Services", "Department of Health and Human Services"),
        ("book", "author", "R Core Team", "R Core Team"),
        ("book", "editor", "Open Science Collaboration", "Open Science Collaboration"),
        ("book", "author", "European Central Bank", "European Central Bank"),
        ("book", "author", "Lee, K. and Organization, World Health", "Organization, World Health"),
        ("book", "author", "Team, R Core", "Team, R Core"),
        ("book", "author", "Nations, United", "Nations, United"),
        ("book", "author", "American Psychological Association, APA", "American Psychological Association, APA"),
        ("book", "author", "Supreme Court", "Supreme Court"),
        ("book", "author", "Amnesty International", "Amnesty International"),
        ("book", "author", "Public Health England", "Public Health England"),
        ("book", "author", "Intergovernmental Panel on Trees", "Intergovernmental Panel on Trees"),
        ("book", "author", "Nuffield Trust", "Nuffield Trust"),
        ("book", "author", "Age UK", "Age UK"),
        ("book", "author", "The Samaritans", "The Samaritans"),
        ("book", "author", "Meadow Science Lab", "Meadow Science Lab"),
    ],
    "name-filed": [
        ("book", "author", "Kolk, Bessel van der", "Kolk, Bessel van der"),
        ("book", "author", "Vincent Van Gogh", "Vincent Van Gogh"),
    ],
    "page-dated": [("online", "date", "", "key2001")],
    "address-valid": [
        ("online", "url", "https://a.org/a b", "https://a.org/a b"),
        ("online", "url", "www.a.org", "www.a.org"),
        ("online", "url", "javascript:alert(1)", "javascript:alert(1)"),
        ("online", "url", "https:/a.org", "https:/a.org"),
        ("misc", "howpublished", r"At \url{https://a.org/a b}", "https://a.org/a b"),
        ("online", "url", "https://a.org; https://b.org", "https://a.org; https://b.org"),
        ("online", "url", "https://https://a.org", "https://https://a.org"),
        ("online", "url", "https://a", "https://a"),
        ("online", "url", "https://a..org/b", "https://a..org/b"),
        ("online", "url", "https://a.org/b.", "https://a.org/b."),
        ("online", "url", "https://ezproxy.a.org/b", "https://ezproxy.a.org/b"),
    ],
    "text-whole": [
        ("book", "title", "MÃ¼ller's life", "Ã¼"),
        ("book", "title", "GarcÃ\u00ada's life", "Ã\u00ad"),
        ("book", "title", "Itâ€™s so", "â€™"),
        ("book", "title", "Ethics &amp; care", "&amp;"),
        ("book", "title", "The life of <i>homo</i>", "<i>"),
        ("book", "title", "A lost \ufffd", "\ufffd"),
        ("book", "title", "A hidden\u200b blank", "\u200b"),
        ("book", "title", "An eﬃcient life", "ﬃ"),
        ("article", "journal", "Care\u200e", "\u200e"),
        ("book", "publisher", '" North Books, Inc."', '" North Books, Inc."'),
    ],
    "tex-known": [
        ("book", "title", r"An \foobar{x}", r"\foobar"),
        ("book", "title", "Half of 50% and more", "%"),
        ("book", "title", "The $64 question", "$"),
        ("book", "title", "Of $x$ and $y", "$"),
        ("article", "journal", "Law & Society", "&"),
    ],
    "work-complete": [
        ("article", "journal", "", "key2001"),
        ("article", "year", "", "key2001"),
        ("article", "volume", "", "key2001"),
        ("book", "author", "", "key2001"),
        ("book", "publisher", "", "key2001"),
        ("book", "title", "", "key2001"),
        ("incollection", "booktitle", "", "key2001"),
        ("incollection", "editor", "", "key2001"),
        ("incollection", "pages", "", "key2001"),
        ("inproceedings", "booktitle", "", "key2001"),
        ("phdthesis", "school", "", "key2001"),
        ("thesis", "type", "", "key2001"),
        ("techreport", "institution", "", "key2001"),
        ("online", "url", "", "key2001"),
        ("incollection", "author", "", "key2001"),
        ("incollection", "title", "", "key2001"),
        ("book", "edtion", "3", "edtion"),
        ("article", "pags", "3", "pags"),
        ("book", "series", "n/a", "n/a"),
        ("book", "address", "Not Known", "Not Known"),
        ("article", "journal", "1987", "1987"),
        ("article", "journal", "URL: https://a.org/b", "URL: https://a.org/b"),
        ("book", "booktitle", "A handbook of care", "A handbook of care"),
    ],
}


@pytest.mark.parametrize(
    ("rule", "kind", "field", "value", "words"),
    [(rule, *case) for rule, cases in FAULTS.items() for case in cases],
    ids=[f"{rule} {case[1]}={case[2]}" for rule, cases in FAULTS.items() for case in cases],
)
def test_a_fault_is_told_at_its_words(rule: str, kind: str, field: str, value: str, words: str) -> None:
    assert told(entry(kind, **{field: value})) == [f"{rule} {words}"]


NEAR_MISSES = {
    "DOI with brackets and escapes": ("article", {"doi": r"10.1016/S0277-9536(96)00221-3\_x;2-<a>"}),
    "short DOI": ("article", {"doi": "10/gf8k2m"}),
    "address of a DOI beside the DOI": ("article", {"doi": "10.1037/a1", "url": "https://doi.org/10.1037/a1"}),
    "several ISBN, with words": ("book", {"isbn": "978-0-306-40615-7 (pbk.), 0-306-40615-2; 9783161484100"}),
    "ISBN with X": ("book", {"isbn": "0-8044-2957-X"}),
    "two ISSN": ("article", {"issn": "1234-5679, 2049-3630 (online)"}),
    "n.d.": ("book", {"year": "n.d."}),
    "in press": ("book", {"year": "in press"}),
    "forthcoming": ("book", {"year": "forthcoming"}),
    "submitted": ("book", {"year": "Manuscript submitted for publication"}),
    "year of copyright": ("book", {"year": "c1999"}),
    "ancient year": ("book", {"year": "ca. 350 BCE"}),
    "year in doubt": ("book", {"year": "[1979?]"}),
    "years": ("book", {"year": "1972--1977"}),
    "school year": ("book", {"year": "1999-00"}),
    "open range": ("book", {"year": "", "date": "1997/"}),
    "season": ("book", {"year": "", "date": "2001-21"}),
    "date and year that agree": ("book", {"date": "2001-04-02"}),
    "next year": ("book", {"year": "2027"}),
    "original year in words": ("book", {"origdate": "ca. 375 BCE"}),
    "article number": ("article", {"pages": "e0252047"}),
    "supplement pages": ("article", {"pages": "S12--S19"}),
    "Roman pages": ("article", {"pages": "xi--xx"}),
    "several pages": ("article", {"pages": "1--5, 7, 9–11"}),
    "chapter-wise pages": ("article", {"pages": "12-1--12-20"}),
    "ordinal": ("book", {"edition": "3rd"}),
    "named edition": ("book", {"edition": "30th anniversary ed."}),
    "edition in another language": ("book", {"edition": "3., überarb. Aufl."}),
    "publisher with a subtitle": ("book", {"publisher": "W. W. Norton \\& Company"}),
    "title that ends in an abbreviation": ("book", {"title": "A life in the {U.S.}"}),
    "title that ends in dots": ("book", {"title": "And then..."}),
    "title in another language": ("book", {"title": "Das Unbehagen in der Kultur"}),
    "title in capitals that braces keep": ("book", {"title": "{{The Role of Empathy}}"}),
    "title with its translation": ("book", {"title": "Langzaam groeien [a thesis in slow growth]"}),
    "brackets alone": ("book", {"title": "[Review of an album]"}),
    "thesis in round brackets": ("book", {"title": "A question of method (thesis)"}),
    "long name that braces keep": ("book", {"title": "{The {American} Time Use Survey}: A guide"}),
    "dollars and mathematics": ("book", {"title": r"Of $n$ helpers for \$5"}),
    "journal in title case": ("article", {"journal": "Journal of Consulting and Clinical Psychology"}),
    "names that braces keep": ("book", {"title": "{Freud} in {Vienna}: {A} life"}),
    "small words that are names elsewhere": ("book", {"title": "Polish and perish: A western view of mandarin peel"}),
    "name in small letters in another language": ("book", {"title": "La vida de los europeos", "langid": "spanish"}),
    "first word of a subtitle": ("book", {"title": "What works? An answer---Or two"}),
    "suffix in its place": ("book", {"author": "Kivlighan, Jr., Dennis M. and Worthington, III, Everett L."}),
    "one-word name": ("book", {"author": "Plato"}),
    "Anonymous": ("article", {"author": "Anonymous"}),
    "initials alone": ("book", {"author": "Jung, C. G. and R. D. Laing"}),
    "short family name in capitals": ("book", {"author": "LI, Wei"}),
    "short body in capitals": ("book", {"author": "US EPA"}),
    "king": ("book", {"author": "John Paul II"}),
    "Malcolm X": ("book", {"author": "Malcolm X"}),
    "surnames of two words": ("book", {"author": "García Márquez, Gabriel and Del Re, A. C."}),
    "particles in front": ("book", {"author": "van der Kolk, Bessel and Ludwig van Beethoven"}),
    "TeX in names": ("book", {"author": r"M{\"u}ller, Jos{\'e} and \L{}ukasz, A."}),
    "firm in braces": ("book", {"author": "{Ernst \\& Young}"}),
    "body in braces": ("book", {"author": "{Department of Health and Human Services}"}),
    "people called Church and Bank": ("book", {"author": "Mary Church and Bank, Doug"}),
    "family name of two words": ("book", {"author": "Anne Smith, Mary Ann"}),
    "DOI of another work in a note": ("article", {"note": "Reply to https://doi.org/10.1037/h0045357"}),
    "person called Society": ("book", {"author": "Council, J. and Academy, M. R."}),
    "saint": ("book", {"author": "Joan of Arc"}),
    "address with marks": ("online", {"url": r"\url{https://a.org/a\_b?c=d&e=f#g}"}),
    "web page with the day of the visit": ("online", {"date": "", "urldate": "2024-05-02"}),
    "accents": ("book", {"title": "Über naïve Ãgypten"}),
    "spoilt text that nobody reads": ("book", {"abstract": r"MÃ¼ller &amp; \foobar"}),
    "mathematics": ("book", {"title": r"The $\foobar_1$ norm"}),
    "preprint": ("article", {"journal": "", "volume": "", "eprint": "2103.1", "archiveprefix": "arXiv"}),
    "online first": ("article", {"volume": "", "doi": "10.1037/a1"}),
    "article of a magazine": ("article", {"volume": "", "date": "2001-05-04", "month": "may"}),
    "book of its author": ("book", {"author": "{Invented Association}", "publisher": ""}),
    "edited book": ("book", {"author": "", "editor": "Lee, K."}),
    "old book": ("book", {"publisher": "", "year": "1872"}),
    "chapter that is online": ("incollection", {"pages": "", "doi": "10.1037/a1"}),
    "editor called Ed": ("book", {"author": "Bullmore, Ed and Lee, Ed"}),
    "author in small letters": ("book", {"author": "hooks, bell and danah boyd"}),
    "degree, suffix, short name": ("book", {"author": "Smith, III, A. and Ng, Al and Wu, Yi"}),
    "names from Vietnam": ("book", {"author": "The Anh Nguyen and Vo, The Anh"}),
    "one-word names of old": ("book", {"author": "Epictetus", "year": "1995"}),
    "surname in an old book": ("book", {"author": "Hegel", "year": "1807"}),
    "volume in words and letters": ("article", {"volume": "XLVIII", "number": "Suppl. 1"}),
    "double issue": ("article", {"number": "2--3"}),
    "pages of a long article": ("article", {"pages": "1--302"}),
    "publisher with a comma": ("book", {"publisher": "University of California, Berkeley"}),
    "house of two names": ("book", {"publisher": "Taylor, Smith and Company"}),
    "edition of a name": ("book", {"edition": "International"}),
    "edition of a house": ("book", {"edition": "North Press edition"}),
    "edition of a row of books": ("book", {"edition": "Wiley Northern Library"}),
    "volume of a series": ("book", {"series": "Notes", "number": "48"}),
    "page from nought": ("article", {"pages": "0--12"}),
    "archived address": ("online", {"url": "https://web.archive.org/web/2020/https://a.org"}),
    "address of a host in numbers": ("online", {"url": "http://192.0.2.1:8080/a"}),
    "escaped signs": ("article", {"journal": r"Law \& Society", "title": r"A 50\% rise, \#1"}),
    "signs in an address": ("misc", {"howpublished": r"\url{https://a.org/?a=1&b=2#c%20}"}),
    "field of one's own": ("book", {"authors": "x", "pagetotal": "302", "noted": "x", "journals": ""}),
    "programme in small letters": ("book", {"title": "knitr: Reports in {R}"}),
    "month in another language": ("article", {"month": "Septembre"}),
    "month and day": ("article", {"month": "Sept. 12"}),
    "old book with an early year": ("book", {"year": "1532"}),
    "publisher of a journal, with its place": ("article", {"publisher": "North Books: London, England"}),
    "'AND' in a body's name": ("book", {"author": "{NORTH AND SOUTH LTD}"}),
    "initials that are kept apart": ("book", {"author": "Smith, Julian P. T. and O'Hara, Mary-Jo"}),
    "king with his number": ("book", {"author": "Bonaparte, Charles II"}),
    "person called Lab": ("book", {"author": "Lab, Steven P."}),
    "journal with a number": ("article", {"journal": "2600: A quarterly"}),
    "title that is a year": ("book", {"title": "1984"}),
    "publisher with a quotation": ("book", {"publisher": 'The "North" Books'}),
    "title twice": ("book", {"title": "{Care in Norway}", "booktitle": "Care in {Norway}"}),
    "kind of a report": ("techreport", {"type": "Working paper"}),
    "chapter by its number": ("book", {"title": "Title", "chapter": "3"}),
}  # fmt: skip


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_silent(name: str) -> None:
    kind, fields = NEAR_MISSES[name]
    assert told(entry(kind, **fields)) == []


HINTS = {
    "date": (entry("online", date="", urldate="12/05/2022"), "write '2022-05-12' or '2022-12-05'"),
    "date of one reading": (entry("online", date="", urldate="30.5.2022"), "write '2022-05-30'"),
    "address": (entry("online", url="http//a.org"), "write 'https://a.org'"),
    "turned body": (entry("book", author="Organization, World Health"), "write {World Health Organization}"),
    "DOI": (entry("article", doi="https://doi.org/10.1037/h0045357."), "write '10.1037/h0045357'"),
    "pages": (entry("article", pages="316-20"), "write '316--320'"),
    "edition": (entry("book", edition="Third edition"), "write '3'"),
    "check digit": (entry("book", isbn="978-0-306-40615-8"), "copy it again from the work or a catalogue"),
    "title": (
        entry("book", title="The Role of {Freud} in Norwegian Family Therapy: A Review of DSM"),
        "write 'The role of {Freud} in Norwegian family therapy: A review of DSM', names with their capitals",
    ),
    "mojibake": (entry("book", title="MÃ¼ller's life"), "write 'ü'"),
    "initials": (entry("book", author="Smith, Julian PT"), "write 'Smith, Julian P. T.'"),
    "initial in front": (entry("book", author="J. Smith, Mary"), "write 'Smith, Mary J.'"),
    "quoted publisher": (entry("book", publisher='" North, Inc."'), "write 'North, Inc.'"),
    "body": (entry("book", author="R Core Team"), "put braces around its name: {R Core Team}"),
    "body that is cut": (
        entry("book", author="Department of Health and Human Services"),
        "write {{Department of Health and Human Services}} if it is one body, "
        "{Department of Health} and {Human Services} if not",
    ),
    "suffix": (entry("book", author="Smith, Jane, Jr."), "write 'Smith, Jr., Jane'"),
    "particle": (
        entry("book", author="Kolk, Bessel van der"),
        "to file it under its particle, write 'van der Kolk, Bessel'",
    ),
    "misspelt field": (
        "@book{a,\n auhtor = {Lee, K.}, title = {T}, publisher = {P}, year = 2001}",
        "did you mean 'author'?",
    ),
    "misspelt kind": ("@artcle{a, title = {T}}", "did you mean 'article'?"),
}  # fmt: skip


@pytest.mark.parametrize("name", HINTS)
def test_the_hint_says_the_fix(name: str) -> None:
    text, hint = HINTS[name]
    assert [d.hint for d in found(text)] == [hint]


CHAPTERS = {
    "book named": ({"editor": "Lee, K.", "booktitle": "Book"}, []),
    "chapter of its author's book": ({"chapter": "3"}, []),
    "book not named": ({"editor": "Lee, K."}, ["work-complete key2001"]),
}


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_of_an_edited_book_names_it(name: str) -> None:
    fields, expected = CHAPTERS[name]
    assert told(entry("book", pages="1--9", **fields).replace("@book", "@inbook")) == expected


def test_kinds_in_words_are_told_once() -> None:
    three = "".join(entry("article", type="Journal Article", title=f"Title {n}").replace("key", f"k{n}") for n in "abc")
    assert [d.message for d in found(three)] == [
        "'Journal Article' in 'type' is printed after the title, and in 2 other works."
    ]


def test_a_place_in_a_value_of_several_lines() -> None:
    assert told("@book{a,\n author = {Lee, K. and\n   SMITH, JOHN},\n title = {T}, publisher = {P}, year = 2001}") == [
        "name-form SMITH, JOHN"
    ]


BOOK = {"author": "Lee, K.", "title": "On care: A guide", "publisher": "P", "year": "2001"}


def pair(first: dict[str, str], second: dict[str, str], kinds: tuple[str, str] = ("book", "book")) -> str:
    """Two works with the fields of one book, and others."""
    texts = []
    for key, kind, fields in zip("ab", kinds, (first, second), strict=True):
        lines = ", ".join(f"{name} = {{{value}}}" for name, value in (BOOK | fields).items() if value)
        texts.append(f"@{kind}{{{key}, {lines}}}\n")
    return "".join(texts)


TWINS = {
    "title, first author and year": (pair({}, {"author": "Lee, Kim"}), ["'b' and 'a' (a.bib:1) have the same title"]),
    "DOI": (
        pair({"doi": "10.1037/A1"}, {"doi": "10.1037/a1", "year": "2002", "title": "On care"}),
        ["'b' and 'a' (a.bib:1) have the same DOI"],
    ),
    "DOI of another work": (
        pair({"doi": "10.1037/a1"}, {"doi": "10.1037/a1", "title": "Elsewhere"}),
        ["'b' has the DOI of another work, 'a'"],
    ),
    "DOI as an address": (
        pair({"doi": "10.1037/A1"}, {"url": "https://doi.org/10.1037/a1", "year": "2002", "title": "On care"}),
        ["The DOI '10.1037/a1' stands in 'url'.", "'b' and 'a' (a.bib:1) have the same DOI"],
    ),
    "ISBN in two forms": (
        pair({"isbn": "0-306-40615-2"}, {"isbn": "978-0-306-40615-7", "year": "2002"}),
        ["'b' and 'a' (a.bib:1) have the same ISBN"],
    ),
    "title with a slip": (
        pair(
            {"title": "On the care of families: A practical guide"},
            {"title": "On the care of familys: A practical guide"},
        ),
        ["'b' and 'a' (a.bib:1) have nearly the same title"],
    ),
    "ISBN of another work": (
        pair({"isbn": "0-306-40615-2"}, {"isbn": "978-0-306-40615-7", "title": "Elsewhere"}),
        ["'b' has the ISBN of another work, 'a'"],
    ),
    "pages of a journal": (
        pair(
            {"journal": "J", "volume": "1", "pages": "12--20", "title": "On"},
            {"journal": "J", "volume": "1", "pages": "12-20", "year": "2002", "title": "Another"},
            ("article", "article"),
        ),
        ["The pages '12-20'", "'b' and 'a' (a.bib:1) stand on the same pages"],
    ),
    "journal in two forms": (
        pair(
            {"journal": "Journal of Invented Care", "volume": "1"},
            {"journal": "JIC", "volume": "1"},
            ("article", "article"),
        ),
        ["'b' and 'a' (a.bib:1) have the same title"],
    ),
    "another journal": (
        pair(
            {"journal": "Journal of Care", "volume": "1"}, {"journal": "Trees", "volume": "1"}, ("article", "article")
        ),
        [],
    ),
    "parts by their numbers": (
        pair({"title": "On care in families: Part {I}"}, {"title": "On care in families: Part {II}"}),
        [],
    ),
    "another edition": (pair({"edition": "1"}, {"edition": "2"}), []),
    "another volume": (pair({"volume": "1"}, {"volume": "2", "isbn": ""}), []),
    "another translator": (pair({"translator": "Ma, B."}, {"translator": "Ek, C."}), []),
    "another year": (pair({}, {"year": "2002"}), []),
    "another subtitle": (pair({}, {"title": "On care: A reply"}), []),
    "preprint and article": (pair({"eprint": "1", "doi": "10.48550/a"}, {"doi": "10.1037/a1"}), []),
    "chapters of one book": (
        pair(
            {"doi": "10.1037/a1", "booktitle": "B", "editor": "Ek, C.", "pages": "1"},
            {"doi": "10.1037/a1", "booktitle": "B", "editor": "Ek, C.", "pages": "2", "title": "Another"},
            ("incollection", "incollection"),
        ),
        [],
    ),
}


@pytest.mark.parametrize("name", TWINS)
def test_a_work_has_one_key(name: str) -> None:
    text, expected = TWINS[name]
    messages = [d.message for d in found(text)]
    assert len(messages) == len(expected)
    assert all(message.startswith(start) for message, start in zip(messages, expected, strict=True))


@pytest.mark.parametrize(("pages", "hyphens"), [("316-340", "one hyphen"), ("316---340", "three hyphens")])
def test_pages_are_told_their_own_hyphens(pages: str, hyphens: str) -> None:
    text = f"@article{{a, author={{Lee, K.}}, title={{T}}, journal={{J}}, pages={{{pages}}}, year=2001}}"
    assert f"The pages '{pages}' are joined by {hyphens}, where a range has two." in [d.message for d in found(text)]


def test_twins_are_found_across_files() -> None:
    text = "@book{KEY, author={Lee, K.}, title={T}, publisher={P}, year=2001}"
    sources = [Source(f"{key}.bib", text.replace("KEY", key)) for key in "ab"]
    first = next(check_bibliography(read_bibliography(sources, lambda _: None), TODAY))
    message = "'b' and 'a' (a.bib:1) have the same title, first author and year."
    assert (first.place.path, first.message) == ("b.bib", message)


def test_http_beside_https() -> None:
    texts = [
        entry("online", url=url, title=url.split(":")[0]).replace("key", url[:5])
        for url in ("http://a.org/1", "https://a.org/2")
    ]
    assert told("".join(texts)) == ["address-valid http://a.org/1"]
    assert told(texts[0]) == []


def reference(key: str, year: str) -> Reference:
    return Reference(key, "Lee", "Lee", year, "", "", False, 0)


@pytest.mark.parametrize(
    ("key", "year", "count"),
    [("lee2001a", "2001b", 1), ("lee2001a", "2001a", 0), ("lee2001b", "2001", 0), ("lee2001", "2001a", 0)],
)
def test_the_letter_of_a_key_is_the_printed_one(key: str, year: str, count: int) -> None:
    bibliography = works(entry("book").replace("key2001", key))
    assert len(list(check_letters(bibliography, {key: reference(key, year)}))) == count


def test_every_rule_of_this_file_is_tried() -> None:
    tried = {*FAULTS, "work-once", "kind-known", "key-letter"}
    known = {rule.label for rule in Rule}
    assert tried <= known


FIELDS = st.sampled_from(
    "author editor title subtitle year date origdate urldate month pages edition publisher doi isbn issn url".split()
)
PARTS = [
    "{",
    "}",
    "\\",
    "and ",
    ",",
    ".",
    ":",
    "-",
    "--",
    "1",
    "2001",
    "10.",
    "/",
    "A ",
    "The Act ",
    "the ",
    "Ã¼",
    "&amp;",
    "<",
    "$",
    " ",
]
VALUES = st.text() | st.lists(st.sampled_from(PARTS)).map("".join)


@given(st.lists(st.tuples(FIELDS, VALUES), max_size=6), st.sampled_from([*GOOD, "oddity"]))
def test_checking_never_raises(fields: list[tuple[str, str]], kind: str) -> None:
    text = "\n".join(f"  {name} = {{{value}}}," for name, value in fields)
    for diagnostic in found(f"@{kind}{{a1a,\n{text}\n}}\n@book{{b}}"):
        assert diagnostic.message
        assert diagnostic.place.line >= 1


@given(st.binary(max_size=300))
def test_checking_never_raises_on_bytes(data: bytes) -> None:
    source = decode(
        "a.bib", b"@book{a, title = {" + data + b"}, author = {" + data + b"}, pages = 1-2}", lambda _: None
    )
    list(check_bibliography(read_bibliography([source], lambda _: None), TODAY))


PIECES = [
    "A ",
    "The Act ",
    "and ",
    "a, ",
    "1-",
    "{",
    "}",
    "Ã¼",
    "&",
    "<a ",
    "\\a",
    "(",
    "1",
    "https://",
    "10.",
    "$",
    "- ",
    "A",
    "[",
]


@pytest.mark.timing
@pytest.mark.parametrize("piece", PIECES)
def test_checking_takes_linear_time(piece: str) -> None:
    value = (piece * 40_000)[:40_000]
    names = ("author", "title", "year", "pages", "edition", "publisher", "doi", "isbn", "url")
    text = "".join(f"@book{{a{name},\n {name} = {{{value}}}\n}}\n" for name in names)
    bibliography = works(text)
    started = time.perf_counter()
    list(check_bibliography(bibliography, TODAY))
    assert time.perf_counter() - started < 4


def test_a_byte_order_mark_is_told() -> None:
    heard: list[Diagnostic] = []
    assert decode("a.bib", b"\xef\xbb\xbf@book{a}", heard.append).text == "@book{a}"
    assert [(item.rule.label, str(item.level), item.place.column) for item in heard] == [("source-utf8", "advice", 1)]


SPELLINGS = {
    "capitals": ("van der Kolk, B.", "Van Der Kolk, Bessel", ["name-filed Van Der Kolk, Bessel"]),
    "accent": ("Flückiger, Christoph", "Fluckiger, Christoph", ["name-filed Fluckiger, Christoph"]),
    "other initials": ("van der Kolk, B.", "Van Der Kolk, A.", []),
    "accent, with initials alone": ("Müller, C.", "Muller, C.", []),
    "first letter": ("de Jong, Kim", "De Jong, Kim", []),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_name_has_one_spelling(name: str) -> None:
    first, second, expected = SPELLINGS[name]
    assert told(entry("book", author=first) + entry("misc", author=second).replace("key", "other")) == expected

"""Each rule of prose: faults with their place, sentence and fix, and what looks like one and stays silent."""

import pytest

from tests.citations.prose.conftest import Check

FAULTS = {
    # typed by hand
    "(Rogers, 1961)": ["1:1+14 [citation-keyed] '(Rogers, 1961)' is a citation typed by hand. → write [@rogers1961]"],
    "> (Rogers,\n> 1961)": [
        "1:3+8 [citation-keyed] '(Rogers, 1961)' is a citation typed by hand. → write [@rogers1961]"
    ],
    "Rogers (1961, p. 33) said": [
        "1:1+20 [citation-keyed] 'Rogers (1961, p. 33)' is a citation typed by hand. → write @rogers1961 [p. 33]"
    ],
    "Rogers (1961: 33) said": [
        "1:1+17 [citation-keyed] 'Rogers (1961: 33)' is a citation typed by hand. → write @rogers1961 [p. 33]"
    ],
    "Rogers's (1961) book": [
        "1:1+15 [citation-keyed] 'Rogers's (1961)' is a citation typed by hand. → write Rogers's [-@rogers1961]"
    ],
    "Rogers's masterpiece (1961, p. 33)": [
        "1:1+34 [citation-keyed] 'Rogers's masterpiece (1961, p. 33)' is a citation typed by hand. "
        "→ write Rogers's masterpiece [-@rogers1961, p. 33]"
    ],
    'Rogers says that "what is most personal is most general" (1961, p. 26)': [
        "1:58+13 [citation-keyed] '(1961, p. 26)' is a citation typed by hand. → write [-@rogers1961, p. 26]"
    ],
    "Rogers's *On becoming a person* (1961) is read": [
        "1:33+6 [citation-keyed] '(1961)' is a citation typed by hand. → write [-@rogers1961]"
    ],
    'Read "On becoming a person" (1961)': [
        "1:29+6 [citation-keyed] '(1961)' is a citation typed by hand. → write [-@rogers1961]"
    ],
    "Rogers (1961), Cole (2019) said": [
        "1:1+13 [citation-keyed] 'Rogers (1961)' is a citation typed by hand. → write @rogers1961",
        "1:16+11 [citation-keyed] 'Cole (2019)' is a citation typed by hand. "
        "→ the bibliography has no work by Cole: add it and cite it by its key",
    ],
    "Hobsbawm (1994)/Rogers (1961)": [
        "1:1+15 [citation-keyed] 'Hobsbawm (1994)' is a citation typed by hand. "
        "→ the bibliography has no work by Hobsbawm: add it and cite it by its key",
        "1:17+13 [citation-keyed] 'Rogers (1961)' is a citation typed by hand. → write @rogers1961",
    ],
    "APA's (2017) code": [
        "1:1+12 [citation-keyed] 'APA's (2017)' is a citation typed by hand. → write APA's [-@apa2017]"
    ],
    "In Kuyken, Padesky and Dudley (2009) it was": [
        "1:4+33 [citation-keyed] 'Kuyken, Padesky and Dudley (2009)' is a citation typed by hand. → write @kuyken2009"
    ],
    "In Oslo, Ito and Lee (2019) met": [
        "1:10+18 [citation-keyed] 'Ito and Lee (2019)' is a citation typed by hand. "
        "→ the bibliography has no work by Ito and Lee: add it and cite it by its key"
    ],
    "Quillfeather *et al.* (1969) and Brackenbury (1996) did": [
        "1:1+28 [citation-keyed] 'Quillfeather *et al.* (1969)' is a citation typed by hand. "
        "→ the bibliography has no work by Quillfeather *et al.: add it and cite it by its key",
        "1:34+18 [citation-keyed] 'Brackenbury (1996)' is a citation typed by hand. "
        "→ the bibliography has no work by Brackenbury: add it and cite it by its key",
    ],
    "as Carl Rogers (1961) said": [
        "1:4+18 [citation-keyed] 'Carl Rogers (1961)' is a citation typed by hand. → write Carl Rogers [-@rogers1961]"
    ],
    "a (see Rogers, 1951, 1961, p. 3; Bordin, 1979)": [
        "1:3+44 [citation-keyed] '(see Rogers, 1951, 1961, p. 3; Bordin, 1979)' is a citation typed by hand. "
        "→ write [see @rogers1951; @rogers1961, p. 3; @bordin1979]"
    ],
    "Flückiger et al. (2018) pooled": [
        "1:1+23 [citation-keyed] 'Flückiger et al. (2018)' is a citation typed by hand. → write @fluckiger2018"
    ],
    "(American Psychological Association [APA], 2017)": [
        "1:1+48 [citation-keyed] '(American Psychological Association [APA], 2017)' is a citation typed by hand. "
        "→ write [@apa2017]"
    ],
    "Rogers (1961) [@rogers1961]": [
        "1:1+13 [citation-keyed] 'Rogers (1961)' is a citation typed by hand. → write @rogers1961"
    ],
    # … in headings, tables and links, without brackets, and with the work named in between
    "## Six conditions: Rogers (1957)": [
        "1:20+13 [citation-keyed] 'Rogers (1957)' is a citation typed by hand. → write @rogers1957"
    ],
    "| growth | Rogers (1961) |": [
        "1:12+13 [citation-keyed] 'Rogers (1961)' is a citation typed by hand. → write @rogers1961"
    ],
    "as [Rogers (1961)](https://example.org) said": [
        "1:5+13 [citation-keyed] 'Rogers (1961)' is a citation typed by hand. → write @rogers1961"
    ],
    "as in Rogers 1961 and elsewhere": [
        "1:7+11 [citation-keyed] 'Rogers 1961' is a citation typed by hand. → write @rogers1961"
    ],
    "Rogers's idea of growth (1961) is his": [
        "1:1+30 [citation-keyed] 'Rogers's idea of growth (1961)' is a citation typed by hand. "
        "→ write Rogers's idea of growth [-@rogers1961]"
    ],
    "Rogers is plainer in a later essay (1961, p. 191).": [
        "1:36+14 [citation-keyed] '(1961, p. 191)' is a citation typed by hand. → write [-@rogers1961, p. 191]"
    ],
    # … and a work that is not certain is never given as if it were
    "Bordin (1997) said": [
        "1:1+13 [citation-keyed] 'Bordin (1997)' is a citation typed by hand. → the bibliography has no work by "
        "Bordin of 1997, only 'bordin1979' (1979, The generalizability of the psychoanalytic concept of the "
        "working alliance): cite the one that is meant, or add the work"
    ],
    "Elliott (2018) said": [
        "1:1+14 [citation-keyed] 'Elliott (2018)' is a citation typed by hand. → if 'elliott2018' (Elliott et al., "
        "2018, Therapist empathy and client outcome) is meant, cite it by its key; otherwise add "
        "the work to the bibliography"
    ],
    "Quillfeather (2011) said": [
        "1:1+19 [citation-keyed] 'Quillfeather (2011)' is a citation typed by hand. → the bibliography has no work by "
        "Quillfeather: add it and cite it by its key"
    ],
    "(Horvath & Nobody; Rogers, 1961)": [
        "1:1+32 [citation-keyed] '(Horvath & Nobody; Rogers, 1961)' is a citation typed by hand. "
        "→ 'Rogers, 1961' is @rogers1961"
    ],
    # … also in somebody else's words where the work is known, and where a block of them is from
    'He says: "Growth is slow (Rogers, 1961), and it hurts" [@bordin1979, p. 253].': [
        "1:26+14 [citation-keyed] '(Rogers, 1961)' is a citation typed by hand. → write [@rogers1961]"
    ],
    "> Those who walk alone walk further than all the others. (Quillfeather, 2011, p. 3)": [
        "1:58+26 [citation-keyed] '(Quillfeather, 2011, p. 3)' is a citation typed by hand. → the bibliography has no "
        "work by Quillfeather: add it and cite it by its key"
    ],
    # author or year beside a key
    "Rogers (1962) [@rogers1961]": [
        "1:1+13 [citation-agrees] The year typed here is 1962, but 'rogers1961' is of 1961. "
        "→ write [@rogers1961] alone, or another key"
    ],
    "Bordin (1961) [@rogers1961]": [
        "1:1+13 [citation-agrees] The author typed here is Bordin, but 'rogers1961' is by Rogers. "
        "→ write [@rogers1961] alone, or another key"
    ],
    "Bordin [-@rogers1961] said": [
        "1:1+6 [citation-agrees] 'Bordin' stands beside 'rogers1961', which is by Rogers. "
        "→ name the work's author, or another key"
    ],
    "Rodgers [-@rogers1961] said": [
        "1:1+7 [citation-agrees] 'Rodgers' stands beside 'rogers1961', which is by Rogers. → did you mean 'Rogers'?"
    ],
    "@rogers1961 (1962) said": [
        "1:14+4 [citation-agrees] The year typed here is 1962, but 'rogers1961' is of 1961. "
        "→ write @rogers1961 alone, or another key"
    ],
    "[Rogers, 1962, @rogers1961]": [
        "1:16+11 [citation-agrees] The year typed here is 1962, but 'rogers1961' is of 1961. "
        "→ write [@rogers1961] alone, or another key"
    ],
    # names that the style writes
    "Flückiger et al. [@fluckiger2018]": [
        "1:1+15 [names-by-key] 'et al.' is typed beside 'fluckiger2018'; the style knows how its authors are named. "
        "→ write @fluckiger2018"
    ],
    "Anderson & Goolishian [@anderson1992, p. 27]": [
        "1:1+21 [names-by-key] '&' is typed beside 'anderson1992'; the style knows how its authors are named. "
        "→ write @anderson1992 [p. 27]"
    ],
    "Rogers @rogers1961 said": [
        "1:1+6 [names-by-key] The author of 'rogers1961' is typed beside the key, which brings the name. "
        "→ write @rogers1961 alone"
    ],
    "@fluckiger2018 et al. found": [
        "1:16+6 [names-by-key] 'et al.' is typed beside 'fluckiger2018', which brings its authors. "
        "→ write @fluckiger2018 alone"
    ],
    "@rogers1961 (1961) said": [
        "1:14+4 [names-by-key] The year is typed beside 'rogers1961', which brings it. "
        "→ write @rogers1961 alone, or another key"
    ],
    # locators
    "[p. 4, @rogers1961]": [
        "1:2+5 [locator-form] A locator stands before its key. → write it after the key: [@rogers1961, p. 4]"
    ],
    "[@rogers1961, ch. 3]": [
        "1:2+11 [locator-form] The style does not know 'ch.' as the label of a locator. → write @rogers1961, chap. 3"
    ],
    "[@rogers1961, s. 33-35]": [
        "1:2+11 [locator-form] The style does not know 's.' as the label of a locator. → write @rogers1961, pp. 33-35"
    ],
    "[@rogers1961, kap. 3]": [
        "1:2+11 [locator-form] The style does not know 'kap.' as the label of a locator. → write @rogers1961, chap. 3"
    ],
    "[@rogers1961, p. 3-5]": ["1:2+11 [locator-form] 'p.' stands before several pages. → write pp. 3–5"],
    "[@rogers1961, pp. 33]": ["1:2+11 [locator-form] 'pp.' stands before one page. → write p. 33"],
    "[@rogers1961, pp. 35-33]": ["1:2+11 [locator-form] The pages 35-33 run backwards. → put the smaller number first"],
    "[@rogers1961, p. 12:30]": ["1:2+11 [locator-form] '12:30' is a time, not a page. → write @rogers1961, 12:30"],
    "[@rogers1957, p. 999]": [
        "1:2+11 [locator-form] Page 999 lies outside the work, which has pages 95–103. → look the page up again"
    ],
    # clusters
    "[@rogers1961; @rogers1961]": [
        "1:15+11 [citation-syntax] 'rogers1961' stands twice in this citation. → write it once: @rogers1961"
    ],
    "[@rogers1961, p. 3; @rogers1961, p. 9]": [
        "1:21+11 [citation-syntax] 'rogers1961' stands twice in this citation. → write it once: @rogers1961, pp. 3, 9"
    ],
    "@rogers1961 [-@bordin1979] said": [
        "1:15+11 [citation-syntax] '-' leaves out the author of 'bordin1979', who is not the one named before. "
        "→ write @bordin1979 without '-'"
    ],
    "x (see @rogers1961, p. 3; @bordin1979)": [
        "1:3+36 [citation-syntax] A citation brings its own parentheses; these would be double. "
        "→ write [see @rogers1961, p. 3; @bordin1979] without parentheses"
    ],
    "x (@rogers1961 and @bordin1979)": [
        "1:3+29 [citation-syntax] A citation brings its own parentheses; these would be double. "
        "→ write [@rogers1961; @bordin1979] without parentheses"
    ],
    # secondary sources
    "[@rogers1951, as cited in @bordin1979]": [
        "1:2+11 [source-read] 'rogers1951' is cited through another work, so it must not be in the list of references. "
        "→ name it in words: [Rogers, 1951, as cited in @bordin1979]"
    ],
    "@rogers1951 [as cited in @bordin1979] said": [
        "1:1+11 [source-read] 'rogers1951' is cited through another work, so it must not be in the list of references. "
        "→ name it in words: [Rogers, 1951, as cited in @bordin1979]"
    ],
    "[@rogers1951, quoted in Bordin's paper]": [
        "1:2+11 [source-read] 'rogers1951' is cited through another work, so it must not be in the list of references. "
        "→ name it in words: [Rogers, 1951, as cited in …]"
    ],
    # lists
    "# References\n\nRogers, C. R. (1961). *On becoming*. X.\n\n- Bordin, E. S. (1979). The gen. *P*, 16.\n\n"
    "1. Lee K, Ito M (2010) Foo. Bar 1:2": [
        "1:3+10 [references-by-key] 3 works are typed into this list by hand. → keep the works in the bibliography; "
        r"'\bibliography' or a block 'references' makes the list"
    ],
    # quotations
    'x "It is the client who knows" [@rogers1961].': [
        "1:33+11 [quotation-located] A quotation does not say where in the work it stands. → write [@rogers1961, p. …]"
    ],
    '@rogers1961 wrote: "It is the client who knows."': [
        "1:1+11 [quotation-located] A quotation does not say where in the work it stands. → write @rogers1961 [p. …]"
    ],
    '"It is the client who knows", writes @rogers1961.': [
        "1:38+11 [quotation-located] A quotation does not say where in the work it stands. → write @rogers1961 [p. …]"
    ],
    '"It is the client who knows", as @rogers1961 puts it.': [
        "1:34+11 [quotation-located] A quotation does not say where in the work it stands. → write @rogers1961 [p. …]"
    ],
    "> It is the client who knows what hurts, what directions to go.\n> [@rogers1961]": [
        "2:4+11 [quotation-located] A quotation does not say where in the work it stands. → write [@rogers1961, p. …]"
    ],
}


@pytest.mark.parametrize("markdown", FAULTS)
def test_faults(markdown: str, check: Check) -> None:
    assert check(markdown) == FAULTS[markdown]


NEAR_MISSES = """\
Nobody answers "Why Small Steps Are Not Always Enough" [@rogers1961].
They were judged to be at "low risk of harm" [@rogers1961].
> As Quillfeather (2011) found, those who walk alone walk further than others (see Mabberley, 2003), and sooner.
He says: "Walkers rest more often than they say (Quillfeather, 2011), and run less" [@rogers1961, p. 3].
Rogers <cite id="7c"><a href="#zotero">(Rogers, 1961)</a></cite> said
Rogers [-@rogers1961] said
Carl Rogers's *On becoming a person* [-@rogers1961]
Goolishian [-@anderson1992] said
In Chapter [-@rogers1961]
As Bordin saw, it is the client who knows [@rogers1961].
Bordin disagrees with this [@rogers1961].
The Freire [-@freire2000] of the first edition, 1970
@freire2000 [p. 72]
Rogers, @bordin1979 says, disagrees.
@rogers1961 (p. 33) is clear.
@rogers1961 (in 1962, to be exact, he said it again)
Carl @rogers1961 said
Anderson and Goolishian [-@anderson1992] said
[Rogers, 1951, as cited in @bordin1979]
Rogers [1951, as cited in @bordin1979] said
[@rogers1961; discussed again by @bordin1979; see also @freire2000]
[@rogers1961, chap. 3] [@rogers1961, para. 4] [@rogers1961, § 3] [@rogers1961, Table 2] [@rogers1961, slide 7]
[@rogers1961, p. 3] [@rogers1961, pp. 3-5] [@rogers1961, pp. 3, 9] [@rogers1961, 33] [@rogers1961, 12:30]
[@rogers1961, s.v. 'person'] [@rogers1961, sic] [@rogers1961, passim] [@rogers1961, par excellence]
[@rogers1957, p. 95] [@rogers1957, pp. 95-103] [@rogers1957, p. e7] [@rogers1961, p. 999] [@rogers1957, pp. 102-3]
[@rogers1961, p. 3; see also @rogers1961, chap. 4]
@rogers1961 [-@rogers1951] said
(as @rogers1961 says) and (@rogers1961 says so) and (with @rogers1961, and then some)
"It is the client who knows", as @rogers1961 puts it (p. 33).
"It is the client who knows", writes @rogers1961 [p. 33].
"It is the client who knows", so @rogers1961 is read first.
"It is the client who knows." As @rogers1961 says, therapists learn.
# On becoming a person (Rogers, 1961)
# Rogers (1961)
Rogers was there. The bus (1961, p. 26) was not.
Rogers moved when "it was time" (1963, p. 26)
*On becoming a person* (1971) is another
On becoming a person (1961) takes time
Thatcher (1979) and Reagan (1980) won elections.
*Quillfeather Rises* (1969) and Brackenbury (1996) were shown
We saw Brackenbury (1996) and "Quillfeather Rises" (1969)
In 1961 Rogers was in Wisconsin.
In the essay of 1961 he is plainer.
| Windows (1995) | Linux (1991) |
[Quillfeather (2011)](https://example.org)
# References\\n\\nRogers, C. R. (1961). *On becoming*. X.\\n\\nTwo.
Rogers's birthday (1902)
# Rogers\\n\\nRogers, C. (1961). A b.\\n\\nRogers, C. (1957). A b.\\n\\nRogers, C. (1951). A b.
# References\\n\\n\\\\bibliography
# References\\n\\n```\\nRogers, C. (1961). A.\\nRogers, C. (1957). A.\\nRogers, C. (1951). A.\\n```
"""


@pytest.mark.parametrize("line", NEAR_MISSES.splitlines())
def test_near_misses_stay_silent(line: str, check: Check) -> None:
    assert check(line.replace(r"\\", "\\").replace("\\n", "\n")) == []


def test_a_name_that_style_writes_the_same_is_advice_only(check: Check) -> None:
    assert [line.partition(" → ")[0] for line in check("Flückiger et al. [-@fluckiger2018] found")] == [
        "1:1+15 [names-by-key] 'et al.' is typed beside 'fluckiger2018'; the style knows how its authors are named."
    ]

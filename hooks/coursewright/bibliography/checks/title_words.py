"""English words that tell a title's capitals apart: small words, ordinary words, names of peoples, places and times."""

import re

from coursewright.bibliography.checks.ordinary_words import ORDINARY

_SHORT = (
    "a an and as at but by down en for if in into it its nor not of off on onto or over per so than that the to up upon"
    " via vs v yet"
).split()
RAISED = frozenset(
    "above about across after against along among amongst around are be been before behind below between beyond can"
    " did do does during despite from how inside is like near out outside since through throughout till toward towards"
    " under until versus was were what when where which while who whose why with within without".split()
)
"""Small words that title case raises, and that stand in no name."""
SMALL = RAISED | frozenset(_SHORT)

_PLACES = """
Africa America Asia Europe Australia Antarctica Oceania Afghanistan Albania Algeria Angola Argentina Armenia Austria
Bangladesh Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China
Colombia Congo Croatia Cuba Cyprus Czechia Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Fiji Finland France
Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel
Italy Jamaica Japan Jordan Kazakhstan Kenya Korea Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Malawi
Malaysia Mali Malta Mexico Moldova Mongolia Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger
Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda
Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tanzania
Thailand Tibet Tunisia Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe Zealand
Zanzibar Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Dakota Delaware Florida Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
Montana Nebraska Nevada Hampshire Jersey Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia
Washington Wisconsin Wyoming Ontario Quebec Columbia Alberta Queensland Tasmania Bavaria Tuscany London Paris Berlin
Vienna Rome Madrid Lisbon Dublin Edinburgh Oxford Cambridge Moscow Tokyo Beijing Shanghai Delhi Mumbai Cairo Nairobi
Lagos Sydney Melbourne York Boston Chicago Philadelphia Francisco Angeles Montreal Toronto Geneva Zurich Amsterdam
Brussels Copenhagen Oslo Stockholm Helsinki Prague Budapest Warsaw Athens Jerusalem Istanbul Baghdad Kabul Hiroshima
Chernobyl Auschwitz Versailles Goa Kashmir Punjab Wonderland Atlantic Pacific Mediterranean Himalayas Amazon Nile
Rhine Danube Balkans Caribbean Scandinavia Harlem Manhattan Brooklyn Hollywood Harvard Yale Stanford Princeton Silicon
Mars Venus Florence Provence Lombardy Sicily Naples Venice Milan Seville Granada Valencia Lyon Marseille Munich Hamburg
Leipzig Dresden Cologne Glasgow Manchester Liverpool Birmingham Leeds Bristol Belfast Detroit Houston Dallas Seattle
Havana Bogotá Lima Santiago Caracas Johannesburg Accra Kampala Lahore Karachi Dhaka Kolkata Calcutta Bombay Seoul Hanoi
Manila Jakarta Bangkok Alps Andes Sahara Sahel Arctic Antarctic Baltic Congo Ganges Mekong Galápagos Lesotho
"""
_PEOPLES = """
African American Arab Arabic Asian Australian Austrian Basque Belgian Bengali Black Brazilian British Bulgarian
Canadian Catalan Chilean Chinese Croatian Czech Danish Dutch Egyptian English Estonian European Finnish Flemish French
Gaelic German Greek Hebrew Hindi Hindu Hispanic Hungarian Icelandic Indian Indigenous Indonesian Iranian Irish Italian
Japanese Jewish Jews Judaism Kenyan Korean Kurdish Latin Latina Latino Latinx Latvian Lithuanian Malay Mandarin Maori
Māori Maya Mexican Moroccan Muslim Muslims Nepali Nigerian Nordic Norwegian Pakistani Palestinian Persian Polish
Portuguese Punjabi Roman Romanian Russian Scandinavian Scottish Serbian Slovak Slovenian Somali Spanish Swahili
Swedish Swiss Syrian Tamil Thai Tibetan Turkish Ukrainian Urdu Vietnamese Welsh Yiddish Zulu Anglo Aboriginal Inuit
Navajo Cherokee Western Eastern Catholic Catholics Christian Christians Christianity Protestant Lutheran Buddhist
Buddhism Hinduism Islam Islamic Sufi Taoist Confucian Quaker Mormon Bible Biblical Quran Torah God Christ Jesus
Muhammad Buddha Allah Zen Ubuntu Afro Euro Sino Soviet Nazi Nazis Holocaust Renaissance Enlightenment Victorian
Medieval Europeans Americans Africans Asians Germans Indians Latinos Blacks Whites
"""
_TIMES = """
January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday Christmas Easter Ramadan
"""
_PERSONS = """
Adler Adorno Ainsworth Althusser Aquinas Arendt Aristotle Asperger Augustine Austin Bach Bakhtin Bandura Barthes
Bateson Bayes Beauvoir Beck Beethoven Benjamin Bergin Binet Bion Bloom Bohr Bonferroni Bordin Bourdieu Bowen Bowlby
Broca Bronfenbrenner Brouwer Buber Butler Camus Chomsky Clark Confucius Cronbach Darwin Deleuze Democritus Derrida
Descartes Dewey Dickens Dostoevsky Durkheim Durlak Einstein Ellis Epictetus Erickson Erikson Euclid Fairbairn Fechner
Ferenczi Festinger Foucault Frankl Fredrickson Freire Freud Freud's Fromm Gadamer Galen Galileo Garfield Gauss Gergen
Gestalt Gibson Goethe Goffman Grice Grotstein Habermas Hamlet Hegel Heidegger Hippocrates Hitler Hobbes Homer Horney
Hume Husserl Huxley Jacobson James Jaspers Jung Kafka Kant Kernberg Kierkegaard Kinsey Klein Kohlberg Kohut Kraepelin
Kuhn Lacan Latour Leibniz Levinas Lewin Likert Linehan Lincoln Locke Luria Machiavelli Mahler Marx Maslow Mead Mendel
Merleau-Ponty Milgram Mill Mozart Napoleon Newton Nietzsche Noether Obama Oedipus Parkinson Parsons Pasteur Pavlov
Pearson Perls Piaget Plato Poisson Popper Proust Pygmalion Quine Rawls Rogers Rogerian Rorschach Rousseau Russell Ryle
Safran Sapir Sartre Schopenhauer Searle Shakespeare Shaw Skinner Smith Socrates Spearman Spinoza Stroop Sullivan
Tarasoff Thorndike Tolstoy Tourette Trump Turing Tversky Vygotsky Watson Weber Whorf Wilcoxon Winnicott Wittgenstein
Wolpe Woolf Wundt Yalom Alice Anna Sigmund Carl Jean Melanie Virginia Jane Mary John Hans Dora Ludwig Martin Michel
Simone Hannah Karl Alzheimer Down Bayesian Gaussian Markov Cartesian Socratic Platonic Freudian Jungian Lacanian
Kleinian Marxist Marxism Darwinian Pavlovian Newtonian Orwellian Kantian Boolean Hawthorne Dunning Kruger Monte Carlo
Python Java Linux Google Facebook Twitter Wikipedia YouTube Instagram Reddit Internet Zoom Microsoft Apple Android
Cochrane Medicare Medicaid Delphi Rosenberg Hamilton Hopkins Wechsler Minnesota Beck's Rogers's Bloom's Garfield's
Goldilocks Matthew Lazarus Cinderella Covid Prozac Ritalin Olympics Olympic Windows Macintosh Unix Git GitHub Docker
Excel Minecraft Netflix Kubernetes Congress Parliament Senate Brexit
"""
NAMES = frozenset(f"{_PLACES} {_PEOPLES} {_TIMES} {_PERSONS}".split())
_PLAIN_TOO = frozenset(
    "aboriginal afro anglo black blacks catholic eastern enlightenment euro god holocaust indigenous latin mandarin"
    " maya medieval polish protestant renaissance roman sino soviet ubuntu victorian western whites zen".split()
)
PEOPLES = frozenset(_PEOPLES.lower().split()) - _PLAIN_TOO
"""Peoples, their languages and faiths, in small letters: words that are never right so in English."""
_DERIVED = re.compile(r"[A-Z]\w+(?:ian|ians|ean|eans|ese|esque)\Z")
_COMMON_IAN = frozenset(
    "guardian physician clinician librarian politician civilian technician custodian pediatrician".split()
)

PAIRS = frozenset(
    "White House|Red Cross|Civil Rights|Big Five|Black Forest|West Bank|Middle East|New Deal|Third Reich|Wall Street"
    "|Silk Road|Ivy League|Peace Corps|Head Start|Alcoholics Anonymous|Open Dialogue|First Nations|Native American"
    "|Native Americans|Old Testament|New Testament|Great Depression|Great Britain|Social Security|Dead Sea|Red Sea"
    "|Black Sea|Great Lakes|Gold Coast|Ivory Coast|Cape Town|South Africa|South African|North America|Latin America"
    "|Hong Kong|Sri Lanka|Costa Rica|El Salvador|Puerto Rico|Saudi Arabia|Northern Ireland|Good Friday|Black Death"
    "|Civil Service|Civil War|Cold War|Supreme Court|High Court|Big Bang|Wild West|Deep South|Common Market|Crown Court"
    "|Free Church|Iron Age|Bronze Age|Stone Age|Middle Ages|Dark Ages|Nobel Peace|World Bank|World Wide"
    "|Security Council|Silicon Valley|Rocky Mountains|Arab Spring|Iron Curtain|Boy Scouts".split("|")
)
"""Names of two ordinary words."""
PLACE_WORDS = frozenset(
    "New San Santa Los Las Saint North South East West Northern Southern Great Upper Lower Mount Lake".split()
)
"""Words with which names of places begin."""

HEADS = frozenset(
    "Inventory Scale Scales Questionnaire Index Checklist Schedule Test Tests Interview Survey Battery Act Program"
    " Programme Framework Association University Institute Society Hospital Project Trial Commission Committee Council"
    " Department Agency Foundation College School War Revolution Movement Party Court Syndrome Effect Theorem Method"
    " Matrix Prize Award Library Museum Center Centre Street Valley River Mountains Islands Island City County Kingdom"
    " States Republic Force Army Navy Study Studies Questionnaires Union Nations Bank Church Bible Code Convention"
    " Treaty Protocol Declaration Task Paradigm Room".split()
)
"""Words that end a name of several words: a test, a law, a body, a place."""

_SUFFIX = re.compile(
    r".{3,}(?:tions?|sions?|ments?|ness|ity|ities|isms?|ologies|ology|ics|ings?|ed|ives?|ous|ful|less|able|ible|ships?"
    r"|hood|ances?|ences?|ency|ical|ually|ional|ally|ly|ists?|ize|ise|ary|ories|ory|ures?|ural|etic|otic|ish|ials?"
    r"|osis|esis|asis|ysis|graphy|cies|cy|tude|wise|(?:ic|ur|in|on|ti|ci|an|er)als?)\Z"
)


def is_name(word: str) -> bool:
    """Whether a capitalised word is a name that keeps its capital: 'Norway', 'Freudian', 'Rogers''."""
    plain = re.sub(r"['’]s?\Z", "", word)
    stem = plain.split("-")[0]
    derived = _DERIVED.match(plain) is not None and plain.lower().removesuffix("s") not in _COMMON_IAN
    return plain in NAMES or stem in NAMES or derived


def is_ordinary(word: str) -> bool:
    """Whether a word is one that stands in dictionaries with a small letter: 'Therapy', 'Studies', 'Self-Help'."""
    plain = re.sub(r"['’]s?\Z", "", word).split("-")[0].lower()
    if plain in RAISED:
        return True
    stems = {plain, plain.removesuffix("s"), plain.removesuffix("es"), plain.removesuffix("ies") + "y"}
    return not ORDINARY.isdisjoint(stems) or _SUFFIX.match(plain) is not None

"""Words around a name and a year that tell who or what is spoken of.

Patterns are kept as text: most pages need none of them, and `re` compiles each when it is first asked for.
"""

FUNCTION = frozenset(
    """a about above according across adapted after again against all along already also although always among an and
    another anthropologist any apud are around as at author authors based be because been before behind being below
    beneath beside besides between beyond biologist both building but by can cf compare compared concerning
    consequently consider contra contrary could critic dame despite did do does dr drawing due during each earlier
    early echoes echoing economist educator either else elsewhere even ever every except extending few finally first
    following for from further furthermore given had has have he hence her here his historian how however i ideally if
    in indeed inspired instead into is it its just later latter least less let like likewise linguist lord many maybe
    meanwhile might more moreover most mr mrs ms much my namely nearly neither neuroscientist never nevertheless next
    none nonetheless nor not notably nothing novelist now of off often on once one only onto or originally other
    others otherwise our out over overall own pace per perhaps philosopher physicist poet prof professor psychiatrist
    psychologist psychologists psychotherapist put quoting rather read reading recall recently regarding researcher
    researchers respectively same scholar scholars second see seeing several shall she should similarly since sir
    so sociologist some statistician still such surely than that the their them then theorist therapist there
    thereafter therefore these they third this those though through throughout thus to today together too toward
    towards two under unless unlike until up upon us using versus very via was we were what when where whereas whether
    which while who whom whose why will with within without work works writer yes yet you your""".split()
)
"""Words that a sentence may begin with; a capital does not make them names."""

LEADS = frozenset(
    """als bei como comme conforme chez depuis efter enligt för ifølge laut nach pour podle según segundo secondo selon
    siehe som volgens voir wie według zoals også auch""".split()
)
"""What leads to a name in other languages, as 'according to' does."""
TITLES = frozenset("""dame dr lord mr mrs ms prof professor sir st""".split())
DETERMINERS = frozenset("""a an another each every her his its my our that the their these this those your""".split())
OBJECTS = frozenset(
    """(c) actor actress airship album albums app band battle bestseller book born boxer brand browser called car
    cast champion championship christened city club company composer console copyright county cyclist cyclone dir
    directed director documentary driver drummer dubbed during earthquake emperor festival film films firm game
    games goalkeeper golfer guitarist hit hurricane image island journal king language liner lyrics magazine mayor
    mission movie movies music musical named newspaper nicknamed novel novels née opera operas operating operation
    package painting paintings phone photo photograph photographer picture play plays podcast poem poems pope
    president probe province queen region satellite sculpture senator series ship ships show shuttle singer single
    sitcom software song songs sprinter starring storm striker swimmer team tournament town treaty typhoon v
    versus videogame village vs website winger winner winners ©""".split()
)
"""What the word before a name calls it when it is no author."""
SCHOLARS = (
    r"(?:psycholog|philosoph|research|scholar|theori|sociolog|histori|economi|therapi|psychotherapi|psychiatri|"
    r"anthropolog|neuroscien|physici|statistici|linguist|educat|author|scientist|biolog|critic|pioneer|"
    r"colleague|according|geograph|archaeolog|archivist|geolog|ecolog|demograph|ethnograph|criminolog|engineer|"
    r"professor|writ|thinker)\w*\Z"
)
"""What it calls an author."""
WORK_NOUNS = (
    r"(?:\w+[ -]){0,2}(?:stud(?:y|ies)|papers?|articles?|books?|chapters?|models?|theor(?:y|ies)|experiments?|"
    r"reports?|"
    r"reviews?|meta-analys[ei]s|analys[ei]s|data|datasets?|findings|results?|definitions?|concepts?|notions?|"
    r"accounts?|"
    r"frameworks?|scales?|trials?|essays?|monographs?|surveys?|works?|criteria|methods?|procedures?|"
    r"formulations?|ideas?|"
    r"arguments?|claims?|views?|terms?|approach|typolog(?:y|ies)|taxonom(?:y|ies)|thesis|critiques?|proposals?|"
    r"descriptions?|conditions|estimates?|protocols?|corpus|text|volume|classic|plea|insights?|observations?|"
    r"remarks?|lectures?|warning|metaphor|questions?|principles?|hypothes[ie]s|paradox|"
    r"index|classification|distinctions?|history|biography|translation|reading|interpretation|solution|proof|theorem|"
    r"polic(?:y|ies)|statements?|guidance|guidelines?|strategy|standards?|code|groups?|teams?|sense|phases?|stages?|steps|types?|levels?|phrases?|dictum|formula|maxim|image|picture|account|"
    r"algorithm|equations?|treatise|textbook|introduction|commentary|summary|overview|synthesis|contributions?|"
    r"research|investigations?|defen[cs]e|suggestions?|advice|position|perspective|version|value function)\b"
)
"""What follows 'the Rogers (1957)' or 'Rogers's (1957)'."""
_SAY = r"""
    accept acknowledg add address advanc advis advocat agre analy[sz] anticipat appl argu articulat ask assert
    assess assum attribut believ call captur categori[sz] caution challeng characteri[sz] cit claim classif cod coin
    combin comment compar compil conceiv conceptuali[sz] conclud conduct confirm consider construct contend contrast
    contribut correct correlat count criticis criticiz critiqu deal debat defend defin demonstrat deriv describ
    detail determin develop differ disagre discover discuss distinguish document echo elaborat emphasi[sz] employ
    encourag estimat evaluat examin expand explain explor express extend extends find finds focus formali[sz]
    formulat found fram highlight hypothesi[sz] identif illustrat impl includ indicat insist integrat interpret
    interview introduc investigat invit list locat maintain measur mention model name note noted notes object observ
    offer oppos outlin point pool popularis populariz portray posit postulat predict present propos prove provid
    publish question quot rais randomi[sz] reason recall recogni[sz] recommend recruit refer reflect reject relat
    remark remind repl repli replicat report research respond restat retract reveal review s[ae]e said sampl
    say shar show simulat sketch sort speak specif speculat spoke stat stress stud suggest summari[sz] support
    survey synthesi[sz] tell term test theori[sz] think thought told trac treat tried underlin understand understood
    urg use using view warn wonder writ wrote
"""
_DO = """
    read revis build built chart collect connect draw drew follow gave give held hold link map put saw set taught teach
    train turn updat went work
"""
_ADVERBS = (
    r"(?:,? ?(?:who|which|has|have|had|also|later|first|further|again|then|even|thus|already|recently|famously|"
    r"clearly|"
    r"explicitly|therefore|likewise|similarly|would|could|may|might|did|does|do|not|,|for example|for instance|"
    r"in turn|"
    r"in contrast|however|too|\w+ly)\s+){0,3}"
)
_ENDINGS = r"(?:s|es|ed|d|e|ing|ied|ies|y|ten|n|lt|n’t|n't)?\b"
SPEECH = rf"{_ADVERBS}(?:{'|'.join(_SAY.split())}){_ENDINGS}"
"""What only authors do after their name and year."""
VERBS = rf"{_ADVERBS}(?:{'|'.join((_SAY + _DO).split())}){_ENDINGS}"
"""What authors do, among others."""
DEEDS = (
    r"(?:(?:has|have|had|was|were|is|also|then|later|finally|narrowly)\s+)*"
    r"(?:won|wins|beat|beats|defeated|lost|scored|scores|played|ran|raced|finished|ranked|retired|signed|joined|became|"
    r"starred|stars|sang|released|launched|shipped|sold|sank|sunk|landed|crashed|erupted|born|died|elected|withdrew|"
    r"re-?elected|crowned|married|assassinated|killed|arrested|founded in|opened|closed|hosted|hosts|premiered|"
    r"grossed|overtook|reigned|ruled|invaded|conquered|hit|struck|flooded|discontinued|bought|acquired|merged|"
    r"collapsed|bankrupt|banned|withdrawn|cancelled|staged|demolished|broadcast|aired|sings|ratified|passed|"
    r"took the|set the|held the|knelt|climbed|flew|swam|sailed|resigned|abdicated|fought|fell|lives|walked|crossed|"
    r"came to power|filmed (?:in|on|at|there|here|over))\b"
)
"""What people and things do whose year is that of the deed."""
_KEEPS = (
    r"out|available|worth|required|essential|recommended|compulsory|optional|long|short|brief|dense|hard|easy|good|"
    r"better|best|less|more|helpful|useful|enough|too|very|quite|rather|especially|particularly|perhaps|probably|"
    r"the first to|right|wrong|clear|able|among|not|also|critical|interested|concerned|s[ck]eptical|explicit"
)
SUFFERS = (
    rf"(?:(?:was|were|is|are) (?!(?:\w+ly |often |still |now )?(?:{'|'.join(_SAY.split())}){_ENDINGS})"
    rf"(?!(?:{_KEEPS}|an?|one|my|our|here|in|on|of|at|"
    r"the (?:classic|standard|usual|main|best|key|obvious|source))\b)\w|"
    r"(?:has|had|have) been (?!(?:cited|quoted|criticised|criticized|read|discussed|replicated|influential))|"
    r"(?:began|burned|burnt|came|ceased|collapsed|failed|fell|happened|lasted|left|occurred|ran|rose|sold|stood|"
    r"took effect|went)\b(?! (?:further|on to|to|back|beyond|so far)\b)|"
    r"(?!(?:also|too|and|or|who|which|whose|himself|herself|then|later|first|there|here|alone|\w+ly)\b)"
    r"[a-z]+ (?:is|are|was|were)\b)"
)
"""What happens to things and places, and what they do, whose year is that of the event: 'burned', 'was closed'."""
ACTS = r"(?:(?:\w+ly|also|then|first|later|now|often|still) )?(?!(?:was|is|has|this|thus|its|his)\b)[a-z]+(?:s|ed)\b"
"""What anybody does."""
PLAYED = frozenset(
    """acted actor actress album albums award awards band blockbuster cast champion composed composer film filmed
    films goals guitarist movie movies nominated nomination nominations nominee oscar oscars painted painter
    painting premiere premiered screened sequel sequels singer sitcom sang soundtrack star starred starring
    stars striker symphony tournament trophy won winner winners winning""".split()
)
JUDGED = frozenset(
    """acquitted appellant convicted court defendant overruled overturned plaintiff prosecution
    sentenced tribunal upheld""".split()
)
"""Words of a sentence that make a name with a year in it a film, a match or a case rather than an author."""
PLACING = frozenset(
    """arrived based born buried died emigrated exiled fled grew held hosted interned interviewed landed lived met
    moved opened raised recruited resided returned sailed sampled settled staged stationed surveyed travelled traveled
    visited""".split()
)
WHERE = frozenset("in to from at near via through".split())
"""'moved from Leeds (2004) to Hull (2009)'."""

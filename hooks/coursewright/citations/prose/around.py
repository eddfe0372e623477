"""Words around a name and a year that tell who or what is spoken of."""

import re

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
    researchers respectively said same scholar scholars second see seeing several shall she should similarly since sir
    so sociologist some statistician still such surely than that the their them then theorist therapist there
    thereafter therefore these they third this those though through throughout thus to today together too toward
    towards two under unless unlike until up upon us using versus very via was we were what when where whereas whether
    which while who whom whose why will with within without work works writer yes yet you your""".split()
)
"""Words that a sentence may begin with; a capital does not make them names."""

TITLES = frozenset("""dame dr lord mr mrs ms prof professor sir st""".split())
DETERMINERS = frozenset("""a an another each every her his its my our that the their these this those your""".split())
OBJECTS = frozenset(
    """(c) actor actress airship album albums app band battle bestseller book born boxer brand browser car champion
    championship city club company composer console copyright county cyclist cyclone dir directed director documentary
    driver drummer earthquake emperor festival film films firm game games goalkeeper golfer guitarist hit hurricane
    island journal king language liner magazine mayor mission movie movies musical newspaper novel novels née opera
    operas operating operation package painting paintings phone photo photograph photographer play plays poem poems
    pope president probe province queen region satellite sculpture senator series ship ships show shuttle singer
    single sitcom software song songs sprinter starring storm striker swimmer team tournament town treaty typhoon v
    versus videogame village vs website winger winner winners ©""".split()
)
"""What the word before a name calls it when it is no author."""
SCHOLARS = re.compile(
    r"(?:psycholog|philosoph|research|scholar|theori|sociolog|histori|economi|therapi|psychotherapi|psychiatri|"
    r"anthropolog|neuroscien|physici|statistici|linguist|educat|author|scientist|biolog|critic|pioneer|colleague|according|"
    r"professor|writ|thinker)\w*\Z"
)
"""What it calls an author."""
WORK_NOUNS = re.compile(
    r"(?:\w+[ -]){0,2}(?:stud(?:y|ies)|papers?|articles?|books?|chapters?|models?|theor(?:y|ies)|experiments?|reports?|"
    r"reviews?|meta-analys[ei]s|analys[ei]s|data|datasets?|findings|results?|definitions?|concepts?|notions?|accounts?|"
    r"frameworks?|scales?|trials?|essays?|monographs?|surveys?|works?|criteria|methods?|procedures?|formulations?|ideas?|"
    r"arguments?|claims?|views?|terms?|approach|typolog(?:y|ies)|taxonom(?:y|ies)|thesis|critiques?|proposals?|"
    r"descriptions?|conditions|estimates?|protocols?|corpus|text|volume|classic)\b"
)
"""What follows 'the Rogers (1957)' or 'Rogers's (1957)'."""
VERBS = re.compile(
    r"(?:,? ?(?:who|which|has|have|had|also|later|first|further|again|then|even|thus|already|recently|famously|clearly|"
    r"explicitly|therefore|likewise|similarly|would|could|may|might|did|does|do|not|,|for example|for instance|in turn|"
    r"in contrast|however|too|\w+ly)\s+){0,3}"
    r"(?:accept|acknowledg|add|address|advanc|advis|advocat|agre|analy[sz]|anticipat|appl|argu|articulat|ask|assert|"
    r"assess|assum|attribut|believ|bring|brought|build|built|call|captur|categori[sz]|caution|challeng|characteri[sz]|"
    r"cit|claim|classif|coin|collect|comment|compar|conceiv|conceptuali[sz]|conclud|conduct|confirm|consider|construct|"
    r"contend|contrast|contribut|criticis|criticiz|critiqu|deal|debat|defend|defin|demonstrat|deriv|describ|detail|"
    r"determin|develop|differ|disagre|discover|discuss|distinguish|document|draw|drew|echo|elaborat|emphasi[sz]|"
    r"employ|encourag|estimat|evaluat|examin|expand|explain|explor|express|extend|extends|find|finds|focus|formali[sz]|"
    r"formulat|found|fram|gave|give|highlight|held|hold|hypothesi[sz]|identif|illustrat|impl|includ|indicat|"
    r"insist|interpret|interview|introduc|invit|investigat|list|locat|maintain|measur|mention|model|name|noted|notes|note|"
    r"object|observ|offer|outlin|point|popularis|populariz|portray|posit|postulat|predict|present|propos|prove|"
    r"provid|publish|put|question|quot|rais|reason|recall|recogni[sz]|recommend|refer|reflect|reject|relat|remark|"
    r"remind|repli|replicat|repl|report|research|respond|restat|reveal|review|s[ae]e|saw|said|say|set|shar|show|"
    r"speak|spoke|specif|speculat|stat|stress|stud|suggest|summari[sz]|support|survey|synthesi[sz]|taught|teach|tell|"
    r"term|test|theori[sz]|think|thought|told|trac|treat|turn|underlin|understand|understood|urg|use|using|view|warn|"
    r"went|wonder|writ|wrote|ha[sd] (?:argu|shown|written|suggest|found|propos|describ|not|point|call))"
    r"(?:s|es|ed|d|e|ing|ied|ies|y|ten|n|lt|n’t|n't)?\b"
)
"""What authors do after their name and year."""
DEEDS = re.compile(
    r"(?:(?:has|have|had|was|were|is|also|then|later|finally|narrowly)\s+)*"
    r"(?:won|wins|beat|beats|defeated|lost|scored|scores|played|ran|raced|finished|ranked|retired|signed|joined|"
    r"starred|stars|sang|released|launched|shipped|sold|sank|sunk|landed|crashed|erupted|born|died|elected|"
    r"re-?elected|crowned|married|assassinated|killed|arrested|founded in|opened|closed|hosted|hosts|premiered|grossed|"
    r"overtook|reigned|ruled|invaded|conquered|hit|struck|flooded|discontinued|bought|acquired|merged|collapsed|"
    r"bankrupt|broadcast|aired|ratified|signed|passed|took the|set the|held the)\b"
)
"""What people and things do whose year is that of the deed."""

"""Common English words that stand in titles: with a capital there, they show title case."""

ORDINARY = frozenset(
    """
ability abuse academic accent access accident account achievement act action active activity addict adolescence adult
advance advice affect again age ageing agency agent aggression aging aid aim airport alcohol algebra algorithm all
alliance alone also always america analysis analyst ancient anger animal another answer ant anthropology antibiotic
anxiety any apart approach archive area argument army art artery article artificial artist asset asthma attack attempt
attitude auction author autism autonomy autumn aware awareness baby background bacteria bad balance ballot bank banking
bargain base basic basin basis battle beauty become becoming bed bee beer begin being belief benefit best better bias
bicycle big biology bird birth blind blood blue boat bodies body bomb bond bone book border born both bottom bound
boundary bounds boy brain brave bread break breath bridge brief bright bring broken brother browser build burden burial
burn bus business buy cache calculus call camp canal cancer candle capital car carbon care career carer carry case cat
catch category causal cause cell census century chain chair challenge chance change chaos chapter character charge
chart chess chicken child childhood children choice chronicle church cipher circle circuit citizen city civil claim
class classic classroom clean clear client climate clinic clinical clock close clothing cloud clue coach coal coast
coat code coffee cognition cold college colonies colony color colour combat come comfort common community companion
company comparative comparison competence compiler complaint complete complex compound computer computing concept
concern condition conduct conflict congruence conscious consent constitution context contract control conversation cook
cool copper copy coral core corn corner corporate cost cotton could council counselor count country couple courage
course court cover cow crack craft crazy create creative creature credit crime crisis critic critical critique crop
cross crowd crown cruel cryptography culture cup cure currency current curriculum custom cut cycle dance danger dark
data database date daughter day dead deaf deal dear death debate debt decade decision decline deep deer deficit degree
delusion democracy deny depend depression depth desert design desire despair detail develop device diabetes diagnosis
dialect dialectic dialogue diary dice dictionary did die diet difference different differential difficult digital
dignity dinosaur direct dirt disability disaster discipline discourse discover discovery disease disorder distance
distress diversity divide divorce doctor dog doing domain domestic door dose doubt drama draw dream dress drift drink
drive drop drought drug dry dust duty dying dynamic dynamics each early earth east easy eat echo ecology economic
economy edge education effect effective efficacy effort egg ego eight elder elect election element elite embrace
emotion empathy empire empirical employ empower empty encounter encyclopedia end enemy energy engage engine enough
enter environment enzyme epidemic epistemic equal equality equation equity era error escape essay essential estate
estimate estimator ethic ethical ethics ethnic ethnography evaluate event ever every everyday evidence evil evolution
exam examine example exchange exercise exile exist existential experience experiment expert explain explore export
express extra extreme eye fabric face fact factor fail failure fair fairness fairy fait faith fake fall false familiar
family famine famous farm farmer fashion fast fat fate father fault fear feedback feel feet female feminist fever few
fiction field fifth fifty fight figure file fill film final find finger fire firm first fish fit five fix flag flat
flesh flight float flood floor flow flower fold follow food fool foot force forecast forest forget form formal formula
fortune fossil found foundation four fourth fox fragile frame framework free freedom freshwater friend friendship
frontier fruit fuel full function fund fundamental fungi fungus future gain game garden gas gate gather gender gene
general generation genius genome gentle geometry giant gift girl give given glacier glass global glory goal gods gold
good gospel government grammar grand graph grass gray great green grid grief ground group growth guard guest guide
guidebook guideline guild guilt gun habit habitat had hair half hall hand handbook happen happy harbor harbour hard
hardware harm harvest has hate haunt have he head health healthy hearing heart heat heaven heavy height hell help
helper her heresy hero hidden hierarchy high hill him hint his history hold hole holy home hope horse hospital host hot
hour house household human humanist humility humor hundred hunger hunt husband hybrid hygiene hypothesis hysteria ice
icon idea ideal identity ideology illness image imagine imitate immigrant impact import improve impulse incidence
inclusive income index individual industry infant inference inflation influence ink inmate inner innocent inquiry
insane insect inside insight instinct insurance integrate intend interest interior intervention interview intimate
introduction invent investment invisible iron island issue job join joint journal journey joy judge judgment jump
jungle jury just justice justify keep keeps kernel key kid kidney kill kind king kitchen knife knight know knowledge
known lab labor labour lack lady lake lamp land language large last late later laugh law lay layer lazy lead leader
leaf leap learn least leave lecture left leg legacy legal legend lemma lend length lens less lesson letter level
liability liberty lie life lift light likelihood limit line linear link lion lip list listen literacy literature little
live liver load loan local lock logic loneliness long look loop lord lose loser loss lost loud love low luck lunch lung
lying machine macro mad made magic magnet mail main maize major make maker makes making male mammal man manage
manifesto manual manuscript many map market marriage mask mass master match mate math matrix matter maybe mayor maze me
meal meaning measure meat media medical medicine medieval medium meet melt memoir memory men mental mentor mercy
message meta metal method middle midwife migrant mile milk mind mine mineral minister minor minute mirror miss mission
mix mixed mobile mode model modern modest moment monastery money monk monopoly monster month mood moon moral morality
more mortality most mother motive mountain mouth move movie much mud multi murder muscle museum music mussel must
mutual my mystery myth naked name narrative narrow nation national native natural nature near need negative neighbor
neighbour nerve nest net network neural never new news newspaper next night nine ninety no noble noise norm normal
north notes nothing notion novel null number nurse nursing obesity obey object occur ocean odd offer office often oil
old once one only open opera opinion opposite oral orbit order ordinary organ origin orphan other our outcome outlier
outline outsider overview owl own pack packet page pain paint pair palace panic paper paradigm paradox parallel parent
park parser part partner party passage passport past path patient pattern pause pay peace pearl peasant pedagogy peer
pen pencil pension people perceive perfect perform performance period permit person personal perspective pest phase
phenomenology philosophy phone photo phrase physical piano picture piece pig pilot pioneer pipe pitch place placebo
plague plain plan plane planet plankton plant plate play pleasure pledge plot plus pocket poem poet poetics poetry
point pole police policy politics pollen pool poor popular population port portion portrait position positive possible
post pour poverty power practical practice practitioner praxis pray prayer precarious predator predict prefer pregnancy
prepare presence present press pretty prevent prey price pride priest primary prime primer prince principle print
printing prison privacy private prize probability problem process produce product productivity professional profile
profit program programmer programming progress project promise proof proper property prospect protect protein protest
protocol proud prove psyche psychiatry psychology psychotherapist psychotherapy public publish pull punishment pupil
pure purpose push puzzle qualitative quality quantitative quantum quarter queen query quest question quick quiet race
rail railway rain raise random range rape rare rate rational reach react read reader ready real realm reason rebel
rebellion recall receive recent record recovery red reduce reef reference reflective reflex reform refugee refuse
regard regime region regression regret regulation relate relational relationship relative relax release religion rely
remain remember remote remove rent repair repeat replace replication report represent reproduce request require rescue
research resilience resist resistance resolve resource response rest restore result return reveal review revolt
revolution reward rhetoric rhythm rice rich riddle ride right rights rigor rise risk ritual rival river road robot rock
role roof root rough round route row royal rule run rupture rush sacred sad safe safety said sailor saint salt
saltwater salvation same sample sand save say scale scene schema school science scientist scope score screen screening
sea seal search season seat second secret security see seed seek seem select self sell selves send sense sensitive
sensor sentence separate serf series serious serve service session set seven sex sexual shadow shake shall shame shape
share she sheep shelter shift ship shock shoot shop shore short shot should shoulder show shut sick side siege sight
sign signal silence silent silk silver simple simplest simulate sing single sink sister sit site situation six sixty
size skill skin sky slave sleep slip slow small smart smell snake snow social society sociology soft software soil
soldier solution some something son song soon sorrow sort soul sound source space speak special species spectrum speech
speed spell spend spider spiral spirit split sport spread spring square staff stage stand star stare start state
statistic statistical status statute stay steal steel stem stent step stereotype stick stigma still stock stomach stone
stop storm story straight strange stranger strategy stream street strength stress strike string stroke strong structure
struggle student study stupid style subject substance suburb success such suffer sugar suggest suicide sum summer sun
super supervision supply support suppose sure surface surgeon surgery survey survival sustain sweet swim sword symbol
sympathy symphony symptom syndrome synthesis system table tail take tale talent talk target tariff task taste taught
tax taxation tea teach teacher team tear technique technology teeth tell temple ten tend tense term terror test
testimony text textile thank theater their theorem theory therapeutic therapist therapy thesis they thick thin thing
things think third thirty thought thousand thread threat three throne throw thus ticket tide tie tight time timely tiny
tip tissue title tobacco today together token told tomorrow tongue too tool tooth top topic tort total touch tough tour
toward tower town toy track trade tradition traffic train trait transfer transform transition trap trauma travel treat
treatise treaty tree trend trial triangle tribe trick trigger trip triumph tropical trouble true trust truth tumor
tumour turn twelve twenty twin two type typical ugly ultimate uncertainty uncle unconscious understand unequal unit
unite universal university unknown update upper urban urge us use useful user vaccine value variable variance variety
vast vector vehicle venture verbal verdict verse very victim video view village violence virtual virtue virus visible
vision visit visual vital voice volcano volume vote voter voyage vulnerable wage wait wake walk wall wander want war
ward warm wash waste watch water wave way we weak wealth weapon wear weaving web wed weed week weight welfare well west
wet wetland whale wheat wheel whisper white whole wicked wide widow wife wild will win wind window wine wing winner
winter wire wisdom wise wish witch witness wolf woman women wonder wood wool word work worker workplace world worm
worse worst would wound wrap wretch wretched wrist write writer written wrong year yes yesterday you young your youth
zero zone
""".split()
)

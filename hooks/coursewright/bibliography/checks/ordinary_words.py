"""Common English words that stand in titles: with a capital there, they show title case."""

ORDINARY = frozenset(
    """
ability abuse academic access account achievement act action active activity addict adult advance advice affect again
age agency agent aggression aid aim alcohol all alliance alone also always america analysis analyst anger animal
another answer anthropology anxiety any apart approach area argument art article artificial artist asset attack
attempt attitude author autism autonomy aware awareness baby background bad balance base basic basis battle beauty
become becoming being belief benefit best better bias big biology birth blind blood bodies body bond bone book border
born both bottom boundary boy brain brave break breath bridge brief bright bring broken brother build burden burn bus
business buy call camp cancer candle capital car care career carry case cat catch category cause cell century chain
chair challenge chance change chaos chapter character charge child children choice circle circuit citizen city civil
claim class classic classroom clean clear client climate clinic clinical clock close cloud coach coast coat code
cognition cold college color colour combat come comfort common community company comparative comparison competence
complaint complete complex compound computer concept concern condition conduct conflict congruence conscious consent
context control conversation cook copy core corn corner corporate cost could council counselor count country couple
courage course court cover crack craft crazy create creative creature credit crime crisis critic critical critique
crop cross crowd cruel culture cup cure current curriculum custom cut cycle dance danger dark data date daughter day
dead deaf deal dear death debate decade decision deep degree delusion democracy deny depend depression depth desert
design desire despair detail develop device diagnosis dialect dialectic dialogue diary dictionary did die diet
difference differential difficult digital dignity direct dirt disability disaster discipline discourse discover
discovery disease disorder distance distress diversity divide doctor dog doing domain domestic door doubt drama draw
dream dress drift drink drive drop drug dust duty dynamic dynamics each early earth east easy eat echo ecology
economic economy edge education effect effective efficacy effort egg ego eight elder elect element elite embrace
emotion empathy empire empirical employ empower empty encounter end enemy energy engage engine enough enter
environment epidemic epistemic equal equality equation era error escape essay essential estate estimate ethic ethical
ethics ethnic ethnography evaluate event ever every everyday evidence evil evolution exam examine example exchange
exercise exile exist existential experience experiment expert explain explore express extra extreme eye fabric face
fact factor fail failure fair fairness fait faith fall false family famous farm fashion fast fat fate father fault
fear feedback feel female feminist fever few fiction field fifth fifty fight figure file fill film final find finger
fire first fish fit five fix flag flat flesh flight float floor flow flower fold follow food fool foot force forest
forget form formal formula fortune foundation four fox fragile frame framework free freedom friend friendship frontier
fruit fuel full function fundamental future gain game garden gate gather gender gene general generation genius gentle
giant gift girl give glass global glory goal good gospel government grammar grand grass gray great green grid grief
ground group growth guard guest guide guideline guilt gun habit had hair half hall hand handbook happen happy hard
harm harvest has hate haunt have he head health healthy hearing heart heat heaven heavy height hell help helper her
hero hidden hierarchy high hill him hint his history hold hole holy home hope horse hospital host hot hour house human
humanist humility humor hundred hunger hunt hybrid hygiene hypothesis hysteria ice icon idea ideal identity ideology
illness image imagine imitate immigrant impact improve impulse inclusive income index individual industry infant
inference influence inmate inner innocent inquiry insane inside insight instinct integrate intend interest interior
intervention interview intimate introduction invent invisible iron island issue job join joint journal journey joy
judge judgment jump jungle just justice justify keep keeps key kid kill kind king kitchen knife knight know knowledge
lab labor labour lack lady lake lamp land language large last late later laugh law lay layer lazy lead leader leaf
leap learn lecture left legacy legal legend lend lens lesson letter level liberty lie life lift light limit line
linear lion lip list listen literacy literature little live load loan local lock logic loneliness long loop lord loss
lost loud love low luck lunch lying machine macro mad magic magnet mail main major make makes making male man manage
manifesto manual map market marriage mask mass master match mate math matrix matter maybe maze me meal meaning measure
meat media medical medicine medium meet melt memory men mental mentor mercy message meta metal method middle mile milk
mind mine minor minute mirror miss mission mix mixed mobile mode model modern modest moment money monster month mood
moon moral morality more most mother motive mountain mouth move movie much mud multi murder muscle museum music must
mutual my mystery myth naked name narrative narrow nation national native natural nature near need negative nerve nest
net network neural never new news next night nine ninety no noble noise norm normal north notes nothing notion novel
number nurse obey object occur ocean odd offer office often oil old once one only open opera opinion opposite oral
orbit order ordinary organ origin other our outcome outlier outline outsider own pack page pain paint pair palace
panic paper paradigm paradox parallel parent park part partner party passage past path patient pattern pause pay peace
pedagogy peer pen people perceive perfect perform performance period permit person personal perspective phase
phenomenology philosophy phrase physical piano picture piece pilot pioneer pipe pitch place plain plan planet plant
plate play pleasure pledge plot plus pocket poem poet poetics poetry point pole police policy politics pool poor
popular port portion portrait position positive possible post pour poverty power practical practice practitioner
praxis pray prayer precarious predict prefer prepare presence press pretty prevent price pride priest primary primer
prince principle print prison private prize problem process produce product professional profile profit program
progress project promise proof proper property prospect protect protest proud prove psyche psychiatry psychology
psychotherapist psychotherapy public publish pull pure purpose push puzzle qualitative quality quantitative quantum
quarter queen quest question quick quiet race rain raise random range rape rate rational reach react read reader ready
real realm reason rebel recall receive recent record recovery red reduce reference reflective reflex reform refuse
regard regime region regret relate relational relationship relative relax release religion rely remain remember remote
remove rent repair repeat replace replication report represent reproduce request require rescue research resilience
resist resistance resolve resource response rest restore result return reveal review revolution reward rhetoric rhythm
rich ride right rigor rise risk ritual rival river road role roof root rough round route row royal rule rupture rush
sacred sad safe safety salt salvation same sample sand save say scale scene schema school science scientist scope
score screen sea search seat second secret see seed seek seem select self sell send sense sensitive sentence separate
series serious serve service session seven sex sexual shadow shake shall shame shape share she shelter shift ship
shock shoot shop shore short shot should shoulder show shut sick side sight sign signal silence silent silver simple
simplest simulate sing single sink sister site situation six sixty size skill skin sky slave sleep slip slow small
smart snow social society sociology soft soil soldier solution some something son song soon sorrow sort soul sound
source space speak special spectrum speech speed spell spend spider spiral spirit split sport spread spring square
staff stage stand star stare start state statistic statistical status stay steal steel stem step stereotype stick
stigma still stone stop storm story straight strange stranger strategy stream street strength stress strike string
strong structure struggle student study stupid style subject substance success such suffer suggest suicide sum summer
sun super supervision supply support suppose sure surface survey survival sustain sweet swim sword sympathy symphony
symptom syndrome synthesis system table tail take tale talent talk target task taste tax teach teacher team tear
technique technology tell temple ten tend tense term terror test text thank theater their theory therapeutic therapist
therapy thesis they thin thing things think third thirty thought thousand thread threat three throw thus ticket tide
tie tight time timely tiny tip title today together tomorrow tongue too tool tooth top topic total touch tough toward
tower town track trade tradition train trait transfer transform transition trap trauma travel treat treatise tree
trend trial tribe trick trigger triumph tropical trouble true trust truth turn twelve twenty twin two type typical
ugly ultimate uncertainty uncle unconscious understand unit unite universal university update upper urban urge us use
useful user value variable variety vast vehicle venture verbal verse very victim video view village violence virtual
virtue virus visible vision visit visual vital voice volume vote voyage vulnerable wage wait wake walk wall wander
want war warm wash waste watch water wave way we weak wealth wear web wed week weight welfare well west wet wheel
whisper white whole wicked wide wife wild will win wind window wing winner winter wire wisdom wise wish wolf woman
women wonder wood word work worker workplace world would wound wrap wretch wretched wrist write writer wrong year yes
yesterday you young your youth zero zone
""".split()
)

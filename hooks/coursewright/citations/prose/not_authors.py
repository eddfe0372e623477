"""Capitalised words that stand before a year and name no author: dates, places, products, plain nouns.

Lists of what stands before '(1999)' in prose. Each is a reason to doubt, never all there is: a work of that name and
year in the bibliography outweighs them.
"""

import re

NEVER = frozenset(
    """act acts algorithm amendment appendices appendix apr april article articles aug august autumn bill build
    century chap chapter chapters christmas clause column columns convention corollary dec december definition
    directive easter edition editions eq eqs equation equations example examples exercise exercises exhibit fall
    feb february fig figs figure figures footnote fri friday grade grades group groups issue issues item items
    jan january jul july jun june lemma lesson lessons level levels line lines listing map maps mar march may
    michaelmas module modules mon monday month months no note notes nov november number oct october ordinance
    panel part parts phase phases plate proposition protocol quarter question questions ramadan regulation
    regulations release releases round rounds row rows sat saturday scene schedule sec section sections sep sept
    september session sessions slide slides spring stage stages standard standards statute step steps summer sun
    sunday table tables theorem thu thursday treaty tue tuesday unit units version versions vol volume volumes
    wave waves wed wednesday week weeks winter year years""".split()
)
"""Dates and numbered things."""

PLACES = frozenset(
    """aachen aalborg aarhus aberdeen abidjan abuja accra addis adelaide afghanistan africa agra ahmedabad alaska
    albania alberta albuquerque aleppo algeria algiers almaty america amritsar amsterdam anchorage ankara antalya
    antarctica antwerp aotearoa argentina arizona armenia arnhem asia astana athens atlanta auckland augsburg austin
    australia austria babylon baghdad bahrain baku baltimore bamako bandung bangalore bangkok bangladesh barcelona
    basel bath bavaria beijing beirut belarus belfast belgium belgrade bengaluru bergen berkeley berlin bhopal
    bielefeld bilbao birmingham bishkek bochum bolivia bologna bombay bonn bordeaux bosnia boston botswana brasil
    brasov brasília bratislava brazil bremen brighton brisbane bristol britain brno bruges brussels bucharest
    budapest bulgaria burma bursa busan cairo calcutta calgary california cambodia cambridge cameroon canada
    canberra caracas cardiff carthage catalonia chad chengdu chennai chernobyl chicago chile china chongqing
    christchurch cincinnati cleveland cologne colombia colorado congo copenhagen corfu cornwall coventry croatia
    cuba cumbria curitiba cyprus czechoslovakia daegu dakar dallas damascus danzig debrecen delft delhi denmark
    denver detroit deutschland dhaka dnipro doha donetsk dortmund dresden dubai dublin dubrovnik dunedin durban
    durham dushanbe ecuador edinburgh edmonton egypt eindhoven england erfurt eritrea espana españa estonia ethiopia
    eua europe exeter faisalabad fiji finland florence florida fortaleza france frankfurt freetown fukuoka fukushima
    gaborone galway gambia gaza gdansk gdańsk geneva genoa genève georgia germany ghana ghent giza glasgow
    glastonbury gothenburg graz greece greenland grenoble groningen guadalajara guangzhou guatemala guinea guyana
    göttingen haarlem hague haifa haiti hamburg hannover hanoi harare harlem harvard havana hawaii hawai’i
    heidelberg helsingborg helsinki hillsborough hiroshima hollywood honduras honolulu houston hungary ibadan
    iceland idaho incheon india indonesia innsbruck iran iraq ireland isfahan islamabad israel istanbul italia italy
    izmir jaipur jakarta jamaica japan jeddah jerusalem johannesburg jordan kabul kampala kaohsiung karachi
    karlsruhe kathmandu katowice katrina kaunas kazakhstan kazan kent kenya kharkiv khartoum kiev kigali kinshasa
    kobe kolkata korea kosovo košice krakow kraków kumasi kunming kurdistan kuwait kyiv kyoto lagos lahore laos
    latvia lausanne lebanon leeds leicester leiden leipzig leningrad leuven liberia libya lima lisboa lisbon
    lithuania liverpool liège ljubljana london louisiana luanda lublin lucerne lucknow lusaka luxembourg lviv lyon
    maastricht madagascar madrid magdeburg malaga malawi malaysia mali malmö malta manaus manchester manila mannheim
    maputo maracaibo mariupol marrakesh marseille maryland massachusetts mecca medellín melbourne memphis mexico
    miami michigan milan milwaukee minneapolis minnesota minsk mississippi missouri moldova monaco mongolia monrovia
    montenegro monterrey montevideo montreal morocco moscow mosul mozambique mumbai munich murmansk myanmar málaga
    münster nagasaki nagoya nagpur nairobi namibia nanjing nantes naples nashville nebraska nepal netherlands nevada
    newcastle nicaragua niger nigeria nijmegen niš normandy norway nottingham nouakchott nuremberg oceania odessa
    ohio oklahoma omaha oman ontario oregon orlando orléans osaka oslo ostrava ottawa ouagadougou oxford pakistan
    palermo palestine panama paraguay paris pennsylvania peru peshawar philadelphia philippines phoenix pittsburgh
    poland pompeii portland porto portugal potsdam poznan poznań prague pretoria princeton pristina prussia pune
    pyongyang qatar quebec queensland quito québec ravenna rawalpindi recife regensburg reims rennes reykjavik
    reykjavík riga rio riyadh romania rome rostock rotterdam rouen russia rwanda sacramento saigon salzburg
    samarkand samoa sapporo sarajevo saskatchewan scandinavia schweiz scotland seattle sendai senegal seoul serbia
    sevilla seville shanghai sheffield shenyang shenzhen siberia sicily silesia singapore skopje slovakia slovenia
    sochi sofia somalia somme southampton spain sparta srebrenica stalingrad stanford stavanger stockholm strasbourg
    stuttgart sudan surabaya swansea sweden switzerland sydney syria szczecin szeged tabriz taipei taiwan tallinn
    tampa tampere tanganyika tanzania tartu tashkent tasmania tavistock tbilisi tehran tennessee texas thailand
    thessaloniki tianjin tibet tijuana timișoara tirana tokyo toronto toulouse transylvania trieste tromsø trondheim
    troy tulsa tunis tunisia turin turkey turku tuscany tübingen uganda ukraine ulster uppsala uruguay ussr utah
    utrecht uzbekistan valencia valparaíso vancouver varanasi venezuela venice verdun vermont victoria vienna
    vietnam vilnius virginia vladivostok volgograd wales warsaw washington waterloo wellington wembley wimbledon
    winnipeg wisconsin wroclaw wrocław wuhan wyoming xinjiang yale yangon yekaterinburg yellowstone yemen yerevan
    yogyakarta yokohama york yorkshire ypres yugoslavia zagreb zambia zanzibar zaragoza zimbabwe zurich zürich århus
    österreich łódź""".split()
)

THINGS = frozenset(
    """access acer adidas adobe aida aids airbnb ajax alexa alibaba alien aliens amazon android angular ansible apache
    apollo apple arpanet arsenal ashes astrazeneca atari audi avatar azure bambi bayer bayern bbc beloved biennale
    bitcoin blackberry blender blogger blu-ray bluetooth boeing bosch brexit brill brit buddhism bugatti canva
    canvas carmen casablanca cell celtic challenger chatgpt chelsea christianity chrome chromebook chrysler cisco
    citroen citroën cloudflare coca-cola cochrane columbia concorde coursera covid cran crossref curiosity d-day
    debian dell delta discovery disney django docker documenta dracula dreamweaver dropbox dumbo dunkirk duolingo
    ebay ebola economist edge elsevier emma endnote enlightenment enron erasmus ericsson ethereum euro eurobarometer
    eurovision everton excel expo exxon facebook fantasia fedora ferrari fiat fidelio figma firebase firefox flask
    flickr fortran foursquare frankenstein friends frozen fulham galaxy gephi gladiator glastonbury gmail gnome
    google grammys guardian guernica h1n1 hamlet haskell hindenburg hinduism hinge holocaust honda horizon hubble
    hyundai ibm inception inkscape instagram intel internet interstellar ipad iphone ipod islam jaguar java jaws
    jenkins jira joker jstor julia jupyter juventus kafka kaggle kickstarter kindle kinect kodak kotlin kubernetes
    lakers lancet lego lenovo lexus linkedin linux lost lotus lusitania lyft macbeth macbook macintosh macmillan
    mariner markdown marxism mastodon mathematica matlab mazda mcdonald’s mendeley mercedes messenger meta metaverse
    metropolis microsoft middlemarch minecraft mint mitsubishi moana moderna moodle mosaic motorola mozilla mplus
    myspace napster nasa nature netflix netscape newsweek nike nikon nintendo nissan nokia notion numpy nvidia nvivo
    oculus office olympics omicron openai opera oracle oscars othello outlook palgrave pampers panasonic pandas
    paralympics parasite paypal penguin pepsi perl persuasion peugeot pfizer philips photoshop pinterest pixar pixel
    playstation polaroid porsche postgres powerpoint prezi prime processing prohibition prolog psycho psycinfo
    pubmed puffin python pytorch qualtrics quarto rambo rangers rashomon react reddit redis reformation renaissance
    renault rocky roomba routledge ruby rust safari sage samsung sars scala science scopus scratch sega seinfeld
    sharepoint shrek siemens signal siri skynet skype slack snapchat sony sourceforge spectator spotify springer
    spss sputnik starbucks stata steam subaru superbowl surface suzuki swift symbian tableau teams telegram
    tensorflow tesla tetris tiktok times tinder titanic tosca toshiba toyota trello tumblr twitch twitter typescript
    uber ubuntu ulysses unix vauxhall venmo verizon vertigo viagra vine vista vogue volkswagen volvo voyager walkman
    walmart watergate wechat whatsapp wiki wikipedia wiley windows woodstock word wordpress xbox xerox yahoo yamaha
    yankees youtube zelda zika zoom zotero""".split()
)
"""Products, firms, newspapers, works of art, events."""

NOUNS = frozenset(
    """abstract academy accident accuracy activity admissions adults advice age agency agreement air airlines airways
    album algebra analyses analysis anatomy anger anniversary annual answer anthropology appeal application
    approach archive area arm army art assembly assessment association attack audit award awards background bank
    baseline battle beast beauty behavior behaviour benefit bible biology birth births board boards book books box
    brain bridge brief brochure brothers budget bulletin bureau business campaign cancer car care case cases
    catalogue census center centre certificate chair chairman champion champions championship championships change
    charter checklist chemistry child children cinema city civil class client clients climate clinic clinicians
    club code codebook cohort cohorts collection college commission committee commons communities community
    company competition concept conclusion condition conditions conference congress consensus constitution content
    contents contract control controls copyright core corps cost costs council counsellors counselors country
    county coup course court courts crash crime crisis criteria culture cup curriculum cut data database dataset
    date dawn day days deaths debate decade decision declaration degree demand democracy department depression
    derby design desire development diagnosis diary dictionary director disaster disc disease document done door
    dream dreams drug earth earthquake ecology economics economy editor editorial education effect effects
    election elections empire encyclopedia energy enrollment enrolment entry environment epidemic episode episodes
    era error estimate estimates ethics evaluation event events evidence exam exchange exhibition experiment
    experiments expert experts explosion factor faculty family famine farm fear feedback festival file film films
    final finals findings fire flight flood flu follow-up food football forecast form format foundation framework
    freedom frontiers funding furniture future game games gate gazette gender genesis geology goal goals gospel
    government graduates grammar grant graph growth guidance guide guidebook guideline guidelines guitar handbook
    hardware hate health heat help history holdings hospital house housing hurricane hypothesis ideas image
    incidence incident income index indicator industries industry inflation initiative input inquest inquiry
    insert institute interview interviews introduction invasion inventory investment island journal journals joy
    judge judgement judgment jupiter justice kingdom knowledge lab laboratory labour lake language laptop launch
    law lecture lectures legislation letter letters lexicon library licence license life list lists literature
    loan logo love magazine mail manifesto manual manuals marathon mark market markets mars massacre match
    material materials matrix measure measures media medicine meeting memo memory men method methods migration
    minister ministry minutes mission mode model models moon mortality mother motion motors mountain movement
    movie museum music names narrative nation nations network news newsletter newspaper night nobel nominees
    notebook novel nurses objective ocean officer oil opinion option order orders organisation organization origin
    outbreak outcome outcomes output package page pages painting pandemic paper papers parents park-and-ride
    parliament participants partition partners party passion patent patients pattern peace pension people
    performance period person phone photo photograph physics pictures pilot plan planning plans play player poem
    poetry police policy poll population position post postscript poverty power powers practice preface prejudice
    premiere presentation president press pressure prevalence prices pride principle principles prison prize
    problem procedure proceedings process product program programme progress project proof protest psychiatry
    psychology publication publications publisher punishment purpose quality quantity questionnaire race radio
    rain rates rating reader readings rebellion recession record records recovery redesign reference references
    referendum reform region register rehab religion remake report reports republic request research resource
    resources respondents response responses result results retreat revenue review reviews revision revolution
    riots river room rooms rule rules safety sales sample samples satellite saturn scale scales school schools
    score scores screenplay sea season secretary senate sense sensibility sentence series services setting
    settings sex show siege silence site skills society sociology software song songs sons sorrow source sources
    spacecraft speech sport sports square stadium staff star stars state statement states station statistics
    status stock stonewall storm story strategy street strike student students studies studios study style subject
    subjects success suicide suite summary summer-school summit sunset supplement supply support survey surveys
    survivors syllabus symphony symposium synopsis syntax system systems task taskforce tasks tax teachers team
    technique technology television term terms test testament tests text textbook texts theatre theory therapist
    therapists therapy thesis time timeline title topic tornado total tour tournament tower town trade traffic
    training transcript translation travel treatment trend trends trial trials trophy trust truth tsunami tutorial
    type typhoon unemployment union university update uprising user users vaccine value values variable ventures
    venus verdict video videos views violence virus visit vocabulary volcano vote votes wages wall war ward
    warming wars water weather web website wedding welfare whitepaper winner winners women workbook workers
    workshop world writing yearbook youth zoo""".split()
)
"""Words that begin a sentence or end a title."""

ADJECTIVES = frozenset(
    """advanced african american asian aunt auntie australian baby bad basic big black bloody blue british canadian
    catholic central chinese christian civil dutch early east eastern english european final first free french
    general german global golden good grand grandfather grandma grandmother grandpa granny great greek green high
    human indian international irish islamic italian japanese jewish last late latin little live low mental modern
    muslim national new north northern old open orange pink public purple red roman royal russian saint scottish
    second silver social south southern spanish swedish third uncle united west western white yellow young""".split()
)
"""Before a capitalised word they make a title or a body, never a person."""

PAIRS = frozenset(
    """adam&eve allen&unwin allyn&bacon antony&cleopatra arthur&andersen bang&olufsen barnes&noble batman&robin
    beavis&butt-head ben&jerry bill&ted black&decker bonnie&clyde cagney&lacey cain&abel chapman&hall
    chatto&windus crosse&blackwell dolce&gabbana dun&bradstreet ernst&young faber&faber gilbert&sullivan
    goldman&sachs hansel&gretel harley&davidson harper&brothers harper&collins harper&row hodder&stoughton
    holmes&watson ike&tina jekyll&hyde johnson&johnson jossey&bass laurel&hardy lawrence&wishart lennon&mccartney
    lewis&clark lilo&stitch marks&spencer morecambe&wise orpheus&eurydice penn&teller price&waterhouse
    procter&gamble rodgers&hammerstein rolls&royce romeo&juliet routledge&paul sacco&vanzetti simon&garfunkel
    simon&schuster smith&wesson sonny&cher standard&poor starsky&hutch sweet&maxwell taylor&francis thames&hudson
    thelma&louise tom&jerry tristan&isolde troilus&cressida turner&hooch wallace&gromit watson&holmes
    weidenfeld&nicolson""".split()
)
"""Two names that 'and' joins into a firm, a band or a tale."""

TALES = frozenset(
    """adam bede; anna karenina; annie hall; barry lyndon; billy budd; billy elliot; citizen kane; daniel deronda;
    david copperfield; don quixote; donnie darko; dorian gray; effi briest; erin brockovich; ethan frome; eugene
    onegin; forrest gump; harry potter; hedda gabler; huckleberry finn; jackie brown; jane eyre; jerry maguire;
    julius caesar; lady bird; lucky jim; madame bovary; malcolm x; mary poppins; miss julie; moby dick; oliver
    twist; peer gynt; peter grimes; peter pan; robin hood; robinson crusoe; silas marner; sophie scholl; still
    alice; tom sawyer; vera drake""".replace("\n   ", "").split("; ")
)
"""Works that are called after somebody."""

SURNAMES = frozenset(
    """austin battle bird bosch box boyd brill bridge case champion child cochrane core court day dean dell door edge
    flood gates guest hooks hope house jenkins jordan judge kent lake law love mark moon page person philips plan post
    power powers price rule siemens song story street strong student suzuki swift tower trust vine wall ward
    winter""".split()
)
"""Those of the words above that many people are called; in brackets before a year they are nothing else."""

_DOUBTFUL = NEVER | PLACES | THINGS | NOUNS
_ENDINGS = re.compile(r"(?:[ts]ion|olog(?:y|ies)|ograph(?:y|ies)|isms?|[aiv]bility|ivity|ality|ment)s?\Z|[^v]ics\Z")
_NOT_ENDINGS = frozenset("clement clements climent sion".split())


def is_doubtful(word: str) -> bool:
    """Whether a capitalised word is more likely a place, a product or a plain noun than an author."""
    low = word.lower().rstrip(".").rpartition(" ")[2]
    return low in _DOUBTFUL or bool(_ENDINGS.search(low) and low not in _NOT_ENDINGS)

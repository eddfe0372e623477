"""Given names that are common where people publish: a name that begins with one is a person’s, not a title’s."""

ALONE = frozenset(
    """adele agnes ahmed aisha alice alison amanda amelia amina amy ana angela anita ann anna anne annie astrid
    audrey barbara beatrice beth betty bob brenda carla carlos carolina caroline catherine charlotte christina
    christine cynthia deborah diana diane diego doris dorothy edith eileen elaine eleanor elena elisabeth eliza
    elizabeth ella ellen elsa emily emma erica erik esther ethan ethel eva evelyn fatima francesca gloria greta
    hanna hannah harriet heather heidi helen helena ida ilse ingrid irene isabel isabelle jane janet janice
    jennifer jessica joanna jonas judith judy julia julie karen karim karin karla kate katherine kathleen katja
    kevin laura lauren leah lena leo liam linda lisa liz louise luca lucia lucy mabel margaret margot maria
    marianne marie marilyn marta martha mary mateo maureen maya megan mehmet melanie melissa mia michelle miriam
    mohammed monica muriel nadia nancy naomi natalie nicole nina noah nora olga oliver olivia omar oscar pablo
    pamela patricia paula pedro penny petra phyllis pia priya rachel rebecca renate rita roberta rosa rosalind
    rosemary sally samira sandra sara sarah sharon sheila silvia simone sofia sonia sophie stella stephanie
    susan susanne sven sylvia tamar tania tariq teresa theresa tim tina tom ursula vera victoria virginia vivian
    wanda wendy yasmin yolanda yvonne zoe""".split()
)
"""Names that are hardly anybody's surname: alone before a year they are somebody spoken of, not somebody cited."""
GIVEN = ALONE | frozenset(
    """aaron abraham ada adam adrian alain alan albert alejandro alex alexander alexandra alfred ali allan allen
    amartya anders andre andrea andreas andrew andré anthony antoine antonio antónio arlie arne arnold
    arthur audre august axel bart ben benedict benjamin bernard bertrand bessel beverly billy bjorn björn bob
    brian bruce bruno carl carlo carmen carol carolyn cathy cecilia charles chen chris christian christopher
    claire clara claude claudia clifford colin craig dan daniel daniela daryl david denis dennis derek dietrich
    dirk dominic don donald donna dora douglas duncan edgar edmund eduardo edward elliot emil emile eric erich
    ernest ernst erving eugene felix fernando florence frances francis francisco franck frank franz fred
    frederic frederick friedrich fritz gabriel gail gary gayatri geert geoffrey georg george georges gerald
    gerard gert gilbert gilles gillian giorgio giovanni gordon grace graham greg gregory guido gunnar gustav guy
    hans harold harry hector heinrich heinz helga helmut henri henrik henry herbert herman hermann hilary howard
    hubert hugh hugo ian ignacio igor iris irvin isaac ivan ivor jack jacob jacqueline jacques jakob james jan
    jared jason javier jay jean jeff jeffrey jens jeremy jerome jesper jill jim jo joan joanne joao joel johan
    johann johannes john jon jonathan jordi jorge josef joseph josé joy joyce juan jules julian juliet julio jun
    jürgen karl kathryn kathy kay keith kelly ken kenneth kim kimberly klaus knud kurt lars laurence lawrence
    lea lee leon leonard leslie lev lewis li lila lilian lily lorenzo louis luc ludwig luigi luis lynn malcolm
    manfred manuel marc marcel marco margarete mari marian mario marion marjorie mark marshall martin martina
    maría mats matthew matthias maurice max mercedes michael michel miguel mikael mike mikhail milton mohamed
    moira molly monika morten moses muhammad myra nathan neil nel niamh nicholas nick nicola niels nigel niklas
    nils noam norbert norman olaf ole otto paolo pat patrick paul paulo per peter philip philippe pierre pieter
    polly quentin rafael rainer ralph raymond regina reinhard rené ricardo richard robert robin rodney roger
    roland rolf roman ronald rose roy rudolf russell ruth ryan sam samuel scott sean sebastian sergio seth
    shannon shirley sigmund simon stanley stefan stephan stephen steve steven stuart sue suzanne svetlana sybil
    tatiana ted terence terry theodor theodore thomas timothy todd tony torsten tracy ulf ulla ulrich umberto
    verena victor vincent viola vladimir walter werner wilfred wilhelm willem william winifred wolfgang xavier
    yan yuri zygmunt åsa émile""".split()
)

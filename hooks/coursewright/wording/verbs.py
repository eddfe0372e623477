"""Verbs that ask for something, and the processes of the revised Bloom taxonomy that lists of verbs put them under.

The lists overlap, and what follows a verb says more than the verb: so a verb counts for every process under which a
list in common use has it. United from Anderson and Krathwohl (2001, pp. 67-68: the processes and their other names)
and from the charts that Clemson University, Bloom's own scheme of 1956 and teachers' handbooks give.
"""

import re

from coursewright.model import PROCESSES

_LISTS = {
    "remember": """arrange choose cite count define describe duplicate find identify label list locate match memorize
        name note order outline quote recall recite recognize record relate remember repeat reproduce retrieve review
        select spell state tabulate underline""",
    "understand": """associate categorize cite clarify classify compare conclude contrast convert defend demonstrate
        describe differentiate discuss distinguish estimate exemplify explain extend extrapolate generalize identify
        illustrate indicate infer interpret locate map outline paraphrase predict recognize relate rephrase report
        represent restate review rewrite select summarize trace translate""",
    "apply": """act adapt administer apply build calculate change choose classify complete compute construct
        demonstrate describe develop discover dramatize employ examine execute experiment explain express facilitate
        identify illustrate implement interpret interview manipulate model modify operate organize perform plan
        practise predict prepare produce propose relate rehearse report respond role-play schedule select simulate
        sketch solve suggest transfer translate use utilize""",
    "analyze": """analyze appraise argue arrange attribute calculate categorize characterize choose classify combine
        compare conclude contrast criticize critique debate deconstruct deduce define describe detect determine
        develop diagram differentiate discover discriminate discuss dissect distinguish divide examine experiment
        explain explore identify illustrate infer inspect integrate interpret investigate list map model order
        organize outline parse predict prioritize probe question relate select separate solve sort structure
        subdivide summarize survey test trace""",
    "evaluate": """appraise argue assess choose compare conclude consider contrast convince criticize critique debate
        decide deduce defend describe determine discriminate discuss disprove estimate evaluate explain grade
        hypothesize interpret judge justify measure monitor persuade predict prioritize prove question rank rate
        recommend reject relate review revise score select summarize support test validate verify weigh""",
    "create": """adapt arrange assemble author blend build categorize change choose combine compile compose construct
        convert create design develop devise discuss elaborate explain facilitate formulate generate hypothesize
        imagine improve innovate integrate invent model modify negotiate order organize originate perform plan predict
        prepare produce propose rearrange reconstruct redesign rehearse reorganize revise rewrite role-play simplify
        solve speculate structure suggest summarize suppose synthesize theorize transform word""",
}
_LISTED = {process: frozenset(verbs.split()) for process, verbs in _LISTS.items()}
PROCESSES_OF = {
    verb: tuple(process for process in PROCESSES if verb in _LISTED[process])
    for verbs in _LISTS.values()
    for verb in verbs.split()
}
"""Verb, spelt with -ize, → the processes that lists have it under, simplest first."""

SETTING_UP = frozenset(
    """recall remember imagine suppose picture think take consider choose pick select read look listen find hold let
    notice turn return go assume begin start revisit watch""".split()
)
"""Orders that prepare for another: 'Recall a time when …', 'Choose one of them'."""

_LIGHT = frozenset(
    """say make give write put tell use show answer complete draw share talk bring work ask comment reflect speak
    present introduce address help set try note support state name act defend walk""".split()
)
EVERYDAY = frozenset(
    """act apply arrange change check choose combine consider convert count decide describe detect determine develop
    discuss divide estimate examine explore find focus grade identify imagine improve inspect label list locate make
    map mark match measure model modify monitor name note order organize outline perform plan point practise predict
    prepare prioritize probe produce propose prove question quote rate recognize record reject relate repeat report
    respond review revise score select separate show simplify solve sort state structure substitute suggest support
    suppose survey test trace transfer translate use value weigh word draw convince persuade interpret express adapt
    illustrate clarify build""".split()
)
"""Verbs of daily use: in 'how would you test it?' they say nothing of a process; as an order they do."""

_BRITISH = re.compile(r"(?<=[a-z]{2})(?:is|ys)e\Z")
_EXCEPTIONS = {"practise", "devise", "revise", "exercise", "advise", "supervise", "improvise", "compromise"}


def american(verb: str) -> str:
    """'summarise' as lists of verbs spell it: 'summarize'."""
    verb = verb.lower()
    spelt = _BRITISH.sub(lambda match: match[0][:-2] + "ze", verb)
    return spelt if verb not in _EXCEPTIONS and spelt in PROCESSES_OF else verb


ORDERS = frozenset(
    {*PROCESSES_OF, *SETTING_UP, *_LIGHT} | {verb[:-2] + "se" for verb in PROCESSES_OF if verb.endswith(("ize", "yze"))}
)
"""Every verb that makes a sentence an order when it comes first."""

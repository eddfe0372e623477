"""Every rule of wording: what it tells, at which words, and the near misses at which it is silent."""

from pathlib import Path
from typing import Any

import pytest

from coursewright.diagnostics import Rule
from coursewright.wording import check_wording
from tests.wording.banks import bank, course_of, told

ASKED: dict[str, list[tuple[str, list[str]]]] = {
    "question-open": [
        ("Does a baker need a clock?", ["question-open: Does"]),
        ("When the oven is cold, is the dough lost?", ["question-open: is"]),
        ("Who invented the tin loaf?", ["question-open: Who"]),
        ("True or false: salt slows yeast.", ["question-open: True or false: salt slows yeast."]),
        ("Does a baker need a clock, and why?", []),
        ("Had the oven been cold, what would the baker have lost?", []),
        ("Could you describe how dough feels when it is ready?", []),
        ("Is the loaf done? Explain how a baker would tell.", []),
        ("When a customer asks, “Is this bread fresh?”, what does she want to hear?", []),
        ("Who decides when the bread is done?", []),
    ],
    "question-focused": [
        ("What do you think about rye?", ["question-focused: What"]),
        ("Discuss sourdough.", ["question-focused: Discuss"]),
        ("And the crust?", ["question-focused: And the crust?"]),
        ("What do you think the customer feared?", []),
        ("What is your opinion of rye as someone who has to sell it?", []),
        ("Discuss how rye changed what farmers sowed.", []),
    ],
    "question-fair": [
        ("Don't you think that rye is heavier?", ["question-fair: Don't you"]),
        ("A loaf should rest, shouldn't it?", ["question-fair: shouldn't it"]),
        ("Surely the miller knew; what kept him quiet?", ["question-fair: Surely"]),
        ("Would you agree that flour matters more than water?", ["question-fair: Would you agree that"]),
        ("How far do you agree that flour matters more than water?", []),
        ("Why doesn't the dough rise in the cold?", []),
        ("How would you answer someone who thinks that surely the miller knew?", []),
    ],
    "question-neutral": [
        ("Why are bakers so stubborn?", ["question-neutral: Why are bakers so stubborn"]),
        ("What should be done about this misguided recipe?", ["question-neutral: misguided"]),
        ("How has the machine ruined the trade?", ["question-neutral: How has the machine ruined"]),
        ("Why do so many bakers start at night?", []),
        ("How would you answer someone who calls rye a ridiculous grain?", []),
        ("How might the machine harm the trade?", []),
    ],
    "question-single": [
        ("What is gluten, and how do bakers measure it?", ["question-single: how do bakers measure"]),
        ("Where did the flour come from? Which mill ground it?", ["question-single: Which"]),
        ("Outline the recipe and assess the miller's share.", ["question-single: assess"]),
        ("What is gluten good for, and why?", []),
        ("What would the baker gain and what would the miller lose?", []),
        ("Recall a loaf that failed; what exactly went wrong?", []),
        ("Choose one recipe and justify your choice.", []),
    ],
    "claim-cited": [
        ("Research shows that smell sells bread. What else might?", ["claim-cited: Research shows"]),
        ("Calvel argued that dough must rest. Where would that fail?", ["claim-cited: Calvel"]),
        ("What does Montgomery (2007) leave out?", ["claim-cited: Montgomery (2007)"]),
        ("Calvel argued that dough must rest [@calvel1990]. Where would that fail?", []),
        ("What evidence suggests that the dough had rested?", []),
        ("What does Danube flour say of those who grow it?", []),
    ],
    "article-agrees": [
        ("What would a oven tell us?", ["article-agrees: a oven"]),
        ("What would an useful oven tell us?", ["article-agrees: an useful"]),
        ("What would a hour, an honest baker and an NHS cook add?", ["article-agrees: a hour,"]),
        ("What would a one-hour, a European, an X-ray, an 8-hour and an SOS call add?", []),
        ("What would an historic or a historic oven tell us?", []),
        ("How do plan A and an oven differ?", []),
    ],
    "variant-joined": [
        ("What does the the oven tell us?", ["variant-joined: the the"]),
        ("What does the her oven tell us?", ["variant-joined: the her"]),
        ("What does the oven, when hot,, tell us?", ["variant-joined: ,,"]),
        ("What is it that that oven had had to do?", []),
    ],
    "verb-agrees": [
        ("What would change if they was to knead by hand?", ["verb-agrees: they was"]),
        ("What would one of them be if it is not a baker?", []),
    ],
    "pronoun-agrees": [
        ("What could the widow have told himself?", ["pronoun-agrees: himself"]),
        ("What could the widow have told her son about himself?", []),
        ("What could the widow's baker have told himself?", []),
    ],
    "question-sayable": [
        ("How would you weigh rye (which (some say) is heavier) and wheat?", ["question-sayable: ("]),
        ("How would you weigh rye (heavier) and wheat (lighter)?", ["question-sayable: ("]),
        ("What explains the product quality assessment?", []),
        ("What explains product quality assessment policy?", ["question-sayable: product quality assessment policy"]),
        ("What explains the assessment policy of the product board?", []),
        ("How would you weigh rye (which some say is heavier) and wheat?", []),
        (f"How would you weigh {'rye and ' * 15}wheat?", []),
        (f"How would you weigh {'rye and ' * 16}wheat?", ["question-sayable: H"]),
    ],
    "question-short": [
        (f"The bakery is old. {'It is dark. ' * 11}How would you light it?", ["question-short: T"]),
        (f"The bakery is old. {'It is dark. ' * 10}How would you light it?", []),
    ],
    "client-protected": [
        ("Describe one of your customers by name; what made them return?",
         ["client-protected: Describe one of your customers by name"]),
        ("Which of your students would you not hire?", ["client-protected: Which of your students"]),
        ("Without naming anyone, describe a student you could not teach; what stood in the way?", []),
        ("How would you describe a student's first loaf?", []),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        pytest.param(ask, expected, id=f"{rule}-{n}")
        for rule, asks in ASKED.items()
        for n, (ask, expected) in enumerate(asks)
    ],
)
def test_what_is_asked(ask: str, expected: list[str]) -> None:
    assert told(bank({"stem": ask, "process": "analyze"})) == expected


@pytest.mark.parametrize(
    ("process", "ask", "expected"),
    [
        ("create", "Recall the three stages of kneading.", ["process-matched: Recall"]),
        ("remember", "How would you judge the crust?", ["process-matched: judge"]),
        ("remember", "Recall the three stages of kneading.", []),
        ("evaluate", "Recall a loaf that failed. What would you have done first?", []),
        ("create", "How would you test the crust?", []),
        ("analyse", "Summarise what the recipe leaves open.", []),
        ("understand", "Summarise what the recipe leaves open.", []),
    ],
)
def test_a_verb_that_no_list_has_under_the_process_is_told(process: str, ask: str, expected: list[str]) -> None:
    assert told(bank({"stem": ask, "process": "analyze" if process == "analyse" else process})) == expected


PERSONAL = "What kept you quiet the last time you burnt a loaf?"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stem": PERSONAL, "sharing": "group"}, ["sharing-free: the last time you"]),
        ({"stem": PERSONAL, "sharing": "group", "alternative": "Answer for a baker in a novel."}, []),
        ({"stem": PERSONAL, "sharing": "optional"}, []),
        ({"stem": "What kept the baker quiet?", "sharing": "group"}, []),
        ({"stem": f"{PERSONAL} Tell the whole group."}, ["sharing-free: Tell the whole group"]),
        ({"stem": PERSONAL, "sharing": "private", "formats": ["journal", "pair"]}, ["sharing-free: pair"]),
        ({"stem": PERSONAL, "sharing": "private", "formats": ["journal"]}, []),
    ],
)
def test_nobody_has_to_share(fields: dict[str, Any], expected: list[str]) -> None:
    assert told(bank(fields)) == expected


ROWS: dict[str, tuple[str, dict[str, dict[str, str]], list[str]]] = {
    "an article against a value": (
        "How would a {who} knead?",
        {"one": {"who": "baker"}, "two": {"who": "artist"}},
        ["article-agrees: artist"],
    ),
    "a value that repeats the stem": (
        "How would the {who} knead?",
        {"one": {"who": "baker"}, "two": {"who": "the miller"}},
        ["variant-joined: the"],
    ),
    "a plural where the stem has a singular": (
        "What does {who} know of ovens?",
        {"one": {"who": "the baker"}, "two": {"who": "the millers"}, "three": {"who": "a crowd of millers"},
         "four": {"who": 'the sign "two bakers"'}},
        ["verb-agrees: the millers"],
    ),
    "a singular where the stem has a plural": (
        "When {who} are tired, what do they forget?",
        {"one": {"who": "bakers"}, "two": {"who": "the miller"}},
        ["verb-agrees: the miller"],
    ),
    "another's pronoun": (
        "How could {who} explain herself?",
        {"one": {"case": "the-oven", "who": "Danuta"}, "two": {"case": "the-oven", "who": "Kwame"},
         "three": {"who": "a baker"}},
        ["pronoun-agrees: Kwame"],
    ),
    "another's pronoun in the row": (
        "What does {who} owe to {whom}?",
        {"one": {"case": "the-oven", "who": "Danuta", "whom": "her oven"},
         "two": {"case": "the-oven", "who": "Kwame", "whom": "her oven"},
         "three": {"case": "the-oven", "who": "Kwame", "whom": "her"},
         "four": {"case": "the-mill", "who": "Sam", "whom": "his mill"}},
        ["pronoun-agrees: her", "pronoun-agrees: his"],
    ),
    "another's pronoun for somebody by their role": (
        "What would {who} have to forgive {self} for?",
        {"one": {"case": "the-oven", "who": "the trainer", "self": "himself"},
         "two": {"case": "the-oven", "who": "the trainer", "self": "herself"},
         "three": {"case": "the-oven", "who": "another trainer", "self": "herself"},
         "four": {"case": "the-mill", "who": "the trainer", "self": "herself"}},
        ["pronoun-agrees: herself"],
    ),
    "one person who is they": (
        "What might {who} fear to lose {end}?",
        {"one": {"case": "the-mill", "who": "Sam", "end": "if they wants to stay"},
         "two": {"case": "the-mill", "who": "Sam", "end": "if they want to stay at their mill by themself"},
         "three": {"case": "the-oven", "who": "Kwame", "end": "by blaming themselves"},
         "four": {"case": "the-mill", "who": "Nadia", "end": "when it is what she want"}},
        ["verb-agrees: they wants", "pronoun-agrees: themselves", "verb-agrees: she want"],
    ),
    "a pronoun of somebody who is named too": (
        "What does {who} owe Danuta for her oven?",
        {"one": {"case": "the-oven", "who": "Kwame"}},
        [],
    ),
    "somebody from another case": (
        "What does {who} hope for?",
        {"one": {"case": "the-oven", "who": "Farai"}, "two": {"case": "the-oven", "who": "Nadia"},
         "three": {"who": "Ruth"}, "four": {"who": "Kwame"}, "five": {"case": "the-mill", "who": "Farai’s uncle"}},
        ["case-own: Farai", "case-own: Kwame"],
    ),
    "a name that is a word": (
        "{what} {rest}",
        {"one": {"what": "Comfort", "rest": "has a price; what might it be?"}},
        [],
    ),
    "the setting of another case": (
        "How might {who} work in {where}?",
        {"one": {"case": "the-oven", "who": "Kwame", "where": "a water mill in the hills"},
         "two": {"case": "the-mill", "who": "Farai", "where": "a water mill in the hills"}},
        ["case-own: a water mill in the hills"],
    ),
    "rows that say the same": (
        "What would {who} notice first?",
        {"one": {"who": "a baker who was trained in France"}, "two": {"who": "a baker trained in France"},
         "three": {"who": "a baker trained in Spain"}},
        ["question-distinct: two"],
    ),
    "rows that change places": (
        "What does {who} know that {other} must ask?",
        {"one": {"who": "the baker", "other": "the miller"}, "two": {"who": "the miller", "other": "the baker"}},
        [],
    ),
    "a claim in one row": (
        "How far does {source} explain a good crust?",
        {"one": {"source": "steam"}, "two": {"source": "the theory that Calvel held about steam"}},
        ["claim-cited: Calvel"],
    ),
    "a row without a value": ("What does {who} know of a oven?", {"one": {}}, []),
}  # fmt: skip


@pytest.mark.parametrize(("stem", "rows", "expected"), ROWS.values(), ids=ROWS)
def test_rows(stem: str, rows: dict[str, dict[str, str]], expected: list[str]) -> None:
    assert told(bank({"stem": stem, "variants": rows})) == expected


@pytest.mark.parametrize(
    ("who", "typed", "hint"),
    [
        ("Kwame", "blame herself", "write 'himself', or word it without the pronoun"),
        ("Kwame", "sell her oven", "write 'his', or word it without the pronoun"),
        ("Danuta", "sell his oven", "write 'her', or word it without the pronoun"),
        ("Kwame", "blame themselves", "write 'himself', or word it without the pronoun"),
    ],
)
def test_the_hint_has_the_pronoun_of_the_case(who: str, typed: str, hint: str) -> None:
    text = bank({"stem": "Why might {who} {act}?", "variants": {"one": {"case": "the-oven", "who": who, "act": typed}}})
    found = [item.hint for item in check_wording(course_of(text)) if item.rule is Rule.PRONOUN_AGREES]
    assert found == [hint]


def test_a_fault_of_the_stem_is_told_once_for_all_rows() -> None:
    rows = {name: {"who": name} for name in ("children", "millers", "strangers")}
    assert told(bank({"stem": "Why are bakers so rude to {who}?", "variants": rows})) == [
        "question-neutral: Why are bakers so rude"
    ]


def test_questions_that_ask_the_same_are_told_once_at_the_later() -> None:
    first = {"stem": "How would you explain to {who} why bread needs salt?",
             "variants": {"child": {"who": "a child"}, "cook": {"who": "a cook"}}}  # fmt: skip
    same = {"stem": "How might you explain to a young child why bread needs salt?"}
    other = {"stem": "How would you explain to a baker what time does to a dough?"}
    text = bank(first, other, same, same)
    found = [item for item in check_wording(course_of(text)) if item.rule is Rule.QUESTION_DISTINCT]
    assert [item.message for item in found] == [
        "'q3/plain' asks nearly the same as 'q1/child'.",
        "'q4/plain' asks nearly the same as 'q1/child'.",
        "'q4/plain' asks nearly the same as 'q3/plain'.",
    ]
    assert {text.split("\n")[item.place.line - 1].strip() for item in found} == {f"stem: {same['stem']}"}


def test_the_work_of_another_author_backs_nothing() -> None:
    stem = "How would Calvel's theory of rest change a recipe?"
    assert told(bank({"stem": stem, "cites": ["david1977"]})) == ["claim-cited: Calvel"]
    assert told(bank({"stem": stem, "cites": ["calvel1990"]})) == []


def test_notes_of_a_question_keep_to_its_cases() -> None:
    stem = {"stem": "What does the oven do to a friendship?", "probes": ["What did Farai lose?"]}
    assert told(bank(stem, owner="case: the-oven")) == ["case-own: Farai"]
    assert told(bank(stem, owner="case: the-mill")) == []


def mixed(processes: str, stances: str) -> str:
    stems = ("What makes rye heavy?", "How might salt slow a dough?", "Who gains from a slow oven?")
    pairs = zip(stems, processes.split(), stances.split(), strict=True)
    return bank(*({"stem": stem, "process": process, "stance": stance} for stem, process, stance in pairs))


def test_a_lesson_mixes_processes_and_stances() -> None:
    lesson = "docs/1-bread/kneading.md"
    assert told(mixed("analyze apply analyze", "opening cause linking")) == [f"processes-mixed: {lesson}"]
    assert told(mixed("analyze apply create", "opening opening linking")) == [f"stances-mixed: {lesson}"]
    assert told(mixed("analyze apply create", "opening cause linking")) == []
    assert told(bank({"stem": "What makes rye heavy?"}, {"stem": "How might salt slow a dough?"})) == []


def test_every_rule_of_wording_has_a_faulty_and_a_silent_example() -> None:
    labels = [rule.label for rule in Rule]
    ours = set(labels[labels.index("question-open") : labels.index("stances-mixed") + 1])
    here = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{label}: ' in here or f"{label}: {{lesson}}" in here for label in ours)

"""How parallel the forms of a set are: what the facilitator reads before choosing one."""

from collections.abc import Iterable, Mapping, Sequence

from coursewright.model import PROCESSES, STANCES, Question
from coursewright.sets.model import Asked, Balance, BalanceRow

_KINDS = ("objective", "process", "stance", "format")


def balance(forms: Mapping[str, Sequence[Asked]], objectives: Iterable[str]) -> Balance:
    """Counts and minutes of forms by letter; rows in the order of the course's `objectives`, processes and stances."""
    orders = {"objective": tuple(objectives), "process": PROCESSES, "stance": STANCES}
    rows = []
    for kind in _KINDS:
        counted = [[_kinds(item)[kind] for item in asked] for asked in forms.values()]
        names = dict.fromkeys(name for form in counted for name in form)
        order = orders.get(kind, ())
        for name in sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name)):
            rows.append(BalanceRow(kind, name, tuple(form.count(name) for form in counted)))
    minutes = tuple(sum(item.minutes for item in asked) for asked in forms.values())
    return Balance(tuple(forms), minutes, tuple(rows))


def _kinds(item: Asked) -> dict[str, str]:
    question: Question = item.variant.question
    return {
        "objective": question.objective.name,
        "process": question.process,
        "stance": question.stance,
        "format": item.variant.format.id,
    }

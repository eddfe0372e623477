"""Question sets: blueprints, parallel forms that are built from them, fingerprints, and sheets as values."""

from coursewright.sets.build import build_set
from coursewright.sets.model import Balance, BalanceRow, Form, Infeasible, QuestionSet, Reason
from coursewright.sets.sheet import Sheet, make_sheet

__all__ = [
    "Balance",
    "BalanceRow",
    "Form",
    "Infeasible",
    "QuestionSet",
    "Reason",
    "Sheet",
    "build_set",
    "make_sheet",
]

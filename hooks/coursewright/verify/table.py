"""Findings as a table to read: a line an entry, with what differs below it."""

from collections.abc import Sequence

from coursewright.verify.lookup import Finding, Outcome


def table(findings: Sequence[Finding]) -> str:
    """The table, and a line that counts the outcomes."""
    width = max((len(finding.key) for finding in findings), default=0)
    lines = [line for finding in findings for line in _lines(finding, width)]
    counts = [
        f"{outcome}: {number}" for outcome in Outcome if (number := sum(item.outcome is outcome for item in findings))
    ]
    kept = ["What was answered is kept: run this again for the rest."] if _is_partial(findings) else []
    return "\n".join([*lines, "; ".join(counts), *kept])


def _is_partial(findings: Sequence[Finding]) -> bool:
    return any(finding.outcome is Outcome.NO_ANSWER for finding in findings)


def exit_code(findings: Sequence[Finding]) -> int:
    """0: all that could be asked agree; 1: some differ or are not found; 2: some got no answer, and none differs."""
    outcomes = {finding.outcome for finding in findings}
    if outcomes & {Outcome.DIFFERS, Outcome.NOT_FOUND}:
        return 1
    return 2 if Outcome.NO_ANSWER in outcomes else 0


def _lines(finding: Finding, width: int) -> list[str]:
    head = f"{finding.key:{width}}  {finding.outcome:9}  {finding.source}".rstrip()
    indent = " " * (width + 2)
    details = [
        line
        for item in finding.differences
        for line in (f"{item.field:8} here   {item.here}", f"{'':8} there  {item.there}")
    ]
    return [head, *(f"{indent}{line}" for line in (*details, finding.remark) if line)]

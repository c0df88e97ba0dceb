"""What is wrong with files that were read to be written anew: how much of which sort, and what shows all of it."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable

from argmap.model.findings import Finding, Severity
from argmap.wording import counted, joined

_LOSSES = ("lost-in-reading", "lost-in-writing")
_SORTS = 5


def grave(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors and warnings among findings, but for what is lost, which is told apart."""
    return [each for each in findings if each.severity is not Severity.NOTE and each.name not in _LOSSES]


def told(findings: Iterable[Finding]) -> str:
    """Say how many errors and warnings there are, and of which sorts, the most frequent first; "" where there are none.

    Example:
        >>> wrong = Finding("AM004", "wrong-value", Severity.ERROR, "…")
        >>> told([wrong, wrong, Finding("AM008", "guess", Severity.WARNING, "…")])
        '2 errors and 1 warning (2 AM004 wrong-value and 1 AM008 guess)'
    """
    found = grave(findings)
    if not found:
        return ""
    severities = Counter(each.severity for each in found)
    sorts = Counter(f"{each.code} {each.name}" for each in found).most_common()
    sums = joined([counted(severities[each], str(each)) for each in Severity if severities[each]])
    return f"{sums} ({joined([f'{count:,} {sort}' for sort, count in sorts], most=_SORTS)})"


def check_of(file: str, input_format: str | None) -> str:
    """Return the command that shows everything that is wrong with a file.

    Example:
        >>> check_of("my map.json", "kialo")
        "argmap check 'my map.json' --input-format kialo"
    """
    return f"argmap check {shlex.quote(file)}{f' --input-format {input_format}' if input_format else ''}"

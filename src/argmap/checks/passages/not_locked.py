"""A passage that the lock does not hold.

What it does:
    In a project that has an argmap.lock, says once for each map how many of its
    passages are not in it. The first of them is where the finding stands.

Why it matters:
    A passage is named by its first and last words. Without a record of what stood
    between them, an edit there goes unseen. 'argmap lock' records it.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
    with `city-survey` locked as: No count was made.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import counted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report that verified passages are not locked, once, with their number."""
    if analysis.lock is None:
        return
    loose = [
        (statement, cited)
        for statement, cited, found in analysis.anchored_once
        if found.outcome is Outcome.VERIFIED
        and cited.selector is not None
        and analysis.lock.record(cited.source, cited.selector) is None
    ]
    if loose:
        statement, cited = loose[0]
        verb = "is" if len(loose) == 1 else "are"
        message = f"{counted(len(loose), 'passage')} {verb} not in argmap.lock: argmap lock records what stands there"
        yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM206", Severity.WARNING, run=run)

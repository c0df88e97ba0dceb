"""A recommendation that the map leaves undecided.

What it does:
    Reports each recommendation that rests on evidence, but is caught in a
    deadlock: what speaks for it and what speaks against it strike at each
    other, and nothing settles which of them stands. Where both stand and are
    only to be weighed, AM114 says so.

Why it matters:
    As it is, the map does not bear the recommendation out. The finding names
    the open point; evidence on that, or an answer, would settle more than any
    further reason.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [speeds-drop]
      speeds-drop:
        claim: A lower limit brings speeds down.
        cite: city-survey "Mean speed … 41 streets" p. 12
        contradicts: [speeds-unchanged]
      speeds-unchanged:
        claim: Nobody drives more slowly.
        cite: memo "no change … outer streets" p. 1
    sources:
      city-survey: City speed survey
      memo: Traffic office memo

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [speeds-drop]
      speeds-drop:
        claim: A lower limit brings speeds down.
        cite: city-survey "Mean speed … 41 streets" p. 12
        contradicts: [speeds-unchanged]
      speeds-unchanged:
        claim: Nobody drives more slowly.
        cite: memo "no change … outer streets" p. 1
        but: [counted-in-holidays]
      counted-in-holidays:
        evidence: The memo's counts were taken in the holidays.
        cite: city-survey "On the outer … school holidays" § 2
    sources:
      city-survey: City speed survey
      memo: Traffic office memo
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._strikes import told
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the recommendations that are undecided."""
    for statement in analysis.graph.statements:
        if statement.kind is Kind.RECOMMENDATION and analysis.evaluation.standings[statement.id] is Standing.UNDECIDED:
            why = analysis.evaluation[statement.id].why
            if why.reason != "to-weigh":
                what = f"the recommendation {quoted(statement.id)} is undecided: {told(why)}"
                yield Flaw(f"{what}, and nothing settles which stands", statement.span, statement.id)


CHECK = Check("AM108", Severity.WARNING, run=run)

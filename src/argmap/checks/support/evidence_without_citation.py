"""Evidence that cites nothing.

What it does:
    Reports each statement of the kind evidence that has no citation for it.
    Citations against it, or given only as context, do not count.

Why it matters:
    Evidence is a reported fact, and a reported fact has a source. Without one
    it is a claim like any other.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell 4.1 km/h on 41 pilot streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell 4.1 km/h on 41 pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.citations import Stance
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report evidence without a citation that speaks for it."""
    standings = analysis.evaluation.standings
    for statement in analysis.graph.statements:
        if statement.kind is not Kind.EVIDENCE or any(c.stance is Stance.SUPPORTS for c in statement.citations):
            continue
        name = f"the evidence {quoted(statement.id)}"
        if statement.citations:
            message = f"no citation of {name} speaks for it: add one that does"
        else:
            rests = "" if standings[statement.id] is Standing.UNSUPPORTED else ", but rests on reasons"
            words = advice(analysis.map)
            same = f", or {words.same} if what stands under 'from:' is the evidence" if statement.passages else ""
            message = f"{name} cites nothing{rests}: {words.cite}{same}, or {words.call_it_claim}"
        yield Flaw(message, statement.span, statement.id)


CHECK = Check("AM103", Severity.WARNING, run=run)

"""A reason of which nobody has said how much it weighs, where a standard asks.

What it does:
    Reports each statement whose standard holds weights against each other, and
    some reason for or against which has none: a support, an attack or a
    citation. Where nothing speaks against a statement, preponderance needs no
    weights.

Why it matters:
    What such a reason outweighs, or is outweighed by, is left open, and the
    statement is usually undecided.

Example:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        standard: preponderance
        because: [{reason: survey, weight: 0.7}]
        but: [outer-streets]
      survey:
        evidence: Mean speed fell on 41 pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
      outer-streets:
        objection: On the outer streets nothing changed.
        cite: memo "no change … outer streets" p. 1
    sources:
      city-survey: City speed survey
      memo: Traffic office memo

Use instead:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        standard: preponderance
        because: [{reason: survey, weight: 0.7}]
        but: [{reason: outer-streets, weight: 0.4}]
      survey:
        evidence: Mean speed fell on 41 pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
      outer-streets:
        objection: On the outer streets nothing changed.
        cite: memo "no change … outer streets" p. 1
    sources:
      city-survey: City speed survey
      memo: Traffic office memo
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._weights import lacking
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements whose standard compares weights that are not there."""
    for index, statement in enumerate(analysis.graph.statements):
        names = lacking(analysis.graph, index)
        if names and statement.standard:
            has = "has" if names.count == 1 else "have"
            what = f"{quoted(statement.id)} asks for {statement.standard.words}, and {names.told} {has} no weight"
            yield Flaw(f"{what}: {advice(analysis.map).weight}", statement.span, statement.id)


CHECK = Check("AM117", Severity.WARNING, run=run)

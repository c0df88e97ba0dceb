"""A statement that is linked to nothing.

What it does:
    Reports each statement, questions aside, that is no reason for or against
    anything and has none itself. A map of one statement has no orphans.

Why it matters:
    An argument is its links. A statement without any stands beside the
    argument; usually its link was forgotten, or an id was changed.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
      residents-agree:
        claim: Most residents are in favour.

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries, residents-agree]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
      residents-agree:
        claim: Most residents are in favour.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements that no relation names."""
    told = [s for s in analysis.graph.statements if s.kind is not Kind.QUESTION]
    linked = analysis.map.named
    for statement in told if len(told) > 1 else ():
        if statement.id in linked or any(citation.id in linked for citation in statement.citations):
            continue
        what = f"the {statement.kind} {quoted(statement.id)} is linked to nothing"
        yield Flaw(f"{what}: {advice(analysis.map).use}", statement.span, statement.id)


CHECK = Check("AM111", Severity.WARNING, run=run)

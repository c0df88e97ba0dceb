"""A statement that is a reason for itself.

What it does:
    Reports each support that has its own conclusion among its premises.

Why it matters:
    Nothing becomes better founded by being said twice. Usually an id was
    mistaken.

Example:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        because: [speeds-drop + pilot]
      pilot:
        premise: Mean speed fell on the pilot streets.

Use instead:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        because: [pilot]
      pilot:
        premise: Mean speed fell on the pilot streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the supports whose conclusion is one of their premises."""
    for relation in analysis.map.relations:
        if relation.kind is RelationKind.SUPPORT and relation.target in relation.premises:
            message = f"{quoted(relation.target)} is given as a reason for itself: delete it here, or correct the id"
            yield Flaw(message, relation.span, relation.target)


CHECK = Check("AM502", Severity.ERROR, run=run)

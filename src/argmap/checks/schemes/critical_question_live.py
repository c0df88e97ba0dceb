"""A critical question that is answered against its step, and the answer stands.

What it does:
    Reports each undercut with 'raises:' that holds: its statements are accepted,
    and nothing that stands undercuts it in turn.

Why it matters:
    A step whose critical question is answered against it holds nothing up. The
    question has an answer, or the step has to go.

Example:
    nodes:
      tiles-last:
        claim: The tiles last fifty years.
        because:
          - reason: chemist-says
            scheme: expert-opinion
            unless: [{reason: chemist-paid, raises: biased}]
      chemist-says: {assumption: The maker's chemist says so.}
      chemist-paid: {assumption: The chemist is paid by the maker.}

Use instead:
    nodes:
      tiles-last:
        claim: The tiles last fifty years.
        because:
          - reason: chemist-says
            scheme: expert-opinion
            unless: [{reason: chemist-paid, raises: biased, unless: [test-repeated]}]
      chemist-says: {assumption: The maker's chemist says so.}
      chemist-paid: {assumption: The chemist is paid by the maker.}
      test-repeated: {assumption: The county repeated the test.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evaluation.labels import TRUE
from argmap.flaws import Flaw
from argmap.graph import Undercut
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import linked, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the undercuts that raise a critical question and hold."""
    if not any(relation.raises is not None for relation in analysis.map.relations):
        return
    solution = analysis.evaluation.solution
    steps = {relation.id: relation for relation in analysis.map.relations if relation.scheme}
    for rule, part in enumerate(solution.program.parts):
        if not isinstance(part, Undercut) or part.relation.raises is None or solution.truth(rule) != TRUE:
            continue
        struck = steps.get(part.relation.target)
        if struck is not None:
            yield _flaw(part.relation, struck)


def _flaw(undercut: Relation, struck: Relation) -> Flaw:
    what = "undercut of" if struck.kind is RelationKind.UNDERCUT else "step to"
    who = linked(list(dict.fromkeys(undercut.premises)))
    message = (
        f"{who} answers the critical question {quoted(undercut.raises or '')} "
        f"against the {what} {quoted(struck.target)}, and stands: answer it under 'unless:', or give the step up"
    )
    return Flaw(message, undercut.raises_span or undercut.span, struck.target)


CHECK = Check("AM604", Severity.ERROR, run=run)

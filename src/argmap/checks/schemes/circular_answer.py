"""A critical question that is answered by the conclusion of its own step.

What it does:
    Reports each answer under 'answers:' that names what the step concludes.

Why it matters:
    Whether the step holds is what the question asks. Its conclusion cannot say.

Example:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            answers: {peers-differ: narrow-lanes}
      engineer-says: {premise: The traffic engineer says so.}

Use instead:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            answers: {peers-differ: handbook-agrees}
      engineer-says: {premise: The traffic engineer says so.}
      handbook-agrees: {claim: The handbook says so too.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the answers that name the conclusion of their step."""
    for relation in analysis.map.relations:
        for answer in relation.answers:
            if relation.target in answer.statements:
                what = f"{quoted(relation.target)} is what the step concludes, and cannot answer its critical question"
                message = f"{what} {quoted(answer.question)}: name what does, or waive the question"
                yield Flaw(message, answer.span or relation.span, relation.target)


CHECK = Check("AM609", Severity.WARNING, run=run)

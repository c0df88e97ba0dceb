"""A critical question that is answered, and waived all the same.

What it does:
    Reports each question that stands under both 'answers:' and 'waives:' of a
    step.

Why it matters:
    One of the two is left over: a question that has an answer is not open.

Example:
    nodes:
      shops-gain:
        claim: Shops gain where a street is closed to cars.
        because:
          - reason: mill-street
            scheme: example
            answers: {counter-instances: all-gained}
            waives: {counter-instances: Nobody has counted.}
      mill-street: {premise: Sales in Mill Street rose.}
      all-gained: {claim: Sales rose in each of the five streets.}

Use instead:
    nodes:
      shops-gain:
        claim: Shops gain where a street is closed to cars.
        because:
          - reason: mill-street
            scheme: example
            answers: {counter-instances: all-gained}
      mill-street: {premise: Sales in Mill Street rose.}
      all-gained: {claim: Sales rose in each of the five streets.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the questions that a step both answers and waives."""
    for relation in analysis.map.relations:
        answered = {answer.question for answer in relation.answers} if relation.waives else set()
        for waiver in relation.waives:
            if waiver.question in answered:
                message = f"the critical question {quoted(waiver.question)} is answered and waived: keep one"
                yield Flaw(message, waiver.span or relation.span, relation.target)


CHECK = Check("AM610", Severity.WARNING, run=run)

"""A critical question that is waived, and nobody says why.

What it does:
    Reports each question under 'waives:' that has no reason after it.

Why it matters:
    To leave a question open on purpose is a judgement, and a reader cannot share
    it without its reason.

Example:
    nodes:
      shops-gain:
        claim: Shops gain where a street is closed to cars.
        because: [{reason: mill-street, scheme: example, waives: [counter-instances]}]
      mill-street: {premise: Sales in Mill Street rose.}

Use instead:
    nodes:
      shops-gain:
        claim: Shops gain where a street is closed to cars.
        because:
          - reason: mill-street
            scheme: example
            waives: {counter-instances: The other closed streets have no shops.}
      mill-street: {premise: Sales in Mill Street rose.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the waivers without a reason."""
    for relation in analysis.map.relations:
        for waiver in relation.waives:
            if not waiver.reason.strip():
                message = f"the critical question {quoted(waiver.question)} is waived without a reason: "
                message += f"write waives: {{{waiver.question}: …}}, and why it is left open"
                yield Flaw(message, waiver.span or relation.span, relation.target)


CHECK = Check("AM605", Severity.WARNING, run=run)

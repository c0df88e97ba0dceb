"""A reason that cannot be supported without its own conclusion.

What it does:
    Reports each step of which some premise is supported only by lines that pass
    through the step's own conclusion. Circles that no evidence enters at all
    are left to AM105.

Why it matters:
    Such a reason adds nothing: whoever doubts the conclusion must doubt the
    premise too. The conclusion stands on its other reasons alone, and looks
    better supported than it is.

Example:
    nodes:
      trusted:
        claim: The agency is trusted.
        cite: poll "61 percent … the agency"
        because: [accurate]
      accurate:
        claim: The agency's figures are accurate.
        because: [trusted]
    sources:
      poll: Poll of 2023

Use instead:
    nodes:
      trusted:
        claim: The agency is trusted.
        cite: poll "61 percent … the agency"
        because: [accurate]
      accurate:
        claim: The agency's figures are accurate.
        cite: audit "no material … was found"
    sources:
      poll: Poll of 2023
      audit: Audit of the agency
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import linked, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the supports that beg the question, but not that of a statement by itself, which is another flaw."""
    begging = set(analysis.evaluation.question_begging)
    for step in analysis.graph.steps if begging else ():
        relation = step.relation
        if relation.id in begging and relation.target not in relation.premises:
            conclusion = f"{quoted(relation.target)}, for which it is given as a reason"
            what = f"{linked(relation.premises)} cannot be supported without {conclusion}"
            yield Flaw(f"{what}: give it other support, or drop it", relation.span, relation.target)


CHECK = Check("AM106", Severity.WARNING, run=run)

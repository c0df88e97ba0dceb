"""What others say, stated as a fact of the source.

What it does:
    Reports each citation of what a source reports as the words of others: of critics,
    a party or a company, after 'according to', in a question or a charge, where the
    statement names nobody. What a source found, showed or measured is its own word. An
    objection for which the analysed text itself is cited may be what others say there.

Why it matters:
    That a newspaper prints what a company claims is no evidence for the claim, only
    for its having been made.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the ring road.
        cite: city-survey "Mean speed fell on the ring road"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on the ring road, the contractor claims.

Use instead:
    nodes:
      speeds-drop:
        evidence: The contractor claims that mean speed fell.
        cite: city-survey "Mean speed … contractor claims"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on the ring road, the contractor claims.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check(
    "AM406", Severity.WARNING, run=unfair(Misuse.VOICE, "reports what others say or ask", "name them in the statement")
)

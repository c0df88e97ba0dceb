"""A quotation cut off before its condition.

What it does:
    Reports each citation whose sentence goes on with 'but only', 'unless', 'if',
    'except' or 'until', or begins so, where the statement leaves that out; also one
    that goes on to take back what is quoted.

Why it matters:
    What holds under a condition is quoted as if it always held. Readers who look the
    passage up find the words, and stop at the same place as the quotation.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the ring road.
        cite: city-survey "Mean speed fell on the ring road"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on the ring road, but only at night.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the ring road only at night.
        cite: city-survey "Mean speed … at night"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on the ring road, but only at night.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check(
    "AM404",
    Severity.WARNING,
    run=unfair(Misuse.CONDITION, "goes on or begins with a condition", "say it in the statement"),
)

"""A flat statement of what its source only thinks likely.

What it does:
    Reports each citation whose sentence says with a word that holds back, such as
    'may', 'suggests', 'preliminary' or 'is thought to', what the statement says flatly.

Why it matters:
    On its way from source to summary, 'may have' becomes 'has'. The words that are
    lost are those by which the source said how sure it was.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "have fallen on the pilot streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed may have fallen on the pilot streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed probably fell on the pilot streets.
        cite: city-survey "Mean speed may … pilot streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed may have fallen on the pilot streets.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check("AM403", Severity.WARNING, run=unfair(Misuse.HEDGE, "is less sure", "hold back as the source does"))

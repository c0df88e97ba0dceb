"""A general statement of what its source says of a part.

What it does:
    Reports each citation whose sentence speaks of some, of a part, of an average, of
    mice or of the night, where the statement says the same of all.

Why it matters:
    Two of nineteen streets become the streets. The words that are lost are those by
    which the source said how far its finding reaches.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "mean speed fell"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: In two of nineteen streets, mean speed fell.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell in two of nineteen streets.
        cite: city-survey "In two … speed fell"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: In two of nineteen streets, mean speed fell.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check("AM407", Severity.WARNING, run=unfair(Misuse.SCOPE, "limits it", "write that limit into the statement"))

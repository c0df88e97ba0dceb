"""A quotation of what its source denies.

What it does:
    Reports each citation whose passage stands in a sentence that denies or doubts
    it, or that the next sentence takes back, where the statement does not say so:
    'it is not true that', 'no evidence that', 'failed to', 'which is false'.

Why it matters:
    Left out, a few words turn the evidence round. To cut before 'not' is the shortest
    way to quote an author for what the author denies. Such a citation is no ground.

Example:
    nodes:
      speeds-drop:
        evidence: Speeds fell at night.
        cite: city-survey "speeds fell at night"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: There is no evidence that speeds fell at night.

Use instead:
    nodes:
      speeds-drop:
        evidence: Nothing shows that speeds fell at night.
        cite: city-survey "There is no … at night"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: There is no evidence that speeds fell at night.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check("AM402", Severity.WARNING, run=unfair(Misuse.DENIAL, "denies it", "say so in the statement"))

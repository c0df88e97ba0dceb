"""An ellipsis that hides a denial, a condition or another subject.

What it does:
    Reports each citation written 'start … end' where the words between deny or
    condition what the statement says, or end a sentence and begin one about another
    thing. A long passage whose statement says what it says is fair.

Why it matters:
    Both phrases are in the source, so the citation looks verified, while what joins
    them says something else.

Example:
    nodes:
      speeds-drop:
        evidence: The council adopted the limit.
        cite: city-survey "The council … adopt the limit"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: The council saw no reason at all to adopt the limit.

Use instead:
    nodes:
      speeds-drop:
        evidence: The council saw no reason to adopt the limit.
        cite: city-survey "The council … adopt the limit"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: The council saw no reason at all to adopt the limit.
"""

from __future__ import annotations

from argmap.checks import Check
from argmap.checks.content._unfair import unfair
from argmap.evidence.fairness.dispute import Misuse
from argmap.model.findings import Severity

CHECK = Check(
    "AM405",
    Severity.WARNING,
    run=unfair(Misuse.ELLIPSIS, "says something else where the citation has its '…'", "say it in the statement"),
)

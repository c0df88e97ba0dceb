"""A recommendation that rests on no evidence.

What it does:
    Reports each recommendation from which no complete chain of reasons leads to
    a citation or a declared assumption, and names the statements that need a
    source before one would.

Why it matters:
    A recommendation is what the reader is asked to act on. One without evidence
    is an opinion, and should be read as one.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
    sources:
      trauma-audit: Hospital trauma audit
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._support import ROOTS, unsupported
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.statements import Kind


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the recommendations that are not supported."""
    return unsupported(analysis, (Kind.RECOMMENDATION,))


CHECK = Check("AM102", Severity.WARNING, run=run, follows=ROOTS)

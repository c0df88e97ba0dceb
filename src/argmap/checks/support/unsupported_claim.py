"""A claim that rests on no evidence.

What it does:
    Reports each claim, premise, objection and argument from which no complete
    chain of reasons leads to a citation or a declared assumption. In a linked
    reason every premise must be supported; of several reasons one is enough;
    reasons that go round in a circle support nothing. Objections play no part
    here: being attacked is not lacking support. A citation whose passage is
    missing from its source is no evidence. A claim whose reasons only wait for
    others to be supported merely follows from those.

Why it matters:
    Readers take a drawn argument for an evidenced one. This list is what the
    author asserts without showing it. Where the analysed text itself offers
    nothing, leave the claim uncited: the finding says so truthfully.

Example:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed]
      impact-speed:
        premise: Impact speed decides how bad an injury is.

Use instead:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed]
      impact-speed:
        premise: Impact speed decides how bad an injury is.
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

_CLAIMS = (Kind.CLAIM, Kind.PREMISE, Kind.OBJECTION, Kind.ARGUMENT)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the claims, premises, objections and arguments that are not supported."""
    return unsupported(analysis, _CLAIMS)


CHECK = Check("AM101", Severity.WARNING, run=run, follows=ROOTS)

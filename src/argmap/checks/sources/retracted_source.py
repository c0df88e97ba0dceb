"""A citation of a source that was retracted or superseded.

What it does:
    Reports the supporting citations of sources whose record says 'retracted' or
    'superseded-by'.

Why it matters:
    What its publisher has taken back is no evidence, however well it was quoted.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey p. 12
    sources:
      city-survey: {title: City speed survey, retracted: "2025-03-01"}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: new-survey p. 3
    sources:
      new-survey: {title: City speed survey of 2025}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.citations import Citation, Stance
from argmap.model.findings import Severity
from argmap.wording import quoted

_NOT = ("false", "no", "none")
"""What an author may write of a source that was not retracted."""


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the citations that rest on a source taken back or replaced."""
    for statement, cited, _ in analysis.anchored:
        source = analysis.sources.get(cited.source)
        if source is None or not isinstance(cited, Citation) or cited.stance is not Stance.SUPPORTS:
            continue
        if source.retracted and source.retracted.casefold() not in _NOT:
            yield Flaw(
                f"{quoted(source.id)} was retracted ({source.retracted}): cite something else", cited.span, statement.id
            )
        elif source.superseded_by:
            message = (
                f"{quoted(source.id)} was superseded by {quoted(source.superseded_by)}: see what that says, and cite it"
            )
            yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM305", Severity.ERROR, run=run)

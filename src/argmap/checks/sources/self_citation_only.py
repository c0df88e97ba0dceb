"""An argument that cites only the text that makes it.

What it does:
    In a map about a text, says so when every supporting citation is of that very
    text.

Why it matters:
    That an author reports a fact is some evidence for it, and all there is here:
    nothing from outside confirms what the author says.

Example:
    about: brief
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        from: mean speed fell
        cite: mean speed fell by 4.1 km/h
    sources:
      brief: {title: Brief to the council}

Use instead:
    about: brief
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        from: mean speed fell
        cite: city-survey "fell by 4.1 km/h"
    sources:
      brief: {title: Brief to the council}
      city-survey: {title: City speed survey}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import cited_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report that the analysed text is the only one cited."""
    cited = cited_sources(analysis)
    if analysis.map.about and list(cited) == [analysis.map.about]:
        _, citation = cited[analysis.map.about]
        about = quoted(analysis.map.about)
        message = f"every citation here is of {about}, the text that the map is about: nothing else confirms it"
        yield Flaw(message, citation.span, citation.source)


CHECK = Check("AM310", Severity.WARNING, run=run)

"""Evidence that nobody saw at first hand.

What it does:
    Where the kind of every source that a map cites in support is known, says so
    when none of them, and none that they are based on, is primary or data.

Why it matters:
    A report of a report may have lost what mattered. One look at the first hand
    settles it.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: leaflet p. 1
    sources:
      leaflet: {title: Leaflet, kind: secondary}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: leaflet p. 1
    sources:
      leaflet: {title: Leaflet, kind: secondary, based-on: survey}
      survey: {title: Survey, kind: data}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import cited_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.sources import SourceKind, upstream

_FIRST_HAND = (SourceKind.PRIMARY, SourceKind.DATA)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report that no cited source is, or goes back to, a first hand."""
    cited = cited_sources(analysis)
    reached = {each for name in cited for each in upstream(name, analysis.sources)}
    kinds = [analysis.sources[name].kind if name in analysis.sources else None for name in reached]
    if cited and None not in kinds and not any(kind in _FIRST_HAND for kind in kinds):
        _, citation = next(iter(cited.values()))
        message = "no source cited here is primary or data, or based on one: cite one, or name it under 'based-on:'"
        yield Flaw(message, citation.span, citation.source)


CHECK = Check("AM309", Severity.NOTE, run=run)

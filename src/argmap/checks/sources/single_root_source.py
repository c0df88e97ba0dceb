"""Several sources that all go back to one.

What it does:
    Follows 'based-on' from every source that a map cites in support. Where there
    are at least two of them and all end at the same one, it says so.

Why it matters:
    Three reports of one survey are one survey. The number of citations makes the
    argument look better founded than it is.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: [leaflet p. 1, memo p. 2]
    sources:
      leaflet: {title: Leaflet, based-on: survey}
      memo: {title: Memo, based-on: survey}
      survey: {title: Survey}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: [leaflet p. 1, counts p. 2]
    sources:
      leaflet: {title: Leaflet, based-on: survey}
      counts: {title: Counts of the police}
      survey: {title: Survey}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import cited_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.sources import roots
from argmap.wording import counted, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report that all cited sources have one root."""
    cited = cited_sources(analysis)
    found = {root for name in cited for root in roots(name, analysis.sources)}
    if len(cited) > 1 and len(found) == 1:
        _, citation = next(iter(cited.values()))
        message = f"all {counted(len(cited), 'source')} cited here go back to {quoted(found.pop())}: they count as one"
        yield Flaw(message, citation.span, citation.source)


CHECK = Check("AM307", Severity.WARNING, run=run)

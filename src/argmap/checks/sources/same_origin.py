"""Several sources from one publisher or of one origin.

What it does:
    Names the sources cited in support that share their 'publisher' or 'origin',
    once for each that is shared.

Why it matters:
    What two papers of one house say agrees more easily than what two houses say.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: [leaflet p. 1, memo p. 2]
    sources:
      leaflet: {title: Leaflet, publisher: Traffic office}
      memo: {title: Memo, publisher: Traffic office}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: [leaflet p. 1, counts p. 2]
    sources:
      leaflet: {title: Leaflet, publisher: Traffic office}
      counts: {title: Counts, publisher: Police}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import cited_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report each publisher and origin that several cited sources share."""
    cited = cited_sources(analysis)
    shared: dict[tuple[str, str], list[str]] = {}
    written: dict[str, str] = {}
    for name in cited:
        source = analysis.sources.get(name)
        for what in ("publisher", "origin"):
            held_by = getattr(source, what, None)
            if held_by:
                alike = " ".join(held_by.casefold().split())
                written.setdefault(alike, held_by)
                shared.setdefault((what, alike), []).append(name)
    for (what, alike), names in shared.items():
        if len(names) > 1:
            _, citation = cited[names[1]]
            yield Flaw(
                f"{listed(names)} have the same {what}, {quoted(written[alike])}", citation.span, citation.source
            )


CHECK = Check("AM308", Severity.NOTE, run=run, default=False)

"""A web source that was last seen long ago.

What it does:
    Reports the sources that a map names whose record has a 'url' and was last
    'retrieved' more than two years ago.

Why it matters:
    What stands there now may be something else. 'argmap source fetch' looks again,
    and the lock tells what has changed.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey p. 12
    sources:
      survey:
        title: Survey
        url: https://example.org/s
        retrieved: 2001-01-31

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey p. 12
    sources:
      survey: {title: Survey on paper, retrieved: 2001-01-31}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import named_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted

_FRESH = timedelta(days=2 * 365)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the web sources last seen more than two years ago, each at the first place that names it."""
    oldest = (datetime.now(UTC).date() - _FRESH).isoformat()
    for source, cited in named_sources(analysis):
        if source.url and source.retrieved and source.retrieved[:10] < oldest:
            again = f"argmap source fetch {source.id} fetches it again"
            message = f"{quoted(source.id)} was last seen on {source.retrieved}: {again}"
            yield Flaw(message, cited.span, source.id)


CHECK = Check("AM312", Severity.NOTE, run=run)

"""A web source without the date on which it was seen.

What it does:
    Reports the sources that a map names whose record has a 'url', but neither a
    text at hand nor the date when it was 'retrieved'.

Why it matters:
    Pages change and vanish. Without a date nobody can look up what stood there.
    'argmap source fetch' keeps the text and writes the date.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey p. 12
    sources:
      survey: {title: Survey, url: "https://example.org/s"}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey p. 12
    sources:
      survey: {title: Survey, url: "https://example.org/s", retrieved: "2026-11-20"}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks.sources._origins import named_sources
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the web sources without a date, each at the first place that names it."""
    for source, cited in named_sources(analysis):
        if source.url and not source.retrieved and source.id not in analysis.texts:
            remedy = f"argmap source fetch {source.id} keeps its text"
            message = f"{quoted(source.id)} has a url, but no date of retrieval: {remedy}"
            yield Flaw(message, cited.span, source.id)


CHECK = Check("AM303", Severity.NOTE, run=run)

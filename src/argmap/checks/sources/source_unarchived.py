"""A web source without an archived copy.

What it does:
    Reports the sources that a map names whose record has a 'url', but no
    'archived' address.

Why it matters:
    Half of all links die within some years. An archived copy is what a reader can
    still open then.

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
      survey:
        title: Survey
        url: https://example.org/s
        archived: https://archive.example.org/s
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
    """Report the web sources without a copy, each at the first place that names it."""
    for source, cited in named_sources(analysis):
        if source.url and not source.archived:
            message = f"{quoted(source.id)} has a url, but no archived copy: name one under 'archived:'"
            yield Flaw(message, cited.span, source.id)


CHECK = Check("AM304", Severity.NOTE, run=run)

"""A quotation whose two ends cannot frame one passage.

What it does:
    Reports each 'start … end' of which both phrases are in the source, but the
    end only before the start, or more than 3,000 characters after it.

Why it matters:
    A passage of pages is no place that a reader can check, and one that ends
    before it begins is a slip.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "41 streets … mean speed fell" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: The mean speed fell by 4.1 km/h, on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "mean speed fell … 41 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: The mean speed fell by 4.1 km/h, on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the quotations whose phrases are there, but not as the ends of one passage."""
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.implausible and cited.selector is not None:
            what = f"the phrases of {quoted(cited.selector.quote)} are in {quoted(cited.source)}, but frame no passage"
            message = f"{what}: the end stands before the start, or more than 3,000 characters after it"
            yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM209", Severity.ERROR, run=run)

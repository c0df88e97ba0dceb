r"""A page number that is not the page on which the passage stands.

What it does:
    In a source whose text has pages, compares a locator such as 'p. 12' or
    'pp. 3-4' with the page on which the passage was found. Pages end with a form
    feed, written \f below.

Why it matters:
    A reader who opens the page and does not find the words stops believing the
    rest.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Contents. \f Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 2
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Contents. \f Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted

_PAGES = re.compile(r"(?:pp?\.|pages?)\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", re.IGNORECASE)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the locators that name another page than that of the passage."""
    told = set()
    for statement, cited, resolution in analysis.anchored:
        pages = _PAGES.match(cited.locator or "")
        place = (statement.id, cited.source, cited.selector, cited.locator)
        if resolution.page is None or pages is None or place in told:
            continue
        told.add(place)
        first = int(pages[1])
        last = int(pages[2]) if pages[2] else first
        if not first <= resolution.page <= last:
            where = f"page {resolution.page} of {quoted(cited.source)}"
            message = f"the passage is on {where}, not on {cited.locator}: write p. {resolution.page}"
            yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM208", Severity.WARNING, run=run)

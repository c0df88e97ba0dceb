"""A source in a map that hides the project's record of the same id.

What it does:
    Reports each source written under 'sources:' whose id is also that of a record
    in the folder of source records. In this map, the source written in it counts.

Why it matters:
    The two may name different texts. Whoever mends the record in the folder
    changes nothing for this map, and does not see why.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey p. 12
    sources:
      city-survey: City speed survey

    with a record of `city-survey`

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey p. 12

    with a record of `city-survey`
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources of a map that its project has a record of too."""
    records = analysis.project.records
    for source in analysis.map.sources:
        record = records.get(source.id)
        if record is not None and record is not source:
            where = record.record.file if record.record else "the project"
            message = f"this source hides the record {quoted(source.id)} of {where}: delete one, or give it another id"
            yield Flaw(message, source.span, source.id, source)


CHECK = Check("AM313", Severity.NOTE, run=run)

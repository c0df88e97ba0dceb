"""A locked passage in which a figure or a negation has changed.

What it does:
    Compares the figures, and words such as 'not' and 'never', of a passage in a
    revised source with those it had when it was locked.

Why it matters:
    170 that became 160, or a 'not' that appeared, turns the evidence round, and
    changes so little else that nobody notices.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 1.4 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import changed_words, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages whose figures or negations are not those that were locked."""
    for statement, cited, resolution in analysis.anchored:
        if (resolution.lost or resolution.gained) and cited.selector is not None and resolution.places:
            yield Flaw(
                f"in {quoted(cited.selector.quote)} of {quoted(cited.source)}, "
                f"{changed_words(resolution.lost, resolution.gained)}: "
                "see whether the statement still holds, then accept it with argmap reanchor --accept ask",
                cited.span,
                statement.id,
            )


CHECK = Check("AM207", Severity.ERROR, run=run)

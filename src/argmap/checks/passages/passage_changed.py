"""A passage whose words have changed since it was locked.

What it does:
    Finds a locked passage again in a source that was revised, and reports it when
    its words are no longer the same; the score says how like it is. Changed
    figures, negations and the like are AM207.

Why it matters:
    The citation was right about another wording. Whether it still supports the
    statement is for a person to say: 'argmap reanchor' shows what changed, and
    mends the phrases once that is accepted.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed sank by 4.1 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed sank … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed sank by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages whose words changed, but none on which their meaning turns."""
    lines = Lines(analysis.texts)
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.FUZZY or resolution.says_otherwise or cited.selector is None:
            continue
        found = resolution.places[0]
        remedy = "argmap reanchor mends it"
        if not resolution.is_strong:
            remedy = "check whether it still means the same, then accept it with argmap reanchor"
        message = (
            f"{quoted(cited.selector.quote)} reads differently in {quoted(cited.source)} now, in line "
            f"{lines.of(cited.source, found)}: {lines.excerpt(cited.source, found)} ({resolution.score or 0:.2f})"
        )
        yield Flaw(f"{message}; {remedy}", cited.span, statement.id)


CHECK = Check("AM203", Severity.WARNING, run=run)

"""A locked passage that stands in other surroundings now.

What it does:
    Reports a passage whose words are still in its revised source, once, but not
    between the words that were around it when it was locked.

Why it matters:
    The same words can mean something else elsewhere: a finding may have become a
    quotation, or the sentence before it may take it back. Look, and then accept
    it with 'argmap reanchor'.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "fell by 4.1 km/h"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Some said that it fell by 4.1 km/h, which nobody showed.
    with `city-survey` locked as: On all 41 streets it fell by 4.1 km/h in every month.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "fell by 4.1 km/h"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: On all 41 streets it fell by 4.1 km/h in every month.
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
    """Report the passages in other surroundings, but for those beside which a negation came or went."""
    lines = Lines(analysis.texts)
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.CONTEXT_CHANGED or resolution.says_otherwise:
            continue
        if cited.selector is not None:
            line = lines.of(cited.source, resolution.places[0])
            yield Flaw(
                f"{quoted(cited.selector.quote)} stands between other words of {quoted(cited.source)} now, in line "
                f"{line}; check whether it still means the same, then accept it with argmap reanchor",
                cited.span,
                statement.id,
            )


CHECK = Check("AM204", Severity.WARNING, run=run)

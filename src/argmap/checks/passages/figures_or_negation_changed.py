"""A locked passage in which a figure, a negation or the like has changed.

What it does:
    Compares what a passage in a revised source says with what it said when it was
    locked: its figures, in digits and in words, in any script; negations, and the
    parts of words that make opposites ('unsafe', 'nichtig'); modals ('must', 'may');
    quantifiers ('all', 'few'); words of order ('before', 'above'). It knows them in
    some seventy languages, and takes the language from the source's record or the
    text, and says what is new, what is gone and what was replaced.

Why it matters:
    170 that became 160, or a 'not' that is gone, turns the evidence round, and
    changes so little else that nobody notices. So argmap reanchor never takes such
    a change by itself: --accept ask shows it, and asks.

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
    """Report the passages whose figures, negations or other signal words are not those that were locked."""
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.says_otherwise and cited.selector is not None and resolution.places:
            yield Flaw(
                f"in {quoted(cited.selector.quote)} of {quoted(cited.source)}, "
                f"{changed_words(resolution.lost, resolution.gained, resolution.replaced)}: "
                "see whether the statement still holds, then accept it with argmap reanchor --accept ask",
                cited.span,
                statement.id,
            )


CHECK = Check("AM207", Severity.ERROR, run=run)

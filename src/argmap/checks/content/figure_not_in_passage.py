"""A figure in a statement that its cited passages do not hold.

What it does:
    Looks each figure of a statement's text and title up in the passages that it
    cites; passages under 'from:' do not count. Number words, separators, per cent
    signs, magnitudes and fractions may be written otherwise, a percentage may be
    worked out from two figures side by side, and beside 'about', 'nearly', 'over'
    and the like a figure may be rounded. Ordinals, numbered things (Article 5,
    Tower 22) and a plain 'one' are passed over. Says nothing where a citation
    names no passage or its passage is not at hand, as the figure may stand there.

Why it matters:
    A wrong figure is the commonest slip of the pen, and the one that is quoted.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell by 4.7 km/h on 41 streets.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell by about 4 km/h on forty-one streets.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._passages import cited_texts
from argmap.checks.content._figures import missing_figures
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import listed


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements with figures that are in none of their cited passages."""
    for statement in analysis.graph.statements:
        passages = cited_texts(analysis, statement.citations)
        missing = missing_figures(f"{statement.title or ''}. {statement.text}", passages) if passages else []
        if missing:
            verb, what = ("is", "it") if len(missing) == 1 else ("are", "them")
            message = f"{listed(missing)} {verb} in no passage cited here: correct {what}, or cite where it is said"
            rounded = [figure for figure in missing if not missing_figures(f"about {figure}", passages)]
            message += f"; if {listed(rounded)} is rounded, write 'about {rounded[0]}'" if rounded else ""
            yield Flaw(message, statement.span, statement.id)


CHECK = Check("AM401", Severity.WARNING, run=run)

"""A recommendation whose whole support hangs on one source or one statement.

What it does:
    Names, for each supported recommendation, every single source or statement
    without which it would have no support; of statements that follow on one
    another, only the last. In a map without recommendations it looks at the
    claims that are no reason for others. A source that they all need is named
    once.

Why it matters:
    However many reasons are drawn, they are one reason if they all go back to
    the same place. A second, independent line of support is worth more than a
    tenth one through the same door.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [speeds-drop, noise-drops]
      speeds-drop:
        premise: A lower limit brings speeds down.
        cite: city-survey "Mean speed … 41 streets" p. 12
      noise-drops:
        premise: A lower limit makes streets quieter.
        cite: city-survey "2.1 dB … pilot streets" p. 15
    sources:
      city-survey: City speed survey

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [speeds-drop, noise-drops]
      speeds-drop:
        premise: A lower limit brings speeds down.
        cite: city-survey "Mean speed … 41 streets" p. 12
      noise-drops:
        premise: A lower limit makes streets quieter.
        cite: noise-map "2.1 dB … pilot streets" p. 15
    sources:
      city-survey: City speed survey
      noise-map: Noise map
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evaluation.labels import Standing
from argmap.evaluation.necessity import FailurePoints
from argmap.flaws import Flaw
from argmap.graph import ends
from argmap.model.findings import Severity
from argmap.model.statements import Kind, Statement
from argmap.wording import listed, quoted, some

_SHOWN = 4


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources and statements with which the support of recommendations, or of top claims, falls."""
    tops = _tops(analysis)
    needs, index = analysis.evaluation.solution.needs, analysis.graph.index_of
    sources = [FailurePoints(needs, index[statement.id]).sources for statement in tops]
    shared = set(sources[0]).intersection(*sources[1:]) if len(tops) > 1 else set()
    if shared:
        every = "both" if len(tops) == 2 else f"all {len(tops):,}"
        yield Flaw(f"{every} supported {tops[0].kind}s need {_named(sorted(shared))}", tops[0].span, tops[0].id)
    through = ends(needs.nearest, _SHOWN + 1, [index[top.id] for top in tops]) if tops else {}
    for statement, needed in zip(tops, sources, strict=True):
        points = [analysis.graph.statements[at].id for at in through[index[statement.id]]]
        ways = [f"runs through {some(points, _SHOWN)}"] if points != [statement.id] else []
        own = [name for name in needed if name not in shared]
        ways += [f"needs {_named(own)}"] if own else []
        if ways:
            message = f"all support for the {statement.kind} {quoted(statement.id)} {' and '.join(ways)}"
            yield Flaw(message, statement.span, statement.id)


def _tops(analysis: Analysis) -> list[Statement]:
    """Return the recommendations that reasons support; in a map without any, the claims that are no reason."""
    graph, m = analysis.graph, analysis.map
    kind = Kind.RECOMMENDATION if m.recommendations else Kind.CLAIM
    return [
        statement
        for at, statement in enumerate(graph.statements)
        if statement.kind is kind
        and graph.supports_on[at]
        and analysis.evaluation.standings[statement.id] is not Standing.UNSUPPORTED
        and (kind is Kind.RECOMMENDATION or not any(step.pro for step in graph.steps_from[at]))
    ]


def _named(names: list[str]) -> str:
    return f"the source{'s' if len(names) > 1 else ''} {listed(names)}"


CHECK = Check("AM112", Severity.NOTE, run=run)

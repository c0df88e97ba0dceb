"""An expectation of the map's author that does not hold.

What it does:
    Reports each statement under 'expect:' whose standing is not the one, or one
    of those, that is expected of it, with the reason for the standing that it
    has. Declared assumptions count as grounds; 'argmap why ID' shows the whole
    chain. A question has no standing, and nothing can be expected of it.

Why it matters:
    An expectation turns the evaluation into a test: what the author once found
    to stand, or to fall, is looked at again after every change of the map and
    of its sources. Where it fails, an argument broke that was thought to hold,
    or the expectation is out of date.

Example:
    expect: {adopt-30: accepted}
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.

Use instead:
    expect: {adopt-30: accepted}
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
    sources:
      trauma-audit: Hospital trauma audit
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._support import waits_for
from argmap.flaws import Flaw
from argmap.model.expectations import Expectation
from argmap.model.findings import Severity
from argmap.native.scalars import brief
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the expectations that do not hold."""
    for expectation in analysis.map.expectations:
        if expectation.statement in analysis.graph.index_of and not holds(expectation, analysis):
            message = f"{told(expectation, analysis)}{_why(expectation.statement, analysis)}"
            roots = waits_for(analysis, [analysis.graph.index_of[expectation.statement]])
            yield Flaw(message, expectation.span, expectation.statement, follows=roots)


def holds(expectation: Expectation, analysis: Analysis) -> bool:
    """Tell whether a statement's standing is one of those that are expected of it."""
    return analysis.evaluation.standings.get(expectation.statement) in expectation.standings


def told(expectation: Expectation, analysis: Analysis) -> str:
    """Say what is expected of a statement, and what it is instead."""
    expected = (
        f"{quoted(expectation.statement)} is expected to be {_either(tuple(dict.fromkeys(expectation.standings)))}"
    )
    standing = analysis.evaluation.standings.get(expectation.statement)
    if standing is None:
        return f"{expected}, but it is a question, which has no standing: delete the expectation, or make it a claim"
    return f"{expected}, but it is {standing}"


def _why(statement: str, analysis: Analysis) -> str:
    """Return the reason for a standing, and what shows all that it rests on."""
    if statement not in analysis.evaluation:
        return ""
    verdict = analysis.evaluation[statement]
    reason = next(verdict.why.told(analysis.remarks, depth=0)).removeprefix(f"{statement} is {verdict.standing}: ")
    return f": {brief(reason)}; 'argmap why {statement}' shows the whole chain"


def _either(words: Sequence[str]) -> str:
    """Join words as alternatives."""
    *first, last = map(str, words)
    return f"{', '.join(first)} or {last}" if first else last


CHECK = Check("AM113", Severity.ERROR, run=run)

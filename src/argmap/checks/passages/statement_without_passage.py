"""A statement that the analysed text is not shown to make.

What it does:
    In a map that has 'about:', reports each statement without 'from:'. One that
    cites the analysed text is not reported, for the citation shows the place;
    nor is what the text does not say but needs, marked 'implicit: true'.

Why it matters:
    Whoever encodes a text easily adds what it should have said. 'from:' keeps
    what its author says apart from what the reader supplies.

Example:
    about: brief
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
    sources:
      brief: Harbour brief

Use instead:
    about: brief
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        from: Lower speeds … serious injuries
    sources:
      brief: Harbour brief
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._advice import advice
from argmap.flaws import Flaw
from argmap.model.citations import Stance
from argmap.model.findings import Severity
from argmap.model.statements import Statement
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements of an analysed text that have no passage and are not implicit."""
    about, words = analysis.map.about, advice(analysis.map)
    for statement in analysis.graph.statements if about else ():
        is_shown = statement.passages or statement.implicit or _cites(statement, about)
        if not is_shown and statement.id not in analysis.undefined:
            what = f"{quoted(statement.id)} has no {words.passage}"
            message = f"{what}: say where {quoted(about or '')} puts it forward, or {words.implicit}"
            yield Flaw(message, statement.span, statement.id)


def _cites(statement: Statement, about: str | None) -> bool:
    return any(each.source == about and each.stance is not Stance.CONTRADICTS for each in statement.citations)


CHECK = Check("AM210", Severity.WARNING, run=run)

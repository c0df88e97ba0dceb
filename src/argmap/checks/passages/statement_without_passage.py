"""A statement that the analysed text is not shown to make.

What it does:
    In a map that has 'about:', reports each statement without 'from:'. One that
    cites the analysed text is not reported, for the citation shows the place;
    nor is what the text needs but leaves unsaid, marked 'implicit: true'. What
    comes from another source, as an objection of others does, names that source
    under 'from:'.

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
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.citations import Stance
from argmap.model.findings import Severity
from argmap.model.statements import Kind, Statement
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements of an analysed text that have no passage and are not implicit."""
    about, words = analysis.map.about, advice(analysis.map)
    for statement in analysis.graph.statements if about else ():
        is_shown = statement.passages or statement.implicit or about in _cited(statement)
        if not is_shown and statement.id not in analysis.undefined:
            what = f"{quoted(statement.id)} has no {words.passage}: say where {quoted(about or '')} puts it forward"
            is_foreign = statement.kind is Kind.OBJECTION or _cited(statement)
            otherwise = f"name the source that it comes from, as {words.elsewhere}" if is_foreign else words.implicit
            yield Flaw(f"{what}, or {otherwise}", statement.span, statement.id)


def _cited(statement: Statement) -> set[str]:
    return {citation.source for citation in statement.citations if citation.stance is not Stance.CONTRADICTS}


CHECK = Check("AM210", Severity.WARNING, run=run)

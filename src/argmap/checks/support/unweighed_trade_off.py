"""A recommendation with reasons both ways, and no word on which weigh more.

What it does:
    Reports each statement that is undecided only because something speaks for
    it, something weighs against it, both stand, and nothing is said to outweigh
    what is against. What speaks against a recommendation weighs unless it says
    'force: defeats'; against anything else, only with 'force: weighs'.

Why it matters:
    A cost is no refutation, and a benefit no proof: whether it is worth it is
    somebody's judgement. Where the map does not say whose and on what grounds,
    readers will take the recommendation for settled, one way or the other.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but: [ambulances-delayed]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      ambulances-delayed:
        objection: Ambulances would lose a minute.
        cite: dispatch-log "median … 58 seconds longer"
    sources:
      trauma-audit: Hospital trauma audit
      dispatch-log: Dispatch log

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but:
          - reason: ambulances-delayed
            outweighed-by: fewer-injuries
            note: Calls into these streets are few, and a crash costs more.
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      ambulances-delayed:
        objection: Ambulances would lose a minute.
        cite: dispatch-log "median … 58 seconds longer"
    sources:
      trauma-audit: Hospital trauma audit
      dispatch-log: Dispatch log
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._advice import advice
from argmap.evaluation.labels import Standing
from argmap.evaluation.why import Why
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements that are to be weighed, where nothing is named that outweighs some cost."""
    standings = analysis.evaluation.standings
    judged = {relation.id for relation in analysis.map.relations if relation.outweighed_by}
    for statement in analysis.graph.statements:
        if standings.get(statement.id) is not Standing.UNDECIDED:
            continue
        why = analysis.evaluation[statement.id].why
        costs = [child for child in why.children if child.reason == "to-weigh" and child.id not in judged]
        if why.reason == "to-weigh" and costs:
            sides = f"{_names([c for c in why.children if c.status == 'stands'])} for it, {_names(costs)} against it"
            what = (
                f"the {statement.kind} {quoted(statement.id)} is undecided: {sides}, and nothing says which weigh more"
            )
            how = f"name what outweighs the cost {advice(analysis.map).outweigh}, or answer it"
            yield Flaw(f"{what}; {how}", statement.span, statement.id)


def _names(sides: list[Why]) -> str:
    """Name what speaks for a statement, or against it: statements, then what is cited."""
    names: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for side in sides:
        names[side.kind in ("citation", "counter-citation")] |= dict.fromkeys(side.names or (side.id,))
    statements, sources = list(names[False]), list(names[True])
    cited = [f"a citation of {listed(sources)}"] if sources else []
    return " and ".join([listed(statements), *cited] if statements else cited)


CHECK = Check("AM114", Severity.WARNING, run=run)

"""A recommendation with reasons for and against, and no word on which weigh more.

What it does:
    Reports each statement that is undecided only because something speaks for
    it, something else against it, both stand, and nothing is said to outweigh
    the objection. An objection to a recommendation is weighed unless it says
    'force: defeats'; an objection to anything else, only with 'force: weighs',
    or under a standard that compares weights. Weights that are missing are
    AM117.

Why it matters:
    A cost is no refutation, and a benefit no proof: whether one is worth the
    other is a matter of judgement. Where the map does not judge, readers will
    take the recommendation for settled, one way or the other.

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
from argmap.checks._weights import lacking
from argmap.evaluation.labels import Standing
from argmap.evaluation.why import Why
from argmap.flaws import Flaw
from argmap.formats import Advice, advice
from argmap.model.findings import Severity
from argmap.wording import joined, linked, quoted

_ALONE = ("citation", "counter-citation", "assumption")
"""The kinds of what speaks for or against a statement without another statement."""

_COSTS = ("attack", "counter-citation")


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements that are to be weighed, where nothing is named that outweighs some cost."""
    standings = analysis.evaluation.standings
    judged = {relation.id for relation in analysis.map.relations if relation.outweighed_by}
    for index, statement in enumerate(analysis.graph.statements):
        if standings.get(statement.id) is not Standing.UNDECIDED or lacking(analysis.graph, index):
            continue
        why = analysis.evaluation[statement.id].why
        costs = [child for child in why.children if child.kind in _COSTS and child.reason == "to-weigh"]
        fallen = [cost for cost in costs if cost.id in judged]
        if why.reason == "to-weigh" and len(costs) > len(fallen):
            what = f"the {statement.kind} {quoted(statement.id)} is undecided: {_sides(why, costs)}"
            besides = f"; what is said to outweigh {_names(fallen)} does not" if fallen else ""
            yield Flaw(f"{what}; {_remedy(costs, advice(analysis.map))}{besides}", statement.span, statement.id)


def _sides(why: Why, costs: list[Why]) -> str:
    pros = [child for child in why.children if child.status == "stands"]
    verb = "speaks" if len(pros) == 1 else "speak"
    return f"{_names(pros)} {verb} for it, {_names(costs)} against it, and nothing says which side weighs more"


def _names(sides: list[Why]) -> str:
    """Name what speaks for a statement, or against it: reasons, then what is cited or assumed."""
    return joined([_name(side) for side in sorted(sides, key=lambda side: side.kind in _ALONE)])


def _name(side: Why) -> str:
    if side.kind == "assumption":
        return "its being assumed"
    return f"a citation of {quoted(side.names[0])}" if side.kind in _ALONE else linked(side.names)


def _remedy(costs: list[Why], words: Advice) -> str:
    objections = [cost for cost in costs if cost.kind not in _ALONE]
    if not objections:
        return f"answer it, or write it as an objection and say {words.outweigh} what outweighs that"
    each = "it" if len(objections) == 1 else "each objection"
    return f"say {words.outweigh} what outweighs {each}, or answer it"


CHECK = Check("AM114", Severity.WARNING, run=run)

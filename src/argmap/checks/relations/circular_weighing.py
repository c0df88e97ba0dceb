"""An objection that is to be outweighed by itself, or by what rests on it.

What it does:
    Reports each reason under 'outweighed-by:' that is the objection itself or
    what it speaks against, or that cannot be supported without one of them.

Why it matters:
    Such a judgement presupposes what it decides: the objection would give way
    to what falls with it, or the recommendation would stand because it stands.
    Mostly an id was mistaken.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but:
          - reason: ambulances-delayed
            outweighed-by: ambulances-delayed
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
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the reasons that outweigh what they are themselves, or rest on."""
    for relation in analysis.map.relations:
        if relation.kind is RelationKind.ATTACK and relation.outweighed_by:
            for name in dict.fromkeys(name for reason in relation.outweighed_by for name in reason):
                why = _circle(name, relation, analysis)
                if why:
                    message = f"{quoted(name)} cannot outweigh {why}: name a reason of its own"
                    yield Flaw(message, relation.span, relation.target)


def _circle(name: str, attack: Relation, analysis: Analysis) -> str | None:
    """Say what keeps a statement from outweighing an attack; None where nothing does."""
    if name in attack.premises:
        return "an objection that it is itself part of"
    if name == attack.target:
        return "what it is itself weighed against"
    needs, index_of = analysis.evaluation.solution.needs, analysis.graph.index_of
    supported = [other for other in (*attack.premises, attack.target) if index_of.get(other) in needs.ranks]
    if index_of.get(name) in needs.ranks:
        for other in supported:
            if needs.needs(index_of[name], index_of[other]):
                return f"this objection, for it rests on {quoted(other)}"
    return None


CHECK = Check("AM507", Severity.ERROR, run=run)

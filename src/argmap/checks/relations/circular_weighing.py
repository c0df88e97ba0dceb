"""A judgement on what outweighs an objection that goes round in a circle.

What it does:
    Reports each reason under 'outweighed-by:' that is the objection itself or
    what it speaks against, or that cannot be supported without one of them; and,
    once each, the circles of several judgements: two objections to the same
    statement that are each to be outweighed by the other, and judgements each
    of which holds only if the next one does.

Why it matters:
    Such a judgement presupposes what it decides: the objection would give way
    to what falls with it, or the recommendation would stand because it stands.
    Often an id was mistaken.

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
from argmap.checks._judgements import circles, presupposing
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import joined, linked, listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the reasons that outweigh what they are themselves, or rest on."""
    for relation in analysis.map.relations:
        if relation.kind is RelationKind.ATTACK and relation.outweighed_by:
            for why, names in presupposing(relation, analysis).items():
                message = f"{listed(names)} cannot outweigh this objection, {why}: name a reason that stands without it"
                yield Flaw(message, relation.span, relation.target)
    for circle in circles(analysis):
        first = circle[0].relation
        told = joined([_told(step.relation) for step in circle])
        message = f"judgements go round in a circle: {told}; name another reason for one of them"
        yield Flaw(message, first.span, first.target)


def _told(attack: Relation) -> str:
    reasons = " or ".join(linked(reason) for reason in attack.outweighed_by)
    return f"{reasons} is to outweigh {linked(attack.premises)} against {quoted(attack.target)}"


CHECK = Check("AM507", Severity.ERROR, run=run)

"""A judgement that an objection is outweighed, without a word on why.

What it does:
    Reports each objection with 'outweighed-by:' and without a 'note:'.

Why it matters:
    What weighs more does not follow from evidence alone: somebody decided it.
    A reader who would decide otherwise can only answer a reason that is
    written down.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but:
          - {reason: ambulances-delayed, outweighed-by: fewer-injuries}
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
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.wording import joined, linked


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the objections that are outweighed without a word on why."""
    for relation in analysis.map.relations:
        if relation.kind is RelationKind.ATTACK and relation.outweighed_by and not relation.note:
            reasons = joined([linked(reason) for reason in relation.outweighed_by])
            what = f"nothing says why {reasons} should outweigh {linked(relation.premises)}"
            yield Flaw(f"{what}: write it {advice(analysis.map).why}", relation.span, relation.target)


CHECK = Check("AM116", Severity.NOTE, run=run)

"""An objection that is said to be outweighed by what does not stand.

What it does:
    Reports each objection with 'outweighed-by:' that stands, or may stand,
    while none of the reasons named there does, and says what is wrong with each.

Why it matters:
    A judgement rests on what it was made on. Once the weightier reasons have
    fallen, or were never sourced, the objection is to be weighed anew, and what
    it speaks against is undecided.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but:
          - reason: ambulances-delayed
            outweighed-by: streets-get-quieter
            note: Calls into these streets are few, and noise is felt daily.
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      ambulances-delayed:
        objection: Ambulances would lose a minute.
        cite: dispatch-log "median … 58 seconds longer"
      streets-get-quieter:
        claim: The streets would become quieter.
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
            outweighed-by: streets-get-quieter
            note: Calls into these streets are few, and noise is felt daily.
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      ambulances-delayed:
        objection: Ambulances would lose a minute.
        cite: dispatch-log "median … 58 seconds longer"
      streets-get-quieter:
        claim: The streets would become quieter.
        cite: noise-map "three decibels … the pilot streets"
    sources:
      trauma-audit: Hospital trauma audit
      dispatch-log: Dispatch log
      noise-map: Noise map
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._judgements import circles, presupposing
from argmap.evaluation.labels import TRUE, Standing
from argmap.flaws import Flaw
from argmap.graph import Step
from argmap.model.findings import Severity
from argmap.model.relations import Relation
from argmap.wording import joined, linked, quoted

_REASONS = 3


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the objections that none of the reasons named as weightier outweighs."""
    circular = {step.relation.id: (circle[0].relation.target,) for circle in circles(analysis) for step in circle}
    for step in analysis.graph.steps:
        if step.outweighed_by and _may_stand(step, analysis):
            fallen = [_fallen(reason, analysis) for reason in step.outweighed_by]
            if all(fallen):
                relation = step.relation
                who, whom = linked(relation.premises), quoted(relation.target)
                told = joined([each for each in fallen if each], _REASONS)
                what = f"{who} against {whom} is said to be outweighed, but {told}"
                message = f"{what}: mend that, or name what does outweigh it"
                follows = circular.get(relation.id) or _presupposed(relation, analysis)
                yield Flaw(message, relation.span, relation.target, follows=follows)


def _presupposed(attack: Relation, analysis: Analysis) -> tuple[str, ...]:
    """Return the target of an attack if each reason that is to outweigh it presupposes what it decides."""
    idle = {name for names in presupposing(attack, analysis).values() for name in names}
    return () if any(idle.isdisjoint(reason) for reason in attack.outweighed_by) else (attack.target,)


def _may_stand(step: Step, analysis: Analysis) -> bool:
    """Tell whether an objection is accepted or undecided, and not undercut."""
    solution, standings = analysis.evaluation.solution, analysis.evaluation.standings
    cut = solution.program.cut.get(step.relation.id)
    may = (Standing.ACCEPTED, Standing.UNDECIDED)
    stand = all(standings.get(name) in may for name in step.relation.premises)
    return stand and (cut is None or solution.values[cut] != TRUE)


def _fallen(reason: tuple[int, ...], analysis: Analysis) -> str | None:
    """Say what is wrong with a reason; None if it stands."""
    for index in reason:
        name = analysis.graph.statements[index].id
        standing = analysis.evaluation.standings.get(name)
        if standing is not Standing.ACCEPTED:
            return f"{quoted(name)} is {standing or 'a question'}"
    return None


CHECK = Check("AM115", Severity.WARNING, run=run, follows=("circular-weighing",))

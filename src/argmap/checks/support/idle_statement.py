"""A statement that leads to no claim or recommendation.

What it does:
    Reports each premise, piece of evidence, assumption, objection and argument
    that has reasons or objections of its own, but is itself a reason or an
    objection to nothing, a question aside. What stands below it is not named
    again. A statement linked to nothing at all is left to AM111.

Why it matters:
    It is drawn and sourced, but supports and attacks nothing the map argues
    for: a link was forgotten, or it is not needed.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        cite: guidance "30 km/h … mix"
      speeds-drop:
        premise: A lower limit brings speeds down.
        because: [pilot]
      pilot:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      guidance: Road safety guidance
      city-survey: City speed survey

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        cite: guidance "30 km/h … mix"
        because: [speeds-drop]
      speeds-drop:
        premise: A lower limit brings speeds down.
        because: [pilot]
      pilot:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      guidance: Road safety guidance
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.wording import quoted

_ENDS = (Kind.CLAIM, Kind.RECOMMENDATION, Kind.QUESTION)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements that are no end themselves and are used nowhere, though they have reasons or objections."""
    relations = analysis.map.relations
    questions = {statement.id for statement in analysis.map.of_kind(Kind.QUESTION)}
    used = {name for relation in relations if relation.target not in questions for name in relation.premises}
    used.update(name for r in relations if r.outweighed_by or r.answers for name in (*r.weightier, *r.answering))
    used.update(relation.target for relation in relations if relation.kind is RelationKind.CONTRADICTION)
    for statement in analysis.graph.statements:
        if statement.kind not in _ENDS and statement.id not in used and statement.id in analysis.map.named:
            what = f"the {statement.kind} {quoted(statement.id)} leads to no claim or recommendation"
            yield Flaw(f"{what}: {advice(analysis.map).use}", statement.span, statement.id)


CHECK = Check("AM110", Severity.NOTE, run=run)

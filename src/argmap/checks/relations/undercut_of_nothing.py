"""An undercut whose target is no step and no citation.

What it does:
    Reports each undercut whose target is no support, attack, undercut or
    citation of the map.

Why it matters:
    An undercut says that a step does not hold even if its premises do. Against
    anything else it has no force, however well it is sourced.

Example:
    nodes:
      trips-get-slower:
        claim: Everyday trips get slower.
        contradicts:
          - {reason: delay-is-small, unless: [model-is-old]}
      delay-is-small:
        claim: The delay is less than a minute.
      model-is-old:
        objection: The transport model is ten years old.

Use instead:
    nodes:
      trips-get-slower:
        claim: Everyday trips get slower.
        contradicts: [delay-is-small]
      delay-is-small:
        claim: The delay is less than a minute.
        but: [model-is-old]
      model-is-old:
        objection: The transport model is ten years old.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.wording import Nearest, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the undercuts whose target is no step, undercut or citation."""
    m = analysis.map
    undercuts = [relation for relation in m.relations if relation.kind is RelationKind.UNDERCUT]
    if not undercuts:
        return
    relations = {relation.id: relation for relation in m.relations}
    steps = {name for name, relation in relations.items() if relation.kind is not RelationKind.CONTRADICTION}
    targets = steps | {citation.id for statement in m.statements for citation in statement.citations}
    nearest = Nearest(targets)
    for relation in undercuts:
        if relation.target in targets:
            continue
        name = relation.target
        if name in m:
            what = f"{quoted(name)} is a statement, and only steps and citations can be undercut"
            message = f"{what}: object to it {advice(m).object}"
        elif name in relations:
            remedy = f"object to one of its statements {advice(m).object} instead"
            message = f"a contradiction cannot be undercut: {remedy}"
        else:
            message = f"no step or citation is called {quoted(name)}: {nearest.hint(name, 'correct the id')}"
        yield Flaw(message, relation.span, name)


CHECK = Check("AM505", Severity.ERROR, run=run)

"""What speaks against a statement or its lines, in words, and what becomes of it."""

from __future__ import annotations

from attrs import frozen

from argmap.evaluation.prospects.contests import Outcome, contests
from argmap.evaluation.translation import Part
from argmap.evaluation.verdict import Evaluation
from argmap.graph import Contradiction, Step, Undercut
from argmap.model.citations import Citation


@frozen
class Attack:
    """Something that speaks against a statement, or against something that supports it.

    Attributes:
        kind: ``attack``, ``undercut``, ``contradiction`` or ``citation``.
        id: Of the relation or citation.
        by: Ids of the statements it starts from, or of the source that is cited.
        on: The id of the statement that it strikes at, itself or a support or ground of it.
        outcome: What becomes of it.
    """

    kind: str
    id: str
    by: tuple[str, ...]
    on: str
    outcome: Outcome


def attacks(evaluation: Evaluation, name: str) -> tuple[Attack, ...]:
    """Return what speaks against a statement, or against what it rests on; the nearest come first."""
    program, statements = evaluation.solution.program, evaluation.graph.statements
    found: list[Attack] = []
    for each in contests(evaluation.solution, evaluation.graph.index_of[name]):
        part = program.parts[each.rule]
        kind, identity = _named(part)
        premises = tuple(map(program.name, program.positive[each.rule]))
        by = (part.source,) if isinstance(part, Citation) else premises
        found.append(Attack(kind, identity, by, statements[each.statement].id, each.outcome))
    return tuple(found)


def _named(part: Part) -> tuple[str, str]:
    match part:
        case Step(relation=relation):
            return "attack", relation.id
        case Undercut(relation=relation):
            return "undercut", relation.id
        case Contradiction(relation=relation):
            return "contradiction", relation.id
        case Citation(id=name):
            return "citation", name
    raise AssertionError(part)

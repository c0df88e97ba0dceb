"""What speaks against a statement or its lines, in words, and what becomes of it."""

from __future__ import annotations

from attrs import frozen

from argmap.evaluation.program import Program
from argmap.evaluation.prospects.contests import Outcome, answers_to, contests
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
        answers: Ids of the statements, or the source, of each answer to it that stands.
    """

    kind: str
    id: str
    by: tuple[str, ...]
    on: str
    outcome: Outcome
    answers: tuple[tuple[str, ...], ...] = ()


def attacks(evaluation: Evaluation, name: str) -> tuple[Attack, ...]:
    """Return what speaks against a statement, or against what it rests on; the nearest come first."""
    program, statements = evaluation.solution.program, evaluation.graph.statements
    found: list[Attack] = []
    for each in contests(evaluation.solution, evaluation.graph.index_of[name]):
        kind, identity = _named(program.parts[each.rule])
        by, on = _starts(program, each.rule), statements[each.statement].id
        answers = tuple(_starts(program, answer) for answer in answers_to(evaluation.solution, each.rule))
        found.append(Attack(kind, identity, by, on, each.outcome, answers))
    return tuple(found)


def _starts(program: Program, rule: int) -> tuple[str, ...]:
    """Return the ids of the statements that an attack starts from, or of the source that is cited."""
    part = program.parts[rule]
    return (part.source,) if isinstance(part, Citation) else tuple(map(program.name, program.positive[rule]))


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

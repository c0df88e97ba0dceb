"""On what a label depends: the assumptions it rests on, the sources it wants, the objections that would fell it.

A true atom has a proof: a rule for it whose literals are true, each with a proof of its own, where what must not hold
is disproved by what makes each of its rules fail. Drop every ground that the proof does not use, and it is still one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.evaluation.standing import FALSE, TRUE
from argmap.evaluation.support import gather

if TYPE_CHECKING:
    from argmap.evaluation.verdict import Evaluation


def relied_on(evaluation: Evaluation, statement: int, limit: int, known: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Give the statements whose ground is worse than a level and that the proof of an accepted one uses.

    Args:
        evaluation: Under a basis that accepts the statement.
        statement: Its position.
        limit: The last level of ground that is taken as given.
        known: What was found with this limit before.

    Returns:
        Positions, in the order of the map. With these and all grounds within the limit, the statement is accepted.
    """
    grounding, labelling = evaluation.grounding, evaluation.labelling
    program = grounding.program

    def step(atom: int) -> tuple[bool, Sequence[int]]:
        if labelling.values[atom] == TRUE:
            rule = evaluation.reasons.line(atom)
            return grounding.ratings[rule] > limit, program.positive[rule] + program.negative[rule]
        if atom < len(grounding.levels) and grounding.levels[atom] > evaluation.limit:
            return False, ()
        rules = evaluation.reasons.rules(atom)
        return False, [min(_false_literals(evaluation, rule), key=labelling.stages.__getitem__) for rule in rules]

    return gather(statement, step, known)


def open_challenges(
    evaluation: Evaluation, granted: Evaluation, statement: int, known: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """Give the unsupported statements that would undo the proof of an accepted one if they were granted.

    Args:
        evaluation: Under a basis that accepts the statement.
        granted: Under the basis that grants every uncited leaf, and that does not accept it.
        statement: Its position.
        known: What was found before.

    Returns:
        Positions, in the order of the map.
    """
    levels = evaluation.grounding.levels
    before, after = evaluation.labelling.values, granted.labelling.values

    def step(atom: int) -> tuple[bool, Sequence[int]]:
        if atom < len(levels) and levels[atom] > evaluation.limit:
            return True, ()
        return False, [each for each in _shaken(evaluation, granted, atom) if before[each] != after[each]]

    return gather(statement, step, known)


def _shaken(evaluation: Evaluation, granted: Evaluation, atom: int) -> list[int]:
    """Give the literals that an atom's proof or disproof rests on, as far as the granted leaves can change them."""
    program = evaluation.grounding.program
    if evaluation.labelling.values[atom] == TRUE:
        rule = evaluation.reasons.line(atom)
        return [*program.positive[rule], *program.negative[rule]]
    return [
        literal
        for rule in granted.reasons.rules(atom)
        if not _false_literals(granted, rule)
        for literal in _false_literals(evaluation, rule)
    ]


def _false_literals(evaluation: Evaluation, rule: int) -> list[int]:
    program, values = evaluation.grounding.program, evaluation.labelling.values
    false = [atom for atom in program.positive[rule] if values[atom] == FALSE]
    return false + [atom for atom in program.negative[rule] if values[atom] == TRUE]

"""The words that qualify a status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.evaluation.labels import Basis, Status
from argmap.evaluation.support import Grounding

if TYPE_CHECKING:
    from argmap.evaluation.verdict import Evaluation


def modifiers(evaluation: Evaluation, statement: int) -> tuple[str, ...]:
    """Give the words that qualify a statement's status; `Verdict.modifiers` tells what they mean."""
    status = evaluation.status(statement)
    words = []
    if status is Status.ACCEPTED:
        if evaluation.of(Basis.CITED).status(statement) is not Status.ACCEPTED:
            words.append("conditional")
        if evaluation.of(Basis.GRANTED).status(statement) is not Status.ACCEPTED:
            words.append("open-challenge")
    if status is Status.UNSUPPORTED:
        if evaluation.of(Basis.GRANTED).status(statement) is Status.ACCEPTED:
            words.append("would-stand")
        if statement in evaluation.circles.members:
            words.append("circular")
    if status is Status.UNDECIDED:
        words.append(evaluation.readings.word(statement))
    if statement in evaluation.contested:
        words.append("contested")
    return tuple(words)


def contested(grounding: Grounding, limit: int) -> frozenset[int]:
    """Give the statements that something supported attacks, themselves or on a line that supports them."""
    program, levels = grounding.program, grounding.levels
    statements = len(levels)
    live = [
        rating <= limit and all(levels[premise] <= limit for premise in premises)
        for rating, premises in zip(grounding.ratings, program.positive, strict=True)
    ]
    struck = dict.fromkeys(
        head for head, lives in zip(program.heads, live, strict=True) if lives and head >= statements
    )
    found = dict.fromkeys(place for place, atom in program.beaten.items() if atom in struck)
    for atom in struck:
        found |= dict.fromkeys(
            head for rule in program.rules_without[atom] if live[rule] and (head := program.heads[rule]) < statements
        )
    todo = list(found)
    for place in todo:
        for rule in program.rules_with[place]:
            head = program.heads[rule]
            if live[rule] and head < statements and head not in found:
                found[head] = None
                todo.append(head)
    return frozenset(found)
